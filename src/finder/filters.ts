import { TypedFastBitSet as BitSet } from 'typedfastbitset';
import { boxAround, chordOf } from '../domain/geo.ts';
import type { Query } from '../domain/query.ts';
import { seatSteps } from '../domain/search.ts';
import type { Columns, SetName } from './columns.ts';
import type { Moment } from './moment.ts';
import type { Nearness } from './nearness.ts';
import { pick } from './pick.ts';
import type { Spatial } from './spatial.ts';
import { asksTime } from './times.ts';

/** The parts of a query that each narrow by themselves; a count sets its own part aside. */
export type FilterName = SetName | 'time' | 'age' | 'near' | 'bbox';

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

/** Of more documents than this it is quicker to look at those of a box. */
const FEW = 10_000;

interface Parts {
	columns: Columns;
	spatial: Spatial;
	/** Measures from the place of the query, if it has one. */
	near: Nearness | null;
}

/**
 * The documents that pass each filter that a query has, dead ones among them; without a filter, no entry. `among`: no others
 * matter, if it is given.
 */
export function filterSets(
	parts: Parts & { readonly moment: Moment },
	query: Query,
	among: Uint32Array | null = null,
): Map<FilterName, BitSet> {
	const { columns, spatial } = parts;
	const sets = new Map<FilterName, BitSet>();
	for (const name of listNames) if (query[name].length) sets.set(name, chosen(columns, name, query[name]));
	if (query.free) sets.set('free', chosen(columns, 'free', ['true']));
	if (query.seats !== null) sets.set('seats', withRoom(columns, query.seats));
	if (query.age !== null) sets.set('age', ofAge(columns, query.age));
	if (query.near && query.radius !== null) sets.set('near', around(parts, query, among));
	if (query.bbox) sets.set('bbox', inside(spatial, query));
	if (asksTime(query)) sets.set('time', parts.moment.happening(query));
	return sets;
}

/** Not to be changed: it can be the very set of a value. */
function chosen(columns: Columns, name: SetName, values: readonly string[]): BitSet {
	const sets = values.map((value) => columns.setOf(name, value) ?? new BitSet());
	// An entry that is for everyone is for those who were asked for too.
	const everyone = name === 'audience' ? columns.setOf('audience', 'everyone') : undefined;
	if (sets.length === 1 && !everyone) return sets[0]!;
	const result = sets[0]!.clone();
	for (const set of sets.slice(1)) allMustHold.includes(name) ? result.intersection(set) : result.union(set);
	if (everyone) result.union(everyone);
	return result;
}

/** Not to be changed: what has room for a number that is offered is kept as a set. */
function withRoom(columns: Columns, people: number): BitSet {
	const step = seatSteps.findLast((one) => one <= people);
	const having = step === undefined ? undefined : (columns.setOf('seats', String(step)) ?? new BitSet());
	if (having && step === people) return having;
	const fits = (doc: number) => columns.seats.data[doc]! >= people;
	return having ? new BitSet(having.array().filter(fits)) : pick(columns.length, fits);
}

const ofAge = ({ ageMin, ageMax, length }: Columns, age: number): BitSet =>
	pick(length, (doc) => age >= ageMin.data[doc]! && age <= ageMax.data[doc]!);

function around({ columns, spatial, near }: Parts, query: Query, among: Uint32Array | null): BitSet {
	const most = chordOf(query.radius!) ** 2;
	const words = new Uint32Array(Math.ceil(columns.length / 32));
	if (among && among.length <= FEW) {
		const squares = near!.squaresOf(among);
		for (let place = 0; place < among.length; place++)
			if (squares[place]! <= most) words[among[place]! >>> 5]! |= 1 << among[place]!;
		return BitSet.fromWords(words);
	}
	const squareTo = columns.squaresFrom(query.near!);
	spatial.within(boxAround(query.near!, query.radius!), (doc) => {
		if (squareTo(doc) <= most) words[doc >>> 5]! |= 1 << doc;
	});
	return BitSet.fromWords(words);
}

function inside(spatial: Spatial, { bbox }: Query): BitSet {
	const set = new BitSet();
	spatial.within(bbox!, (doc) => set.add(doc));
	return set;
}
