import type { ExpressionSpecification, LineLayerSpecification } from 'maplibre-gl';
import { byScale, ITALIC, type Layer, MEDIUM, type Paint, REGULAR } from './expressions.ts';

type Expression = ExpressionSpecification;

/** Where one schema keeps what we draw: its layers, and which of their features are what. */
export type StreetNames = {
	ground: { layer: string; filter: Expression; colour: Expression | string }[];
	/** The schema's own land area, which then covers the coarse built-in lakes. */
	land?: string;
	water: { layer: string; areas?: Expression; lines: { layer: string; filter?: Expression } };
	buildings: { layer: string; filter?: Expression };
	roads: {
		layer: string;
		drawn: Expression;
		paths: Expression;
		rails: Expression;
		/** Each an expression that is true for the roads of this rank. */
		motorway: Expression;
		major: Expression;
		middle: Expression;
		service: Expression;
	};
	roadNames: { layer: string; filter?: Expression };
	houseNumbers: { layer: string; filter?: Expression; field: string };
	pois: { layer: string; filter: Expression };
	waterNames: { layer: string; filter?: Expression };
	places: { layer: string; filter: Expression };
};

const source = 'streets';
const FROM = 10;
const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
const only = (filter?: Expression) => (filter ? { filter } : {});

/** Pixels wide at zoom 10 and 18, by rank. */
function widths(names: StreetNames['roads'], narrow: number[], wide: number[]): Expression {
	const ranked = ([major = 0, middle = 0, service = 0, minor = 0]: number[]): Expression => [
		'case',
		['any', names.motorway, names.major],
		major,
		names.middle,
		middle,
		names.service,
		service,
		minor,
	];
	return byScale(FROM, ranked(narrow), 18, ranked(wide));
}

function groundLayers(names: StreetNames, { colours }: Paint): Layer[] {
	const land: Layer[] = names.land
		? [
				{
					id: 'street-land',
					type: 'fill',
					source,
					'source-layer': names.land,
					minzoom: FROM,
					paint: { 'fill-color': colours.land },
				},
			]
		: [];
	const grounds = names.ground.map(
		({ layer, filter, colour }, i): Layer => ({
			id: `street-ground-${i}`,
			type: 'fill',
			source,
			'source-layer': layer,
			minzoom: FROM,
			filter,
			paint: { 'fill-color': colour, 'fill-opacity': 0.9 },
		}),
	);
	return [...land, ...grounds];
}

function waterLayers({ water }: StreetNames, { colours }: Paint): Layer[] {
	return [
		{
			id: 'street-water',
			type: 'fill',
			source,
			'source-layer': water.layer,
			minzoom: FROM,
			...only(water.areas),
			paint: { 'fill-color': colours.water, 'fill-outline-color': colours.waterLine },
		},
		{
			id: 'street-stream',
			type: 'line',
			source,
			'source-layer': water.lines.layer,
			minzoom: FROM,
			...only(water.lines.filter),
			paint: { 'line-color': colours.waterLine, 'line-width': byScale(10, 0.5, 16, 3) },
		},
	];
}

function roadLayers({ roads }: StreetNames, { colours }: Paint): Layer[] {
	const line = (id: string, more: Partial<LineLayerSpecification>): Layer => ({
		id: `street-${id}`,
		type: 'line',
		source,
		'source-layer': roads.layer,
		minzoom: FROM,
		...more,
	});
	const colour: Expression = [
		'case',
		roads.motorway,
		colours.roadMotorway,
		roads.major,
		colours.roadMajor,
		roads.middle,
		colours.roadMiddle,
		colours.roadMinor,
	];
	return [
		line('path', {
			minzoom: 13,
			filter: roads.paths,
			paint: { 'line-color': colours.path, 'line-width': byScale(13, 0.6, 18, 3), 'line-dasharray': [2, 1.5] },
		}),
		line('casing', {
			filter: roads.drawn,
			layout: round,
			paint: { 'line-color': colours.casing, 'line-width': widths(roads, [2.4, 1.4, 0.4, 0.8], [32, 24, 11, 19]) },
		}),
		line('road', {
			filter: roads.drawn,
			layout: round,
			paint: { 'line-color': colour, 'line-width': widths(roads, [1.6, 0.8, 0.2, 0.4], [28, 21, 9, 16]) },
		}),
		line('rail', {
			filter: roads.rails,
			paint: { 'line-color': colours.rail, 'line-width': byScale(10, 0.6, 18, 3), 'line-dasharray': [4, 2] },
		}),
	];
}

/** What lies on the ground: fields and woods, water, houses, roads. */
export function streetLayers(names: StreetNames, paint: Paint): Layer[] {
	const { colours } = paint;
	const buildings: Layer = {
		id: 'street-building',
		type: 'fill',
		source,
		'source-layer': names.buildings.layer,
		minzoom: 13,
		...only(names.buildings.filter),
		paint: { 'fill-color': colours.building, 'fill-outline-color': colours.buildingLine },
	};
	return [...groundLayers(names, paint), ...waterLayers(names, paint), buildings, ...roadLayers(names, paint)];
}

/** Names of streets, waters, places and of what helps to find the way. */
export function streetLabels(names: StreetNames, { colours, name }: Paint): Layer[] {
	const halo = { 'text-halo-color': colours.halo, 'text-halo-width': 1.5 };
	return [
		{
			id: 'street-house-number',
			type: 'symbol',
			source,
			'source-layer': names.houseNumbers.layer,
			minzoom: 16.5,
			...only(names.houseNumbers.filter),
			layout: { 'text-field': ['get', names.houseNumbers.field], 'text-font': REGULAR, 'text-size': 11.5 },
			paint: { ...halo, 'text-color': colours.textSoft },
		},
		{
			id: 'street-poi',
			type: 'symbol',
			source,
			'source-layer': names.pois.layer,
			minzoom: 15,
			filter: names.pois.filter,
			layout: { 'text-field': name, 'text-font': REGULAR, 'text-size': 12, 'text-max-width': 8 },
			paint: { ...halo, 'text-color': colours.poiText },
		},
		{
			id: 'street-name',
			type: 'symbol',
			source,
			'source-layer': names.roadNames.layer,
			minzoom: 13,
			...only(names.roadNames.filter),
			layout: {
				'symbol-placement': 'line',
				'text-field': name,
				'text-font': REGULAR,
				'text-size': byScale(13, 11, 18, 15),
			},
			paint: { ...halo, 'text-color': colours.textSoft },
		},
		{
			id: 'street-water-name',
			type: 'symbol',
			source,
			'source-layer': names.waterNames.layer,
			minzoom: 12,
			...only(names.waterNames.filter),
			layout: { 'text-field': name, 'text-font': ITALIC, 'text-size': 13, 'text-max-width': 7 },
			paint: { 'text-color': colours.waterText, 'text-halo-color': colours.water, 'text-halo-width': 1.2 },
		},
		{
			id: 'street-place',
			type: 'symbol',
			source,
			'source-layer': names.places.layer,
			minzoom: 12,
			filter: names.places.filter,
			layout: { 'text-field': name, 'text-font': MEDIUM, 'text-size': byScale(12, 14, 16, 18), 'text-max-width': 8 },
			paint: { ...halo, 'text-color': colours.text },
		},
	];
}
