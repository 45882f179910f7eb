import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { Query } from '../domain/query.ts';
import type { Facets } from '../domain/search.ts';
import { type Columns, type SetName, setNames } from './columns.ts';
import { allMustHold, type FilterName } from './filters.ts';
import { timeCounter } from './times.ts';

/** The documents left when every filter but one is applied. */
export function without(alive: BitSet, sets: Map<FilterName, BitSet>, left: FilterName | null): BitSet {
	const result = alive.clone();
	for (const [name, set] of sets) if (name !== left) result.intersection(set);
	return result;
}

/** How many would be left for each value of each filter. */
export function facetCounts(columns: Columns, sets: Map<FilterName, BitSet>, query: Query, now: number): Facets {
	const facets = Object.fromEntries(setNames.map((name) => [name, {}])) as Facets;
	const whole = tally(columns, without(columns.alive, sets, null));
	for (const name of setNames) {
		const aside = !allMustHold.includes(name) && sets.has(name);
		fill(facets[name], name, columns, aside ? tally(columns, without(columns.alive, sets, name)) : whole);
	}
	facets.audience = forEveryoneToo(columns, without(columns.alive, sets, 'audience'), facets);
	return { ...facets, ...timeCounts(columns, without(columns.alive, sets, 'time'), query, now) };
}

/** How many of the documents left have each value, by its place in `columns.values`. */
function tally(columns: Columns, left: BitSet): Uint32Array {
	const counts = new Uint32Array(columns.values.length);
	left.forEach((number) => {
		for (const place of columns.docs[number]!.values) counts[place]!++;
	});
	return counts;
}

function fill(into: Record<string, number>, name: SetName, { values }: Columns, counts: Uint32Array): void {
	values.forEach(({ set, value }, place) => {
		if (set === name && counts[place]) into[value] = counts[place];
	});
}

/** Choosing an audience keeps what is for everyone, so its count does too. */
function forEveryoneToo(columns: Columns, left: BitSet, { audience }: Facets): Record<string, number> {
	const everyone = columns.sets.audience.get('everyone');
	if (!everyone) return audience;
	const result: Record<string, number> = {};
	// What nobody left names is no choice, though those that are for everyone would be there.
	for (const value of Object.keys(audience))
		result[value] = columns.sets.audience.get(value)!.new_union(everyone).intersection_size(left);
	return result;
}

function timeCounts(columns: Columns, left: BitSet, query: Query, now: number) {
	const counter = timeCounter(query, now);
	const activities = columns.sets.kind.get('activity')?.new_intersection(left);
	activities?.forEach((number) => {
		counter.count(columns.docs[number]!.times);
	});
	return counter.counts();
}
