import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { FilterName } from './filters.ts';
import { words32 } from './growing.ts';

/** Some documents in the order of their numbers, and how many of them have each value, counted when that is first asked for. */
export class Docs {
	readonly #list: () => Uint32Array;
	readonly #tally: (docs: Docs) => Uint32Array;
	#listed: Uint32Array | null = null;
	#counted: Uint32Array | null = null;
	readonly #named = new Map<string, Record<string, number>>();

	constructor(list: () => Uint32Array, tally: (docs: Docs) => Uint32Array) {
		this.#list = list;
		this.#tally = tally;
	}

	get list(): Uint32Array {
		this.#listed ??= this.#list();
		return this.#listed;
	}

	/** How many have each value, by its place in `columns.values`. */
	get tally(): Uint32Array {
		this.#counted ??= this.#tally(this);
		return this.#counted;
	}

	/** What is made once of the counts, by name. */
	named(name: string, make: () => Record<string, number>): Record<string, number> {
		const known = this.#named.get(name) ?? Object.freeze(make());
		this.#named.set(name, known);
		return known;
	}
}

/** What a query leaves, and what it would leave with one of its filters set aside: from that the counts of its values are taken. */
export interface Drilled {
	/** Left when every filter is applied. Good until the next question. */
	left: Docs;
	/** Left when this filter is set aside. Good until it is asked for another, or the next question. */
	aside(name: FilterName): Docs;
}

/** Room that every question uses again: lists of half a million numbers are not made anew for each. */
const leftRoom = words32();
const asideRoom = words32();
const rooms: ReturnType<typeof words32>[] = [];
const roomOf = (place: number) => {
	rooms[place] ??= words32();
	return rooms[place];
};

type Filters = ReadonlyMap<FilterName, BitSet>;
type Tally = (docs: Uint32Array) => Uint32Array;

/** Drills by sets: each filter is set aside in turn. `all`: every document that is there. `alone`: what one filter leaves, if that is kept. */
export function drillSets(
	all: Docs,
	alive: BitSet,
	sets: Filters,
	{ tally, alone }: { tally: Tally; alone: (name: FilterName, set: BitSet) => Docs | null },
): Drilled {
	const without = (name: FilterName | null, room: ReturnType<typeof words32>): Docs => {
		const others = [...sets].filter(([other]) => other !== name);
		if (others.length === 0) return all;
		const kept = others.length === 1 ? alone(...others[0]!) : null;
		if (kept) return kept;
		const list = () => {
			const result = alive.clone();
			for (const [, set] of others) result.intersection(set);
			return listed(result, room);
		};
		return new Docs(list, (docs) => tally(docs.list));
	};
	return { left: without(null, leftRoom), aside: (name) => without(name, asideRoom) };
}

/** The members of a set in order, bit by bit: several times as quick as by a call for each. */
export function listed(set: BitSet, room: ReturnType<typeof words32>): Uint32Array {
	const list = room.room(set.size());
	const { words } = set;
	let at = 0;
	for (let place = 0; place < words.length; place++)
		for (let left = words[place]!; left !== 0; left &= left - 1)
			list[at++] = place * 32 + 31 - Math.clz32(left & -left);
	return list;
}

/** Drills through the documents that words have left, all of them there. `has`: by document, what is not 0 where it is one of them. */
export function drillList(docs: Docs, has: ArrayLike<number>, sets: Filters, tally: Tally): Drilled {
	const counted = (list: Uint32Array) =>
		new Docs(
			() => list,
			() => tally(list),
		);
	if (sets.size === 0) return { left: docs, aside: () => docs };
	if (sets.size === 1) {
		const [set] = sets.values();
		return { left: counted(meeting(docs.list, has, set!)), aside: () => docs };
	}
	const { left: list, keptOut } = sifted(docs.list, [...sets.values()]);
	const names = [...sets.keys()];
	const left = counted(list);
	return {
		left,
		aside(name) {
			const others = keptOut[names.indexOf(name)]!;
			return new Docs(
				() => merged(list, others),
				() => sum(left.tally, tally(others)),
			);
		},
	};
}

/** What is in a list and a set, by way of the shorter. */
function meeting(docs: Uint32Array, has: ArrayLike<number>, set: BitSet): Uint32Array {
	const { words } = set;
	const list = leftRoom.room(docs.length);
	let at = 0;
	if (docs.length < words.length) {
		for (let place = 0; place < docs.length; place++) {
			const doc = docs[place]!;
			if (doc >>> 5 < words.length && (words[doc >>> 5]! >>> doc) & 1) list[at++] = doc;
		}
		return list.subarray(0, at);
	}
	for (let place = 0; place < words.length; place++)
		for (let bits = words[place]!; bits !== 0; bits &= bits - 1) {
			const doc = place * 32 + 31 - Math.clz32(bits & -bits);
			if (at < docs.length && has[doc]) list[at++] = doc;
		}
	return list.subarray(0, at);
}

/** In one pass, what passes every filter, and for each what that one alone keeps out. */
function sifted(docs: Uint32Array, filters: readonly BitSet[]): { left: Uint32Array; keptOut: Uint32Array[] } {
	const words = filters.map((filter) => filter.words);
	const keptOut = filters.map((_, place) => roomOf(place).room(docs.length));
	const ends = new Uint32Array(filters.length);
	const list = leftRoom.room(docs.length);
	let at = 0;
	for (let place = 0; place < docs.length; place++) {
		const doc = docs[place]!;
		const word = doc >>> 5;
		let failed = -1;
		let fails = 0;
		for (let filter = 0; filter < words.length && fails < 2; filter++) {
			const bits = words[filter]!;
			if (word < bits.length && (bits[word]! >>> doc) & 1) continue;
			failed = filter;
			fails++;
		}
		if (fails === 0) list[at++] = doc;
		else if (fails === 1) keptOut[failed]![ends[failed]!++] = doc;
	}
	return { left: list.subarray(0, at), keptOut: keptOut.map((some, filter) => some.subarray(0, ends[filter]!)) };
}

const sum = (some: Uint32Array, others: Uint32Array): Uint32Array => some.map((count, place) => count + others[place]!);

/** Two lists in order, as one in order. */
function merged(one: Uint32Array, other: Uint32Array): Uint32Array {
	const both = asideRoom.room(one.length + other.length);
	let [a, b] = [0, 0];
	for (let at = 0; at < both.length; at++)
		both[at] = b >= other.length || (a < one.length && one[a]! < other[b]!) ? one[a++]! : other[b++]!;
	return both;
}
