import { TypedFastBitSet as BitSet } from 'typedfastbitset';
import { Aside } from './aside.ts';
import { Docs, type Tally } from './docs.ts';
import type { Filter, FilterName } from './filters.ts';
import { words16, words32 } from './growing.ts';
import { bitCount, Overlay, passing } from './overlay.ts';
import { placesInBoth } from './sift.ts';

/** What a query leaves, and what it would leave with one of its filters set aside: from that the counts of its values are taken. */
export interface Drilled {
	/** Left when every filter is applied. Good until the next question. */
	left: Docs;
	/** The place of each in what was drilled through; null where it is all of it, or where that was everything. */
	places: Uint32Array | null;
	/** Left when this filter is set aside. Good until it is asked for another, or the next question. */
	aside(name: FilterName): Aside;
}

/** Room that every question uses again: lists of half a million numbers are not made anew for each. */
const leftRoom = words32();
const placeRoom = words32();
const asideRoom = words32();
const onlyRoom = words32();
const failedRoom = words16();

type Room = ReturnType<typeof words32>;
type Filters = ReadonlyMap<FilterName, Filter>;

interface Counting {
	tally: Tally;
	/** No document has a number as great as this. */
	length: number;
}

interface Whole {
	/** Every document that is there. */
	all: Docs;
	alive: BitSet;
	tally: Tally;
	/** What one filter leaves by itself. */
	alone(filter: Filter): Docs;
}

/** Bits in a word of a set. */
const WORD = 32;
/** What is fewer than one in so many documents is gone through one by one; what is more is laid over each other bit by bit. */
const ONE_BY_ONE = 32;

/** Of documents with a word it is worth it from one in so many. */
const MANY = 16;
/** So many times. */
const FAR_FEWER = 8;

/** Drills through every document that is there. */
export function drillAll(whole: Whole, filters: Filters): Drilled {
	const { all, alive, tally } = whole;
	const [first, ...rest] = [...filters.values()].sort((a, b) => a.size - b.size);
	if (!first) return { left: all, places: null, aside: () => new Aside(all) };
	if (rest.length === 0) return { left: whole.alone(first), places: null, aside: () => new Aside(all) };
	// What was gone through by the way tells nothing of the whole, so there are no places.
	if (first.size * ONE_BY_ONE > all.list.length)
		return { ...drillBits(all, alive.words, filters, tally), places: null };
	const others = new Map(rest.map((filter) => [filter.name, filter]));
	const drilled = drillList(whole.alone(first), others, { tally, length: alive.words.length * WORD });
	return {
		...drilled,
		places: null,
		aside: (name) => (name === first.name ? new Aside(leave(whole, rest)) : drilled.aside(name)),
	};
}

/** What several filters leave of everything, or one. */
function leave(whole: Whole, filters: readonly Filter[]): Docs {
	const [first, ...rest] = filters as [Filter, ...Filter[]];
	if (rest.length === 0) return whole.alone(first);
	const { alive, tally } = whole;
	const list = () => listed(BitSet.fromWords(passing(alive.words, filters)), asideRoom);
	return new Docs(list, (docs) => tally(docs.list));
}

/** The members of a set in order, bit by bit: several times as quick as by a call for each. */
export function listed(set: BitSet, room: Room): Uint32Array {
	const list = room.room(set.size());
	const { words } = set;
	let at = 0;
	for (let place = 0; place < words.length; place++)
		for (let left = words[place]!; left !== 0; left &= left - 1)
			list[at++] = place * WORD + 31 - Math.clz32(left & -left);
	return list;
}

/** What all filters leave of some documents, where nothing is to be set aside: the others see only what the narrowest leaves. */
export function drillStraight(docs: Docs, filters: Filters, { tally, length }: Counting): Drilled {
	const [first, ...rest] = [...filters.values()].sort((a, b) => a.size - b.size);
	if (!first?.known || rest.length === 0) return drillList(docs, filters, { tally, length });
	const room = placeRoom.room(docs.list.length);
	const some = room.subarray(0, placesInBoth(docs.list, first.known, room));
	const narrow = leftOf(docs, some, tally);
	const failed = failedRoom.room(some.length).fill(0);
	for (const filter of rest) filter.sift(narrow, failed, 1);
	let count = 0;
	for (let at = 0; at < failed.length; at++) if (failed[at] === 0) some[count++] = some[at]!;
	const places = some.subarray(0, count);
	return { left: leftOf(docs, places, tally), places, aside: () => new Aside(docs) };
}

/** Drills through some documents, all of them there. */
export function drillList(docs: Docs, filters: Filters, { tally, length }: Counting): Drilled {
	const [first] = filters.values();
	const whole = new Aside(docs);
	if (!first) return { left: docs, places: null, aside: () => whole };
	if (filters.size === 1) return drillOne(docs, first, tally);
	if (docs.list.length * MANY > length) return drillBits(docs, bitsOfDocs(docs, length), filters, tally);
	const failed = failedRoom.room(docs.list.length).fill(0);
	const names = [...filters.keys()];
	names.forEach((name, at) => {
		filters.get(name)!.sift(docs, failed, 1 << at);
	});
	const places = placesFailing(0, failed, placeRoom);
	const left = leftOf(docs, places, tally);
	const aside = (name: FilterName) => {
		const only = placesFailing(1 << names.indexOf(name), failed, onlyRoom);
		return new Aside(docs, { left, places, only, list: gathered(docs.list, only, asideRoom) });
	};
	return { left, places, aside };
}

function drillOne(docs: Docs, filter: Filter, tally: Tally): Drilled {
	// Of a filter that leaves far fewer it is quicker to find them first.
	const few = filter.size * FAR_FEWER < docs.list.length;
	const list = filter.known ?? (few ? filter.list() : null);
	const room = placeRoom.room(docs.list.length);
	const aside = () => new Aside(docs);
	if (list) {
		const places = room.subarray(0, placesInBoth(docs.list, list, room));
		return { left: leftOf(docs, places, tally), places, aside };
	}
	const failed = failedRoom.room(docs.list.length).fill(0);
	filter.sift(docs, failed, 1);
	const places = placesFailing(0, failed, placeRoom);
	return { left: leftOf(docs, places, tally), places, aside };
}

/** Drills through documents that are many, all at once by their bits. */
function drillBits(docs: Docs, bits: Uint32Array, filters: Filters, tally: Tally): Drilled {
	const overlay = new Overlay(bits, [...filters.values()]);
	const { list, places } = placed(overlay.left(), bits, leftRoom, placeRoom);
	const left = new Docs(
		() => list,
		() => tally(list),
	);
	const aside = (name: FilterName) => {
		const { list, places: only } = placed(overlay.failingOnly(filters.get(name)!), bits, asideRoom, onlyRoom);
		return new Aside(docs, { left, places, only, list });
	};
	return { left, places, aside };
}

/** The members of a set, and the place of each among those of another that holds them all. */
function placed(words: Uint32Array, among: Uint32Array, listRoom: Room, placesRoom: Room) {
	const size = BitSet.fromWords(words).size();
	const [list, places] = [listRoom.room(size), placesRoom.room(size)];
	let at = 0;
	let before = 0;
	for (let word = 0; word < words.length; word++) {
		const all = among[word]!;
		for (let left = words[word]!; left !== 0; left &= left - 1) {
			const bit = left & -left;
			list[at] = word * WORD + 31 - Math.clz32(bit);
			places[at++] = before + bitCount(all & (bit - 1));
		}
		before += bitCount(all);
	}
	return { list, places };
}

/** A bit for each of some documents; kept with those that are asked for again. */
export function bitsOfDocs(docs: Docs, length: number): Uint32Array {
	return docs.made('bits', length, () => {
		const words = new Uint32Array(Math.ceil(length / WORD));
		const { list } = docs;
		for (let at = 0; at < list.length; at++) words[list[at]! >>> 5]! |= 1 << list[at]!;
		return words;
	});
}

function leftOf({ list }: Docs, places: Uint32Array, tally: Tally): Docs {
	const left = gathered(list, places, leftRoom);
	return new Docs(
		() => left,
		() => tally(left),
	);
}

function gathered(list: Uint32Array, places: Uint32Array, room: Room): Uint32Array {
	const some = room.room(places.length);
	for (let at = 0; at < places.length; at++) some[at] = list[places[at]!]!;
	return some;
}

/** The places of what has failed just this, in order. */
function placesFailing(mark: number, failed: Uint16Array, room: Room): Uint32Array {
	const places = room.room(failed.length);
	let count = 0;
	for (let place = 0; place < failed.length; place++) {
		// Written over again until it is one that has.
		places[count] = place;
		// One less than nothing is all ones; no branch that depends on a document.
		count += ((failed[place]! ^ mark) - 1) >>> 31;
	}
	return places.subarray(0, count);
}
