import { inBox, type LonLat, SWEDEN } from '../../domain/geo.ts';
import { projections } from '../clean/projections.ts';
import type { PeopleReason } from './problem.ts';
import type { RawGeometry } from './raw.ts';

/** Metres or degrees to WGS84. */
export type ToWgs84 = (x: number, y: number) => LonLat;

/** How a file's coordinates are read, or why they cannot be. */
export type Projected = { to: ToWgs84; system: string } | { reason: PeopleReason; system: string };

const TM = projections.find(({ code }) => code === 'EPSG:3006')!;
const NORTH: readonly [number, number] = [6_050_000, 7_750_000];
/** SWEREF 99 TM east of all of Sweden, a little generously. */
const EAST: readonly [number, number] = [220_000, 960_000];
const between = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most;

/** South-west corner of a square in SWEREF 99 TM, metres, as degrees. */
export const fromSweref = (east: number, north: number): LonLat => rounded(TM.toWgs84(north, east));
const rounded = ({ lon, lat }: LonLat): LonLat => ({ lon: Number(lon.toFixed(6)), lat: Number(lat.toFixed(6)) });

/** The first corner of a geometry, or null. */
export function cornerOf(geometry: RawGeometry): [number, number] | null {
	let at: unknown = geometry.coordinates;
	while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
	return Array.isArray(at) && typeof at[0] === 'number' && typeof at[1] === 'number' ? [at[0], at[1]] : null;
}

/**
 * Tells the coordinate system by where the corners fall: degrees with longitude first, SWEREF 99 TM with east first, RT 90,
 * or the zone that the file names. What the file says is only believed where values leave a doubt. Axes in each other's
 * place, and everything else, are refused: nothing is guessed that could put people in the wrong place.
 */
export function projectionOf(corners: readonly [number, number][], named: string | null): Projected {
	const most = (test: (x: number, y: number) => boolean) =>
		corners.filter(([x, y]) => test(x, y)).length * 2 >= corners.length;
	const isDegrees = (x: number, y: number) => inBox({ lon: x, lat: y }, SWEDEN);
	if (most(isDegrees)) return { to: (x, y) => ({ lon: x, lat: y }), system: 'EPSG:4326' };
	if (most((x, y) => isDegrees(y, x))) return { reason: 'axes_swapped', system: 'EPSG:4326' };
	if (most((x, y) => between(x, EAST) && between(y, NORTH)))
		return { to: (x, y) => TM.toWgs84(y, x), system: 'EPSG:3006' };
	if (most((x, y) => between(y, EAST) && between(x, NORTH))) return { reason: 'axes_swapped', system: 'EPSG:3006' };
	const known = projections.find(({ code }) => code === named);
	if (known && most((x, y) => between(x, known.east) && between(y, NORTH)))
		return { to: (x, y) => known.toWgs84(y, x), system: known.code };
	if (known && most((x, y) => between(y, known.east) && between(x, NORTH)))
		return { reason: 'axes_swapped', system: known.code };
	return { reason: 'wrong_projection', system: named ?? '' };
}
