import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { Frame } from '#domain/overview.ts';
import type { Archive } from '../archive.ts';
import { type Fineness, type Lie, pathOf } from './paths.ts';

/** A name on the map, where it is, and how it ranks: the lowest first. */
export interface Name {
	kind: 'country' | 'sea' | 'lake' | 'locality';
	name: string;
	x: number;
	y: number;
	rank: number;
	/** Of a settlement: people who live there. */
	population: number;
	/** Whether it is a settlement of another country: it only helps to find one's way. */
	abroad: boolean;
}

/** What lies under the spots of a picture. */
export interface Ground {
	/** Outlines by class, lowest first. */
	paths: { look: string; path: string }[];
	names: Name[];
}

const TILE = 512;
const looks = ['earth', 'sweden', 'settlement', 'water', 'region', 'country'] as const;
type Look = (typeof looks)[number];
/** From this zoom on the towns' tint is seen. */
const TINT_FROM = 6;
/** From this zoom on counties are told apart. */
const COUNTIES_FROM = 3;
/** A picture is looked at longer than a map that is moved: it has the names of a zoom further in. */
const EARLIER = 1;
/** Countries are named up to this zoom. */
const COUNTRIES_TO = 6.5;
const inflate = promisify(gunzip);

/** How much of the land is drawn: all that can be seen, or what still is to be seen below something that covers it. */
export type Detail = 'full' | 'below';
const fineness: Record<Detail, Fineness> = { full: { apart: 2, least: 3 }, below: { apart: 4, least: 12 } };

/** The land, the water, the borders and the names of a picture. `lang`: of the names. */
export async function groundOf(archive: Archive, frame: Frame, lang: 'sv' | 'en', detail: Detail): Promise<Ground> {
	const z = Math.max(archive.minzoom, Math.min(archive.maxzoom, Math.round(frame.zoom)));
	const side = TILE * 2 ** (frame.zoom - z);
	const last = 2 ** z - 1;
	const span = (from: number, length: number) => ({
		first: Math.max(0, Math.floor(from / side)),
		last: Math.min(last, Math.floor((from + length) / side)),
	});
	const columns = span(frame.x, frame.width);
	const rows = span(frame.y, frame.height);
	const paths = new Map<Look, string>(looks.map((look) => [look, '']));
	const names = new Map<string, Name>();
	for (let x = columns.first; x <= columns.last; x++)
		for (let y = rows.first; y <= rows.last; y++) {
			const stored = await archive.tile(z, x, y);
			if (!stored) continue;
			const tile = new VectorTile(new PbfReader(archive.gzipped ? await inflate(stored) : stored));
			for (const [layer, { length, extent, feature }] of layersOf(tile)) {
				const lie = { scale: side / extent, x: x * side - frame.x, y: y * side - frame.y };
				for (let place = 0; place < length; place++) take(layer, feature(place), lie);
			}
		}
	return { paths: looks.map((look) => ({ look, path: paths.get(look)! })), names: [...names.values()] };

	function take(layer: string, feature: VectorTileFeature, lie: Lie): void {
		const look = lookOf(layer, feature, frame.zoom);
		const drawn = look && (detail === 'full' || look !== 'settlement');
		if (drawn) paths.set(look, paths.get(look)! + pathOf(feature, lie, frame, fineness[detail]));
		const name = feature.type === 1 ? nameOf(feature, lie, frame, lang) : null;
		// A name near an edge is in two tiles.
		if (name) names.set(`${name.kind} ${name.name} ${Math.round(name.x)}`, name);
	}
}

function* layersOf(tile: VectorTile) {
	for (const [name, layer] of Object.entries(tile.layers))
		yield [
			name,
			{ length: layer.length, extent: layer.extent, feature: (place: number) => layer.feature(place) },
		] as const;
}

function lookOf(layer: string, { type, properties }: VectorTileFeature, zoom: number): Look | null {
	if (layer === 'earth' || layer === 'sweden') return layer;
	if (layer === 'settlement') return zoom >= TINT_FROM && Number(properties.min_zoom ?? 0) <= zoom ? layer : null;
	if (layer === 'water') return type === 3 ? layer : null;
	if (layer !== 'boundaries') return null;
	if (properties.kind === 'country') return 'country';
	return zoom >= COUNTIES_FROM ? 'region' : null;
}

function nameOf(feature: VectorTileFeature, lie: Lie, frame: Frame, lang: 'sv' | 'en'): Name | null {
	const { kind, min_zoom, sort_key, population, se, ...said } = feature.properties;
	const isCountry = kind === 'country';
	if (!isCountry && kind !== 'sea' && kind !== 'lake' && kind !== 'locality') return null;
	if (Number(min_zoom) > frame.zoom + EARLIER || (isCountry && frame.zoom > COUNTRIES_TO)) return null;
	const point = feature.loadGeometry()[0]![0]!;
	const x = point.x * lie.scale + lie.x;
	const y = point.y * lie.scale + lie.y;
	if (x < 0 || y < 0 || x > frame.width || y > frame.height) return null;
	const name = String((lang === 'en' && said['name:en']) || said.name);
	const abroad = kind === 'locality' && !se;
	const rank = kind === 'locality' ? Number(sort_key) + (abroad ? 1e7 : 0) : 0;
	return { kind, name, x, y, rank, population: Number(population ?? 0), abroad };
}
