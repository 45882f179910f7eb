import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { Query } from '../domain/query.ts';
import type { Facets } from '../domain/search.ts';
import type { Columns, SetName } from './columns.ts';
import type { FilterName } from './filters.ts';
import { firstFit, timeFacets } from './times.ts';

const setNames = [
	'kind',
	'theme',
	'municipality',
	'audience',
	'language',
	'free',
	'access',
	'venueKind',
	'equipment',
] as const satisfies readonly SetName[];

/** Filters of which all values must hold: one more value is counted within what is chosen. */
const all: readonly SetName[] = ['access', 'equipment'];

/** The documents left when every filter but one is applied. */
export function without(alive: BitSet, sets: Map<FilterName, BitSet>, left: FilterName | null): BitSet {
	const rest = [...sets].filter(([name]) => name !== left).map(([, set]) => set);
	const result = alive.clone();
	for (const set of rest) result.intersection(set);
	return result;
}

/** How many would be left for each value of each filter. */
export function facetCounts(columns: Columns, sets: Map<FilterName, BitSet>, query: Query, now: number): Facets {
	const whole = without(columns.alive, sets, null);
	const facets = {} as Facets;
	for (const name of setNames) {
		const aside = !all.includes(name) && sets.has(name);
		facets[name] = counts(columns.sets[name], aside ? without(columns.alive, sets, name) : whole);
	}
	facets.audience = forEveryoneToo(columns, without(columns.alive, sets, 'audience'), facets);
	return { ...facets, ...timeCounts(columns, without(columns.alive, sets, 'time'), query, now) };
}

function counts(values: Map<string, BitSet>, left: BitSet): Record<string, number> {
	const result: Record<string, number> = {};
	for (const [value, set] of values) {
		const count = set.intersection_size(left);
		if (count) result[value] = count;
	}
	return result;
}

/** Choosing an audience keeps what is for everyone, so its count does too. */
function forEveryoneToo(columns: Columns, left: BitSet, { audience }: Facets): Record<string, number> {
	const everyone = columns.sets.audience.get('everyone');
	if (!everyone) return audience;
	const result: Record<string, number> = {};
	for (const [value, set] of columns.sets.audience) {
		// What nobody left names is no choice, though those that are for everyone would be there.
		if (set.intersection_size(left) > 0) result[value] = set.new_union(everyone).intersection_size(left);
	}
	return result;
}

function timeCounts(
	columns: Columns,
	left: BitSet,
	query: Query,
	now: number,
): Pick<Facets, 'when' | 'weekday' | 'part'> {
	const asked = timeFacets(query, now);
	const result: Pick<Facets, 'when' | 'weekday' | 'part'> = { when: {}, weekday: {}, part: {} };
	const activities = (columns.sets.kind.get('activity') ?? left).new_intersection(left);
	activities.forEach((number) => {
		const doc = columns.docs[number];
		if (!doc || doc.starts.length === 0) return;
		for (const name of ['when', 'weekday', 'part'] as const)
			for (const [value, filter] of asked[name])
				if (firstFit(doc.starts, doc.slots, filter) !== null) result[name][value] = (result[name][value] ?? 0) + 1;
	});
	return result;
}
