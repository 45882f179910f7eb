import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import { BITS, boxOf, CELLS, SINGLE_FROM, type TileAt } from '../domain/mercator.ts';
import type { Query } from '../domain/query.ts';
import { kinds } from '../domain/taxonomies.ts';
import { type Cell, cellsOf } from './cells.ts';
import type { Columns } from './columns.ts';
import { EXTENT, encodePoints, type TilePoint } from './mvt.ts';
import type { Spatial } from './spatial.ts';
import { asksTime } from './times.ts';

/** The layer of a tile. */
export const LAYER = 'spots';
/** So many points are some forty kilobytes when packed; more are laid together in cells. */
const MOST_POINTS = 3000;
/** A tile that would hold more has 2⁵ cells along its side. */
const FINE_CELLS = 5;
/** Below this zoom it is quicker to look at everything that a query leaves, in its order, than to ask what lies in a box. */
const BY_BOX_FROM = 10;
/** Bytes of tiles that are kept, and masks of queries: a bit for each document. */
const MOST_BYTES = 16_000_000;
const MOST_MASKS = 40;

/** Vector tiles of what a query finds, made when they are asked for and kept while nothing changes. */
export class Tiles {
	readonly #columns: Columns;
	readonly #spatial: Spatial;
	/** What a query leaves, dead documents not among it. */
	readonly #left: (query: Query, now: number) => BitSet;
	readonly #masks = new Map<string, BitSet>();
	readonly #made = new Map<string, Uint8Array>();
	#bytes = 0;
	#docs = new Uint32Array();

	constructor(columns: Columns, spatial: Spatial, left: (query: Query, now: number) => BitSet) {
		this.#columns = columns;
		this.#spatial = spatial;
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
		const known = this.#masks.get(key);
		if (known) return known;
		const mask = this.#left(query, now);
		if (this.#masks.size >= MOST_MASKS) this.#masks.clear();
		this.#masks.set(key, mask);
		return mask;
	}

	#points(mask: BitSet, at: TileAt): TilePoint[] {
		const side = BITS - at.z;
		const length = 2 ** side;
		const square = { x: at.x * length, y: at.y * length, side };
		const docs = at.z < BY_BOX_FROM ? this.#scan(mask, at) : this.#look(mask, at);
		const single = at.z >= SINGLE_FROM;
		const cells = cellsOf(this.#columns, docs, { ...square, cell: single ? 0 : side - CELLS });
		const few =
			cells.length <= MOST_POINTS ? cells : cellsOf(this.#columns, docs, { ...square, cell: side - FINE_CELLS });
		const step = (world: number, from: number) => Math.floor(((world - from) / length) * EXTENT);
		return few.map((cell) => this.#pointOf(cell, step(cell.x, square.x), step(cell.y, square.y)));
	}

	#pointOf({ doc, count, ofKind, same, approximate }: Cell, x: number, y: number): TilePoint {
		const { id, kind } = this.#columns;
		if (count === 1) return { id: id.data[doc]!, x, y, properties: { kind: kinds[kind.data[doc]!]!, approximate } };
		const [organisation, venue, activity] = ofKind as [number, number, number];
		return { x, y, properties: { count, organisation, venue, activity, approximate, ...(same ? { same } : {}) } };
	}

	/** The documents of a mask that lie in a tile, found by looking at each. Good until the next call. */
	#scan(mask: BitSet, at: TileAt): Uint32Array {
		const { lon, length } = this.#columns;
		const x = this.#columns.x.data;
		const y = this.#columns.y.data;
		const longitudes = lon.data;
		if (this.#docs.length < length) this.#docs = new Uint32Array(lon.data.length);
		const docs = this.#docs;
		const { words } = mask;
		// A shift by all 32 bits would be none.
		const shift = Math.min(BITS - 1, BITS - at.z);
		const all = at.z === 0;
		let found = 0;
		for (let place = 0; place < words.length; place++) {
			let word = words[place]!;
			while (word !== 0) {
				const bit = word & -word;
				const doc = (place << 5) + (31 - Math.clz32(bit));
				word ^= bit;
				if (!all && (x[doc]! >>> shift !== at.x || y[doc]! >>> shift !== at.y)) continue;
				if (!Number.isNaN(longitudes[doc])) docs[found++] = doc;
			}
		}
		return docs.subarray(0, found);
	}

	/** The same, found by where they lie. */
	#look(mask: BitSet, at: TileAt): Uint32Array {
		const x = this.#columns.x.data;
		const y = this.#columns.y.data;
		const shift = BITS - at.z;
		const docs: number[] = [];
		this.#spatial.within(widened(boxOf(at)), (doc) => {
			if (mask.has(doc) && x[doc]! >>> shift === at.x && y[doc]! >>> shift === at.y) docs.push(doc);
		});
		return Uint32Array.from(docs);
	}
}

/** What a tile depends on; order and page are of no matter, the minute only where a time is asked for. */
function keyOf(query: Query, now: number): string {
	const minute = asksTime(query) ? Math.floor(now / 60) : '';
	return `${minute} ${JSON.stringify({ ...query, sort: null, cursor: null, limit: null })}`;
}

/** Bytes that a kept tile takes, about. */
const weightOf = (key: string, tile: Uint8Array) => tile.length + 2 * key.length + 100;

/** A little more than a box: whether a point lies in the tile is told by its step alone. */
function widened([west, south, east, north]: readonly [number, number, number, number]) {
	const margin = 1e-7;
	return [west - margin, south - margin, east + margin, north + margin] as const;
}
