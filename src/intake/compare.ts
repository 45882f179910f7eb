import type { RegisterRow } from '../store/batches.ts';
import type { Store } from '../store/open.ts';
import type { Keyed } from './identity.ts';
import { matchRows } from './match.ts';
import { differences, entryValue, merged } from './merge.ts';
import type { Gone, PlannedRow } from './plan.ts';

export interface Compared {
	rows: PlannedRow[];
	gone: Gone[];
	/** Rows that are gone with nothing to see of it: of two entries that were merged, the one or the other. */
	stays: Gone[];
	/** The newest standing batch of the register. */
	after: number | null;
}

/** Holds the rows of a file against what the register brought before. Reads only. */
export async function compare(
	store: Store,
	municipality: string,
	register: string,
	rows: readonly Keyed[],
): Promise<Compared> {
	const id = await store.batches.register(municipality, register);
	const before = id === undefined ? [] : await store.batches.rows(id);
	const newest = id === undefined ? undefined : await store.batches.newest(id);
	const matched = matchRows(rows, before);
	const planned: PlannedRow[] = [];
	for (const row of rows) planned.push(await plan(store, row, matched.get(row)));
	const still = new Set(matched.values());
	const missing = before.filter((row) => row.goneAt === null && !still.has(row));
	const { gone, stays } = await goneOf(store, missing);
	return { rows: planned, gone, stays, after: newest?.id ?? null };
}

async function plan(store: Store, row: Keyed, known: RegisterRow | undefined): Promise<PlannedRow> {
	const base = { line: row.line, row, rowBefore: known ?? null, differences: [] };
	const added: PlannedRow = { ...base, fate: 'added', value: row.listing, listing: null, before: null };
	if (!known) return added;
	const sameRow = known.key === row.key && known.number === row.number && known.nameKey === row.nameKey;
	const stays = { ...base, value: null, listing: known.listing, before: null };
	if (known.goneAt === null && known.hash === row.hash) return { ...stays, fate: sameRow ? 'unchanged' : 'seen' };
	const stored = await store.listings.get(known.listing);
	if (!stored) return added;
	// The row is known as it is now, so that it is known again; the entry leads to another and is left alone.
	if (stored.mergedInto !== null) return { ...stays, fate: 'seen' };
	const before = entryValue(stored);
	const value = merged(before, row.listing, await store.batches.keptFields(known.listing));
	const changes = differences(before, value);
	const planned = { ...base, value, listing: known.listing, before, differences: changes };
	if (known.goneAt !== null) return { ...planned, fate: 'returned' };
	return changes.length > 0 ? { ...planned, fate: 'changed' } : { ...stays, fate: 'seen' };
}

async function goneOf(store: Store, missing: readonly RegisterRow[]): Promise<Pick<Compared, 'gone' | 'stays'>> {
	const [gone, stays]: [Gone[], Gone[]] = [[], []];
	const leaving = new Set(missing.map(({ register, key }) => `${register} ${key}`));
	for (const rowBefore of missing) {
		const stored = await store.listings.get(rowBefore.listing);
		if (!stored) continue;
		const one = { name: stored.name, listing: rowBefore.listing, rowBefore };
		const others = await store.batches.rowsLeadingTo(rowBefore.listing);
		const left = stored.mergedInto !== null || others.some(({ register, key }) => !leaving.has(`${register} ${key}`));
		(left ? stays : gone).push(one);
	}
	return { gone, stays };
}
