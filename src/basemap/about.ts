/** West, south, east, north in WGS84 degrees. */
export type Bounds = [number, number, number, number];
/** The two common ways to name the layers of a street map. */
export type StreetSchema = 'openmaptiles' | 'protomaps';

/** One set of vector tiles as the style needs it; `tiles` is a path with {z}, {x} and {y}. */
export type TileSet = {
	version: string;
	tiles: string;
	/** HTML, safe as it is, to be shown wherever the map is. */
	attribution: string;
	bounds: Bounds;
	minzoom: number;
	maxzoom: number;
};

export type Streets = TileSet & { schema: StreetSchema };

/** What GET /basemap/about answers: all that a map needs to know before it is drawn. */
export type BasemapAbout = TileSet & { streets: Streets | null };

/** Without streets there is nothing to see beyond this zoom. */
export const MAX_ZOOM = { plain: 12, streets: 17 };
/** What the map may be moved over: Sweden and its neighbours. */
export const MAX_BOUNDS: Bounds = [-25, 47, 57, 73];
export const MIN_ZOOM = 3;
/** Sweden in one view. */
export const SWEDEN: Bounds = [10.6, 55.2, 24.2, 69.1];
