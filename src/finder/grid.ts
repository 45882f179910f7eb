import { SWEDEN } from '../domain/geo.ts';

/** A cell is so many degrees of longitude and of latitude: two kilometres each way in the south of Sweden, less across in the north. */
const ACROSS = 0.036;
const UP = 0.018;
const [WEST, SOUTH, EAST, NORTH] = SWEDEN;
const COLUMNS = Math.ceil((EAST - WEST) / ACROSS);
const ROWS = Math.ceil((NORTH - SOUTH) / UP);

/** Some columns of a row of cells, the last one not among them. */
export interface Run {
	row: number;
	from: number;
	to: number;
}

/**
 * Documents in small cells of Sweden, row by row: what lies in some cells beside each other is one stretch, so that it can be counted
 * without being looked at.
 */
export class Grid {
	/** Where the documents of each cell begin; one more than there are cells. */
	readonly #starts = new Uint32Array(ROWS * COLUMNS + 1);
	readonly #docs: Uint32Array;
	/** What lies outside of Sweden. */
	readonly outside: readonly number[];

	/** Of some documents in the order of their numbers; degrees by number, not a number without a position. */
	constructor(docs: Iterable<number>, lon: Float64Array, lat: Float64Array) {
		const outside: number[] = [];
		const inside: number[] = [];
		for (const doc of docs) {
			const [x, y] = [lon[doc]!, lat[doc]!];
			if (x >= WEST && x < EAST && y >= SOUTH && y < NORTH) inside.push(doc);
			else if (!Number.isNaN(x)) outside.push(doc);
		}
		const cells = Uint32Array.from(inside, (doc) => rowAt(lat[doc]!) * COLUMNS + columnAt(lon[doc]!));
		const starts = this.#starts;
		for (let at = 0; at < cells.length; at++) starts[cells[at]! + 1]!++;
		for (let cell = 1; cell < starts.length; cell++) starts[cell]! += starts[cell - 1]!;
		const next = starts.slice();
		this.#docs = new Uint32Array(cells.length);
		for (let at = 0; at < cells.length; at++) this.#docs[next[cells[at]!]!++] = inside[at]!;
		this.outside = outside;
	}

	/** How many documents lie in a run of cells. */
	count({ row, from, to }: Run): number {
		return to > from ? this.#starts[row * COLUMNS + to]! - this.#starts[row * COLUMNS + from]! : 0;
	}

	/** The documents of a run of cells. */
	docsOf({ row, from, to }: Run): Uint32Array {
		return this.#docs.subarray(this.#starts[row * COLUMNS + from], this.#starts[row * COLUMNS + Math.max(from, to)]);
	}
}

/** The row of cells in which a latitude lies, the nearest one outside of Sweden. */
export const rowAt = (lat: number): number => Math.max(0, Math.min(ROWS - 1, Math.floor((lat - SOUTH) / UP)));

/** The latitude at which a row begins. */
export const southOf = (row: number): number => SOUTH + row * UP;

/** The column in which a longitude lies, the nearest one outside of Sweden. */
export const columnAt = (lon: number): number => Math.max(0, Math.min(COLUMNS - 1, Math.floor((lon - WEST) / ACROSS)));

/** The columns that lie in a stretch of longitudes as a whole, if any does. */
export function columnsWithin(west: number, east: number): { from: number; to: number } {
	const from = Math.max(0, Math.min(COLUMNS, Math.ceil((west - WEST) / ACROSS)));
	return { from, to: Math.max(from, Math.min(COLUMNS, Math.floor((east - WEST) / ACROSS))) };
}
