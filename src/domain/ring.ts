import { inBox, KM_OF_DEGREE, type LonLat, type MultiPolygon, SWEDEN } from './geo.ts';

// No zod here: pages import it.

/** An area as somebody draws it: its corners in order (WGS84), each once; the last is joined with the first. */
export type Ring = readonly LonLat[];

/** More corners make an address that nobody can send, and say no more: an outline of a municipality has room in so many. */
export const MOST_CORNERS = 100;
/** Square kilometres: less is a few houses, more than any municipality is better asked about as a county. */
export const LEAST_KM2 = 0.05;
export const MOST_KM2 = 30_000;

/** Why something is no area that can be asked about. */
export type RingProblem =
	| 'unreadable'
	| 'not_an_area'
	| 'several'
	| 'holes'
	| 'projected'
	| 'swapped'
	| 'outside'
	| 'few_corners'
	| 'many_corners'
	| 'crosses'
	| 'small'
	| 'large';
export type ReadRing = { ring: Ring; wrong?: undefined } | { wrong: RingProblem };

/** Corners are kept in ten-thousandths of a degree, some ten metres: whole numbers, which are compared exactly. */
const PER_DEGREE = 10_000;
/** No longitude or latitude is as large: such numbers are metres of another system. */
const DEGREES = 360;

/** A corner as it is kept. */
export const corner = ({ lon, lat }: LonLat): LonLat => ({
	lon: Math.round(lon * PER_DEGREE) / PER_DEGREE,
	lat: Math.round(lat * PER_DEGREE) / PER_DEGREE,
});
const same = (a: LonLat, b: LonLat) => a.lon === b.lon && a.lat === b.lat;

/** Corners as an area that can be asked about, rounded and each of them once; or the first thing that is wrong with them. */
export function ringFrom(corners: Ring): ReadRing {
	if (corners.some(({ lon, lat }) => Math.abs(lon) > DEGREES || Math.abs(lat) > DEGREES)) return { wrong: 'projected' };
	const rounded = corners.map(corner);
	const ring = rounded.filter((one, at) => !same(one, rounded[(at + 1) % rounded.length]!));
	if (ring.length > 0 && ring.every(({ lon, lat }) => inBox({ lon: lat, lat: lon }, SWEDEN)))
		return { wrong: 'swapped' };
	if (ring.some((one) => !inBox(one, SWEDEN))) return { wrong: 'outside' };
	if (ring.length < 3) return { wrong: 'few_corners' };
	if (ring.length > MOST_CORNERS) return { wrong: 'many_corners' };
	if (crossesItself(ring)) return { wrong: 'crosses' };
	const size = km2Of(ring);
	if (size < LEAST_KM2) return { wrong: 'small' };
	return size > MOST_KM2 ? { wrong: 'large' } : { ring };
}

/** As an address holds it: `128512.566745-129000.567000-…`, longitude first, ten-thousandths of a degree. */
export const ringText = (ring: Ring): string =>
	ring.map(({ lon, lat }) => `${Math.round(lon * PER_DEGREE)}.${Math.round(lat * PER_DEGREE)}`).join('-');

/** Reads what an address holds. */
export function readRing(text: string): ReadRing {
	if (!/^\d{6}\.\d{6}(?:-\d{6}\.\d{6})*$/.test(text)) return { wrong: 'unreadable' };
	const corners = text.split('-').map((pair) => pair.split('.').map((number) => Number(number) / PER_DEGREE));
	return ringFrom(corners.map(([lon, lat]) => ({ lon: lon!, lat: lat! })));
}

/** As GeoJSON has it: the first corner again at the end. */
export const polygonOf = (ring: Ring): MultiPolygon => ({
	type: 'MultiPolygon',
	coordinates: [[[...ring, ring[0]!].map(({ lon, lat }) => [lon, lat])]],
});

/** Square kilometres within, on a sphere (each edge as a straight line between longitudes and sines of latitude). */
export function km2Of(ring: Ring): number {
	const radian = Math.PI / 180;
	const radius = KM_OF_DEGREE / radian;
	const sum = ring.reduce((total, { lon, lat }, at) => {
		const next = ring[(at + 1) % ring.length]!;
		return total + (next.lon - lon) * radian * (2 + Math.sin(lat * radian) + Math.sin(next.lat * radian));
	}, 0);
	return (Math.abs(sum) * radius ** 2) / 2;
}

type Whole = readonly [x: number, y: number];

/** Whether two edges of a ring meet anywhere but in the corner that they share: then nobody can say what is within. */
export function crossesItself(ring: Ring): boolean {
	const all = ring.map(({ lon, lat }): Whole => [Math.round(lon * PER_DEGREE), Math.round(lat * PER_DEGREE)]);
	const end = (at: number) => all[(at + 1) % all.length]!;
	return all.some((from, at) =>
		all.slice(at + 1).some((other, place) => {
			const later = at + 1 + place;
			const isNext = later === at + 1 || (at === 0 && later === all.length - 1);
			if (!isNext) return meet(from, end(at), other, end(later));
			// Neighbours share a corner; they lie on each other where one goes back along the other.
			return later === at + 1 ? goesBack(from, other, end(later)) : goesBack(other, from, end(at));
		}),
	);
}

const turn = ([ax, ay]: Whole, [bx, by]: Whole, [cx, cy]: Whole) =>
	Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
const between = (a: Whole, b: Whole, c: Whole) =>
	turn(a, b, c) === 0 &&
	Math.min(a[0], b[0]) <= c[0] &&
	c[0] <= Math.max(a[0], b[0]) &&
	Math.min(a[1], b[1]) <= c[1] &&
	c[1] <= Math.max(a[1], b[1]);
const goesBack = (a: Whole, b: Whole, c: Whole) =>
	turn(a, b, c) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0;

function meet(a: Whole, b: Whole, c: Whole, d: Whole): boolean {
	if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) return true;
	return between(a, b, c) || between(a, b, d) || between(c, d, a) || between(c, d, b);
}
