import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { paintOf } from '../../map-paint.ts';
import type { MapPlace, ScenarioMap } from './map.ts';

const HEXAGONS = 'scenario-hexagons';
const PLACES = 'scenario-places';
const CHOSEN = 'scenario-chosen';
/** Layers of the basemap's names end so: surfaces lie under them. */
const NAMES = /-label$/;
/** Half of a mark's width by its look, pixels. */
const SIZES = { counts: 7, other: 5, closed: 7, new: 10 } as const;
/** So near a mark a finger means it, pixels. */
const REACH = 24;

const hexagonData = ({ hexagons }: ScenarioMap): GeoJSON.FeatureCollection => ({
	type: 'FeatureCollection',
	features: hexagons.map(({ ring, look }) => ({
		type: 'Feature',
		properties: { look },
		geometry: { type: 'Polygon', coordinates: [ring] },
	})),
});

const placeData = (places: readonly MapPlace[]): GeoJSON.FeatureCollection => ({
	type: 'FeatureCollection',
	features: places.map(({ lon, lat, look }) => ({
		type: 'Feature',
		properties: { look, order: SIZES[look] },
		geometry: { type: 'Point', coordinates: [lon, lat] },
	})),
});

const pointData = (at: { lon: number; lat: number } | null): GeoJSON.FeatureCollection => ({
	type: 'FeatureCollection',
	features: at ? [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [at.lon, at.lat] } }] : [],
});

/** Draws a scenario on a map, and what is chosen there; to be done again after every loading of a style. */
export function drawScenario(map: MapLibre, scenario: ScenarioMap, chosen: { lon: number; lat: number } | null): void {
	const known = map.getSource<GeoJSONSource>(HEXAGONS);
	if (known) {
		known.setData(hexagonData(scenario));
		map.getSource<GeoJSONSource>(PLACES)!.setData(placeData(scenario.places));
		map.getSource<GeoJSONSource>(CHOSEN)!.setData(pointData(chosen));
		return;
	}
	map.addSource(HEXAGONS, { type: 'geojson', data: hexagonData(scenario) });
	map.addSource(PLACES, { type: 'geojson', data: placeData(scenario.places) });
	map.addSource(CHOSEN, { type: 'geojson', data: pointData(chosen) });
	addLayers(map);
}

const hexLooks = ['better-1', 'better-2', 'better-3', 'worse-1', 'worse-2', 'worse-3'];
const placeLooks = ['counts', 'other', 'closed', 'new'] as const;

function addLayers(map: MapLibre): void {
	const below = map.getStyle().layers.find(({ id }) => NAMES.test(id))?.id;
	const marks = placeLooks.map((look) => ({ look, ...paintOf(map, `venue-${look}`) }));
	map.addLayer(
		{
			id: HEXAGONS,
			type: 'fill',
			source: HEXAGONS,
			paint: {
				'fill-color': by(hexLooks.map((look) => [look, paintOf(map, look).fill])),
				'fill-opacity': 0.7,
			},
		},
		below,
	);
	map.addLayer({
		id: PLACES,
		type: 'circle',
		source: PLACES,
		layout: { 'circle-sort-key': ['get', 'order'] },
		paint: {
			'circle-radius': by(placeLooks.map((look) => [look, SIZES[look]])),
			'circle-color': by(marks.map(({ look, fill }) => [look, fill])),
			'circle-stroke-color': by(marks.map(({ look, stroke }) => [look, stroke])),
			'circle-stroke-width': by(marks.map(({ look, width }) => [look, width])),
		},
	});
	const { stroke } = paintOf(map, 'mark');
	map.addLayer({
		id: CHOSEN,
		type: 'circle',
		source: CHOSEN,
		paint: {
			'circle-radius': 14,
			'circle-color': stroke,
			'circle-opacity': 0.08,
			'circle-stroke-color': stroke,
			'circle-stroke-width': 3,
		},
	});
}

/** A value for each look. */
// biome-ignore lint/suspicious/noExplicitAny: the library's type of an expression knows no list that is made
const by = (pairs: readonly (readonly [string, string | number])[]): any => [
	'match',
	['get', 'look'],
	...pairs.flat(),
	pairs[0]![1],
];

/** The venue that a tap at a point of the screen means; undefined when none is so near. */
export function placeAt(
	map: MapLibre,
	places: readonly MapPlace[],
	at: { x: number; y: number },
	reach = REACH,
): MapPlace | undefined {
	let best: MapPlace | undefined;
	let least = reach;
	for (const place of places) {
		if (place.id === null) continue;
		const { x, y } = map.project([place.lon, place.lat]);
		const away = Math.hypot(x - at.x, y - at.y);
		if (away > least) continue;
		least = away;
		best = place;
	}
	return best;
}
