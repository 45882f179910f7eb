import type { MapSpot } from '../domain/search.ts';
import type { Doc } from './columns.ts';

/** A cell is this many of the 512 pixels that a tile has at its zoom. */
const CELL = 72;
const SHOWN = 20;

interface Cell extends MapSpot {
	lonSum: number;
	latSum: number;
	/** The first point, while all others equal it. */
	same: string | null;
}

/** Documents as spots for a map at a zoom: what falls in one cell is one spot, in the middle of its points. */
export function clusters(docs: Iterable<Doc>, zoom: number): MapSpot[] {
	const cells = new Map<string, Cell>();
	for (const { row } of docs) {
		if (!row.position) continue;
		const { lon, lat, precision } = row.position;
		const key = cellOf(lon, lat, zoom);
		const cell = cells.get(key) ?? emptyCell(lon, lat);
		cells.set(key, cell);
		cell.count++;
		cell[row.kind]++;
		cell.lonSum += lon;
		cell.latSum += lat;
		cell.approximate &&= precision === 'locality' || precision === 'municipality';
		if (cell.same !== `${lon},${lat}`) cell.same = null;
		if (cell.ids.length < SHOWN) cell.ids.push(row.id);
	}
	return [...cells.values()].map(spotOf);
}

function emptyCell(lon: number, lat: number): Cell {
	const none = { count: 0, organisation: 0, venue: 0, activity: 0, lonSum: 0, latSum: 0 };
	return { ...none, lon, lat, ids: [], approximate: true, same: `${lon},${lat}` };
}

function spotOf({ lonSum, latSum, same, ...cell }: Cell): MapSpot {
	if (same !== null) return cell;
	return { ...cell, lon: lonSum / cell.count, lat: latSum / cell.count, ids: [] };
}

/** The cell of a point in Web Mercator at a zoom. */
function cellOf(lon: number, lat: number, zoom: number): string {
	const pixels = 512 * 2 ** zoom;
	const sine = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
	const x = ((lon + 180) / 360) * pixels;
	const y = (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * pixels;
	return `${Math.floor(x / CELL)},${Math.floor(y / CELL)}`;
}
