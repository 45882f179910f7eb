import { z } from 'zod';
import type { Queries, Store } from '../store/open.ts';
import { NotFound } from './errors.ts';
import type { Stored } from './listing.ts';
import { parse } from './parse.ts';
import { looksAfter, may, mustBeAllowed, scopeOf } from './permission.ts';
import type { Actor } from './person.ts';
import type { LinkPayload } from './reminder.ts';
import { publishesAtOnce } from './revision.ts';
import { believed } from './signed.ts';
import { signingKeys } from './signing-keys.ts';
import { withoutPersonalNumbers } from './told.ts';

const PayloadSchema = z.object({
	use: z.enum(['right', 'stop']),
	person: z.int(),
	listings: z.array(z.int()),
	at: z.int(),
	until: z.int(),
});

/** Who answers, of which entries, and when they were asked: by a link in a letter, or signed in. */
export interface Answering {
	by: Actor;
	listings: number[];
	askedAt: number;
}

async function opened(store: Store, token: string, use: LinkPayload['use'], now: number): Promise<LinkPayload> {
	const said = PayloadSchema.safeParse(await believed(token, await signingKeys(store, now)));
	if (!said.success || said.data.use !== use || said.data.until <= now) throw new NotFound('reminder.spent');
	return said.data;
}

/**
 * What a link in a letter opens: those of its entries that its person still looks after. It proves nothing else of who
 * opens it. Throws `NotFound` (`reminder.spent`) for what was not signed here, holds no longer, or is theirs no more.
 */
export async function answeringBy(store: Store, token: string, now: number): Promise<Answering> {
	const { person, listings, at } = await opened(store, token, 'right', now);
	const by = await store.people.actor(person);
	const theirs = [];
	for (const id of by ? listings : []) {
		const listing = await store.listings.get(id);
		if (listing && looksAfter(by!, scopeOf(listing))) theirs.push(id);
	}
	if (!by || !theirs.length) throw new NotFound('reminder.spent');
	return { by, listings: theirs, askedAt: at };
}

/** Somebody who has signed in answers of all they look after; what was confirmed within a day is not asked again. */
export async function answeringSelf(store: Queries, by: Actor, now: number): Promise<Answering> {
	const cared = await store.freshness.cared(by.id, by.locale, now);
	return { by, listings: cared.map(({ id }) => id), askedAt: now - 86_400 };
}

/** Whose letters a link stops. Throws `NotFound` (`reminder.spent`). */
export async function stoppingBy(store: Store, token: string, now: number): Promise<number> {
	const { person } = await opened(store, token, 'stop', now);
	if (!(await store.people.get(person))) throw new NotFound('reminder.spent');
	return person;
}

/** Stops reminders to somebody, or lets them come again. */
export const wantReminders = (store: Store, person: number, want: boolean, now: number): Promise<void> =>
	store.transaction((tx) => (want ? tx.freshness.go(person) : tx.freshness.stop(person, now)));

/**
 * Somebody who looks after entries says that they are right. Once for each letter: what was confirmed since they were
 * asked stays as it is, and so does what is out of sight. Gives how many are confirmed by it. Throws `NotFound` for what
 * is not theirs.
 */
export async function confirmEntries(
	store: Store,
	by: { id: number },
	ids: readonly number[],
	{ askedAt, now }: { askedAt: number; now: number },
): Promise<number> {
	return store.transaction(async (tx) => {
		const actor = await tx.people.actor(by.id);
		let confirmed = 0;
		for (const id of ids) {
			const listing = await tx.listings.get(id);
			// One that has gone meanwhile keeps nobody from confirming the others.
			if (!listing?.publishedAt || listing.archivedAt || listing.mergedInto) continue;
			mustBeAllowed(actor ?? null, 'listing.edit', scopeOf(listing));
			if (listing.confirmedAt !== null && listing.confirmedAt >= askedAt) continue;
			await confirm(tx, actor!, listing, now);
			confirmed++;
		}
		return confirmed;
	});
}

async function confirm(tx: Queries, by: Actor, listing: Stored, now: number): Promise<void> {
	const role = may(by, 'listing.publish', scopeOf(listing)) ? 'officer' : 'owner';
	await tx.listings.confirm(listing.id, role, now);
	const before = { confirmedAt: listing.confirmedAt, confirmedBy: listing.confirmedBy };
	const after = { confirmedAt: now, confirmedBy: role };
	await tx.audit.add({
		at: now,
		by: `person:${by.id}`,
		action: 'listing.confirmed',
		listing: listing.id,
		before,
		after,
	});
}

const ClosedSchema = z.object({ words: z.string().trim().max(2000, 'long').default('') });

/**
 * Somebody who looks after an entry says that it is no more. Where their changes are published at once it leaves sight
 * (and can be brought back); else the municipality is told. Throws `NotFound`, `Invalid` (`words: long`).
 */
export async function closeEntry(
	store: Store,
	by: { id: number },
	id: number,
	input: unknown,
	now: number,
): Promise<'closed' | 'told'> {
	const words = withoutPersonalNumbers(parse(ClosedSchema, input).words);
	return store.transaction(async (tx) => {
		const actor = await tx.people.actor(by.id);
		const listing = await theirs(tx, actor, id);
		if (listing.archivedAt) return 'closed';
		const { municipality } = listing;
		// They have answered: they are not asked again.
		const since = listing.confirmedAt ?? listing.publishedAt!;
		await tx.freshness.remember({ listing: id, person: by.id, since, step: 2 }, now);
		const trail = { at: now, by: `person:${by.id}`, listing: id };
		if (await publishesAtOnce(tx, actor!, listing)) {
			await tx.listings.archive(id, 'closed', now);
			await tx.audit.add({ ...trail, action: 'listing.closed', after: { words: words || null } });
			return 'closed';
		}
		const { email } = actor!;
		if (await tx.errorReports.saidBy(id, 'closed', email)) return 'told';
		const told = {
			listing: id,
			municipality,
			what: 'closed',
			message: words,
			replyTo: email,
			locale: actor!.locale,
		} as const;
		await tx.errorReports.add({ ...told, follow: null, at: now });
		await tx.audit.add({ ...trail, action: 'listing.said_closed', after: { words: words || null } });
		return 'told';
	});
}

/**
 * An entry that somebody would close or has closed: as it stands, and whether it leaves sight at once. Throws `NotFound`
 * for what is not theirs.
 */
export async function closing(store: Queries, by: Actor, id: number) {
	const listing = await theirs(store, by, id);
	const closed = await store.freshness.isClosed(id);
	if (listing.archivedAt && !closed) throw new NotFound('listing.unknown');
	return { listing, closed, atOnce: await publishesAtOnce(store, by, listing) };
}

/** Brings back what was closed, by who could close it. Throws `NotFound`. */
export async function reopenEntry(store: Store, by: { id: number }, id: number, now: number): Promise<void> {
	await store.transaction(async (tx) => {
		const actor = await tx.people.actor(by.id);
		const listing = await theirs(tx, actor, id);
		if (!(await tx.freshness.isClosed(id)) || !(await publishesAtOnce(tx, actor!, listing)))
			throw new NotFound('listing.unknown');
		await tx.listings.restore(id, now);
		await tx.audit.add({ at: now, by: `person:${by.id}`, action: 'listing.reopened', listing: id });
	});
}

async function theirs(tx: Queries, actor: Actor | undefined, id: number): Promise<Stored> {
	const listing = await tx.listings.get(id);
	if (!listing?.publishedAt || listing.mergedInto) throw new NotFound('listing.unknown');
	mustBeAllowed(actor ?? null, 'listing.edit', scopeOf(listing));
	return listing;
}
