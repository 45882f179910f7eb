import type { Feature, GeoJSON, Geometry, Position } from 'geojson';
import { clipPolygon } from 'lineclip';

/** West, south, east, north in WGS84 degrees. */
export type Box = [number, number, number, number];
export type Ring = Position[];
export type Polygon = Ring[];

/** All that the map shows. */
export const WIDE: Box = [-25, 47, 57, 73];
/** Sweden and what lies around it: drawn in detail. */
export const CORE: Box = [3.5, 53.8, 32, 71.6];

const x = (p: Position) => p[0] as number;
const y = (p: Position) => p[1] as number;

/** The smallest box around some points. */
export function boundsOf(points: Position[]): Box {
	const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
	for (const p of points) {
		box[0] = Math.min(box[0], x(p));
		box[1] = Math.min(box[1], y(p));
		box[2] = Math.max(box[2], x(p));
		box[3] = Math.max(box[3], y(p));
	}
	return box;
}

export const overlaps = (a: Box, b: Box): boolean => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
export const isWithin = (a: Box, b: Box): boolean => a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
export const isIn = (lon: number, lat: number, box: Box): boolean => isWithin([lon, lat, lon, lat], box);

/** Approximate area of a closed ring in square kilometres: planar, with the width of a degree at its first point. */
export function ringKm2(ring: Ring): number {
	const degrees = ring.reduce((sum, a, i) => {
		const b = ring[i + 1] ?? a;
		return sum + x(a) * y(b) - x(b) * y(a);
	}, 0);
	const latitude = (y(ring[0] as Position) * Math.PI) / 180;
	return Math.abs(degrees / 2) * 111.32 ** 2 * Math.cos(latitude);
}

/** Every polygon in a geometry, however nested. */
export function* polygonsOf(geometry: GeoJSON): Generator<Polygon> {
	if (geometry.type === 'GeometryCollection') for (const part of geometry.geometries) yield* polygonsOf(part);
	if (geometry.type === 'MultiPolygon') yield* geometry.coordinates;
	if (geometry.type === 'Polygon') yield geometry.coordinates;
}

/** A ring cut to a box, closed; empty when nothing is left. */
export function clipRing(ring: Ring, box: Box): Ring {
	const cut = ring.length > 0 ? (clipPolygon(ring, box) as Ring) : [];
	const first = cut[0];
	const last = cut.at(-1);
	if (cut.length < 3 || !first || !last) return [];
	return x(first) === x(last) && y(first) === y(last) ? cut : [...cut, first];
}

/** The polygons of a geometry that reach into a box, cut to it. */
export function* clipAll(geometry: GeoJSON, box: Box): Generator<Polygon> {
	for (const polygon of polygonsOf(geometry)) {
		const bounds = boundsOf(polygon[0] ?? []);
		if (!overlaps(bounds, box)) continue;
		const cut = isWithin(bounds, box) ? polygon : polygon.map((r) => clipRing(r, box)).filter((r) => r.length > 3);
		if (cut.length > 0) yield cut;
	}
}

/** Whether a point is inside a ring (even-odd rule). */
export function contains(ring: Ring, point: Position): boolean {
	let inside = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		const [a, b] = [ring[i] as Position, ring[j] as Position];
		if (y(a) > y(point) === y(b) > y(point)) continue;
		if (x(point) < ((x(b) - x(a)) * (y(point) - y(a))) / (y(b) - y(a)) + x(a)) inside = !inside;
	}
	return inside;
}

/** Chaikin's corner cutting of a closed ring: each round makes it smoother and twice as long. */
export function smooth(ring: Ring, rounds: number): Ring {
	if (rounds === 0) return ring;
	const out: Ring = [];
	for (let i = 0; i + 1 < ring.length; i++) {
		const [a, b] = [ring[i] as Position, ring[i + 1] as Position];
		out.push([0.75 * x(a) + 0.25 * x(b), 0.75 * y(a) + 0.25 * y(b)]);
		out.push([0.25 * x(a) + 0.75 * x(b), 0.25 * y(a) + 0.75 * y(b)]);
	}
	out.push(out[0] as Position);
	return smooth(out, rounds - 1);
}

/** A ring cut to a convex, closed, counter-clockwise outline (Sutherland-Hodgman); empty when nothing is left. */
export function clipToConvex(ring: Ring, outline: Ring): Ring {
	let cut = ring.slice(0, -1);
	for (let i = 0; i + 1 < outline.length && cut.length > 0; i++) {
		cut = keepLeftOf(cut, outline[i] as Position, outline[i + 1] as Position);
	}
	return cut.length < 3 ? [] : [...cut, cut[0] as Position];
}

function keepLeftOf(ring: Ring, from: Position, to: Position): Ring {
	const side = (p: Position) => (x(to) - x(from)) * (y(p) - y(from)) - (y(to) - y(from)) * (x(p) - x(from));
	const out: Ring = [];
	let a = ring.at(-1) as Position;
	for (const b of ring) {
		const [sa, sb] = [side(a), side(b)];
		if (sa >= 0 !== sb >= 0) {
			const t = sa / (sa - sb);
			out.push([x(a) + t * (x(b) - x(a)), y(a) + t * (y(b) - y(a))]);
		}
		if (sb >= 0) out.push(b);
		a = b;
	}
	return out;
}

export type Properties = Record<string, string | number>;
export type MapFeature = Feature<Geometry, Properties>;

export const polygonFeature = (coordinates: Polygon, properties: Properties): MapFeature => ({
	type: 'Feature',
	properties,
	geometry: { type: 'Polygon', coordinates },
});

export const pointFeature = (lon: number, lat: number, properties: Properties): MapFeature => ({
	type: 'Feature',
	properties,
	geometry: { type: 'Point', coordinates: [lon, lat] },
});

export const lineFeature = (coordinates: Position[], properties: Properties): MapFeature => ({
	type: 'Feature',
	properties,
	geometry: { type: 'LineString', coordinates },
});
