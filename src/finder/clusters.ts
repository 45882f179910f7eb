import { BITS, CELLS, SINGLE_FROM } from '../domain/mercator.ts';
import type { MapSpot } from '../domain/search.ts';
import { kinds } from '../domain/taxonomies.ts';
import type { Columns } from './columns.ts';

const SHOWN = 20;

interface Cell {
	/** The first point, and whether all others equal it. */
	lon: number;
	lat: number;
	same: boolean;
	lonSum: number;
	latSum: number;
	count: number;
	ofKind: [number, number, number];
	ids: number[];
	approximate: boolean;
}

/** Documents as spots for a map at a zoom: what falls in one cell is one spot, in the middle of its points. */
export function clusters(columns: Columns, docs: Iterable<number>, zoom: number): MapSpot[] {
	const cells = new Map<number | string, Cell>();
	for (const doc of docs) {
		const lon = columns.lon.data[doc]!;
		const lat = columns.lat.data[doc]!;
		if (Number.isNaN(lon)) continue;
		const key = cellOf(columns, doc, zoom);
		let cell = cells.get(key);
		if (!cell) {
			cell = { lon, lat, same: true, lonSum: 0, latSum: 0, count: 0, ofKind: [0, 0, 0], ids: [], approximate: true };
			cells.set(key, cell);
		}
		cell.count++;
		cell.ofKind[columns.kind.data[doc]!]!++;
		cell.lonSum += lon;
		cell.latSum += lat;
		cell.same &&= cell.lon === lon && cell.lat === lat;
		cell.approximate &&= ['locality', 'municipality'].includes(columns.precisionOf(doc));
		if (cell.ids.length < SHOWN) cell.ids.push(columns.id.data[doc]!);
	}
	return [...cells.values()].map(spotOf);
}

function spotOf({ lon, lat, same, lonSum, latSum, count, ofKind, ids, approximate }: Cell): MapSpot {
	const [organisation, venue, activity] = kinds.map((_, place) => ofKind[place]!) as [number, number, number];
	const point = same ? { lon, lat } : { lon: lonSum / count, lat: latSum / count };
	return { ...point, count, organisation, venue, activity, ids: same ? ids : [], approximate };
}

/** The cell of a document at a zoom 0-22: the same that a tile has there, so that what is drawn from tiles can be named from here. */
function cellOf({ x, y }: Columns, doc: number, zoom: number): number | string {
	const [east, south] = [x.data[doc]!, y.data[doc]!];
	if (zoom >= SINGLE_FROM) return `${east} ${south}`;
	const bits = BITS - zoom - CELLS;
	return (east >>> bits) * 2 ** BITS + (south >>> bits);
}
