import type { ExpressionSpecification } from 'maplibre-gl';
import type { StreetSchema } from './about.ts';
import { is } from './expressions.ts';
import type { Palette } from './palette.ts';
import type { StreetNames } from './street-layers.ts';

type Expression = ExpressionSpecification;
const isArea: Expression = ['==', ['geometry-type'], 'Polygon'];
const isLine: Expression = ['==', ['geometry-type'], 'LineString'];
const isPoint: Expression = ['==', ['geometry-type'], 'Point'];
const both = (...all: Expression[]): Expression => ['all', ...all];

const SCHOOLS = ['school', 'university', 'kindergarten', 'college', 'library'];
const GREENS = ['park', 'garden', 'cemetery', 'pitch', 'playground', 'stadium', 'recreation_ground', 'allotments'];
const GRASS = ['grass', 'grassland', 'meadow', 'village_green', 'golf_course', 'wetland', 'scrub'];
const WOODS = ['wood', 'forest', 'nature_reserve'];
const FIELDS = ['farmland', 'farm', 'orchard', 'sand', 'beach'];
const BUILT = ['residential', 'industrial', 'commercial', 'retail', 'hospital', 'urban_area', 'railway'];
/** What one steers by when one looks for a meeting: the schema's own names. */
const LANDMARKS = [
	...['school', 'library', 'town_hall', 'townhall', 'place_of_worship', 'community_centre', 'college', 'university'],
	...['hospital', 'stadium', 'bus', 'bus_station', 'bus_stop', 'railway', 'station', 'train_station', 'museum'],
	...['theatre', 'supermarket', 'grocery', 'sports_centre', 'arts_centre'],
];

const groundColour = (key: string, c: Palette): Expression => [
	'match',
	['get', key],
	WOODS,
	c.wood,
	[...GREENS, ...GRASS],
	c.green,
	FIELDS,
	c.field,
	SCHOOLS,
	c.school,
	c.built,
];

const ground = (key: string, c: Palette) => ({
	filter: both(isArea, is(key, ...WOODS, ...GREENS, ...GRASS, ...FIELDS, ...SCHOOLS, ...BUILT)),
	colour: groundColour(key, c),
});

/** openmaptiles.org/schema: what OpenMapTiles, Planetiler and Tilemaker write. */
function openmaptiles(c: Palette): StreetNames {
	const cars = is('class', 'motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'minor', 'service');
	return {
		ground: [
			{ layer: 'landcover', ...ground('class', c) },
			{ layer: 'landuse', ...ground('class', c) },
			{ layer: 'park', filter: isArea, colour: c.green },
		],
		water: { layer: 'water', areas: isArea, lines: { layer: 'waterway' } },
		buildings: { layer: 'building' },
		roads: {
			layer: 'transportation',
			drawn: both(isLine, cars),
			paths: both(isLine, is('class', 'path', 'track')),
			rails: both(isLine, is('class', 'rail', 'transit')),
			motorway: is('class', 'motorway', 'trunk'),
			major: is('class', 'primary'),
			middle: is('class', 'secondary', 'tertiary'),
			service: is('class', 'service'),
		},
		roadNames: { layer: 'transportation_name' },
		houseNumbers: { layer: 'housenumber', field: 'housenumber' },
		pois: { layer: 'poi', filter: ['any', is('class', ...LANDMARKS), is('subclass', ...LANDMARKS)] },
		waterNames: { layer: 'water_name' },
		places: {
			layer: 'place',
			filter: is(
				'class',
				'city',
				'town',
				'village',
				'hamlet',
				'suburb',
				'quarter',
				'neighbourhood',
				'isolated_dwelling',
			),
		},
	};
}

/** docs.protomaps.com/basemaps/layers: version 4 of the Protomaps basemap. */
function protomaps(c: Palette): StreetNames {
	return {
		land: 'earth',
		ground: [
			{ layer: 'landcover', ...ground('kind', c) },
			{ layer: 'landuse', ...ground('kind', c) },
		],
		water: { layer: 'water', areas: isArea, lines: { layer: 'water', filter: isLine } },
		buildings: { layer: 'buildings', filter: isArea },
		roads: {
			layer: 'roads',
			drawn: both(isLine, is('kind', 'highway', 'major_road', 'medium_road', 'minor_road')),
			paths: both(isLine, is('kind', 'path')),
			rails: both(isLine, is('kind', 'rail')),
			motorway: is('kind', 'highway'),
			major: both(is('kind', 'major_road'), is('kind_detail', 'trunk', 'primary', 'trunk_link', 'primary_link')),
			middle: is('kind', 'major_road', 'medium_road'),
			service: is('kind_detail', 'service'),
		},
		roadNames: { layer: 'roads', filter: is('kind', 'highway', 'major_road', 'medium_road', 'minor_road') },
		houseNumbers: { layer: 'buildings', filter: both(isPoint, ['has', 'addr_housenumber']), field: 'addr_housenumber' },
		pois: { layer: 'pois', filter: is('kind', ...LANDMARKS) },
		waterNames: { layer: 'water', filter: isPoint },
		places: { layer: 'places', filter: is('kind', 'locality', 'neighbourhood', 'macrohood') },
	};
}

/** Where a schema keeps what we draw. */
export const namesOf = (schema: StreetSchema, colours: Palette): StreetNames =>
	schema === 'protomaps' ? protomaps(colours) : openmaptiles(colours);

/** Tells the schema from the names of a file's layers, or nothing when it is neither. */
export function detectSchema(layers: string[]): StreetSchema | undefined {
	if (layers.includes('transportation')) return 'openmaptiles';
	if (layers.includes('roads')) return 'protomaps';
	return undefined;
}
