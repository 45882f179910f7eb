import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { type Box, type MapFeature, WIDE } from './geometry.ts';
import { gzip, type Tile } from './pmtiles.ts';

export const MAX_ZOOM = 9;
const EXTENT = 4096;
/** Labels need room around the tile; thin lines less simplification. */
const BUFFER: Record<string, number> = { places: 128, water: 128 };
const TOLERANCE: Record<string, number> = { boundaries: 2 };

const tileX = (lon: number, z: number) => Math.floor(((lon + 180) / 360) * 2 ** z);
const tileY = (lat: number, z: number) => {
	const sine = Math.sin((lat * Math.PI) / 180);
	return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z);
};

function* tilesOver([west, south, east, north]: Box, z: number): Generator<{ x: number; y: number }> {
	for (let x = tileX(west, z); x <= Math.min(2 ** z - 1, tileX(east, z)); x++) {
		for (let y = tileY(north, z); y <= tileY(south, z); y++) yield { x, y };
	}
}

const indexOf = (name: string, features: MapFeature[]) =>
	new GeoJSONVT(
		{ type: 'FeatureCollection', features },
		{
			maxZoom: MAX_ZOOM,
			indexMaxZoom: MAX_ZOOM,
			indexMaxPoints: 0,
			extent: EXTENT,
			tolerance: TOLERANCE[name] ?? 3,
			buffer: BUFFER[name] ?? 64,
		},
	);

/** A tile is drawn until the next zoom: names that begin on the way there must be in it. */
const AHEAD: Record<string, number> = { places: 1 };

/** What starts at a later zoom than the last tiles is in those: the style decides when it is drawn. */
const isDue = (name: string, tags: Record<string, unknown> | null | undefined, z: number) =>
	z === MAX_ZOOM || Number(tags?.min_zoom ?? 0) <= z + (AHEAD[name] ?? 0);

/** All tiles of the map, zooms 0 to 9, gzipped; empty ones are left out. */
export function* cutTiles(layers: Record<string, MapFeature[]>): Generator<Tile> {
	const indexes = Object.entries(layers).map(([name, features]) => ({ name, index: indexOf(name, features) }));
	for (let z = 0; z <= MAX_ZOOM; z++) {
		for (const { x, y } of tilesOver(WIDE, z)) {
			const content: Record<string, unknown> = {};
			for (const { name, index } of indexes) {
				const tile = index.getTile(z, x, y);
				const features = tile?.features.filter((f) => isDue(name, f.tags, z)) ?? [];
				if (tile && features.length > 0) content[name] = { ...tile, features };
			}
			if (Object.keys(content).length === 0) continue;
			yield {
				z,
				x,
				y,
				data: gzip(fromGeojsonVt(content as Parameters<typeof fromGeojsonVt>[0], { version: 2, extent: EXTENT })),
			};
		}
	}
}
