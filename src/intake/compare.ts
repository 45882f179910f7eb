import type { RegisterRow } from '../store/batches.ts';
import type { Store } from '../store/open.ts';
import { carrying } from './carried.ts';
import type { Keyed } from './identity.ts';
import { matchRows } from './match.ts';
import { differences, entryValue, merged } from './merge.ts';
import type { Gone, PlannedRow } from './plan.ts';
import { type Problem, shown } from './problem.ts';

export interface Compared {
	rows: PlannedRow[];
	gone: Gone[];
	/** Rows that are gone with nothing to see of it: of two entries that were merged, the one or the other. */
	stays: Gone[];
	/** Entries that come back into sight, since one that was merged into them is in the register again. */
	back: Gone[];
	/** Rows of entries that were merged into others, of which something does not reach these. */
	untaken: Problem[];
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
	const untaken: Problem[] = [];
	for (const row of rows) {
		const one = await plan(store, row, matched.get(row));
		planned.push(one);
		const told = await untakenOf(store, one);
		if (told) untaken.push(told);
	}
	const still = new Set(matched.values());
	const missing = before.filter((row) => row.goneAt === null && !still.has(row));
	const { gone, stays } = await goneOf(store, missing, before);
	const back = await backOf(store, planned, before);
	return { rows: planned, gone, stays, back, untaken, after: newest?.id ?? null };
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
	const before = entryValue(stored);
	const value = merged(before, row.listing, await store.batches.keptFields(known.listing));
	const changes = differences(before, value);
	const planned = { ...base, value, listing: known.listing, before, differences: changes };
	// Nothing comes into sight by it: it leads to another. What the register says of it is kept, for when they are parted.
	if (stored.mergedInto !== null)
		return changes.length > 0
			? { ...planned, merged: true, fate: 'changed' }
			: { ...stays, merged: true, fate: 'seen' };
	if (known.goneAt !== null) return { ...planned, fate: 'returned' };
	return changes.length > 0 ? { ...planned, fate: 'changed' } : { ...stays, fate: 'seen' };
}

/** A row whose entry was merged into another, of which something does not reach that one: a person has to look. */
async function untakenOf(store: Store, { line, listing, before, value, merged }: PlannedRow): Promise<Problem | null> {
	if (!merged || listing === null || !before || !value) return null;
	const found = await carrying(store, listing, before, value);
	return found?.left ? { line, field: 'row', reason: 'merged_away', value: shown(found.to.name) } : null;
}

/** Entries that their register had dropped, and that others lead to which it has again. */
async function backOf(store: Store, rows: readonly PlannedRow[], before: readonly RegisterRow[]): Promise<Gone[]> {
	const back = new Map<number, Gone>();
	for (const { merged, listing, rowBefore } of rows) {
		if (!merged || listing === null || rowBefore?.goneAt == null) continue;
		const root = await store.batches.rootOf(listing);
		const own = before.find((row) => row.listing === root?.id);
		const itself = rows.some((row) => row.listing === root?.id);
		if (root?.why === 'gone' && own && !itself)
			back.set(root.id, { name: root.name, listing: root.id, rowBefore: own });
	}
	return [...back.values()];
}

async function goneOf(
	store: Store,
	missing: readonly RegisterRow[],
	before: readonly RegisterRow[],
): Promise<Pick<Compared, 'gone' | 'stays'>> {
	const [gone, stays]: [Gone[], Gone[]] = [[], []];
	const leaving = new Set(missing.map(({ register, key }) => `${register} ${key}`));
	for (const rowBefore of missing) {
		const stored = await store.listings.get(rowBefore.listing);
		if (!stored) continue;
		const one = { name: stored.name, listing: rowBefore.listing, rowBefore };
		const others = await store.batches.rowsLeadingTo(rowBefore.listing);
		const left = stored.mergedInto !== null || others.some(({ register, key }) => !leaving.has(`${register} ${key}`));
		(left ? stays : gone).push(one);
		// Of two that were merged, the one that is seen goes with the last row of either, also when its own went before.
		const root = stored.mergedInto !== null ? await store.batches.rootOf(rowBefore.listing) : undefined;
		const own = root && root.why === null && before.find((row) => row.listing === root.id && row.goneAt !== null);
		if (!own || gone.some(({ listing }) => listing === root.id)) continue;
		const leading = await store.batches.rowsLeadingTo(root.id);
		if (leading.every(({ register, key }) => leaving.has(`${register} ${key}`)))
			gone.push({ name: root.name, listing: root.id, rowBefore: own });
	}
	return { gone, stays };
}
