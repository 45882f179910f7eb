/** So many municipalities are offered; more can be found by name in the field for a place. */
const MOST = 40;

/** The counts of the municipalities that a page offers: those with most hits, and those already chosen, also where nothing is left. */
export function offered(counts: Record<string, number>, chosen: readonly string[]): Record<string, number> {
	const largest = Object.entries(counts)
		.sort(([, a], [, b]) => b - a)
		.slice(0, MOST);
	const kept = chosen.map((code): [string, number] => [code, counts[code] ?? 0]);
	return Object.fromEntries([...largest, ...kept]);
}
