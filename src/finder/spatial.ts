import KDBush from 'kdbush';
import type { Bbox } from '../domain/geo.ts';
import type { Columns } from './columns.ts';

/** So many documents may stand outside the tree before it is grown anew, beside a tenth of all. */
const FEW = 2000;

/** Documents by where they lie: a static kd-tree of those that were there when it was grown, the newer ones one by one. */
export class Spatial {
	readonly #columns: Columns;
	#tree: KDBush | null = null;
	/** Document numbers by their place in the tree. */
	#docs = new Uint32Array();
	#grownTo = 0;

	constructor(columns: Columns) {
		this.#columns = columns;
	}

	/** Calls `each` with the documents that lie in a box, dead ones among them. */
	within(box: Bbox, each: (doc: number) => void): void {
		this.grow();
		const [west, south, east, north] = box;
		for (const place of this.#tree?.range(west, south, east, north) ?? []) each(this.#docs[place]!);
		const lon = this.#columns.lon.data;
		const lat = this.#columns.lat.data;
		for (let doc = this.#grownTo; doc < this.#columns.length; doc++) {
			const inside = lon[doc]! >= west && lon[doc]! <= east && lat[doc]! >= south && lat[doc]! <= north;
			if (inside) each(doc);
		}
	}

	/** The documents that are there and lie in a box. */
	alive(box: Bbox): Uint32Array {
		const { alive } = this.#columns;
		const docs: number[] = [];
		this.within(box, (doc) => {
			if (alive.has(doc)) docs.push(doc);
		});
		return Uint32Array.from(docs);
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
	}

	/** Grows the tree anew when much stands outside it; else it is grown by the first question that needs it. */
	grow(): void {
		const { length, lon, lat, alive } = this.#columns;
		if (length - this.#grownTo < FEW + this.#grownTo / 10) return;
		const docs = alive.array().filter((doc) => !Number.isNaN(lon.data[doc]));
		this.#docs = Uint32Array.from(docs);
		this.#grownTo = length;
		if (docs.length === 0) {
			this.#tree = null;
			return;
		}
		const tree = new KDBush(docs.length);
		for (const doc of docs) tree.add(lon.data[doc]!, lat.data[doc]!);
		this.#tree = tree.finish();
	}
}
