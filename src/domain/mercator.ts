import type { Bbox, LonLat } from './geo.ts';

/** The side of the world's square in Web Mercator is 2³² steps, each at most a centimetre. */
export const BITS = 32;
export const WORLD = 2 ** BITS;
/** Degrees beyond which the square ends. */
const EDGE = 85.051_128_779_806_59;
const RAD = Math.PI / 180;

/** A tile by its zoom 0-22, column and row (XYZ: row 0 is the northernmost). */
export interface TileAt {
	z: number;
	x: number;
	y: number;
}

/** Where a point lies on the square, in whole steps from its north-west corner: each lies in one tile of a zoom alone. */
export function worldOf({ lon, lat }: LonLat): { x: number; y: number } {
	const sine = Math.sin(Math.max(-EDGE, Math.min(EDGE, lat)) * RAD);
	const x = (lon + 180) / 360;
	const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
	return { x: inside(x * WORLD), y: inside(y * WORLD) };
}

const inside = (step: number) => Math.max(0, Math.min(WORLD - 1, Math.floor(step)));

/** The latitude of a part of the square's height, 0 in the north to 1 in the south; degrees. */
export const latOf = (part: number): number => Math.atan(Math.sinh(Math.PI * (1 - 2 * part))) / RAD;

/** The box of a tile in degrees; along the square's edge it reaches to the pole, since what lies beyond is drawn there. */
export function boxOf({ z, x, y }: TileAt): Bbox {
	const side = 2 ** z;
	const lon = (column: number) => (column / side) * 360 - 180;
	const lat = (row: number) => {
		if (row === 0 || row === side) return row ? -90 : 90;
		return latOf(row / side);
	};
	return [lon(x), lat(y + 1), lon(x + 1), lat(y)];
}

/** A box grown to whole tiles of a zoom (at most 22). */
export function wholeTiles([west, south, east, north]: Bbox, z: number): Bbox {
	const tile = (lon: number, lat: number) => {
		const { x, y } = worldOf({ lon, lat });
		return boxOf({ z, x: Math.floor(x / 2 ** (BITS - z)), y: Math.floor(y / 2 ** (BITS - z)) });
	};
	const [first, , , top] = tile(west, north);
	const [, bottom, last] = tile(east, south);
	return [first, bottom, last, top];
}

/** Clusters of a map are the tiles so many zooms deeper: at a tile's own zoom, 64 of the 512 pixels that it is drawn with. */
export const CELLS = 3;
/** From this zoom on every point stands by itself. */
export const SINGLE_FROM = 14;
