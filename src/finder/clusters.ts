import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { Bbox } from '../domain/geo.ts';
import { BITS, CELLS, latOf, SINGLE_FROM, type TileAt, WORLD, worldOf } from '../domain/mercator.ts';
import type { Query } from '../domain/query.ts';
import type { MapSpot } from '../domain/search.ts';
import { type Cell, ROUGH } from './cells.ts';
import type { Columns } from './columns.ts';
import type { Quad } from './quad.ts';
import type { Spatial } from './spatial.ts';

/** So many entries are named that lie at one point. */
const SHOWN = 20;
/** The square of the world. */
const WHOLE: TileAt = { z: 0, x: 0, y: 0 };

/** Nobody can look at more spots at once, and to write them takes the time of all others. */
export const MOST_SPOTS = 5000;

interface Index {
	columns: Columns;
	quad: Quad;
	spatial: Spatial;
}

/** What a query leaves, as a set. */
type MaskOf = (query: Query) => BitSet;

/**
 * What a query leaves as spots for a map at a zoom: what falls in one cell is one spot, in the middle of its points. Where that
 * would be more than `MOST_SPOTS`, cells are as large as at a wider zoom.
 */
export function clusters(index: Index, maskOf: MaskOf, { query, zoom }: { query: Query; zoom: number }): MapSpot[] {
	const { columns, quad } = index;
	const points = closeUp(index, maskOf, query, zoom);
	if (points) return points.map((docs) => pointOf(columns, docs));
	return cellsOf(quad, maskOf(query), query.bbox, zoom).map((cell) => spotOf(columns, cell));
}

/** Close up what lies at each point, unless that is too much. */
function closeUp({ columns, quad, spatial }: Index, maskOf: MaskOf, query: Query, zoom: number): number[][] | null {
	if (zoom < SINGLE_FROM) return null;
	const { bbox } = query;
	// Whoever moves a map asks for the same in another box.
	const mask = maskOf({ ...query, bbox: null });
	const docs = bbox ? spatial.inBox(bbox).filter((doc) => mask.has(doc)) : quad.docsIn(mask, WHOLE);
	return docs.length <= MOST_SPOTS ? byPoint(columns, docs) : null;
}

function cellsOf(quad: Quad, mask: BitSet, bbox: Bbox | null, zoom: number): Cell[] {
	// A mask holds what lies in the box alone; its tile is where to look.
	const at = bbox ? tileAround(bbox) : WHOLE;
	let wider = Math.min(zoom, SINGLE_FROM - 1);
	for (;;) {
		const cells = quad.cellsIn(mask, at, wider + CELLS, SHOWN);
		if (cells.length <= MOST_SPOTS || wider === 0) return cells;
		// A zoom wider holds a fourth of the cells at least.
		wider = Math.max(0, wider - Math.ceil(Math.log2(cells.length / MOST_SPOTS) / 2));
	}
}

function spotOf({ lon, lat, id }: Columns, { doc, x, y, same, ofKind, count, approximate, docs }: Cell): MapSpot {
	const point = same
		? { lon: lon.data[doc]!, lat: lat.data[doc]! }
		: { lon: (x / WORLD) * 360 - 180, lat: latOf(y / WORLD) };
	const [organisation, venue, activity] = ofKind as [number, number, number];
	return { ...point, count, organisation, venue, activity, ids: docs.map((one) => id.data[one]!), approximate };
}

/** Documents by the point at which they lie. */
function byPoint({ x, y }: Columns, docs: Uint32Array): number[][] {
	/** By column of the world what lies at the first point in it: hardly two share one. */
	const byColumn = new Map<number, number[]>();
	const others = new Map<string, number[]>();
	const all: number[][] = [];
	const begun = (doc: number): number[] => all[all.push([doc]) - 1]!;
	for (const doc of docs) {
		const column = x.data[doc]!;
		const known = byColumn.get(column);
		if (!known) byColumn.set(column, begun(doc));
		else if (y.data[known[0]!] === y.data[doc]) known.push(doc);
		else {
			const point = `${column} ${y.data[doc]}`;
			const these = others.get(point);
			if (these) these.push(doc);
			else others.set(point, begun(doc));
		}
	}
	return all;
}

/** What lies at one and the same point as a spot: of most points only one entry. */
function pointOf({ lon, lat, id, kind, precision }: Columns, docs: readonly number[]): MapSpot {
	const ofKind: [number, number, number] = [0, 0, 0];
	let approximate = true;
	for (const doc of docs) {
		ofKind[kind.data[doc]!]!++;
		if (precision.data[doc]! < ROUGH) approximate = false;
	}
	const [organisation, venue, activity] = ofKind;
	const point = { lon: lon.data[docs[0]!]!, lat: lat.data[docs[0]!]! };
	const ids = docs.slice(0, SHOWN).map((doc) => id.data[doc]!);
	return { ...point, count: docs.length, organisation, venue, activity, ids, approximate };
}

/** The smallest tile that holds a box. */
function tileAround([west, south, east, north]: Bbox): TileAt {
	const first = worldOf({ lon: west, lat: north });
	const last = worldOf({ lon: east, lat: south });
	const differs = (first.x ^ last.x) | (first.y ^ last.y);
	const z = Math.min(22, Math.clz32(differs));
	const column = (step: number) => (z === 0 ? 0 : step >>> (BITS - z));
	return { z, x: column(first.x), y: column(first.y) };
}
