import { cellToBoundary, cellToParent, getHexagonAreaAvg, latLngToCell, UNITS } from 'h3-js';
import { distanceKm } from '#domain/geo.ts';
import type { Points } from './ground.ts';
import { meanOf, quantilesBy } from './reach.ts';

/** The finest hexagons that are used (H3 resolution 8: 0.7 km2 each) and the coarsest (4: 1 770 km2). */
const FINEST = 8;
const COARSEST = 4;
/** More hexagons than this with people in them are not drawn: then larger ones are taken. */
const MOST = 500;
/** More of them over the whole extent would each be too small to be seen on a map of a page. */
const ROOM = 900;

/** Which hexagon (H3) each point lies in. */
export interface Hexagons {
	/** H3 resolution: 4 (1 770 km2 each on average), 5 (253), 6 (36), 7 (5.2) or 8 (0.7). */
	readonly resolution: number;
	/** H3 cells with points in them, in the order in which they were met. */
	readonly ids: readonly string[];
	/** For each point the place of its hexagon in `ids`; -1 where its position is unknown. */
	readonly of: Int32Array;
}

/**
 * Hexagons of points: as fine as the extent of the points allows to be seen (their box has room for `ROOM` at most), and as gives at most `most` of
 * them with a point in it, so that a large area has larger ones.
 */
export function hexagonsOf(points: Points, most = MOST): Hexagons {
	let found = numbered(
		Array.from(points.lon, (lon, row) =>
			Number.isFinite(lon + points.lat[row]!) ? latLngToCell(points.lat[row]!, lon, FINEST) : null,
		),
		FINEST,
	);
	const km2 = extentOf(points);
	for (let finer = FINEST; finer > COARSEST; finer--) {
		if (found.ids.length <= most && km2 / getHexagonAreaAvg(finer, UNITS.km2) <= ROOM) break;
		found = coarser(found, finer - 1);
	}
	return found;
}

/** Square kilometres of the box round points. */
function extentOf({ lon, lat }: Points): number {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let row = 0; row < lon.length; row++) {
		if (!Number.isFinite(lon[row]! + lat[row]!)) continue;
		west = Math.min(west, lon[row]!);
		east = Math.max(east, lon[row]!);
		south = Math.min(south, lat[row]!);
		north = Math.max(north, lat[row]!);
	}
	if (east < west) return 0;
	const middle = (south + north) / 2;
	const across = distanceKm({ lon: west, lat: middle }, { lon: east, lat: middle });
	return across * distanceKm({ lon: west, lat: south }, { lon: west, lat: north });
}

function numbered(cells: readonly (string | null)[], resolution: number): Hexagons {
	const number = new Map<string, number>();
	const of = Int32Array.from(cells, (cell) => {
		if (cell === null) return -1;
		const known = number.get(cell) ?? number.size;
		number.set(cell, known);
		return known;
	});
	return { resolution, ids: [...number.keys()], of };
}

/** Each hexagon by the larger one that it is a part of: a child's middle lies in it, its corners not always. */
function coarser({ ids, of }: Hexagons, resolution: number): Hexagons {
	const parents = numbered(
		ids.map((id) => cellToParent(id, resolution)),
		resolution,
	);
	return { ...parents, of: of.map((hexagon) => (hexagon < 0 ? -1 : parents.of[hexagon]!)) };
}

/** The outline of a hexagon (five or six corners, the first again at the end), WGS84, longitude first, as GeoJSON has it. */
export const outlineOf = (id: string): [lon: number, lat: number][] => cellToBoundary(id, true) as [number, number][];

/** A hexagon of the map. */
export interface Hexagon {
	/** H3 cell. */
	id: string;
	persons: number;
	/** Of the persons' values; Infinity where there is nothing, null where there is nobody. */
	mean: number | null;
	median: number | null;
}

/** Persons of each hexagon with mean and median of their values (metres to the nearest), each person weighing alike; in the order of `ids`. */
export function hexagonLayer({ ids, of }: Hexagons, values: ArrayLike<number>, persons: ArrayLike<number>): Hexagon[] {
	const rows = ids.map((): number[] => []);
	of.forEach((hexagon, row) => void rows[hexagon]?.push(row));
	const medians = quantilesBy(values, persons, [0.5], of);
	return ids.map((id, hexagon) => {
		const own = (column: ArrayLike<number>) => rows[hexagon]!.map((row) => column[row]!);
		return {
			id,
			persons: own(persons).reduce((sum, count) => sum + count, 0),
			mean: meanOf(own(values), own(persons)),
			median: medians.get(hexagon)![0]!,
		};
	});
}

/** What is told of a hexagon on a map, as properties of GeoJSON. */
export type Told = Record<string, string | number | null>;

/** Hexagons as GeoJSON (RFC 7946), each with what is told of it. */
export const hexagonsAsGeoJson = (hexagons: readonly { id: string; told: Told }[]) => ({
	type: 'FeatureCollection' as const,
	features: hexagons.map(({ id, told }) => ({
		type: 'Feature' as const,
		id,
		properties: told,
		geometry: { type: 'Polygon' as const, coordinates: [outlineOf(id)] },
	})),
});
