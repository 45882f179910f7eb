import KDBush from 'kdbush';
import { type Bbox, chordOf, type LonLat } from '../domain/geo.ts';
import { countCircles } from './circles.ts';
import type { Columns } from './columns.ts';
import { Kept } from './kept.ts';

/** So many documents may stand outside the tree before it is grown anew, beside a tenth of all. */
const FEW = 2000;
/** From so many points counts are kept: most people ask from the same settlements. */
const MOST_POINTS = 2000;

/** Documents by where they lie: a static kd-tree of those that were there when it was grown, the newer ones one by one. */
export class Spatial {
	readonly #columns: Columns;
	#tree: KDBush | null = null;
	/** Document numbers by their place in the tree. */
	#docs = new Uint32Array();
	#grownTo = 0;
	/** Of the tree, what is there no longer: all that was removed until so many had been; null when nobody has looked. */
	#gone: number[] | null = null;
	#seen = 0;
	readonly #counts = new Kept<Uint32Array>(MOST_POINTS);
	/** How many documents had come and gone when they were counted. */
	#counted = '';

	constructor(columns: Columns) {
		this.#columns = columns;
	}

	/** The documents that lie in a box, in the order of their numbers, dead ones among them. */
	inBox([west, south, east, north]: Bbox): Uint32Array {
		this.grow();
		const found = this.#tree?.range(west, south, east, north) ?? [];
		for (let at = 0; at < found.length; at++) found[at] = this.#docs[found[at]!]!;
		const lon = this.#columns.lon.data;
		const lat = this.#columns.lat.data;
		for (let doc = this.#grownTo; doc < this.#columns.length; doc++) {
			const inside = lon[doc]! >= west && lon[doc]! <= east && lat[doc]! >= south && lat[doc]! <= north;
			if (inside) found.push(doc);
		}
		return Uint32Array.from(found).sort();
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
		const { length, alive } = this.#columns;
		const squareTo = this.#columns.squaresFrom(point);
		const docs = this.#docs;
		const counts = this.#tree
			? countCircles(this.#tree, point, kilometres, (place) => squareTo(docs[place]!))
			: new Uint32Array(kilometres.length);
		const squares = kilometres.map((km) => chordOf(km) ** 2);
		const add = (doc: number, one: 1 | -1) => {
			const square = squareTo(doc);
			for (let at = squares.length - 1; at >= 0 && square <= squares[at]!; at--) counts[at]! += one;
		};
		for (const doc of this.#dead()) add(doc, -1);
		for (let doc = this.#grownTo; doc < length; doc++) if (alive.has(doc)) add(doc, 1);
		return counts;
	}

	/** The documents of the tree that are there no longer. */
	#dead(): readonly number[] {
		const { alive, removed } = this.#columns;
		this.#gone ??= Array.from(this.#docs).filter((doc) => !alive.has(doc));
		for (; this.#seen < removed.length; this.#seen++) {
			const doc = removed[this.#seen]!;
			if (doc < this.#grownTo && !Number.isNaN(this.#columns.lon.data[doc]!)) this.#gone.push(doc);
		}
		return this.#gone;
	}

	/** As it can be written down. */
	freeze() {
		this.grow();
		return { tree: this.#tree && new Uint8Array(this.#tree.data), docs: this.#docs, grownTo: this.#grownTo };
	}

	/** Takes what was written down. */
	thaw({ tree, docs, grownTo }: ReturnType<Spatial['freeze']>): void {
		// A tree reads from the beginning of its memory.
		this.#tree = tree && KDBush.from(tree.slice().buffer);
		this.#docs = docs;
		this.#grownTo = grownTo;
		this.#forgetGone();
	}

	/** Grows the tree anew when much stands outside it; else it is grown by the first question that needs it. */
	grow(): void {
		const { length, lon, lat, alive } = this.#columns;
		if (length - this.#grownTo < FEW + this.#grownTo / 10) return;
		const docs = alive.array().filter((doc) => !Number.isNaN(lon.data[doc]));
		this.#docs = Uint32Array.from(docs);
		this.#grownTo = length;
		this.#forgetGone();
		if (docs.length === 0) {
			this.#tree = null;
			return;
		}
		const tree = new KDBush(docs.length);
		for (const doc of docs) tree.add(lon.data[doc]!, lat.data[doc]!);
		this.#tree = tree.finish();
	}

	#forgetGone(): void {
		this.#gone = null;
		this.#seen = this.#columns.removed.length;
	}
}
