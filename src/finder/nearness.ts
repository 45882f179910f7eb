import { chordKm, chordOf, type LonLat } from '../domain/geo.ts';
import type { Query } from '../domain/query.ts';
import type { Columns } from './columns.ts';
import { doubles } from './growing.ts';

/** Room that every question uses again, and whose it is now: a question measures one list for its filter and its counts alike. */
const room = doubles();
let measured: { by: Nearness; docs: Uint32Array } | null = null;

/** How near documents lie to the point of one question. */
export class Nearness {
	readonly #columns: Columns;
	readonly #point: LonLat;

	constructor(columns: Columns, point: LonLat) {
		this.#columns = columns;
		this.#point = point;
	}

	/** From the place of a query; null when it has none. */
	static of(columns: Columns, { near }: Query): Nearness | null {
		return near && new Nearness(columns, near);
	}

	/** Of each of some documents the square of the chord to the point, not a number without a position. Good until another list is measured. */
	squaresOf(docs: Uint32Array): Float64Array {
		const squares = room.room(docs.length);
		if (this.#has(docs)) return squares;
		this.#columns.squaresTo(this.#point, docs, squares);
		measured = { by: this, docs };
		return squares;
	}

	/** Kilometres to each of some documents, infinite to one without a position. Written into `distances`, which is as long. */
	distancesOf(docs: Uint32Array, distances: Float64Array): Float64Array {
		if (this.#has(docs)) distances.set(room.room(docs.length));
		else this.#columns.squaresTo(this.#point, docs, distances);
		for (let place = 0; place < docs.length; place++) {
			const square = distances[place]!;
			distances[place] = Number.isNaN(square) ? Infinity : chordKm(Math.sqrt(square));
		}
		return distances;
	}

	/** How many of some documents lie within each of some distances; kilometres, ascending. */
	countWithin(docs: Uint32Array, kilometres: readonly number[]): Uint32Array {
		// Squares of chords: no root and no arc for each document.
		const limits = kilometres.map((km) => chordOf(km) ** 2);
		const most = limits.at(-1)!;
		const counts = new Uint32Array(limits.length);
		const squares = this.squaresOf(docs);
		for (let place = 0; place < squares.length; place++) {
			const square = squares[place]!;
			// Without a position it is not a number, and within nothing.
			if (!(square <= most)) continue;
			for (let at = limits.length - 1; at >= 0 && square <= limits[at]!; at--) counts[at]!++;
		}
		return counts;
	}

	#has(docs: Uint32Array): boolean {
		return measured?.by === this && measured.docs === docs;
	}
}
