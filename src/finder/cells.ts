import { BITS, type TileAt, WORLD } from '../domain/mercator.ts';
import { isApproximate, kinds, precisions } from '../domain/taxonomies.ts';
import type { Columns } from './columns.ts';
import { words32 } from './growing.ts';

/** From this precision on a position is no finer than its locality. */
export const ROUGH = precisions.findIndex(isApproximate);
/** Up to so many cells are numbered by where they lie, more by when they are met. */
const MOST_DENSE = 4096;
/** Room that every square uses again. */
const insideRoom = words32();

/** What lies in one cell of a square. */
export interface Cell {
	/** The first document in it. */
	doc: number;
	count: number;
	/** By place in `kinds`. */
	ofKind: number[];
	/** The middle of its points, in steps of the world. */
	x: number;
	y: number;
	/** Whether all of it lies at one and the same point. */
	same: boolean;
	/** Whether none of it is known more finely than by its locality. */
	approximate: boolean;
	/** Some of its documents, where they are asked for and lie at one point. */
	docs: number[];
}

/** A square of the world: its corner, and its side and that of its cells as powers of two, all in steps. */
export interface Square {
	x: number;
	y: number;
	side: number;
	cell: number;
}

/** Documents that lie in a square, in cells of it. */
export function cellsOf(columns: Columns, docs: Uint32Array, square: Square): Cell[] {
	const { x: west, y: north, cell } = square;
	const across = 2 ** (square.side - cell);
	const dense = across * across <= MOST_DENSE;
	const slots = dense ? across * across : docs.length;
	const places = new Map<number, number>();
	const first = new Uint32Array(slots);
	const tally = new Uint32Array(slots * kinds.length);
	const counts = new Uint32Array(slots);
	const east = new Float64Array(slots);
	const south = new Float64Array(slots);
	const differs = new Uint8Array(slots);
	const fine = new Uint8Array(slots);
	const [x, y, kind, precision] = [columns.x.data, columns.y.data, columns.kind.data, columns.precision.data];

	for (let at = 0; at < docs.length; at++) {
		const doc = docs[at]!;
		const dx = x[doc]! - west;
		const dy = y[doc]! - north;
		let slot = (dy >>> cell) * across + (dx >>> cell);
		if (!dense) {
			const number = slot;
			slot = places.get(number) ?? places.size;
			if (slot === places.size) places.set(number, slot);
		}
		if (counts[slot]!++ === 0) first[slot] = doc;
		else if (x[doc] !== x[first[slot]!] || y[doc] !== y[first[slot]!]) differs[slot] = 1;
		tally[slot * kinds.length + kind[doc]!]!++;
		east[slot]! += dx;
		south[slot]! += dy;
		if (precision[doc]! < ROUGH) fine[slot] = 1;
	}

	const cells: Cell[] = [];
	for (let slot = 0; slot < slots; slot++) {
		const count = counts[slot]!;
		if (count === 0) continue;
		cells.push({
			doc: first[slot]!,
			count,
			ofKind: [...tally.subarray(slot * kinds.length, (slot + 1) * kinds.length)],
			x: Math.min(WORLD - 1, west + east[slot]! / count),
			y: Math.min(WORLD - 1, north + south[slot]! / count),
			same: differs[slot] === 0,
			approximate: fine[slot] === 0,
			docs: [],
		});
	}
	return cells;
}

/**
 * Those of some documents that have a position and lie in a tile, by cells that are the tiles of a deeper zoom, with the first `most`
 * documents of each that lies at one point.
 */
export function cellsOfFew(columns: Columns, docs: Uint32Array, at: TileAt, zoom: number, most: number): Cell[] {
	const side = BITS - at.z;
	const [x, y, lon] = [columns.x.data, columns.y.data, columns.lon.data];
	const room = insideRoom.room(docs.length);
	let count = 0;
	for (let place = 0; place < docs.length; place++) {
		const doc = docs[place]!;
		if (at.z > 0 && (x[doc]! >>> side !== at.x || y[doc]! >>> side !== at.y)) continue;
		// Without a position its place is of no matter, and its longitude not a number.
		room[count] = doc;
		if (!Number.isNaN(lon[doc]!)) count++;
	}
	const inside = room.subarray(0, count);
	const length = 2 ** side;
	const cells = cellsOf(columns, inside, { x: at.x * length, y: at.y * length, side, cell: BITS - zoom });
	if (most === 0) return cells;
	const points = new Map(cells.filter(({ same }) => same).map((cell) => [`${cell.x} ${cell.y}`, cell]));
	for (const doc of inside) {
		const cell = points.get(`${x[doc]} ${y[doc]}`);
		if (cell && cell.docs.length < most) cell.docs.push(doc);
	}
	return cells;
}
