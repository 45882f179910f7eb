import { z } from 'zod';
import { type Change, changed, changesBetween, fieldsOf, keptAs, same } from '../domain/change.ts';
import type { Listing, Stored } from '../domain/listing.ts';
import type { Merge } from '../store/merges.ts';
import type { Queries } from '../store/open.ts';

/** Changes as a whole: half an address of each entry leads nowhere. */
const ADDRESS = ['street', 'postcode', 'postTown', 'locality', 'position'];
/** No register's to change in an entry that it did not bring. */
const FIXED = new Set(['municipality', 'masked', 'numberNote']);

/** What of a merged-away entry's change reaches the one that it leads to, and whether something else does not. */
export interface Carrying {
	to: Stored;
	changes: Change[];
	left: boolean;
}

/**
 * How an entry that was merged away, from one state to another, changes the one that it leads to: where that says what was
 * chosen of it in the merge, or where nothing else stands behind it in any register any more; and only where it still says
 * what the one merged away said, and nobody has written it since. Turned round it takes the same back. Reads only.
 */
export async function carrying(
	store: Queries,
	gone: number,
	before: Listing,
	after: Listing,
): Promise<Carrying | null> {
	const merge = await store.merges.ofGone(gone);
	const to = merge && (await store.listings.get(merge.kept));
	if (!merge || !to) return null;
	const wanted = changesBetween(fieldsOf(before), fieldsOf(after)).filter(({ field }) => !FIXED.has(field));
	const fields = fieldsOf(to);
	const follows = await following(store, merge, to);
	const takes = ({ field, before: was }: Change) => follows(field) && same(fields[field], was);
	const of = fieldsOf(before);
	const asOne = follows('address') && ADDRESS.every((field) => same(fields[field], of[field]));
	const changes = wanted.filter((change) => (ADDRESS.includes(change.field) ? asOne : takes(change)));
	const left = wanted.some((change) => !changes.includes(change) && !same(fields[change.field], change.after));
	return fits(to, changes) ? { to, changes, left } : { to, changes: [], left: true };
}

/** Which fields follow; `address` is all of it. */
async function following(store: Queries, merge: Merge, to: Stored): Promise<(group: string) => boolean> {
	const fieldsIn = (group: string) => (group === 'address' ? ADDRESS : [group]);
	const chosen = new Set(merge.changes.map(({ field }) => field));
	const wasChosen = (group: string) => fieldsIn(group).some((field) => chosen.has(field));
	if (!(await store.batches.goneFromAll(to.id))) return wasChosen;
	const kept = new Set(await store.batches.keptFields(to.id));
	return (group) => wasChosen(group) || !fieldsIn(group).some((field) => kept.has(keptAs(field)));
}

function fits(to: Stored, changes: readonly Change[]): boolean {
	try {
		changed(to, changes);
		return true;
	} catch (reason) {
		if (reason instanceof z.ZodError) return false;
		throw reason;
	}
}

/** Makes the change, and on from there, where that entry was merged into another since. */
export async function carry(tx: Queries, gone: number, before: Listing, after: Listing, at: number): Promise<void> {
	const found = await carrying(tx, gone, before, after);
	if (!found?.changes.length) return;
	const value = changed(found.to, found.changes);
	await tx.listings.replace(found.to.id, value, at);
	if (found.to.mergedInto !== null) await carry(tx, found.to.id, found.to, value, at);
}
