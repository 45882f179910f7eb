import type { Precision } from './taxonomies.ts';

// No zod here: pages import it.

/** A point in WGS84 degrees. Order everywhere, also in arrays and URLs: longitude, latitude. */
export interface LonLat {
	lon: number;
	lat: number;
}

/** A point and how far it can be trusted. */
export interface Position extends LonLat {
	precision: Precision;
}

/** Polygons of rings in WGS84 [longitude, latitude], the first ring of each its outline, then holes: as in GeoJSON (RFC 7946). */
export interface MultiPolygon {
	type: 'MultiPolygon';
	coordinates: number[][][][];
}

/** West, south, east, north in WGS84 degrees, as in GeoJSON (RFC 7946 §5). */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

/** Mean Earth radius in kilometres (IUGG). */
export const EARTH_KM = 6371.0088;
const RAD = Math.PI / 180;
/** Kilometres of a degree of latitude. */
export const KM_OF_DEGREE = EARTH_KM * RAD;

/** Great-circle distance in kilometres (haversine). */
export function distanceKm(a: LonLat, b: LonLat): number {
	const dLat = (b.lat - a.lat) * RAD;
	const dLon = (b.lon - a.lon) * RAD;
	const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * Math.sin(dLon / 2) ** 2;
	return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** A point on a sphere of radius one: x, y, z. */
export function unitVector({ lon, lat }: LonLat): readonly [x: number, y: number, z: number] {
	const flat = Math.cos(lat * RAD);
	return [flat * Math.cos(lon * RAD), flat * Math.sin(lon * RAD), Math.sin(lat * RAD)];
}

/** Great-circle kilometres of a straight line through a sphere of radius one: as `distanceKm`, where both points are vectors. */
export const chordKm = (chord: number): number => 2 * EARTH_KM * Math.asin(Math.min(1, chord / 2));

/** The chord, through a sphere of radius one, that spans so many great-circle kilometres: the inverse of `chordKm`. */
export const chordOf = (km: number): number => 2 * Math.sin(km / (2 * EARTH_KM));

/** The box around a circle, for a cheap first sieve. Radius in kilometres. */
export function boxAround({ lon, lat }: LonLat, km: number): Bbox {
	const dLat = km / 110.57;
	const dLon = km / (111.32 * Math.max(0.01, Math.cos(lat * RAD)));
	return [lon - dLon, lat - dLat, lon + dLon, lat + dLat];
}

/** Roughly where Sweden lies; what is outside is not a Swedish position. */
export const SWEDEN: Bbox = [10.5, 55.0, 24.3, 69.2];

/** Whether a point lies in a box. */
export const inBox = ({ lon, lat }: LonLat, [w, s, e, n]: Bbox): boolean =>
	lon >= w && lon <= e && lat >= s && lat <= n;

/** The circle of points that lie so many kilometres from a point, as a closed line of degrees that begins and ends in the north. */
export function circleAround({ lon, lat }: LonLat, km: number, corners = 96): [lon: number, lat: number][] {
	const away = km / EARTH_KM;
	const [sin, cos] = [Math.sin(lat * RAD), Math.cos(lat * RAD)];
	return Array.from({ length: corners + 1 }, (_, place) => {
		const bearing = ((place % corners) / corners) * 2 * Math.PI;
		const north = Math.asin(sin * Math.cos(away) + cos * Math.sin(away) * Math.cos(bearing));
		const east = Math.atan2(Math.sin(bearing) * Math.sin(away) * cos, Math.cos(away) - sin * Math.sin(north));
		return [lon + east / RAD, north / RAD];
	});
}
