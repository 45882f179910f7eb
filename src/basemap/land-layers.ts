import type { ExpressionSpecification } from 'maplibre-gl';
import { byZoom, type Layer, type Paint } from './expressions.ts';

const source = 'base';
const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const is = (kind: string): ExpressionSpecification => ['==', ['get', 'kind'], kind];

/**
 * Land and water. The lakes of the source are coarse: where streets take over, they fade before that shows.
 */
export function landLayers({ colours }: Paint, hasStreets: boolean): Layer[] {
	const tint = colours.settlementStrength;
	const lakeOpacity = hasStreets ? byZoom(10.5, 1, 11.5, 0) : 1;
	return [
		{ id: 'background', type: 'background', paint: { 'background-color': colours.water } },
		{ id: 'earth', type: 'fill', source, 'source-layer': 'earth', paint: { 'fill-color': colours.abroad } },
		{ id: 'sweden', type: 'fill', source, 'source-layer': 'sweden', paint: { 'fill-color': colours.land } },
		{
			id: 'coast',
			type: 'line',
			source,
			'source-layer': 'earth',
			paint: { 'line-color': colours.coast, 'line-width': byZoom(4, 0.4, 9, 1, 12, 1.6) },
		},
		{
			id: 'settlement',
			type: 'fill',
			source,
			'source-layer': 'settlement',
			minzoom: 5,
			paint: {
				'fill-color': colours.settlement,
				'fill-antialias': false,
				'fill-opacity': byZoom(6, 0.16 * tint, 9, 0.12 * tint, 10.5, 0.07 * tint, 11.5, 0),
			},
		},
		{
			id: 'water',
			type: 'fill',
			source,
			'source-layer': 'water',
			filter: isArea,
			paint: { 'fill-color': colours.water, 'fill-opacity': lakeOpacity },
		},
		{
			id: 'water-line',
			type: 'line',
			source,
			'source-layer': 'water',
			minzoom: 8,
			filter: isArea,
			paint: { 'line-color': colours.waterLine, 'line-width': byZoom(8, 0.4, 12, 1.2), 'line-opacity': lakeOpacity },
		},
	];
}

/** Borders of counties, quiet, and of countries. */
export function borderLayers({ colours }: Paint): Layer[] {
	const line = { type: 'line', source, 'source-layer': 'boundaries' } as const;
	return [
		{
			...line,
			id: 'county',
			minzoom: 4.5,
			filter: is('region'),
			paint: {
				'line-color': colours.county,
				'line-width': byZoom(5, 0.8, 9, 1.6),
				'line-dasharray': [3, 2],
				'line-opacity': byZoom(9, 1, 11, 0.35),
			},
		},
		{
			...line,
			id: 'country',
			filter: is('country'),
			paint: {
				'line-color': colours.country,
				'line-width': byZoom(3, 0.8, 9, 2),
				'line-dasharray': [5, 2, 1, 2],
			},
		},
	];
}
