import { words32 } from './growing.ts';

/** What is summed up of some documents that stand in a row. */
export interface Heap {
	count: number;
	/** The place of the first of them. */
	first: number;
	organisations: number;
	venues: number;
	/** Sums, in steps of the world. */
	east: number;
	south: number;
	/** Whether they lie at different points. */
	differs: boolean;
	/** Whether none is known more finely than by its locality. */
	rough: boolean;
}

/** The columns of an order of documents. */
export interface Ordered {
	docs: Uint32Array;
	x: Uint32Array;
	y: Uint32Array;
	/** Place in `kinds`, and 4 for a rough position. */
	facts: Uint8Array;
}

/** Room that every heap uses again. */
const room = words32();

/** Sums up the documents of a mask between two places; null where there are none. */
export function heapOf(ordered: Ordered, words: Uint32Array, from: number, to: number): Heap | null {
	const { x, y, facts } = ordered;
	const places = placesIn(ordered, words, from, to);
	if (places.length === 0) return null;
	const first = places[0]!;
	// Plain numbers, each by itself, and no branch that depends on a document: this runs for each of half a million.
	const [firstX, firstY] = [x[first]!, y[first]!];
	let east = 0;
	let south = 0;
	let differs = 0;
	let rough = 4;
	let organisations = 0;
	let venues = 0;
	for (let at = 0; at < places.length; at++) {
		const place = places[at]!;
		const px = x[place]!;
		const py = y[place]!;
		const fact = facts[place]!;
		differs |= (px ^ firstX) | (py ^ firstY);
		east += px;
		south += py;
		rough &= fact;
		// The kinds are 0, 1 and 2; one less than nothing is all ones.
		organisations += ((fact & 3) - 1) >>> 31;
		venues += fact & 1;
	}
	const count = places.length;
	return { count, first, organisations, venues, east, south, differs: differs !== 0, rough: rough === 4 };
}

/** The places between two that hold a document of a mask. */
function placesIn({ docs }: Ordered, words: Uint32Array, from: number, to: number): Uint32Array {
	const known = words.length * 32;
	const places = room.room(to - from);
	let count = 0;
	for (let place = from; place < to; place++) {
		const doc = docs[place]!;
		// Written over again until it is one that the mask has.
		places[count] = place;
		count += doc < known ? (words[doc >>> 5]! >>> doc) & 1 : 0;
	}
	return places.subarray(0, count);
}

/** Two heaps of one order as one. */
export function together(ordered: Ordered, one: Heap, other: Heap): Heap {
	const [a, b] = [one.first, other.first];
	return {
		count: one.count + other.count,
		first: a,
		organisations: one.organisations + other.organisations,
		venues: one.venues + other.venues,
		east: one.east + other.east,
		south: one.south + other.south,
		differs: one.differs || other.differs || ordered.x[a] !== ordered.x[b] || ordered.y[a] !== ordered.y[b],
		rough: one.rough && other.rough,
	};
}
