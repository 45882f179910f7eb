import { cellToBoundary, cellToParent, latLngToCell } from 'h3-js';
import type { Points } from './ground.ts';
import { meanOf, quantilesBy } from './reach.ts';

/** The finest hexagons that are used (H3 resolution 8: 0.7 km2 each) and the coarsest (4: 1 770 km2). */
const FINEST = 8;
const COARSEST = 4;
/** More hexagons than this with people in them are not drawn: then larger ones are taken. */
const MOST = 500;

/** Which hexagon (H3) each point lies in. */
export interface Hexagons {
	/** H3 resolution: 4 (1 770 km2 each on average), 5 (253), 6 (36), 7 (5.2) or 8 (0.7). */
	readonly resolution: number;
	/** H3 cells with points in them, in the order in which they were met. */
	readonly ids: readonly string[];
	/** For each point the place of its hexagon in `ids`; -1 where its position is unknown. */
	readonly of: Int32Array;
}

/** Hexagons of points: as fine as gives at most `most` of them with a point in it, so that a large area has larger ones. */
export function hexagonsOf(points: Points, most = MOST): Hexagons {
	let found = numbered(
		Array.from(points.lon, (lon, row) =>
			Number.isFinite(lon + points.lat[row]!) ? latLngToCell(points.lat[row]!, lon, FINEST) : null,
		),
		FINEST,
	);
	for (let resolution = FINEST - 1; found.ids.length > most && resolution >= COARSEST; resolution--)
		found = coarser(found, resolution);
	return found;
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
