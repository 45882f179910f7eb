import type { FilterSpecification, GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { circleAround, type LonLat } from '#domain/geo.ts';

/** Kilometres from the place, and the zoom from which there is room for the ring: some forty pixels at Swedish latitudes. */
const RINGS = [
	{ km: 5, from: 8 },
	{ km: 10, from: 7 },
	{ km: 20, from: 6 },
	{ km: 50, from: 5 },
] as const;
const SOURCE = 'distance-rings';
/** Layers of the basemap's names end so: rings lie under them. */
const NAMES = /-label$/;
const OURS = 'Noto Sans Medium';

/**
 * Thin rings of distance around a place, with how far they are; none without a place. To be drawn again after every
 * loading of a style. Colours are those of the page. A picture only: the list says each distance in words.
 */
export function drawRings(map: MapLibre, centre: LonLat | null, label: (km: number) => string): void {
	const data = { type: 'FeatureCollection' as const, features: centre ? ringsAround(centre, label) : [] };
	const known = map.getSource<GeoJSONSource>(SOURCE);
	if (known) return void known.setData(data);
	map.addSource(SOURCE, { type: 'geojson', data });
	const style = getComputedStyle(map.getContainer());
	const colour = (name: string) => style.getPropertyValue(name).trim();
	const filter: FilterSpecification = ['<=', ['get', 'from'], ['zoom']];
	const { layers } = map.getStyle();
	const below = layers.find(({ id }) => NAMES.test(id))?.id;
	map.addLayer(
		{
			id: `${SOURCE}-line`,
			type: 'line',
			source: SOURCE,
			filter,
			paint: { 'line-color': colour('--lake'), 'line-width': 1.25, 'line-opacity': 0.75 },
		},
		below,
	);
	map.addLayer({
		id: `${SOURCE}-text`,
		type: 'symbol',
		source: SOURCE,
		filter,
		layout: {
			'symbol-placement': 'line',
			'symbol-spacing': 420,
			'text-field': ['get', 'label'],
			'text-font': fontOf(layers),
			'text-size': 12,
			'text-padding': 4,
		},
		paint: { 'text-color': colour('--lake'), 'text-halo-color': colour('--surface'), 'text-halo-width': 2 },
	});
}

/** A font that the style has: ours, or the first that an operator's own style writes a name with. */
function fontOf(layers: readonly LayerSpecification[]): string[] {
	const fonts = layers.flatMap(({ type, layout }) => {
		const font = type === 'symbol' ? (layout?.['text-font'] as unknown) : null;
		// Names of fonts begin with a capital, expressions do not.
		return Array.isArray(font) && /^[A-Z]/.test(String(font[0])) ? [font as string[]] : [];
	});
	return fonts.find(([name]) => name === OURS) ?? fonts[0] ?? [OURS];
}

function ringsAround(centre: LonLat, label: (km: number) => string): GeoJSON.Feature[] {
	return RINGS.map(({ km, from }) => ({
		type: 'Feature',
		geometry: { type: 'LineString', coordinates: circleAround(centre, km) },
		properties: { from, label: label(km) },
	}));
}
