import { ListingSchema } from '../../../src/domain/listing.ts';
import type { RoleHeld } from '../../../src/domain/permission.ts';
import { digest, randomToken } from '../../../src/domain/secret.ts';
import { openStore } from '../../../src/store/open.ts';

/** Somebody who has signed in, as their browser shows it. */
export interface Visitor {
	cookie: string;
	/** Addresses of what they look after. */
	entries: string[];
	/** An entry that they ask to look after; null for who has asked enough. */
	claim: string | null;
	/** A registration that they have begun; null for who registers nothing. */
	draft: { id: number; name: string } | null;
}

export interface Scene {
	keepers: Visitor[];
	reviewers: Visitor[];
}

/** Where owners' changes are published at once, and where each waits for a reviewer. */
const AT_ONCE = '1380';
export const WAITS = '2480';

/**
 * Fills an empty store: entries that two look after together and that publish at once, as many of one keeper each that wait
 * for the municipality, entries to be claimed and registrations that are begun; everybody has signed in.
 */
export async function setScene(folder: string, people: number, reviewers: number): Promise<Scene> {
	const store = await openStore(folder);
	const now = Math.floor(Date.now() / 1000);
	await store.transaction((tx) => tx.revisions.letOwnersPublish(AT_ONCE, true));
	const entry = (municipality: string, n: number) =>
		store.transaction(async (tx) => {
			const name = `Provföreningen ${municipality} ${n}`;
			const description = 'Vi ses varje vecka.';
			const listing = ListingSchema.parse({
				...{ kind: 'organisation', name, municipality, texts: { sv: { description } }, themes: ['chess'] },
			});
			const id = await tx.listings.create(listing, { at: now, publish: true });
			return { id, path: `/forening/${(await tx.listings.get(id))!.slug}` };
		});
	const signedIn = (email: string, held: RoleHeld[]) =>
		store.transaction(async (tx) => {
			const person = await tx.people.known(email, 'sv', now);
			for (const role of held) await tx.people.give(person, role, null, now);
			const token = randomToken();
			await tx.sessions.add({ person, token: await digest(token), agent: '', now });
			return { person, cookie: `session=${token}` };
		});
	const begun = (person: number, name: string) =>
		store.transaction(async (tx) => {
			const typed = { name: [name], municipality: [WAITS], form: ['association'], organisationNumber: [''] };
			const draft = { kind: 'organisation', device: null, person, typed, done: ['basics'] } as const;
			return { id: await tx.drafts.add({ ...draft, done: ['basics'] }, now), name };
		});
	const keepers: Visitor[] = [];
	let shared = await entry(AT_ONCE, 0);
	for (let n = 0; n < people; n++) {
		if (n % 2 === 0) shared = await entry(AT_ONCE, n);
		const own = await entry(WAITS, n);
		const claim = await entry(WAITS, people + n);
		const of = ({ id }: { id: number }): RoleHeld => ({ role: 'owner', listing: id, municipality: null });
		const { person, cookie } = await signedIn(`keeper-${n}@example.org`, [of(shared), of(own)]);
		const draft = await begun(person, `Påbörjade sällskapet ${n}`);
		keepers.push({ cookie, entries: [shared.path, own.path], claim: claim.path, draft });
	}
	const desk: Visitor[] = [];
	for (let n = 0; n < reviewers; n++) {
		const role: RoleHeld = { role: 'reviewer', listing: null, municipality: WAITS };
		const { cookie } = await signedIn(`desk-${n}@example.org`, [role]);
		desk.push({ cookie, entries: [], claim: null, draft: null });
	}
	store.close();
	return { keepers, reviewers: desk };
}
