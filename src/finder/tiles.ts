import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import { BITS, CELLS, SINGLE_FROM, type TileAt } from '../domain/mercator.ts';
import type { Query } from '../domain/query.ts';
import { kinds } from '../domain/taxonomies.ts';
import { type Cell, cellsOf } from './cells.ts';
import type { Columns } from './columns.ts';
import { Kept } from './kept.ts';
import { EXTENT, encodePoints, type TilePoint } from './mvt.ts';
import type { Quad } from './quad.ts';
import { asksTime } from './times.ts';

/** The layer of a tile. */
export const LAYER = 'spots';
/** So many points are some forty kilobytes when packed; more are laid together in cells. */
const MOST_POINTS = 3000;
/** A tile that would hold more has 2⁵ cells along its side. */
const FINE_CELLS = 5;
/** Bytes of tiles that are kept, and masks of queries: a bit for each document. */
const MOST_BYTES = 16_000_000;
const MOST_MASKS = 40;

/** Vector tiles of what a query finds, made when they are asked for and kept while nothing changes. */
export class Tiles {
	readonly #columns: Columns;
	readonly #quad: Quad;
	/** What a query leaves, dead documents not among it. */
	readonly #left: (query: Query, now: number) => BitSet;
	readonly #masks = new Kept<BitSet>(MOST_MASKS);
	readonly #made = new Map<string, Uint8Array>();
	#bytes = 0;

	constructor(columns: Columns, quad: Quad, left: (query: Query, now: number) => BitSet) {
		this.#columns = columns;
		this.#quad = quad;
		this.#left = left;
	}

	/** Something has changed: every tile is made anew. */
	clear(): void {
		this.#masks.clear();
		this.#made.clear();
		this.#bytes = 0;
	}

	/** A tile as bytes, the same bytes while it is kept; empty where nothing lies. `now` in unix seconds. */
	tile(query: Query, at: TileAt, now: number): Uint8Array {
		const asked = keyOf(query, now);
		const key = `${at.z}/${at.x}/${at.y} ${asked}`;
		const known = this.#made.get(key);
		if (known) {
			// The one used last is dropped last.
			this.#made.delete(key);
			this.#made.set(key, known);
			return known;
		}
		const points = this.#points(this.#maskOf(query, asked, now), at);
		const tile = points.length ? encodePoints(LAYER, points) : new Uint8Array();
		this.#keep(key, tile);
		return tile;
	}

	/** What a query leaves, as a set; kept as long as its tiles are. */
	mask(query: Query, now: number): BitSet {
		return this.#maskOf(query, keyOf(query, now), now);
	}

	#keep(key: string, tile: Uint8Array): void {
		this.#made.set(key, tile);
		this.#bytes += weightOf(key, tile);
		for (const [oldest, old] of this.#made) {
			if (this.#bytes <= MOST_BYTES) break;
			this.#made.delete(oldest);
			this.#bytes -= weightOf(oldest, old);
		}
	}

	#maskOf(query: Query, key: string, now: number): BitSet {
		return this.#masks.get(key, () => this.#left(query, now));
	}

	#points(mask: BitSet, at: TileAt): TilePoint[] {
		const side = BITS - at.z;
		const length = 2 ** side;
		const square = { x: at.x * length, y: at.y * length, side };
		const cells = at.z < SINGLE_FROM ? this.#quad.cellsIn(mask, at, at.z + CELLS) : this.#single(mask, at, square);
		const step = (world: number, from: number) => Math.floor(((world - from) / length) * EXTENT);
		return cells.map((cell) => this.#pointOf(cell, step(cell.x, square.x), step(cell.y, square.y)));
	}

	/** Every point by itself, unless they are too many. */
	#single(mask: BitSet, at: TileAt, square: { x: number; y: number; side: number }): Cell[] {
		const docs = this.#quad.docsIn(mask, at);
		const cells = cellsOf(this.#columns, docs, { ...square, cell: 0 });
		if (cells.length <= MOST_POINTS) return cells;
		return cellsOf(this.#columns, docs, { ...square, cell: square.side - FINE_CELLS });
	}

	#pointOf({ doc, count, ofKind, same, approximate }: Cell, x: number, y: number): TilePoint {
		const { id, kind } = this.#columns;
		if (count === 1) return { id: id.data[doc]!, x, y, properties: { kind: kinds[kind.data[doc]!]!, approximate } };
		const [organisation, venue, activity] = ofKind as [number, number, number];
		return { x, y, properties: { count, organisation, venue, activity, approximate, ...(same ? { same } : {}) } };
	}
}

/** What a tile or a map depends on; order and page are of no matter, the minute only where a time is asked for. */
export function keyOf(query: Query, now: number): string {
	const minute = asksTime(query) ? Math.floor(now / 60) : '';
	return `${minute} ${JSON.stringify({ ...query, sort: null, cursor: null, limit: null })}`;
}

/** Bytes that a kept tile takes, about. */
const weightOf = (key: string, tile: Uint8Array) => tile.length + 2 * key.length + 100;
