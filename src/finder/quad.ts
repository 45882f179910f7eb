import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { Bbox } from '../domain/geo.ts';
import { BITS, type TileAt } from '../domain/mercator.ts';
import { kinds } from '../domain/taxonomies.ts';
import { type Cell, cellsOfFew, ROUGH } from './cells.ts';
import type { Columns } from './columns.ts';
import { listed } from './drill.ts';
import { words32 } from './growing.ts';
import { type Heap, heapOf, type Ordered, together } from './heaps.ts';

/** The order knows so many bits of each direction: cells of a zoom up to this are a stretch of it. */
export const DEEPEST = 16;
/** What is summed up of everything is kept for cells of this zoom; those of a wider one are put together of them. */
const BROAD = 10;
const BROAD_SHIFT = 2 * (DEEPEST - BROAD);
/** Of so many documents in a tile it is worth to see first whether the mask has fewer than one in so many. */
const MANY = 20_000;
const FEW_OF = 6;
/** So many documents may stand outside the order before it is made anew, beside a tenth of all. */
const FEW = 2000;
/** Room that every tile uses again. */
const maskRoom = words32();

/**
 * Documents in the order of their tiles (Morton, 1966): the four quarters of a tile one after the other, and so on within
 * each, so that every cell of every zoom is one stretch. What a tile needs of a document stands beside it in the same order.
 * Newer documents come one by one after it.
 */
export class Quad {
	readonly #columns: Columns;
	#keys = new Uint32Array();
	#ordered: Ordered = {
		docs: new Uint32Array(),
		x: new Uint32Array(),
		y: new Uint32Array(),
		facts: new Uint8Array(),
	};
	#grownTo = 0;
	/** Of everything, what is summed up of each broad cell, by the place it begins at. */
	readonly #heaps = new Map<number, Heap | null>();
	/** So many of the documents that were taken out have been left out of it. */
	#removed = 0;
	/** Those that came after the order was made and have a position. */
	#added: number[] = [];
	#addedTo = 0;

	constructor(columns: Columns) {
		this.#columns = columns;
	}

	/** The documents of a mask that lie in a tile; the newer ones last. */
	docsIn(mask: BitSet, at: TileAt): Uint32Array {
		this.grow();
		const { x, y } = this.#columns;
		const shift = BITS - at.z;
		const inside = (doc: number) => at.z === 0 || (x.data[doc]! >>> shift === at.x && y.data[doc]! >>> shift === at.y);
		const found: number[] = [];
		const { from, to } = this.#stretchOf(at);
		for (let place = from; place < to; place++) {
			const doc = this.#ordered.docs[place]!;
			if (mask.has(doc) && inside(doc)) found.push(doc);
		}
		for (const doc of this.#newer(mask)) if (inside(doc)) found.push(doc);
		return Uint32Array.from(found);
	}

	/**
	 * The documents of a mask that lie in a tile, by cells that are the tiles of a deeper zoom (at most `DEEPEST`). Of each cell
	 * `most` documents are named, for where all of it lies at one point.
	 */
	cellsIn(mask: BitSet, at: TileAt, zoom: number, most = 0): Cell[] {
		this.grow();
		const { from, to } = this.#stretchOf(at);
		const few = to - from > MANY && mask.size() * FEW_OF < to - from;
		const cells = few
			? cellsOfFew(this.#columns, listed(mask, maskRoom), at, zoom, most)
			: this.#cells(mask, { from, to, zoom, most });
		// Those few are all there are, the newer ones among them.
		return few ? cells : this.#withNewer(cells, mask, at, zoom, most);
	}

	#cells(mask: BitSet, { from, to, zoom, most }: { from: number; to: number; zoom: number; most: number }): Cell[] {
		const everything = mask === this.#columns.alive && zoom <= BROAD;
		const shift = 2 * (DEEPEST - zoom);
		const cells: Cell[] = [];
		for (let place = from; place < to; ) {
			const end = Math.min(to, this.#endOf(place, shift));
			const heap = everything ? this.#broad(place, end) : heapOf(this.#ordered, mask.words, place, end);
			if (heap) cells.push(this.#cellOf(heap, mask, { from: place, to: end, most }));
			place = end;
		}
		return cells;
	}

	/** Where the cell ends that a place lies in. */
	#endOf(place: number, shift: number): number {
		const key = cellOf(this.#keys[place]!, shift);
		return leapWhile(this.#keys, place, (one) => cellOf(one, shift) === key);
	}

	/** What is summed up of everything between two places that begin and end broad cells: those are kept. */
	#broad(from: number, to: number): Heap | null {
		this.#forgetRemoved();
		let sum: Heap | null = null;
		for (let place = from; place < to; ) {
			const end = this.#endOf(place, BROAD_SHIFT);
			let heap = this.#heaps.get(place);
			if (heap === undefined) {
				heap = heapOf(this.#ordered, this.#columns.alive.words, place, end);
				this.#heaps.set(place, heap);
			}
			sum = sum && heap ? together(this.#ordered, sum, heap) : (sum ?? heap);
			place = end;
		}
		return sum;
	}

	/** The broad cells of what was taken out are summed up anew when they are asked for next. */
	#forgetRemoved(): void {
		const { removed, x, y } = this.#columns;
		for (; this.#removed < removed.length; this.#removed++) {
			const doc = removed[this.#removed]!;
			const key = keyOf(x.data[doc]! >>> DEEPEST, y.data[doc]! >>> DEEPEST);
			this.#heaps.delete(lowest(this.#keys, ((key >>> BROAD_SHIFT) << BROAD_SHIFT) >>> 0));
		}
	}

	#cellOf(heap: Heap, mask: BitSet, { from, to, most }: { from: number; to: number; most: number }): Cell {
		const { count, organisations, venues, east, south, differs, rough, first } = heap;
		return {
			...{ doc: this.#ordered.docs[first]!, count, ofKind: [organisations, venues, count - organisations - venues] },
			...{ x: east / count, y: south / count, same: !differs, approximate: rough },
			docs: !differs && most ? this.#some(mask, from, to, most) : [],
		};
	}

	/** The box in which the documents of a mask lie, of those in a box that they may lie in; null when none does. */
	extent(mask: BitSet, within: Bbox): Bbox | null {
		const [lon, lat] = [this.#columns.lon.data, this.#columns.lat.data];
		const { words } = mask;
		let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
		for (let place = 0; place < words.length; place++)
			for (let left = words[place]!; left !== 0; left &= left - 1) {
				const doc = place * 32 + 31 - Math.clz32(left & -left);
				const px = lon[doc]!;
				const py = lat[doc]!;
				// Not a number lies nowhere.
				if (!(px >= within[0] && px <= within[2] && py >= within[1] && py <= within[3])) continue;
				if (px < west) west = px;
				if (px > east) east = px;
				if (py < south) south = py;
				if (py > north) north = py;
			}
		return west === Infinity ? null : [west, south, east, north];
	}

	#some(mask: BitSet, from: number, to: number, most: number): number[] {
		const some: number[] = [];
		for (let place = from; place < to && some.length < most; place++)
			if (mask.has(this.#ordered.docs[place]!)) some.push(this.#ordered.docs[place]!);
		return some;
	}

	#withNewer(cells: Cell[], mask: BitSet, at: TileAt, zoom: number, most: number): Cell[] {
		const newer = this.#newer(mask);
		if (newer.length === 0) return cells;
		const { x, y, kind, precision } = this.#columns;
		const [outside, within] = [BITS - at.z, BITS - zoom];
		const name = (px: number, py: number) => Math.floor(px / 2 ** within) * 2 ** BITS + Math.floor(py / 2 ** within);
		const byName = new Map(cells.map((cell) => [name(cell.x, cell.y), cell]));
		for (const doc of newer) {
			const [px, py] = [x.data[doc]!, y.data[doc]!];
			if (at.z > 0 && (px >>> outside !== at.x || py >>> outside !== at.y)) continue;
			const rough = precision.data[doc]! >= ROUGH;
			const cell = byName.get(name(px, py));
			if (cell) {
				cell.same &&= cell.x === px && cell.y === py;
				cell.x = (cell.x * cell.count + px) / (cell.count + 1);
				cell.y = (cell.y * cell.count + py) / (cell.count + 1);
				cell.count++;
				cell.ofKind[kind.data[doc]!]!++;
				cell.approximate &&= rough;
				cell.docs = cell.same && cell.docs.length < most ? [...cell.docs, doc] : cell.same ? cell.docs : [];
				continue;
			}
			const ofKind = kinds.map((_, place) => (place === kind.data[doc] ? 1 : 0));
			const docs = most ? [doc] : [];
			const made: Cell = { doc, count: 1, ofKind, x: px, y: py, same: true, approximate: rough, docs };
			byName.set(name(px, py), made);
			cells.push(made);
		}
		return cells;
	}

	/** The documents of a mask that have a position and came after the order was made. */
	#newer(mask: BitSet): number[] {
		const { length, lon } = this.#columns;
		for (; this.#addedTo < length; this.#addedTo++)
			if (!Number.isNaN(lon.data[this.#addedTo]!)) this.#added.push(this.#addedTo);
		return this.#added.filter((doc) => mask.has(doc));
	}

	/** Where a tile lies in the order; a tile deeper than the order knows lies somewhere in its ancestor. */
	#stretchOf(at: TileAt): { from: number; to: number } {
		const up = Math.max(0, at.z - DEEPEST);
		const deep = DEEPEST - (at.z - up);
		const first = keyOf((at.x >>> up) * 2 ** deep, (at.y >>> up) * 2 ** deep);
		const from = lowest(this.#keys, first);
		return { from, to: deep === DEEPEST ? this.#keys.length : lowest(this.#keys, first + 4 ** deep) };
	}

	/** Makes the order anew when so many documents stand outside it; without a number, when it is worth it. */
	grow(least = FEW + this.#grownTo / 10): void {
		const { length, alive, lon, x, y, kind, precision } = this.#columns;
		if (length - this.#grownTo < least) return;
		const placed = new Uint32Array(alive.size());
		const keys = new Uint32Array(placed.length);
		let count = 0;
		for (let doc = 0; doc < length; doc++) {
			if (!alive.has(doc) || Number.isNaN(lon.data[doc]!)) continue;
			placed[count] = doc;
			keys[count++] = keyOf(x.data[doc]! >>> DEEPEST, y.data[doc]! >>> DEEPEST);
		}
		const order = sortedPlaces(keys.subarray(0, count));
		for (let place = 0; place < count; place++) order[place] = placed[order[place]!]!;
		this.#keys = new Uint32Array(count);
		this.#ordered = { docs: order, x: new Uint32Array(count), y: new Uint32Array(count), facts: new Uint8Array(count) };
		for (let place = 0; place < count; place++) {
			const doc = order[place]!;
			this.#ordered.x[place] = x.data[doc]!;
			this.#ordered.y[place] = y.data[doc]!;
			this.#keys[place] = keyOf(x.data[doc]! >>> DEEPEST, y.data[doc]! >>> DEEPEST);
			this.#ordered.facts[place] = kind.data[doc]! | (precision.data[doc]! >= ROUGH ? 4 : 0);
		}
		this.#heaps.clear();
		this.#removed = this.#columns.removed.length;
		this.#added = [];
		this.#addedTo = length;
		this.#grownTo = length;
	}
}

/** A shift by all 32 bits would be none. */
const cellOf = (key: number, shift: number): number => (shift === 32 ? 0 : key >>> shift);

/** The bits of a column and a row (sixteen each) by turns. */
const keyOf = (x: number, y: number): number => (spread(x) | (spread(y) << 1)) >>> 0;

function spread(value: number): number {
	let bits = value & 0xff_ff;
	bits = (bits | (bits << 8)) & 0x00_ff_00_ff;
	bits = (bits | (bits << 4)) & 0x0f_0f_0f_0f;
	bits = (bits | (bits << 2)) & 0x33_33_33_33;
	return (bits | (bits << 1)) & 0x55_55_55_55;
}

/** The first place that holds at least a key. */
function lowest(keys: Uint32Array, key: number): number {
	let [low, high] = [0, keys.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (keys[middle]! < key) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The first place after one up to which all numbers pass, which those do first that stand first. */
function leapWhile(keys: Uint32Array, from: number, passes: (key: number) => boolean): number {
	let step = 1;
	while (from + step < keys.length && passes(keys[from + step]!)) step *= 2;
	let low = from + (step >> 1);
	let high = Math.min(keys.length, from + step);
	while (low + 1 < high) {
		const middle = (low + high) >> 1;
		if (passes(keys[middle]!)) low = middle;
		else high = middle;
	}
	return high;
}

/** The places of some keys in ascending order, equal ones as they stand: by counting, half of the bits at a time. */
function sortedPlaces(keys: Uint32Array): Uint32Array {
	let places = new Uint32Array(keys.length);
	for (let place = 0; place < keys.length; place++) places[place] = place;
	for (const shift of [0, 16]) {
		const starts = new Uint32Array(2 ** 16 + 1);
		for (let place = 0; place < keys.length; place++) starts[((keys[place]! >>> shift) & 0xff_ff) + 1]!++;
		for (let digit = 1; digit < starts.length; digit++) starts[digit]! += starts[digit - 1]!;
		const sorted = new Uint32Array(keys.length);
		for (let at = 0; at < places.length; at++) {
			const place = places[at]!;
			sorted[starts[(keys[place]! >>> shift) & 0xff_ff]!++] = place;
		}
		places = sorted;
	}
	return places;
}
