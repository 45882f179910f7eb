import type KDBush from 'kdbush';
import { type Bbox, chordOf, KM_OF_DEGREE, type LonLat } from '../domain/geo.ts';

const RAD = Math.PI / 180;
/** Further east or west than this many degrees a box is no nearer than here: up to there a sine is a straight line. */
const FAR = 4;
/** A line is longer than its sine at `FAR` by less than this; and what is rounded is far less. */
const STRAIGHT = 0.999;
const ROUNDED = 1e-9;
const WORLD: Bbox = [-180, -90, 180, 90];

/**
 * How many points of a tree (longitude, latitude) lie within each of some distances from a point; kilometres, ascending. What
 * lies in a circle as a whole is counted without being looked at. `squareTo`: of a place, the square of the chord to the point.
 */
export function countCircles(
	{ ids, coords, nodeSize }: KDBush,
	point: LonLat,
	kilometres: readonly number[],
	squareTo: (place: number) => number,
): Uint32Array {
	const squares = kilometres.map((km) => chordOf(km) ** 2);
	const counts = new Uint32Array(kilometres.length);
	const lookAt = (at: number, first: number, last: number) => {
		const square = squareTo(ids[at]!);
		for (let circle = last; circle >= first && square <= squares[circle]!; circle--) counts[circle]!++;
	};
	/** Counts what lies between two places of the tree, all of it in a box, for the circles that are still open. */
	const walk = (left: number, right: number, box: Bbox, axis: 0 | 1, from: number, to: number): void => {
		let [first, last] = [from, to];
		const furthest = furthestIn(box, point);
		for (; last >= first && furthest <= kilometres[last]!; last--) counts[last]! += right - left + 1;
		const nearest = nearestIn(box, point);
		while (first <= last && nearest > kilometres[first]!) first++;
		if (first > last) return;
		if (right - left <= nodeSize) {
			for (let at = left; at <= right; at++) lookAt(at, first, last);
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

/** No point of a box is nearer than so many kilometres. */
function nearestIn([west, south, east, north]: Bbox, { lon, lat }: LonLat): number {
	const up = Math.max(0, south - lat, lat - north);
	const across = Math.min(FAR, Math.max(0, west - lon, lon - east));
	return Math.max(up, Math.cos(lat * RAD) * across * STRAIGHT) * KM_OF_DEGREE * (1 - ROUNDED);
}

/** No point of a box is further away: by a straight line on a map that shows every degree of longitude as long as where it is longest. */
function furthestIn([west, south, east, north]: Bbox, { lon, lat }: LonLat): number {
	const up = Math.max(lat - south, north - lat);
	const across = Math.max(lon - west, east - lon) * Math.cos(Math.max(0, Math.abs(lat) - up) * RAD);
	return Math.sqrt(up * up + across * across) * KM_OF_DEGREE * (1 + ROUNDED);
}
