import type { RegisterRow } from '../store/batches.ts';
import type { Keyed } from './identity.ts';

/**
 * Finds for each row the entry that the register knew before: by the same key; else by the organisation number, else by
 * an unchanged value, else the name, where these are the only ones on both sides and the old key is not in the file any more.
 */
export function matchRows(rows: readonly Keyed[], before: readonly RegisterRow[]): Map<Keyed, RegisterRow> {
	const matched = new Map<Keyed, RegisterRow>();
	const byKey = new Map(before.map((row) => [row.key, row]));
	const inFile = new Set(rows.map((row) => row.key));
	for (const row of rows) {
		const same = byKey.get(row.key);
		if (same) matched.set(row, same);
	}
	const free = () => {
		const used = new Set(matched.values());
		return before.filter((row) => !used.has(row) && !inFile.has(row.key));
	};
	const open = () => rows.filter((row) => !matched.has(row));
	pair(matched, open(), free(), (row) => row.number);
	// Without a change it is the same, also when a namesake has come or gone and its key is another.
	pair(matched, open(), free(), (row) => row.hash);
	pair(matched, open(), free(), (row) => row.nameKey);
	return matched;
}

type Named = { number: string | null; nameKey: string; hash: string };

function pair(
	matched: Map<Keyed, RegisterRow>,
	rows: Keyed[],
	before: RegisterRow[],
	keyOf: (row: Named) => string | null,
) {
	const old = uniqueBy(before, keyOf);
	for (const [key, row] of uniqueBy(rows, keyOf)) {
		const same = old.get(key);
		if (same) matched.set(row, same);
	}
}

/** What has a key that nothing else has. */
function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T> {
	const found = new Map<string, T | null>();
	for (const item of items) {
		const key = keyOf(item);
		if (key) found.set(key, found.has(key) ? null : item);
	}
	return new Map([...found].filter((entry): entry is [string, T] => entry[1] !== null));
}
