import type { Points } from './ground.ts';
import { Found, grow, search, type Tree } from './tree.ts';
import { metresOf, vectorsOf } from './vectors.ts';

/** Places made ready to be asked for the nearest; `indexOf` makes it. Plain data: it may be sent between threads. */
export interface Index extends Tree {
	/** So many places there were, also those that were not chosen or have no position. */
	readonly places: number;
}

/** The nearest place of each person. */
export interface Nearest {
	/** Metres, great-circle; Infinity where there is none. */
	readonly metres: Float64Array;
	/** Row of the place among the `Points` that were indexed; -1 where there is none. Of those equally far, the lowest. */
	readonly which: Int32Array;
}

/** The nearest and the next after it, so that one knows at once how far it would be if the nearest closed. */
export interface TwoNearest extends Nearest {
	readonly nextMetres: Float64Array;
	readonly next: Int32Array;
}

/** An index over places, or over those of them that are chosen (rows). A place without a position (NaN) is left out. */
export function indexOf(places: Points, chosen?: ArrayLike<number>): Index {
	const { lon, lat } = places;
	const rows = Int32Array.from(chosen ?? [...lon.keys()]).filter((row) => Number.isFinite(lon[row]! + lat[row]!));
	return { ...grow(vectorsOf(places), rows), places: lon.length };
}

/**
 * The nearest place of everybody, in metres along a great circle of a sphere with the Earth's mean radius: at most 0.6 % off
 * the ellipsoid's, else exact but for rounding (far less than a millimetre, but near the other side of the Earth). None for
 * one whose own position is unknown.
 */
export function nearest(index: Index, people: Points): Nearest {
	const metres = new Float64Array(people.lon.length);
	const which = new Int32Array(people.lon.length);
	forEach(index, people, 1, (row, { squares, rows }) => {
		metres[row] = metresOf(squares[0]!);
		which[row] = rows[0]!;
	});
	return { metres, which };
}

/** The nearest place of everybody and the next one; as `nearest`. */
export function twoNearest(index: Index, people: Points): TwoNearest {
	const size = people.lon.length;
	const metres = new Float64Array(size);
	const which = new Int32Array(size);
	const nextMetres = new Float64Array(size);
	const next = new Int32Array(size);
	forEach(index, people, 2, (row, { squares, rows }) => {
		metres[row] = metresOf(squares[0]!);
		which[row] = rows[0]!;
		nextMetres[row] = metresOf(squares[1]!);
		next[row] = rows[1]!;
	});
	return { metres, which, nextMetres, next };
}

/** The k nearest places of everybody, person after person, the nearest first: `k` numbers each; as `nearest`. */
export function kNearest(index: Index, people: Points, k: number): Nearest {
	const metres = new Float64Array(people.lon.length * k);
	const which = new Int32Array(people.lon.length * k);
	forEach(index, people, k, (row, { squares, rows }) => {
		for (let place = 0; place < k; place++) {
			metres[row * k + place] = metresOf(squares[place]!);
			which[row * k + place] = rows[place]!;
		}
	});
	return { metres, which };
}

/** Calls `each` with what lies nearest to each person, in the order of the people; what it is given is used again for the next. */
function forEach(index: Index, people: Points, k: number, each: (row: number, found: Found) => void): void {
	const vectors = vectorsOf(people);
	const found = new Found(k);
	for (let row = 0; row < people.lon.length; row++) {
		found.clear();
		if (!Number.isNaN(vectors[3 * row]!)) search(index, vectors, row, found);
		each(row, found);
	}
}
