import type { VectorTileFeature } from '@mapbox/vector-tile';

/** How a tile lies in a picture: the picture's pixels for one step of the tile, and where the tile's corner is. */
export interface Lie {
	scale: number;
	x: number;
	y: number;
}

/** Steps of a path in one pixel of the picture: what is finer is not seen. */
export const FINE = 2;
/** In steps: what two points of a line have to be apart to be told apart, and how large a ring has to be to be seen at all. */
export interface Fineness {
	apart: number;
	least: number;
}
/** Pixels beyond the picture's edge at which lines are cut. */
const MARGIN = 24;

/** The outline of a feature as a path in steps of a picture, so wide and so high in pixels; empty where none of it is seen. */
export function pathOf(
	feature: VectorTileFeature,
	lie: Lie,
	size: { width: number; height: number },
	{ apart, least }: Fineness,
): string {
	const closed = feature.type === 3;
	const most = { x: (size.width + MARGIN) * FINE, y: (size.height + MARGIN) * FINE };
	const edge = -MARGIN * FINE;
	const paths: string[] = [];
	for (const ring of feature.loadGeometry()) {
		const points: number[] = [];
		for (const { x, y } of ring) {
			const px = Math.round(Math.max(edge, Math.min(most.x, (x * lie.scale + lie.x) * FINE)));
			const py = Math.round(Math.max(edge, Math.min(most.y, (y * lie.scale + lie.y) * FINE)));
			const length = points.length;
			const near = Math.abs(px - points[length - 2]!) < apart && Math.abs(py - points[length - 1]!) < apart;
			if (!near) points.push(px, py);
		}
		paths.push(written(points, closed, least));
	}
	return paths.join('');
}

function written(points: readonly number[], closed: boolean, least: number): string {
	if (points.length < (closed ? 6 : 4) || !isSeen(points, least)) return '';
	// Joined at the end: a string that is added to stays in its pieces, which take ten times the room.
	const steps = [`M${points[0]} ${points[1]}l`];
	for (let at = 2; at < points.length; at += 2)
		steps.push(step(points[at]! - points[at - 2]!, at > 2), step(points[at + 1]! - points[at - 1]!, true));
	if (closed) steps.push('z');
	return steps.join('');
}

/** A number of a path; a minus parts it from the one before by itself. */
const step = (value: number, follows: boolean) => (follows && value >= 0 ? ` ${value}` : `${value}`);

function isSeen(points: readonly number[], least: number): boolean {
	let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let at = 0; at < points.length; at += 2) {
		west = Math.min(west, points[at]!);
		east = Math.max(east, points[at]!);
		north = Math.min(north, points[at + 1]!);
		south = Math.max(south, points[at + 1]!);
	}
	return east - west >= least || south - north >= least;
}
