import { z } from 'zod';
import type { Queries, Store } from '../store/open.ts';
import {
	type Change,
	type Clash,
	changed,
	changesBetween,
	clashesWith,
	fieldsOf,
	keptAs,
	stillWanted,
} from './change.ts';
import { decisionSchema } from './decision.ts';
import { edited, editFields } from './edit.ts';
import { Conflict, Invalid, NotFound } from './errors.ts';
import type { Letter } from './letter.ts';
import type { Listing, Stored } from './listing.ts';
import { parse } from './parse.ts';
import { may, mustBeAllowed } from './permission.ts';
import type { Actor, Person } from './person.ts';
import type { Kind } from './taxonomies.ts';

/** What the form held: what was typed, and what stood there when it was made. */
export interface Edit {
	typed: Record<string, string>;
	seen: unknown;
}

export type EditResult =
	| { done: 'published' | 'proposed' | 'nothing' }
	/** Somebody else has changed the same meanwhile: nothing is kept yet. */
	| { clashes: Clash[] };

const SeenSchema = z.record(z.string(), z.string().max(8000).nullable());

/** What the form begins with: what the public sees, or what this person has waiting. */
export async function formFor(store: Store, by: Actor, listing: Stored) {
	mustBeAllowed(by, 'listing.edit', scopeOf(listing));
	const waiting = await store.revisions.open(listing.id, by.id);
	const seen = asked(listing.kind, fieldsOf(listing));
	const wanted = asked(listing.kind, waiting ? fieldsOf(changed(listing, waiting.changes)) : fieldsOf(listing));
	return { seen, wanted, last: await store.revisions.last(listing.id, by.id) };
}

/**
 * Somebody who looks after an entry changes it: published at once if they may, else it waits for the municipality. Of
 * two who change the same field the second is told of the first's, and decides. Throws `NotFound` for what is not theirs,
 * `Invalid` for what can't be.
 */
export async function editListing(store: Store, by: Actor, id: number, edit: Edit, now: number): Promise<EditResult> {
	const seen = parse(SeenSchema, edit.seen);
	return store.transaction(async (tx) => {
		const listing = await theirs(tx, by, id);
		const wanted = edited(listing.kind, edit.typed);
		const changes = changesBetween(asked(listing.kind, seen), wanted);
		const clashes = clashesWith(listing, changes);
		if (clashes.length) return { clashes };
		const fresh = stillWanted(listing, changes);
		const waiting = await tx.revisions.open(id, by.id);
		if (!fresh.length) {
			if (waiting) await tx.revisions.decide(waiting.id, { state: 'withdrawn', words: null, by: by.id, now });
			return { done: 'nothing' };
		}
		const municipality = listing.municipality;
		if (await publishesAtOnce(tx, by, listing)) {
			if (waiting) await tx.revisions.decide(waiting.id, { state: 'withdrawn', words: null, by: by.id, now });
			await tx.revisions.add({ listing: id, municipality, person: by.id, changes: fresh, published: true }, now);
			await publish(tx, listing, fresh, by, now);
			return { done: 'published' };
		}
		if (waiting) await tx.revisions.rewrite(waiting.id, fresh, now);
		else await tx.revisions.add({ listing: id, municipality, person: by.id, changes: fresh, published: false }, now);
		return { done: 'proposed' };
	});
}

const DecisionSchema = decisionSchema('published', ['returned', 'declined']);

type Decision = z.output<typeof DecisionSchema>['decision'];

/** Writes to the person what was decided; `words` null when nothing was said. */
type DecisionLetter = (to: { person: Person; listing: Stored; decision: Decision; words: string | null }) => Letter;

/**
 * A reviewer decides: publish, send back with words, or decline with words; the person gets a letter. Throws `NotFound`
 * for what is not theirs to decide, `Conflict` when it was decided already or the entry has changed under it
 * (`revision.clash`), `Invalid` for a decision without the words it needs.
 */
export async function decideRevision(
	store: Store,
	by: Actor,
	id: number,
	input: unknown,
	{ now, letter }: { now: number; letter: DecisionLetter },
): Promise<void> {
	const { decision, words } = parse(DecisionSchema, input);
	await store.transaction(async (tx) => {
		const { revision, listing } = await toReview(tx, by, id);
		const said = words || null;
		if (decision === 'published') {
			if (clashesWith(listing, revision.changes).length) throw new Conflict('revision.clash');
			await publish(tx, listing, stillWanted(listing, revision.changes), by, now);
		}
		if (!(await tx.revisions.decide(id, { state: decision, words: said, by: by.id, now })))
			throw new Conflict('revision.decided');
		const person = revision.person === null ? undefined : await tx.people.get(revision.person);
		if (person) await tx.outbox.add(letter({ person, listing, decision, words: said }), now);
		await tx.audit.add({
			at: now,
			by: `person:${by.id}`,
			action: `revision.${decision}`,
			listing: listing.id,
			after: { revision: id },
		});
	});
}

/** What waits, with the entry as it stands. Throws `NotFound` for what is not this person's to review. */
export async function toReview(store: Queries, by: Actor, id: number) {
	const revision = await store.revisions.get(id);
	if (!revision) throw new NotFound('revision.unknown');
	mustBeAllowed(by, 'municipality.review', { municipality: revision.municipality });
	const listing = await store.listings.get(revision.listing);
	if (!listing) throw new NotFound('listing.unknown');
	return { revision, listing, clashes: clashesWith(listing, revision.changes) };
}

/** Whether what this person writes is seen at once. */
export async function publishesAtOnce(tx: Queries, by: Actor, listing: Stored): Promise<boolean> {
	if (may(by, 'listing.publish', scopeOf(listing))) return true;
	const owns = by.roles.some(({ role, listing: own }) => role === 'owner' && own === listing.id);
	return owns && (await tx.revisions.ownersPublish(listing.municipality));
}

/** Makes changes what the public sees: the trail keeps them, an import leaves them alone, and the entry counts as confirmed. */
async function publish(tx: Queries, listing: Stored, changes: Change[], by: Actor, now: number): Promise<void> {
	const role = may(by, 'listing.publish', scopeOf(listing)) ? 'officer' : 'owner';
	let value: Listing;
	try {
		value = changed(listing, changes);
	} catch (reason) {
		if (reason instanceof z.ZodError) throw new Invalid({ form: 'wrong' });
		throw reason;
	}
	await tx.listings.replace(listing.id, { ...value, confirmedAt: now, confirmedBy: role }, now);
	await tx.batches.keep(listing.id, [...new Set(changes.map(({ field }) => keptAs(field)))], role, now);
	const side = (which: 'before' | 'after') =>
		Object.fromEntries(changes.map((change) => [change.field, change[which]]));
	await tx.audit.add({
		at: now,
		by: `person:${by.id}`,
		action: 'listing.changed',
		listing: listing.id,
		before: side('before'),
		after: side('after'),
	});
}

async function theirs(tx: Queries, by: Actor, id: number): Promise<Stored> {
	const listing = await tx.listings.get(id);
	if (!listing || listing.mergedInto || listing.archivedAt) throw new NotFound('listing.unknown');
	mustBeAllowed(by, 'listing.edit', scopeOf(listing));
	return listing;
}

const scopeOf = ({ id, municipality }: Stored) => ({ listing: id, municipality });

/** Of an entry's fields those that the form asks for, empty ones as null. */
const asked = (kind: Kind, fields: Record<string, unknown>): Record<string, string | null> =>
	Object.fromEntries(editFields[kind].map((field) => [field, (fields[field] as string | null | undefined) ?? null]));
