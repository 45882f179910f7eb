import { TypedFastBitSet as BitSet } from 'typedfastbitset';
import { boxAround, distanceKm, inBox } from '../domain/geo.ts';
import type { Query } from '../domain/query.ts';
import type { Columns, SetName } from './columns.ts';
import { asksTime, firstFit, timeFilter } from './times.ts';

/** The parts of a query that each narrow by themselves; a count sets its own part aside. */
export type FilterName = SetName | 'time' | 'age' | 'near' | 'bbox' | 'q';

/** Within one filter any value will do; of these, all must hold. */
export const allMustHold: readonly SetName[] = ['access', 'equipment'];
const listNames = [
	'kind',
	'theme',
	'municipality',
	'audience',
	'language',
	'access',
	'venueKind',
	'equipment',
] as const;

/** The documents that pass each filter that a query has; without a filter, no entry. */
export function filterSets(columns: Columns, query: Query, now: number): Map<FilterName, BitSet> {
	const sets = new Map<FilterName, BitSet>();
	for (const name of listNames) if (query[name].length) sets.set(name, chosen(columns, name, query[name]));
	if (query.free) sets.set('free', chosen(columns, 'free', ['true']));
	if (query.age !== null) sets.set('age', ofAge(columns, query.age));
	if (query.near && query.radius !== null) sets.set('near', around(columns, query));
	if (query.bbox) sets.set('bbox', inside(columns, query));
	if (asksTime(query)) sets.set('time', atTime(columns, query, now));
	return sets;
}

function chosen(columns: Columns, name: SetName, values: readonly string[]): BitSet {
	const sets = values.map((value) => columns.sets[name].get(value) ?? new BitSet());
	const result = sets[0]!.clone();
	for (const set of sets.slice(1)) allMustHold.includes(name) ? result.intersection(set) : result.union(set);
	// An entry that is for everyone is for those who were asked for too.
	if (name === 'audience') result.union(columns.sets.audience.get('everyone') ?? new BitSet());
	return result;
}

function pick(columns: Columns, fits: (doc: NonNullable<Columns['docs'][number]>) => boolean): BitSet {
	const set = new BitSet();
	columns.docs.forEach((doc, number) => {
		if (doc && fits(doc)) set.add(number);
	});
	return set;
}

const ofAge = (columns: Columns, age: number) =>
	pick(columns, ({ row: { ages } }) => ages !== null && age >= ages.min && age <= ages.max);

function around(columns: Columns, { near, radius }: Query): BitSet {
	const box = boxAround(near!, radius!);
	return pick(columns, ({ row: { position } }) =>
		position !== null && inBox(position, box) ? distanceKm(position, near!) <= radius! : false,
	);
}

const inside = (columns: Columns, { bbox }: Query) =>
	pick(columns, ({ row: { position } }) => position !== null && inBox(position, bbox!));

function atTime(columns: Columns, query: Query, now: number): BitSet {
	const filter = timeFilter(query, now);
	return pick(columns, ({ times }) => firstFit(times, filter) !== null);
}
