import { type Bbox, boxAround, inBox, type LonLat, SWEDEN } from './geo.ts';
import { BITS, boxOf, CELLS, latOf, WORLD, wholeTiles, worldOf } from './mercator.ts';
import type { Query } from './query.ts';
import type { Finder, MapSpot } from './search.ts';
import { kinds } from './taxonomies.ts';

/** What a picture of the map shows: its zoom (of tiles of 512 pixels), its north-west corner in pixels of the world, its size. */
export interface Frame {
	zoom: number;
	x: number;
	y: number;
	width: number;
	height: number;
}

/** A spot of a picture: its middle and half of its width and height in pixels, and the box in which its entries lie. */
export interface OverviewSpot extends MapSpot {
	x: number;
	y: number;
	across: number;
	up: number;
	box: Bbox;
}

/** The map of a query as one picture. */
export interface Overview {
	frame: Frame;
	/** Those that many lie in last: they are drawn on top. */
	spots: OverviewSpot[];
	/** How many entries they are together. */
	count: number;
}

/** Tall as Sweden, and narrow enough for a phone. */
export const PICTURE = { width: 400, height: 520 };
const TILE = 512;
/** Beyond the last there is nothing more to see of the built-in map. */
const ZOOMS = { least: 2.5, most: 12 };
/** Pixels kept free along the edges: for spots, and below for the map's sources. */
const MARGIN = { sides: 34, top: 30, bottom: 46 };
/** So many of the nearest hits are seen around a place, and so many kilometres in any case. */
const NEAREST = 8;
const LEAST_KM = 8;
/** What reaches over so many degrees of latitude is shown on the whole of Sweden: it is known at a glance. */
const TALL = 8;
/** Rounds in which spots that cover each other are moved apart. */
const ROUNDS = 30;

/** The map of a query as a picture of some size in pixels; `now` in unix seconds. */
export function overviewOf(
	finder: Finder,
	query: Query,
	now: number,
	size: { width: number; height: number } = PICTURE,
): Overview {
	const asked = { ...query, cursor: null };
	const frame = frameOf(boundsOf(finder, asked, now), size);
	// Cells of 42 to 84 pixels: a spot fits into one.
	const zoom = Math.floor(frame.zoom + 0.6);
	const view = boxOfFrame(frame);
	const found = finder.map({ ...asked, bbox: asked.bbox ?? wholeTiles(view, zoom + CELLS) }, zoom, now);
	const seen = found.filter((spot) => inBox(spot, view)).map((spot) => placed(spot, frame, zoom, asked.bbox));
	const spots = apart(seen, frame).sort((a, b) => a.count - b.count);
	return { frame, spots, count: spots.reduce((sum, { count }) => sum + count, 0) };
}

/** Where a point lies in a frame, in pixels from its north-west corner. */
export function pixelOf({ zoom, x, y }: Frame, point: LonLat): { x: number; y: number } {
	const world = worldOf(point);
	const scale = (TILE * 2 ** zoom) / WORLD;
	return { x: world.x * scale - x, y: world.y * scale - y };
}

function boundsOf(finder: Finder, query: Query, now: number): Bbox {
	const { bbox, near, radius } = query;
	if (bbox) return bbox;
	if (!near) return boxOfAll(finder.extent(query, now));
	if (radius !== null) return boxAround(near, radius);
	const nearest = finder.top({ ...query, sort: 'distance', limit: NEAREST }, now);
	return boxAround(near, Math.max(LEAST_KM, ...nearest.map(({ distance }) => distance ?? 0)));
}

/** The whole of Sweden where hits reach over most of it. */
function boxOfAll(all: Bbox | null): Bbox {
	return !all || all[3] - all[1] > TALL ? SWEDEN : all;
}

/** The frame of so many pixels in which a box is seen as large as it can be, with room along the edges. */
export function frameOf([west, south, east, north]: Bbox, { width, height }: { width: number; height: number }): Frame {
	const first = worldOf({ lon: west, lat: north });
	const last = worldOf({ lon: east, lat: south });
	const room = { x: width - 2 * MARGIN.sides, y: height - MARGIN.top - MARGIN.bottom };
	const most = Math.min(
		(room.x * WORLD) / Math.max(1, last.x - first.x),
		(room.y * WORLD) / Math.max(1, last.y - first.y),
	);
	const zoom = Math.min(ZOOMS.most, Math.max(ZOOMS.least, Math.log2(most / TILE)));
	const scale = (TILE * 2 ** zoom) / WORLD;
	const x = ((first.x + last.x) / 2) * scale - width / 2;
	const y = ((first.y + last.y) / 2) * scale - MARGIN.top - room.y / 2;
	return { zoom, x, y, width, height };
}

function boxOfFrame({ zoom, x, y, width, height }: Frame): Bbox {
	const world = TILE * 2 ** zoom;
	const lon = (pixels: number) => Math.max(-180, Math.min(180, (pixels / world) * 360 - 180));
	const lat = (pixels: number) => latOf(Math.max(0, Math.min(1, pixels / world)));
	return [lon(x), lat(y + height), lon(x + width), lat(y)];
}

/** A spot at its place; drilled into, it keeps to the box that was asked for. */
function placed(spot: MapSpot, frame: Frame, zoom: number, bbox: Bbox | null): OverviewSpot {
	const { x, y } = pixelOf(frame, spot);
	const up = spot.count === 1 ? 12 : 11 + 3.5 * Math.log10(spot.count);
	const digits = String(spot.count).length;
	// A pill is as wide as its number, and has its kind's shape beside it where it has one kind.
	const mark = kinds.some((kind) => spot[kind] === spot.count) ? 9 : 0;
	const across = spot.count === 1 ? up : Math.max(up, 8 + mark + (3.6 + up / 18) * digits + (digits > 3 ? 3 : 0));
	return { ...spot, x, y, up, across, box: shared(cellOf(spot, zoom), bbox) };
}

function cellOf(spot: MapSpot, zoom: number): Bbox {
	// What lies at one point, whichever cells it borders on.
	if (spot.ids.length) return boxAround(spot, 0.05);
	const z = zoom + CELLS;
	const { x, y } = worldOf(spot);
	return boxOf({ z, x: Math.floor(x / 2 ** (BITS - z)), y: Math.floor(y / 2 ** (BITS - z)) });
}

function shared(box: Bbox, bbox: Bbox | null): Bbox {
	if (!bbox) return box;
	const [west, south, east, north] = box;
	return [Math.max(west, bbox[0]), Math.max(south, bbox[1]), Math.min(east, bbox[2]), Math.min(north, bbox[3])];
}

/** Moves spots that cover each other just so far that each is seen, never out of the picture. */
function apart(spots: OverviewSpot[], { width, height }: Frame): OverviewSpot[] {
	const moved = spots.map((spot) => ({ ...spot }));
	for (let round = 0; round < ROUNDS; round++)
		for (const [place, one] of moved.entries()) for (const other of moved.slice(place + 1)) push(one, other);
	for (const spot of moved) {
		spot.x = Math.max(spot.across + 2, Math.min(width - spot.across - 2, spot.x));
		spot.y = Math.max(spot.up + 2, Math.min(height - MARGIN.bottom / 2 - spot.up, spot.y));
	}
	return moved;
}

function push(one: OverviewSpot, other: OverviewSpot): void {
	const dx = other.x - one.x;
	const dy = other.y - one.y;
	const coverX = one.across + other.across - Math.abs(dx);
	const coverY = one.up + other.up - Math.abs(dy);
	if (coverX <= 0 || coverY <= 0) return;
	// The smaller gives way; both, where they are alike.
	const share = other.count / (one.count + other.count);
	const along = coverY <= coverX ? 'y' : 'x';
	const cover = Math.min(coverX, coverY) / 2;
	const way = (along === 'y' ? dy : dx) < 0 ? -1 : 1;
	one[along] -= way * cover * share;
	other[along] += way * cover * (1 - share);
}
