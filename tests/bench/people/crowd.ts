import { slugOf } from '../../../src/domain/slug.ts';
import { openStore } from '../../../src/store/open.ts';
import { Client, formIn, type Times, think } from './client.ts';
import { register } from './register.ts';
import type { Scene, Visitor } from './scene.ts';

export interface Crowd {
	origin: string;
	scene: Scene;
	/** How often each keeper adds to each entry of theirs. */
	rounds: number;
	/** Whether they go on with the registrations that are begun, or begin them at the first page. */
	begun?: boolean;
	/** Milliseconds between two requests of somebody, on average; null: none at all. */
	pause: number | null;
}

/** What was answered with "saved": a word that was added to an entry, or an entry that was asked for. */
export interface Acknowledged {
	words: { path: string; word: string; waits: boolean }[];
	claims: string[];
	registrations: Registered[];
}

/** A registration, the words of its description that were saved, and whether it was sent in. */
export interface Registered {
	draft: number;
	name: string;
	words: string[];
	sent: boolean;
}

/** How it went. It is filled while it goes, so that it can be read after the server was killed. */
export interface Went extends Acknowledged {
	times: Times;
	errors: string[];
	/** Times that somebody was shown what another had written meanwhile. */
	merged: number;
	/** What reviewers decided. */
	decided: number;
}

export const nothingYet = (): Went => ({
	...{ words: [], claims: [], registrations: [], times: {}, errors: [] },
	...{ merged: 0, decided: 0 },
});

/** No word is written twice. */
let words = 0;
export const DESCRIPTION = 'texts.sv.description';
const formOf = (path: string) => `${path}/andra/beskrivning`;
const NEVER_SO_OFTEN = 200;
/** Milliseconds after which somebody without a pause looks again whether it was decided. */
const LOOKS = 300;

/**
 * Everybody at once: keepers read, add a word and save, again and again, two of them on the same entry; some ask for an
 * entry, and register something in another tab; reviewers take what waits. Ends when all is written and decided.
 */
export async function crowd({ origin, scene, rounds, begun, pause }: Crowd, went: Went): Promise<void> {
	let writing = scene.keepers.length;
	const keep = async (keeper: Visitor) => {
		const client = new Client(origin, keeper.cookie, went.times);
		await think(pause);
		for (let round = 0; round < rounds; round++)
			for (const path of keeper.entries) await addWord(client, path, newWord(), pause, went);
		if (keeper.claim) await ask(client, keeper.claim, pause, went);
	};
	const tabs = async (keeper: Visitor) => {
		const client = new Client(origin, keeper.cookie, went.times);
		const registers = register(client, { draft: begun ? keeper.draft : null, rounds, pause }, went);
		await Promise.all([keep(keeper), registers]);
		went.errors.push(...client.errors);
		writing--;
	};
	const review = async (reviewer: Visitor) => {
		const client = new Client(origin, reviewer.cookie, went.times);
		while ((await decide(client, went, pause)) || writing > 0) await think(pause ?? 20);
		went.errors.push(...client.errors);
	};
	await Promise.all([...scene.keepers.map(tabs), ...scene.reviewers.map(review)]);
}

/** A word that no other is. */
export const newWord = (): string => `ord${++words}z`;

/** Adds a word to a description; where somebody else was first, to what they wrote. */
async function addWord(client: Client, path: string, word: string, pause: number | null, went: Went): Promise<void> {
	let { values, seen } = formIn((await client.get('open the form', formOf(path))).html);
	for (let tries = 0; tries < NEVER_SO_OFTEN; tries++) {
		await think(pause);
		const form = { ...values, [DESCRIPTION]: `${values[DESCRIPTION]} ${word}`, seen: JSON.stringify(seen) };
		const { status, location, html } = await client.post('save a change', formOf(path), form, [409]);
		if (status === 303) {
			went.words.push({ path, word, waits: location.includes('proposed') });
			if (location.includes('proposed')) await untilDecided(client, path, word, pause);
			return;
		}
		if (status !== 409) return;
		went.merged++;
		// What the other wrote is shown beside; they write theirs behind it.
		({ seen } = formIn(html));
		values = { ...values, [DESCRIPTION]: seen[DESCRIPTION] ?? '' };
	}
	client.errors.push(`never saved ${path}`);
}

/** One keeper has one change waiting for an entry: the next is written when it is there for all to see. */
async function untilDecided(client: Client, path: string, word: string, pause: number | null): Promise<void> {
	for (let tries = 0; tries < NEVER_SO_OFTEN; tries++) {
		await think(pause === null ? LOOKS : 2 * pause);
		const { html } = await client.get('open the form', formOf(path));
		if (formIn(html).seen[DESCRIPTION]?.split(' ').includes(word)) return;
	}
	client.errors.push(`never decided ${path}`);
}

async function ask(client: Client, path: string, pause: number | null, went: Went): Promise<void> {
	await client.get('open a claim', `${path}/skota`);
	await think(pause);
	const form = { way: 'reviewer', note: 'Jag sitter i styrelsen.' };
	const { status } = await client.post('send a claim', `${path}/skota?/ask`, form);
	if (status === 303) went.claims.push(path);
}

/** A reviewer decides one of what waits, none in particular. Gives whether there was any. */
async function decide(client: Client, went: Went, pause: number | null): Promise<boolean> {
	const { html } = await client.get('open the desk', '/granska');
	const waiting = [...html.matchAll(/href="(\/granska\/(?:ansprak\/|registrering\/)?\d+)(?:\?[^"]*)?"/g)].map(
		([, path]) => path!,
	);
	const path = waiting[Math.floor(Math.random() * waiting.length)];
	if (!path) return false;
	const { html: page } = await client.get('open what waits', path);
	await think(pause);
	const decision = path.includes('ansprak') ? 'given' : 'published';
	// 409: another reviewer was first, and this one is told so.
	const turn = /name="turn" value="(\d+)"/.exec(page)?.[1] ?? '';
	const { status } = await client.post('decide', path, { decision, words: '', turn }, [409]);
	if (status === 303) went.decided++;
	return true;
}

/**
 * What was acknowledged and is not there: words that are neither in the entry nor wait for a reviewer, each of them once, and
 * claims that are neither given nor wait, registrations that are neither drafts with all that was saved nor entries with it.
 */
export async function lost(folder: string, { words, claims, registrations }: Acknowledged): Promise<string[]> {
	const store = await openStore(folder);
	const missing: string[] = [];
	const entryAt = async (path: string) => {
		const found = await store.listings.bySlug('organisation', path.split('/').at(-1)!);
		if (!found || !('listing' in found)) throw new Error(`There is nothing at ${path}.`);
		return found.listing;
	};
	for (const { path, word, waits } of words) {
		const listing = await entryAt(path);
		const there = listing.texts.sv?.description?.split(/\s+/).filter((one) => one === word).length ?? 0;
		const waiting = waits ? await store.revisions.waiting(listing.municipality) : [];
		const kept = waiting.some(
			(revision) => revision.listing === listing.id && JSON.stringify(revision.changes).includes(word),
		);
		if (there !== 1 && !(there === 0 && kept)) missing.push(`${word} ${path}: ${there}`);
	}
	for (const path of claims) {
		const { id, municipality } = await entryAt(path);
		const waits = (await store.claims.waiting(municipality)).some(({ listing }) => listing === id);
		if (!waits && !(await store.people.rolesFor(id)).length) missing.push(`claim ${path}`);
	}
	for (const { draft, name, words: saved, sent } of registrations) {
		const found = await store.listings.bySlug('organisation', slugOf(name));
		const entry = found && 'listing' in found ? found.listing.texts.sv?.description : undefined;
		const kept = sent ? entry : ((await store.drafts.get(draft))?.typed[DESCRIPTION]?.[0] ?? entry);
		const there = new Set(kept?.split(' '));
		missing.push(...saved.filter((word) => !there.has(word)).map((word) => `${word} ${name}: ${kept}`));
		if (sent && entry === undefined) missing.push(`registration ${name}`);
	}
	store.close();
	return missing;
}
