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

/** Sums up the documents of a mask between two places; null where there are none. */
export function heapOf({ docs, x, y, facts }: Ordered, words: Uint32Array, from: number, to: number): Heap | null {
	const known = words.length * 32;
	// Plain numbers, each by itself: this runs for each of half a million documents.
	let count = 0;
	let east = 0;
	let south = 0;
	let first = 0;
	let differs = 0;
	let rough = 4;
	let organisations = 0;
	let venues = 0;
	for (let place = from; place < to; place++) {
		const doc = docs[place]!;
		if (doc >= known || ((words[doc >>> 5]! >>> (doc & 31)) & 1) === 0) continue;
		if (count === 0) first = place;
		count++;
		const px = x[place]!;
		const py = y[place]!;
		const fact = facts[place]!;
		differs |= (px ^ x[first]!) | (py ^ y[first]!);
		east += px;
		south += py;
		rough &= fact;
		if ((fact & 3) === 0) organisations++;
		else if ((fact & 3) === 1) venues++;
	}
	if (count === 0) return null;
	return { count, first, organisations, venues, east, south, differs: differs !== 0, rough: rough === 4 };
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
