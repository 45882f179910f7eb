/**
 * So many items that differ as much as they can: the first of each sort, then others, in the order they came.
 * For a glimpse of what there is, where six of the same say little.
 */
export function varied<T>(items: readonly T[], sort: (item: T) => unknown, limit: number): T[] {
	const seen = new Set<unknown>();
	const firsts = items.filter((item) => {
		const isNew = !seen.has(sort(item));
		seen.add(sort(item));
		return isNew;
	});
	const chosen = new Set([...new Set([...firsts, ...items])].slice(0, limit));
	return items.filter((item) => chosen.has(item));
}
