import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { Bbox } from '../domain/geo.ts';
import { BITS, type TileAt } from '../domain/mercator.ts';
import { kinds } from '../domain/taxonomies.ts';
import { type Cell, ROUGH } from './cells.ts';
import type { Columns } from './columns.ts';

/** The order knows so many bits of each direction: cells of a zoom up to this are a stretch of it. */
export const DEEPEST = 16;
/** So many documents may stand outside the order before it is made anew, beside a tenth of all. */
const FEW = 2000;

/**
 * Documents in the order of their tiles (Morton, 1966): the four quarters of a tile one after the other, and so on within
 * each, so that every cell of every zoom is one stretch. What a tile needs of a document stands beside it in the same order.
 * Newer documents come one by one after it.
 */
export class Quad {
	readonly #columns: Columns;
	#docs: Uint32Array = new Uint32Array();
	#keys = new Uint32Array();
	#x = new Uint32Array();
	#y = new Uint32Array();
	/** Place in `kinds`, and 4 for a rough position. */
	#facts = new Uint8Array();
	#grownTo = 0;

	constructor(columns: Columns) {
		this.#columns = columns;
	}

	/** The documents of a mask that lie in a tile; the newer ones last. */
	docsIn(mask: BitSet, at: TileAt): Uint32Array {
		this.#grow();
		const { x, y } = this.#columns;
		const shift = BITS - at.z;
		const inside = (doc: number) => at.z === 0 || (x.data[doc]! >>> shift === at.x && y.data[doc]! >>> shift === at.y);
		const found: number[] = [];
		const { from, to } = this.#stretchOf(at);
		for (let place = from; place < to; place++) {
			const doc = this.#docs[place]!;
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
		this.#grow();
		const { from, to } = this.#stretchOf(at);
		const cells: Cell[] = [];
		const shift = 2 * (DEEPEST - zoom);
		const { words } = mask;
		const [docs, keys, x, y, facts] = [this.#docs, this.#keys, this.#x, this.#y, this.#facts];
		const known = words.length * 32;
		for (let place = from; place < to; ) {
			const key = cellOf(keys[place]!, shift);
			// Plain numbers, each by itself: this runs for each of half a million documents.
			let count = 0;
			let east = 0;
			let south = 0;
			let first = 0;
			let differs = 0;
			let rough = 4;
			let organisations = 0;
			let venues = 0;
			const begin = place;
			for (; place < to && cellOf(keys[place]!, shift) === key; place++) {
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
			if (count === 0) continue;
			const same = differs === 0;
			const named = same && most ? this.#some(mask, begin, place, most) : [];
			cells.push({
				...{ doc: docs[first]!, count, ofKind: [organisations, venues, count - organisations - venues] },
				...{ x: east / count, y: south / count, same, approximate: rough === 4, docs: named },
			});
		}
		return this.#withNewer(cells, mask, at, zoom, most);
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
			if (mask.has(this.#docs[place]!)) some.push(this.#docs[place]!);
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
		const newer: number[] = [];
		for (let doc = this.#grownTo; doc < length; doc++)
			if (mask.has(doc) && !Number.isNaN(lon.data[doc]!)) newer.push(doc);
		return newer;
	}

	/** Where a tile lies in the order; a tile deeper than the order knows lies somewhere in its ancestor. */
	#stretchOf(at: TileAt): { from: number; to: number } {
		const up = Math.max(0, at.z - DEEPEST);
		const deep = DEEPEST - (at.z - up);
		const first = keyOf((at.x >>> up) * 2 ** deep, (at.y >>> up) * 2 ** deep);
		const from = lowest(this.#keys, first);
		return { from, to: deep === DEEPEST ? this.#keys.length : lowest(this.#keys, first + 4 ** deep) };
	}

	#grow(): void {
		const { length, alive, lon, x, y, kind, precision } = this.#columns;
		if (length - this.#grownTo < FEW + this.#grownTo / 10) return;
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
		this.#docs = order;
		this.#keys = new Uint32Array(count);
		this.#x = new Uint32Array(count);
		this.#y = new Uint32Array(count);
		this.#facts = new Uint8Array(count);
		for (let place = 0; place < count; place++) {
			const doc = order[place]!;
			this.#x[place] = x.data[doc]!;
			this.#y[place] = y.data[doc]!;
			this.#keys[place] = keyOf(x.data[doc]! >>> DEEPEST, y.data[doc]! >>> DEEPEST);
			this.#facts[place] = kind.data[doc]! | (precision.data[doc]! >= ROUGH ? 4 : 0);
		}
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
