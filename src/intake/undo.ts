import { Conflict, NotFound } from '../domain/errors.ts';
import type { Listing } from '../domain/listing.ts';
import type { Batch, BatchChange, RegisterRow } from '../store/batches.ts';
import type { Queries, Store } from '../store/open.ts';
import { carry } from './carried.ts';
import { entryValue, merged } from './merge.ts';

/**
 * Takes a batch back, in one transaction: what it added is archived (and known, so that the same file brings the same
 * entries again), what it changed, confirmed, archived or brought back is as it was, but for what an owner or officer has written.
 * Throws `NotFound`, and `Conflict` when it is taken back already or a later batch of its register stands on it. Gives how many entries it touched.
 * `also`: what else is to be kept if that is, in the same transaction.
 */
export async function undoBatch(
	store: Store,
	id: number,
	at = Math.floor(Date.now() / 1000),
	by = 'operator',
	also?: (tx: Queries) => Promise<void>,
): Promise<number> {
	return store.transaction(async (tx) => {
		const batch = await tx.batches.get(id);
		if (!batch) throw new NotFound('intake_batch_unknown', { batch: id });
		if (batch.undoneAt !== null) throw new Conflict('intake_batch_undone', { batch: id });
		const newest = await tx.batches.newest(batch.register);
		if (newest && newest.id !== id) throw new Conflict('intake_batch_covered', { batch: id, later: newest.id });
		const changes = await tx.batches.changesOf(id);
		await tx.batches.takeBackConfirmations(id);
		const now = new Map((await tx.batches.rows(batch.register)).map((row) => [row.listing, row]));
		// First every key is let go, since two rows may have changed keys with each other.
		for (const { listing } of changes) await tx.batches.dropRowOf(batch.register, listing);
		for (const change of changes) await takeBack(tx, batch, change, at);
		const taken = new Set((await tx.batches.rows(batch.register)).map((row) => row.key));
		for (const { listing, outcome } of changes) {
			const row = outcome === 'added' ? now.get(listing) : undefined;
			if (row && !taken.has(row.key)) await tx.batches.saveRow({ ...row, goneAt: at });
		}
		await tx.batches.markUndone(id, at);
		const municipality = await tx.batches.municipalityOf(batch.register);
		const after = { batch: id, 'import.file': batch.file };
		await tx.audit.add({ at, by, action: 'import.undone', municipality, after });
		await also?.(tx);
		return changes.length;
	});
}

async function takeBack(tx: Queries, batch: Batch, change: BatchChange, at: number): Promise<void> {
	const { listing, outcome } = change;
	const rowBefore = change.rowBefore as RegisterRow | null;
	const before = change.before as Listing | null;
	if (before) {
		const now = await tx.listings.get(listing);
		const value = await withOwn(tx, listing, before);
		await tx.listings.replace(listing, value, at);
		if (now?.mergedInto != null) await carry(tx, listing, entryValue(now), value, at);
	}
	if (outcome === 'added') await tx.listings.archive(listing, 'undone', at);
	if (outcome === 'gone') await tx.listings.restore(listing, at);
	if (outcome === 'returned') await tx.listings.archive(listing, 'gone', at);
	if (rowBefore) await tx.batches.saveRow({ ...rowBefore, register: batch.register, listing });
}

/** The value before a batch, with what an owner or officer has written since. */
async function withOwn(tx: Queries, listing: number, before: Listing): Promise<Listing> {
	const kept = await tx.batches.keptFields(listing);
	const now = kept.length > 0 ? await tx.listings.get(listing) : undefined;
	return now ? merged(entryValue(now), before, kept) : before;
}
