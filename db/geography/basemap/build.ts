// Builds the map of Sweden. Usage: node basemap/build.ts [output file]
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { buildBoundaries } from './boundaries.ts';
import { WIDE } from './geometry.ts';
import { buildLand, buildSweden, landFeatures } from './land.ts';
import { buildPlaces, shownPlaces } from './places.ts';
import { pmtilesArchive } from './pmtiles.ts';
import { buildSettlements } from './settlements.ts';
import { cutTiles, MAX_ZOOM } from './tiling.ts';
import { buildWater } from './water.ts';

const out = process.argv[2] ?? new URL('../sweden.pmtiles', import.meta.url);
const started = performance.now();
const say = (text: string) => console.log(`${((performance.now() - started) / 1000).toFixed(1)} s  ${text}`);

const land = buildLand();
say(`land: ${land.length} pieces`);
const sweden = buildSweden(land);
say(`Sweden: ${sweden.length} pieces`);
const water = buildWater();
say(`water: ${water.length}`);
const places = shownPlaces();
const layers = {
	earth: landFeatures(land),
	sweden,
	settlement: buildSettlements(places, land),
	water,
	boundaries: buildBoundaries(),
	places: buildPlaces(places),
};
for (const [name, features] of Object.entries(layers)) say(`${name}: ${features.length} features`);

const tiles = [...cutTiles(layers)];
say(`${tiles.length} tiles`);
const archive = pmtilesArchive(tiles, {
	minZoom: 0,
	maxZoom: MAX_ZOOM,
	bounds: WIDE,
	center: [15.5, 62.5, 4],
	metadata: {
		name: 'Sweden, built in',
		format: 'pbf',
		type: 'baselayer',
		attribution: '© OpenStreetMap contributors (ODbL) · GeoNames (CC BY 4.0) · Natural Earth',
		vector_layers: Object.keys(layers).map((id) => ({ id, fields: {}, minzoom: 0, maxzoom: MAX_ZOOM })),
	},
});
writeFileSync(out, archive);
const hash = createHash('sha256').update(archive).digest('hex');
say(`${archive.length} bytes, sha256 ${hash}, ${Math.round(process.memoryUsage().rss / 1e6)} MB of memory`);
