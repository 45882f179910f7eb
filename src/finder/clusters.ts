import type { MapSpot } from '../domain/search.ts';
import { kinds } from '../domain/taxonomies.ts';
import type { Columns } from './columns.ts';

/** A cell is this many of the 512 pixels that a tile has at its zoom. */
const CELL = 72;
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
	const cells = new Map<number, Cell>();
	for (const doc of docs) {
		const lon = columns.lon.data[doc]!;
		const lat = columns.lat.data[doc]!;
		if (Number.isNaN(lon)) continue;
		const key = cellOf(lon, lat, zoom);
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

/** The number of the cell of a point in Web Mercator at a zoom 0-22. */
function cellOf(lon: number, lat: number, zoom: number): number {
	const pixels = 512 * 2 ** zoom;
	const sine = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
	const x = ((lon + 180) / 360) * pixels;
	const y = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * pixels;
	return Math.floor(x / CELL) * 2 ** 26 + Math.floor(y / CELL);
}
