import type KDBush from 'kdbush';
import { type Bbox, chordOf, KM_OF_DEGREE, type LonLat } from '../domain/geo.ts';

const RAD = Math.PI / 180;
/** Further east or west than this many degrees a point counts as no further: up to there the ways below are sure. */
const FAR = 4;
/** The straightest way between two points no further apart than `FAR` leads no more degrees nearer a pole than the nearer of them. */
const BULGE = 0.2;
const ROUNDED = 1e-9;
const WORLD: Bbox = [-180, -90, 180, 90];

/**
 * How many points of a tree (longitude, latitude) lie within each of some distances from a point; kilometres, ascending. What
 * lies in a circle as a whole is counted without being looked at, and measured is only what lies near its edge. `squareTo`: of
 * a place, the square of the chord to the point.
 */
export function countCircles(
	{ ids, coords, nodeSize }: KDBush,
	point: LonLat,
	kilometres: readonly number[],
	squareTo: (place: number) => number,
): Uint32Array {
	const squares = kilometres.map((km) => chordOf(km) ** 2);
	const least = kilometres.map((km) => (km / KM_OF_DEGREE) ** 2 * (1 - ROUNDED));
	const most = kilometres.map((km) => (km / KM_OF_DEGREE) ** 2 * (1 + ROUNDED));
	const counts = new Uint32Array(kilometres.length);
	const lookAt = (at: number, first: number, last: number) => {
		const square = squareTo(ids[at]!);
		for (let circle = last; circle >= first && square <= squares[circle]!; circle--) counts[circle]!++;
	};
	/** Counts each place of a leaf. */
	const leaf = (left: number, right: number, { wide, narrow }: Degree, first: number, last: number): void => {
		for (let at = left; at <= right; at++) {
			const across = Math.abs(coords[2 * at]! - point.lon);
			const up = (coords[2 * at + 1]! - point.lat) ** 2;
			const over = up + (across * wide) ** 2;
			let circle = last;
			for (; circle >= first && over <= least[circle]!; circle--) counts[circle]!++;
			const under = up + (Math.min(across, FAR) * narrow) ** 2;
			if (circle >= first && under <= most[circle]!) lookAt(at, first, circle);
		}
	};
	/** Counts what lies between two places of the tree, all of it in a box, for the circles that are still open. */
	const walk = (left: number, right: number, box: Bbox, axis: 0 | 1, from: number, to: number): void => {
		let [first, last] = [from, to];
		const degree = degreeIn(box, point);
		const furthest = furthestIn(box, point, degree);
		for (; last >= first && furthest <= least[last]!; last--) counts[last]! += right - left + 1;
		const nearest = nearestIn(box, point, degree);
		while (first <= last && nearest > most[first]!) first++;
		if (first > last) return;
		if (right - left <= nodeSize) {
			leaf(left, right, degree, first, last);
			return;
		}
		const middle = (left + right) >> 1;
		lookAt(middle, first, last);
		const split = coords[2 * middle + axis]!;
		const [west, south, east, north] = box;
		const below: Bbox = axis === 0 ? [west, south, split, north] : [west, south, east, split];
		const above: Bbox = axis === 0 ? [split, south, east, north] : [west, split, east, north];
		const next = axis === 0 ? 1 : 0;
		walk(left, middle - 1, below, next, first, last);
		walk(middle + 1, right, above, next, first, last);
	};
	if (ids.length) walk(0, ids.length - 1, WORLD, 0, 0, kilometres.length - 1);
	return counts;
}

/** What a degree of longitude measures at most and at least, of one of latitude, on the way from a point to any of a box. */
interface Degree {
	wide: number;
	narrow: number;
}

function degreeIn([, south, , north]: Bbox, { lat }: LonLat): Degree {
	const [low, high] = [Math.min(lat, south), Math.max(lat, north)];
	const nearest = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
	const furthest = Math.min(90, Math.max(Math.abs(low), Math.abs(high)) + BULGE);
	return { wide: Math.cos(nearest * RAD), narrow: Math.max(0, Math.cos(furthest * RAD)) };
}

/** No point of a box is nearer; a square of degrees of latitude. */
function nearestIn([west, south, east, north]: Bbox, { lon, lat }: LonLat, { narrow }: Degree): number {
	const up = Math.max(0, south - lat, lat - north);
	const across = Math.min(FAR, Math.max(0, west - lon, lon - east)) * narrow;
	return up * up + across * across;
}

/** No point of a box is further away; a square of degrees of latitude. */
function furthestIn([west, south, east, north]: Bbox, { lon, lat }: LonLat, { wide }: Degree): number {
	const up = Math.max(lat - south, north - lat);
	const across = Math.max(lon - west, east - lon) * wide;
	return up * up + across * across;
}
