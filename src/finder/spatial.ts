import { type Bbox, chordOf, type LonLat } from '../domain/geo.ts';
import { countCircles, goThrough } from './circles.ts';
import type { Columns } from './columns.ts';
import { columnAt, Grid, type Run, rowAt } from './grid.ts';
import { words32 } from './growing.ts';
import { Kept } from './kept.ts';
import { inOrder } from './sift.ts';

/** So many documents may stand outside the grid before it is made anew, beside a tenth of all. */
const FEW = 2000;
/** From so many points counts are kept: most people ask from the same settlements. */
const MOST_POINTS = 2000;
/** Room that every question uses again. */
const room = words32();

const NOTHING = new Grid([], new Float64Array(), new Float64Array());

/** Documents by where they lie: a grid of those that were there when it was made, the newer ones one by one. */
export class Spatial {
	readonly #columns: Columns;
	#grid: Grid = NOTHING;
	#grownTo = 0;
	/** How many had been taken out before. */
	#removed = 0;
	readonly #counts = new Kept<Uint32Array>(MOST_POINTS);
	/** How many documents had come and gone when they were counted. */
	#counted = '';

	constructor(columns: Columns) {
		this.#columns = columns;
	}

	/** The documents that lie in a box, in the order of their numbers, dead ones among them. */
	inBox([west, south, east, north]: Bbox): Uint32Array {
		const [lon, lat] = [this.#columns.lon.data, this.#columns.lat.data];
		const lies = (doc: number) => lon[doc]! >= west && lon[doc]! <= east && lat[doc]! >= south && lat[doc]! <= north;
		return this.#found(lies, ({ whole, edge }) => {
			const [from, to] = [columnAt(west), columnAt(east)];
			const [first, last] = [rowAt(south), rowAt(north)];
			for (let row = first; row <= last; row++) {
				// Only what lies at the edge of the box can lie outside of it.
				const inner = row > first && row < last && to > from;
				if (!inner) {
					edge({ row, from, to: to + 1 });
					continue;
				}
				edge({ row, from, to: from + 1 });
				whole({ row, from: from + 1, to });
				edge({ row, from: to, to: to + 1 });
			}
		});
	}

	/** The documents that lie within so many kilometres of a point, in the order of their numbers, dead ones among them. */
	inCircle(point: LonLat, kilometres: number): Uint32Array {
		const squareTo = this.#columns.squaresFrom(point);
		const most = chordOf(kilometres) ** 2;
		return this.#found(
			(doc) => squareTo(doc) <= most,
			(ways) => goThrough(point, kilometres, ways),
		);
	}

	/** What lies in some cells, or in others and where it is looked for, or stands outside the grid and does. */
	#found(
		lies: (doc: number) => boolean,
		cells: (ways: { whole: (run: Run) => void; edge: (run: Run) => void }) => void,
	): Uint32Array {
		this.grow();
		const { length } = this.#columns;
		const found = room.room(length);
		let count = 0;
		const some = (docs: ArrayLike<number>) => {
			for (let at = 0; at < docs.length; at++) if (lies(docs[at]!)) found[count++] = docs[at]!;
		};
		cells({
			whole: (run) => {
				const docs = this.#grid.docsOf(run);
				for (let at = 0; at < docs.length; at++) found[count++] = docs[at]!;
			},
			edge: (run) => some(this.#grid.docsOf(run)),
		});
		some(this.#grid.outside);
		for (let doc = this.#grownTo; doc < length; doc++) if (lies(doc)) found[count++] = doc;
		return inOrder(found.slice(0, count));
	}

	/** How many of the documents that are there lie within each of some distances from a point; kilometres, ascending. */
	count(point: LonLat, kilometres: readonly number[]): Uint32Array {
		const { length, removed } = this.#columns;
		const state = `${length} ${removed.length}`;
		if (state !== this.#counted) this.#counts.clear();
		this.#counted = state;
		return this.#counts.get(`${point.lon} ${point.lat} ${kilometres}`, () => this.#count(point, kilometres));
	}

	#count(point: LonLat, kilometres: readonly number[]): Uint32Array {
		this.grow();
		const { length, alive, removed } = this.#columns;
		const squareTo = this.#columns.squaresFrom(point);
		const counts = countCircles(this.#grid, point, kilometres, squareTo);
		const squares = kilometres.map((km) => chordOf(km) ** 2);
		const add = (doc: number, one: 1 | -1) => {
			const square = squareTo(doc);
			for (let at = squares.length - 1; at >= 0 && square <= squares[at]!; at--) counts[at]! += one;
		};
		for (let at = this.#removed; at < removed.length; at++) if (removed[at]! < this.#grownTo) add(removed[at]!, -1);
		for (let doc = this.#grownTo; doc < length; doc++) if (alive.has(doc)) add(doc, 1);
		return counts;
	}

	/** Makes the grid anew when so many documents stand outside it; without a number, when it is worth it. */
	grow(least = FEW + this.#grownTo / 10): void {
		const { length, lon, lat, alive, removed } = this.#columns;
		if (length - this.#grownTo < least) return;
		this.#grid = new Grid(alive.array(), lon.data, lat.data);
		this.#grownTo = length;
		this.#removed = removed.length;
	}
}
