import { readFileSync } from 'node:fs';
import type { FeatureCollection, GeoJSON } from 'geojson';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../node_modules/${path}`, import.meta.url), 'utf8'));

/** OpenStreetMap coastlines, lakes and rivers of the world, simplified to 10 m (ODbL). */
export const readGeoMap = (name: 'earth-coastlines' | 'earth-lakes' | 'earth-rivers'): GeoJSON =>
	read(`@geo-maps/${name}-10m/map.geo.json`);

/** OpenStreetMap country areas with their territorial waters, simplified to 10 m (ODbL). */
export const readCountries = (): FeatureCollection<GeoJSON.Polygon | GeoJSON.MultiPolygon, { isoA3: string }> =>
	read('@osm_borders/maritime_10m/borders.geo.json');
