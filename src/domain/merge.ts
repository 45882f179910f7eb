import { z } from 'zod';
import type { Merge } from '../store/merges.ts';
import type { Queries, Store } from '../store/open.ts';
import { type Change, changed, fieldsOf, keptAs } from './change.ts';
import { Conflict, Invalid, NotFound } from './errors.ts';
import type { Photo, Stored } from './listing.ts';
import { mergeChanges, takenBack } from './merge-fields.ts';
import { mustBeAllowed } from './permission.ts';
import type { Actor } from './person.ts';
import { digest } from './secret.ts';

/** Two entries that somebody would make one, or keep apart. `kept` is the one that would stay. */
export interface Two {
	kept: number;
	gone: number;
}

/** Both as they stand, and a digest of what the reviewer sees of them. Throws `NotFound` for what is not theirs or does not stand. */
export async function twoToReview(store: Queries, by: Actor, { kept, gone }: Two) {
	const [one, other] = [await theirs(store, by, kept), await theirs(store, by, gone)];
	if (one.id === other.id || one.kind !== other.kind) throw new NotFound('listing.unknown');
	return { kept: one, gone: other, seen: await seenOf(one, other) };
}

/** Both are looked at as they stood when the form was made: what somebody changed meanwhile has to be seen first. */
const seenOf = (kept: Stored, gone: Stored): Promise<string> =>
	digest(JSON.stringify([kept.id, fieldsOf(kept), gone.id, fieldsOf(gone)]));

/**
 * Makes two entries one, in one transaction: what was chosen of each becomes that of the one kept; the other leads there for
 * ever, and all that was its own follows. Throws `NotFound` for what is not theirs, `Conflict` (`merge.stale` when either
 * was changed since it was looked at, `merge.masked` when one of them alone hides its address), `Invalid` (`form: wrong`)
 * when the result would be no entry. Gives the merge's id.
 */
export async function mergeListings(
	store: Store,
	by: Actor,
	two: Two,
	{ choices, seen }: { choices: Readonly<Record<string, string | undefined>>; seen: string },
	now: number,
): Promise<number> {
	return store.transaction(async (tx) => {
		const { kept, gone, seen: stands } = await twoToReview(tx, by, two);
		if (seen !== stands) throw new Conflict('merge.stale');
		if (kept.masked !== gone.masked) throw new Conflict('merge.masked');
		const changes = mergeChanges(kept, gone, choices);
		const keeps = [...new Set(changes.map(({ field }) => keptAs(field)))];
		const merge = await tx.merges.join({
			...{ kept: kept.id, gone: gone.id, by: by.id, at: now },
			...{ changes, slugBefore: kept.slug, keeps },
		});
		if (changes.length) await tx.listings.replace(kept.id, whole(kept, changes), now);
		const step = { at: now, by: `person:${by.id}` };
		await tx.audit.add({
			...{ ...step, action: 'listing.merged', listing: kept.id },
			...{ before: side(changes, 'before'), after: { ...side(changes, 'after'), 'merge.gone': gone.name, merge } },
		});
		await tx.audit.add({
			...step,
			action: 'listing.merged_away',
			listing: gone.id,
			after: { 'merge.kept': kept.name },
		});
		return merge;
	});
}

/** What undoing a merge would do. */
export interface Undoing {
	merge: Merge;
	kept: Stored;
	gone: Stored;
	/** Fields of the one kept that go back, and those that were changed since and stay. */
	back: Change[];
	stays: string[];
}

/** A merge with its two entries, also one that can't be taken back any more. Throws `NotFound` for what is not theirs. */
export async function mergeShown(store: Queries, by: Actor, id: number) {
	const merge = await store.merges.get(id);
	if (!merge) throw new NotFound('merge.unknown');
	const [kept, gone] = [await store.listings.get(merge.kept), await store.listings.get(merge.gone)];
	if (!kept || !gone) throw new NotFound('merge.unknown');
	for (const { municipality } of [kept, gone]) mustBeAllowed(by, 'listing.merge', { municipality });
	return { merge, kept, gone };
}

/**
 * A merge that can be taken back. Throws `NotFound` for what is not theirs, `Conflict` when it was taken back already
 * (`merge.undone`) or another was made upon it, which has to be taken back first (`merge.later`).
 */
export async function mergeToUndo(store: Queries, by: Actor, id: number): Promise<Undoing> {
	const { merge, kept, gone } = await mergeShown(store, by, id);
	if (merge.undoneAt !== null) throw new Conflict('merge.undone');
	if (kept.mergedInto !== null || (await store.merges.newest(merge.kept))?.id !== id) throw new Conflict('merge.later');
	return { merge, kept, gone, ...takenBack(kept, gone, merge.changes) };
}

/**
 * Takes a merge back, in one transaction. What was changed in the one kept since then stays with it, and so does what was
 * added to it. Throws as `mergeToUndo`.
 */
export async function undoMerge(store: Store, by: Actor, id: number, now: number): Promise<void> {
	await store.transaction(async (tx) => {
		const { merge, kept, gone, back: wanted } = await mergeToUndo(tx, by, id);
		const back = await withPhotosLeft(tx, wanted);
		await tx.merges.part(merge, by.id, now);
		// Its register has dropped it meanwhile: then it stands no more.
		if (await tx.batches.goneFromAll(gone.id)) await tx.listings.archive(gone.id, 'gone', now);
		if (back.length) await tx.listings.replace(kept.id, whole(kept, back), now);
		if (back.some(({ field }) => field === 'name')) await tx.merges.readdress(kept.id, merge.slugBefore);
		const step = { at: now, by: `person:${by.id}` };
		await tx.audit.add({
			...{ ...step, action: 'listing.unmerged', listing: kept.id },
			...{ before: side(back, 'before'), after: { ...side(back, 'after'), 'merge.gone': gone.name } },
		});
		await tx.audit.add({
			...step,
			action: 'listing.stands_again',
			listing: gone.id,
			after: { 'merge.kept': kept.name },
		});
	});
}

/** Somebody who looked found that two are not one: they are never shown as such again. Throws `NotFound` for what is not theirs. */
export async function keepApart(store: Store, by: Actor, two: Two, now: number): Promise<void> {
	await store.transaction(async (tx) => {
		const { kept, gone } = await twoToReview(tx, by, two);
		await tx.duplicates.setApart(kept.id, gone.id, by.id, now);
		const step = { at: now, by: `person:${by.id}`, action: 'duplicate.declined' };
		await tx.audit.add({ ...step, listing: kept.id, after: { 'merge.other': gone.name } });
		await tx.audit.add({ ...step, listing: gone.id, after: { 'merge.other': kept.name } });
	});
}

async function theirs(store: Queries, by: Actor, id: number): Promise<Stored> {
	const listing = await store.listings.get(id);
	if (!listing?.publishedAt || listing.archivedAt || listing.mergedInto) throw new NotFound('listing.unknown');
	mustBeAllowed(by, 'listing.merge', { municipality: listing.municipality });
	return listing;
}

function whole(kept: Stored, changes: readonly Change[]) {
	try {
		return changed(kept, changes);
	} catch (reason) {
		if (reason instanceof z.ZodError) throw new Invalid({ form: 'wrong' });
		throw reason;
	}
}

/** Pictures that nobody showed any more may have been erased since. */
async function withPhotosLeft(tx: Queries, changes: readonly Change[]): Promise<Change[]> {
	const photos = changes.find(({ field }) => field === 'photos');
	if (!photos) return [...changes];
	const left: Photo[] = [];
	for (const photo of photos.after as Photo[]) if (await tx.photos.bytes(photo.id, 'small')) left.push(photo);
	return changes.map((change) => (change === photos ? { ...photos, after: left } : change));
}

const side = (changes: readonly Change[], which: 'before' | 'after') =>
	Object.fromEntries(changes.map((change) => [change.field, change[which]]));
