import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { Bbox } from '../domain/geo.ts';
import { BITS, CELLS, latOf, SINGLE_FROM, type TileAt, WORLD, worldOf } from '../domain/mercator.ts';
import type { MapSpot } from '../domain/search.ts';
import { kinds } from '../domain/taxonomies.ts';
import { type Cell, ROUGH } from './cells.ts';
import type { Columns } from './columns.ts';
import type { Quad } from './quad.ts';

/** So many entries are named that lie at one point. */
const SHOWN = 20;
/** The square of the world. */
const WHOLE: TileAt = { z: 0, x: 0, y: 0 };

/** Nobody can look at more spots at once, and to write them takes the time of all others. */
export const MOST_SPOTS = 5000;

/**
 * The documents of a mask as spots for a map at a zoom: what falls in one cell is one spot, in the middle of its points. Where
 * that would be more than `MOST_SPOTS`, cells are as large as at a wider zoom.
 */
export function clusters(
	{ columns, quad }: { columns: Columns; quad: Quad },
	mask: BitSet,
	{ zoom, bbox }: { zoom: number; bbox: Bbox | null },
): MapSpot[] {
	// A mask holds what lies in the box alone; its tile is where to look.
	const at = bbox ? tileAround(bbox) : WHOLE;
	return cellsOf(columns, quad, { mask, at, zoom }).map((cell) => spotOf(columns, cell));
}

function cellsOf(columns: Columns, quad: Quad, { mask, at, zoom }: { mask: BitSet; at: TileAt; zoom: number }): Cell[] {
	if (zoom >= SINGLE_FROM) {
		const docs = quad.docsIn(mask, at);
		if (docs.length <= MOST_SPOTS) return points(columns, docs);
	}
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

/** What lies at one and the same point is one cell. */
function points(columns: Columns, docs: Uint32Array): Cell[] {
	const { x, y } = columns;
	/** By column of the world: of each point in it the documents. Hardly two share a column, so that few are compared. */
	const byColumn = new Map<number, number[][]>();
	const all: number[][] = [];
	for (const doc of docs) {
		const column = byColumn.get(x.data[doc]!) ?? [];
		const known = column.find((others) => y.data[others[0]!] === y.data[doc]);
		if (known) {
			known.push(doc);
			continue;
		}
		const these = [doc];
		all.push(these);
		byColumn.set(x.data[doc]!, [...column, these]);
	}
	return all.map((these) => pointOf(columns, these));
}

/** Documents that lie at one and the same point. */
function pointOf({ x, y, kind, precision }: Columns, docs: readonly number[]): Cell {
	const [doc] = docs as [number];
	const ofKind = kinds.map(() => 0);
	for (const one of docs) ofKind[kind.data[one]!]!++;
	return {
		...{ doc, count: docs.length, ofKind, x: x.data[doc]!, y: y.data[doc]!, same: true },
		approximate: docs.every((one) => precision.data[one]! >= ROUGH),
		docs: docs.slice(0, SHOWN),
	};
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
