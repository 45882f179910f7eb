import type { ExpressionSpecification, FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { Bounds } from './about.ts';
import { byZoom, ITALIC, type Layer, MEDIUM, type Paint, REGULAR } from './expressions.ts';

const source = 'base';
type Expression = ExpressionSpecification;
const is = (kind: string): Expression => ['==', ['get', 'kind'], kind];
/** Where streets begin to name places, the built-in names step back. */
const STREETS_FROM = 12;

const larger = (population: number, yes: number, otherwise: number | Expression): Expression => [
	'case',
	['>=', ['get', 'population'], population],
	yes,
	otherwise,
];

function waterLabel({ colours, name }: Paint, kind: 'sea' | 'lake', size: Expression): Layer {
	return {
		id: `${kind}-label`,
		type: 'symbol',
		source,
		'source-layer': 'water',
		filter: ['all', ['==', ['geometry-type'], 'Point'], is(kind), ['<=', ['get', 'min_zoom'], ['zoom']]],
		layout: {
			'text-field': name,
			'text-font': ITALIC,
			'text-size': size,
			'text-letter-spacing': kind === 'sea' ? 0.12 : 0.03,
			'text-max-width': 6,
		},
		paint: { 'text-color': colours.waterText, 'text-halo-color': colours.water, 'text-halo-width': 1.2 },
	};
}

function countyLabel({ colours, name }: Paint): Layer {
	return {
		id: 'county-label',
		type: 'symbol',
		source,
		'source-layer': 'places',
		minzoom: 5.6,
		maxzoom: 8.6,
		filter: is('region'),
		layout: {
			'text-field': name,
			'text-font': MEDIUM,
			'text-size': byZoom(6, 11, 8, 15),
			'text-letter-spacing': 0.14,
			'text-max-width': 7,
			'text-transform': 'uppercase',
		},
		paint: { 'text-color': colours.countyText, 'text-halo-color': colours.land, 'text-halo-width': 1.4 },
	};
}

function countryLabel({ colours, name }: Paint): Layer {
	return {
		id: 'country-label',
		type: 'symbol',
		source,
		'source-layer': 'places',
		maxzoom: 6.5,
		filter: is('country'),
		layout: {
			'text-field': name,
			'text-font': MEDIUM,
			'text-size': byZoom(3, 12, 6, 20),
			'text-letter-spacing': 0.18,
			'text-transform': 'uppercase',
		},
		paint: { 'text-color': colours.textSoft, 'text-halo-color': colours.halo, 'text-halo-width': 1.5 },
	};
}

function districtLabel({ colours, name }: Paint): Layer {
	return {
		id: 'district-label',
		type: 'symbol',
		source,
		'source-layer': 'places',
		minzoom: 10.5,
		filter: is('neighbourhood'),
		layout: { 'text-field': name, 'text-font': REGULAR, 'text-size': 12.5, 'symbol-sort-key': ['get', 'sort_key'] },
		paint: { 'text-color': colours.textSoft, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 },
	};
}

const PLACE_SIZE = byZoom(
	3,
	larger(300000, 13, 11),
	6,
	larger(300000, 18, larger(50000, 14, 12)),
	9,
	larger(300000, 24, larger(50000, 19, larger(8000, 15.5, 13))),
	12,
	larger(50000, 26, larger(8000, 20, 16)),
);

/** The municipality in small type below the seat's name, where it is called otherwise. */
const withMunicipality = (name: Expression): Expression => [
	'step',
	['zoom'],
	name,
	9,
	['format', name, {}, ['case', ['has', 'seat_of'], ['concat', '\n', ['get', 'seat_of']], ''], { 'font-scale': 0.72 }],
];

/** A phone sees Sweden from far: there the towns of the next zoom have room already. */
const EARLIER: Expression = ['case', ['<', ['zoom'], 4], 1, 0];

const isLocality = (earlier: number | Expression): FilterSpecification => [
	'all',
	is('locality'),
	['<=', ['get', 'min_zoom'], ['+', ['zoom'], earlier]],
];

function placeLabel({ colours, name }: Paint): SymbolLayerSpecification {
	return {
		id: 'place-label',
		type: 'symbol',
		source,
		'source-layer': 'places',
		filter: isLocality(EARLIER),
		layout: {
			'text-field': withMunicipality(name),
			'text-font': [
				'case',
				['any', ['>', ['get', 'population'], 60000], ['has', 'capital']],
				['literal', MEDIUM],
				['literal', REGULAR],
			],
			'text-size': PLACE_SIZE,
			'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
			'text-radial-offset': 0.45,
			'text-justify': 'auto',
			'symbol-sort-key': ['get', 'sort_key'],
			'text-padding': 4,
			'text-max-width': 8,
		},
		paint: {
			'text-color': ['case', ['has', 'se'], colours.text, colours.textSoft],
			'text-halo-color': colours.halo,
			'text-halo-width': 1.6,
		},
	};
}

function placeDot({ colours }: Paint): Layer {
	const radius = (large: number, small: number) => larger(40000, large, small);
	return {
		id: 'place-dot',
		type: 'circle',
		source,
		'source-layer': 'places',
		minzoom: 7,
		maxzoom: STREETS_FROM + 1,
		filter: isLocality(0),
		paint: {
			'circle-radius': byZoom(7, radius(3.2, 2), 12, radius(5, 3.4)),
			'circle-color': colours.dot,
			'circle-stroke-color': colours.textSoft,
			'circle-stroke-width': 1.4,
		},
	};
}

/** From zoom 12 only where the operator's streets end, since these bring their own names. */
function outsideStreets(label: SymbolLayerSpecification, [west, south, east, north]: Bounds): Layer {
	const area = {
		type: 'Polygon' as const,
		coordinates: [
			[
				[west, south],
				[east, south],
				[east, north],
				[west, north],
				[west, south],
			],
		],
	};
	const filter: FilterSpecification = ['all', is('locality'), ['!', ['within', area]]];
	return { ...label, id: 'place-label-outside', minzoom: STREETS_FROM, filter };
}

/** Names of waters, counties, countries and places; later layers win the room. */
export function labelLayers(paint: Paint, streetBounds?: Bounds): Layer[] {
	const place = placeLabel(paint);
	const places: Layer[] = streetBounds
		? [{ ...place, maxzoom: STREETS_FROM }, outsideStreets(place, streetBounds)]
		: [place];
	return [
		waterLabel(paint, 'sea', byZoom(4, 12, 8, 17)),
		waterLabel(paint, 'lake', byZoom(6, 11, 10, 15)),
		placeDot(paint),
		countyLabel(paint),
		districtLabel(paint),
		...places,
		countryLabel(paint),
	];
}
