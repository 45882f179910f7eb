import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { Query } from '../domain/query.ts';
import type { Facets } from '../domain/search.ts';
import { type Columns, setNames } from './columns.ts';
import { allMustHold, type FilterName } from './filters.ts';
import { timeCounter } from './times.ts';

/** The documents left when every filter but one is applied. */
export function without(alive: BitSet, sets: Map<FilterName, BitSet>, left: FilterName | null): BitSet {
	const result = alive.clone();
	for (const [name, set] of sets) if (name !== left) result.intersection(set);
	return result;
}

/** How many would be left for each value of each filter. `left` are the documents when all filters are applied, `list` the same. */
export function facetCounts(
	columns: Columns,
	sets: Map<FilterName, BitSet>,
	{ left, list }: { left: BitSet; list: readonly number[] },
	query: Query,
	now: number,
): Facets {
	const facets = Object.fromEntries(setNames.map((name) => [name, {}])) as Facets;
	const whole = tally(columns, list);
	const others = new Map<FilterName, Uint32Array>();
	for (const name of setNames)
		if (!allMustHold.includes(name) && sets.has(name))
			others.set(name, tally(columns, without(columns.alive, sets, name).array()));
	columns.values.forEach(({ set, value }, place) => {
		const count = (others.get(set) ?? whole)[place]!;
		if (count > 0) facets[set][value] = count;
	});
	facets.audience = forEveryoneToo(
		columns,
		sets.has('audience') ? without(columns.alive, sets, 'audience') : left,
		facets,
	);
	const anyTime = sets.has('time') ? without(columns.alive, sets, 'time').array() : list;
	return { ...facets, ...timeCounts(columns, anyTime, query, now) };
}

/** How many of some documents have each value, by its place in `columns.values`. */
function tally(columns: Columns, list: readonly number[]): Uint32Array {
	const counts = new Uint32Array(columns.values.length);
	for (const doc of list) columns.tally(doc, counts);
	return counts;
}

/** Choosing an audience keeps what is for everyone, so its count does too. */
function forEveryoneToo(columns: Columns, left: BitSet, { audience }: Facets): Record<string, number> {
	const everyone = columns.setOf('audience', 'everyone');
	if (!everyone) return audience;
	const result: Record<string, number> = {};
	// What nobody left names is no choice, though those that are for everyone would be there.
	for (const value of Object.keys(audience))
		result[value] = columns.setOf('audience', value)!.new_union(everyone).intersection_size(left);
	return result;
}

function timeCounts(columns: Columns, list: readonly number[], query: Query, now: number) {
	const counter = timeCounter(columns.times, query, now);
	for (const doc of list) counter.count(doc);
	return counter.counts();
}
