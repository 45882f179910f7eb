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
import { Conflict, Invalid, NotFound } from './errors.ts';
import type { Letter } from './letter.ts';
import type { Listing, Stored } from './listing.ts';
import { parse } from './parse.ts';
import { askedBy, type Located, ownedBy, type Part, type Typed } from './parts/part.ts';
import { looksAfter, may, mustBeAllowed, scopeOf } from './permission.ts';
import type { Actor, Person } from './person.ts';

/** What the form of a part held: what was typed, and which values stood there when it was made. */
export interface Edit {
	part: Part;
	typed: Typed;
	seen: unknown;
}

export type EditResult =
	| { done: 'published' | 'proposed' | 'nothing' }
	/** Somebody else has changed the same meanwhile: nothing is kept yet. */
	| { clashes: Clash[] };

const SeenSchema = z.record(z.string().max(200), z.unknown());

/** What the form of a part begins with: what the public sees, or what this person has waiting. */
export async function formFor(store: Store, by: Actor, listing: Stored, part: Part) {
	mustBeAllowed(by, 'listing.edit', scopeOf(listing));
	const waiting = await store.revisions.open(listing.id, by.id);
	const seen = ownedBy(part, fieldsOf(listing));
	const wanted = waiting ? ownedBy(part, fieldsOf(changed(listing, waiting.changes))) : seen;
	return { seen, typed: part.typed(wanted, listing.kind), last: await store.revisions.last(listing.id, by.id) };
}

/** An entry as this person would have it: with what they have waiting. */
export async function asWanted(store: Queries, by: Actor, listing: Stored): Promise<Listing> {
	const waiting = await store.revisions.open(listing.id, by.id);
	return waiting ? changed(listing, waiting.changes) : listing;
}

/**
 * Somebody who looks after an entry changes a part of it: published at once if they may, else it waits for the
 * municipality. Of two who change the same field the second is told of the first's, and decides. Throws `NotFound` for
 * what is not theirs, `Invalid` for what can't be.
 */
export async function editListing(
	store: Store,
	by: Actor,
	id: number,
	{ part, typed, seen: before }: Edit,
	{ now, places }: { now: number; places: Located },
): Promise<EditResult> {
	const seen = ownedBy(part, parse(SeenSchema, before));
	return store.transaction(async (tx) => {
		const listing = await theirs(tx, by, id);
		const { kind, municipality } = listing;
		const wanted = await part.read(askedBy(part, typed), { kind, listing, municipality, now, store: tx, places });
		const changes = changesBetween(seen, ownedBy(part, wanted));
		const clashes = clashesWith(listing, changes);
		if (clashes.length) return { clashes };
		const fresh = stillWanted(listing, changes);
		const atOnce = fresh.length > 0 && (await publishesAtOnce(tx, by, listing));
		if (atOnce) await publish(tx, listing, fresh, by, now);
		const others = await keepWaiting(tx, by, listing, { part, wait: atOnce ? [] : fresh }, now);
		if (atOnce) {
			const made = { listing: id, municipality, person: by.id, changes: withoutHidden(fresh), published: true };
			await tx.revisions.add(made, now);
			return { done: 'published' };
		}
		return { done: fresh.length || others ? 'proposed' : 'nothing' };
	});
}

/** What a person has waiting of other parts goes on waiting, with what is to wait of this one. Whether anything of others does. */
async function keepWaiting(
	tx: Queries,
	by: Actor,
	listing: Stored,
	{ part, wait }: { part: Part; wait: Change[] },
	now: number,
): Promise<boolean> {
	const waiting = await tx.revisions.open(listing.id, by.id);
	const others = stillWanted(listing, waiting?.changes.filter(({ field }) => !part.owns(field)) ?? []);
	const changes = [...others, ...wait].sort((a, b) => (a.field < b.field ? -1 : 1));
	const { id, municipality } = listing;
	// What was asked for stands with what waits; the trail tells that it was.
	const step = (action: string) => tx.audit.add({ at: now, by: `person:${by.id}`, action, listing: id });
	if (wait.length) await step('revision.proposed');
	if (!waiting && changes.length)
		await tx.revisions.add({ listing: id, municipality, person: by.id, changes, published: false }, now);
	else if (waiting && changes.length) await tx.revisions.rewrite(waiting.id, changes, now);
	else if (waiting) {
		await tx.revisions.decide(waiting.id, { state: 'withdrawn', words: null, by: by.id, now });
		await step('revision.withdrawn');
	}
	return others.length > 0;
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
			await tx.revisions.rewrite(id, withoutHidden(revision.changes), revision.madeAt);
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
	return looksAfter(by, scopeOf(listing), 'owner') && (await tx.revisions.ownersPublish(listing.municipality));
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
	const told = withoutHidden(changes);
	const side = (which: 'before' | 'after') => Object.fromEntries(told.map((change) => [change.field, change[which]]));
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

const HIDDEN = new Set(['street', 'postcode', 'position']);

/** Once an address is kept from the public, neither the trail nor a revision tells what it was. */
function withoutHidden(changes: Change[]): Change[] {
	if (!changes.some(({ field, after }) => field === 'masked' && after === true)) return changes;
	return changes.map((change) => (HIDDEN.has(change.field) ? { ...change, before: null } : change));
}
