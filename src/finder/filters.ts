import { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { Query } from '../domain/query.ts';
import { seatSteps } from '../domain/search.ts';
import type { Columns } from './columns.ts';
import type { Docs } from './docs.ts';
import type { Moment } from './moment.ts';
import type { Nearness } from './nearness.ts';
import { pick } from './pick.ts';
import { siftByBits, siftByList } from './sift.ts';
import type { Spatial } from './spatial.ts';
import { asksTime } from './times.ts';
import type { SetName } from './values.ts';

/** The parts of a query that each narrow by themselves; a count sets its own part aside. */
export type FilterName = SetName | 'time' | 'age' | 'near' | 'bbox';

/** What passes one part of a query, dead documents among it. */
export interface Filter {
	readonly name: FilterName;
	/** About how many pass. */
	readonly size: number;
	/** Those that pass, in the order of their numbers, where they are kept one by one. */
	readonly known: Uint32Array | null;
	/** The same where they can be found one by one. */
	list(): Uint32Array | null;
	/** A bit for each document, not to be changed; what lies beyond does not pass. */
	bits(): Uint32Array;
	/** Marks which of some documents do not pass: see `siftByBits`. */
	sift(docs: Docs, failed: Uint16Array, mark: number): void;
}

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

interface Parts {
	columns: Columns;
	spatial: Spatial;
	/** Measures from the place of the query, if it has one. */
	near: Nearness | null;
	readonly moment: Moment;
	/** What some values leave together, kept for the next who choose the same. */
	together(name: SetName, values: readonly string[], make: () => Uint32Array): Uint32Array;
}

/** Each part of a query that narrows; without one, no entry. */
export function filtersOf(parts: Parts, query: Query): Map<FilterName, Filter> {
	const filters: Filter[] = [];
	for (const name of listNames) if (query[name].length) filters.push(chosen(parts, name, query[name]));
	if (query.free) filters.push(chosen(parts, 'free', ['true']));
	if (query.seats !== null) filters.push(withRoom(parts, query.seats));
	if (query.age !== null) filters.push(ofBits('age', ofAge(parts.columns, query.age).words));
	if (query.near && query.radius !== null) filters.push(around(parts, query));
	if (query.bbox) filters.push(inside(parts, query));
	if (asksTime(query)) filters.push(ofBits('time', parts.moment.happening(query).words));
	return new Map(filters.map((filter) => [filter.name, filter]));
}

function chosen({ columns, together }: Parts, name: SetName, values: readonly string[]): Filter {
	// An entry that is for everyone is for those who were asked for too.
	const everyone = name === 'audience' ? columns.setOf('audience', 'everyone') : undefined;
	if (values.length === 1 && !everyone) {
		const members = columns.membersOf(name, values[0]!);
		const list = members ? members.list() : new Uint32Array();
		return list ? ofList(name, list, columns.length) : ofBits(name, members!.set().words, members!.size);
	}
	const words = together(name, values, () => {
		const sets = values.map((value) => columns.setOf(name, value) ?? new BitSet());
		const result = sets[0]!.clone();
		for (const set of sets.slice(1)) allMustHold.includes(name) ? result.intersection(set) : result.union(set);
		if (everyone) result.union(everyone);
		return result.words;
	});
	return ofBits(name, words);
}

function ofBits(name: FilterName, words: Uint32Array, size = words.length * 32): Filter {
	return {
		name,
		size,
		known: null,
		list: () => null,
		bits: () => words,
		sift: (docs, failed, mark) => siftByBits(docs.list, words, failed, mark),
	};
}

function ofList(name: FilterName, list: Uint32Array, length: number): Filter {
	return {
		name,
		size: list.length,
		known: list,
		list: () => list,
		bits: () => bitsOf(list, length),
		sift: (docs, failed, mark) => siftByList(docs.list, list, failed, mark),
	};
}

function bitsOf(list: Uint32Array, length: number): Uint32Array {
	const words = new Uint32Array(Math.ceil(length / 32));
	for (let at = 0; at < list.length; at++) words[list[at]! >>> 5]! |= 1 << list[at]!;
	return words;
}

/** A number that is offered has the set of its own value; another is looked for among those of the next smaller. */
function withRoom(parts: Parts, people: number): Filter {
	const { columns, together } = parts;
	const step = seatSteps.findLast((one) => one <= people);
	if (step === people) return chosen(parts, 'seats', [String(step)]);
	const words = together('seats', [String(people)], () => {
		const fits = (doc: number) => columns.seats.data[doc]! >= people;
		if (step === undefined) return pick(columns.length, fits).words;
		return new BitSet(columns.setOf('seats', String(step))?.array().filter(fits)).words;
	});
	return ofBits('seats', words);
}

const ofAge = ({ ageMin, ageMax, length }: Columns, age: number): BitSet =>
	pick(length, (doc) => age >= ageMin.data[doc]! && age <= ageMax.data[doc]!);

/** About so many entries on a square kilometre where there are many: which filter is looked at first is chosen by that. */
const DENSITY = 10;

function around({ columns, spatial, near }: Parts, { near: point, radius }: Query): Filter {
	let found: Uint32Array | null = null;
	const list = () => {
		found ??= spatial.inCircle(point!, radius!);
		return found;
	};
	return {
		name: 'near',
		size: Math.min(columns.length, DENSITY * radius! ** 2),
		known: null,
		list,
		bits: () => bitsOf(list(), columns.length),
		sift: (docs, failed, mark) => near!.siftWithin(docs, radius!, failed, mark),
	};
}

function inside({ columns, spatial }: Parts, { bbox }: Query): Filter {
	return ofList('bbox', spatial.inBox(bbox!), columns.length);
}
