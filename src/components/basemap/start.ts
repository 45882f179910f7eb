import type { Map as MapLibreMap, MapOptions, StyleSpecification } from 'maplibre-gl';
import { type BasemapAbout, MAX_BOUNDS, MAX_ZOOM, MIN_ZOOM, SWEDEN } from '#basemap/about.ts';
import type { MapLanguage } from '#basemap/expressions.ts';
import type { MapTheme } from '#basemap/palette.ts';
import { basemapStyle } from '#basemap/style.ts';

/** Below this width the sources of the map fold into a button; they begin open. */
const NARROW = 480;

/** The map's worker has no page to resolve a path against. */
const absolute = <T extends { tiles: string }>(set: T): T => ({ ...set, tiles: location.origin + set.tiles });

/** The style of our own map for a theme and a language; fonts are fetched with the code that draws. */
export async function ownStyle(about: BasemapAbout, theme: MapTheme, lang: MapLanguage): Promise<StyleSpecification> {
	const { MAP_FONTS } = await import('./fonts.ts');
	const streets = about.streets && absolute(about.streets);
	return basemapStyle({ theme, lang, base: absolute(about), streets, fonts: MAP_FONTS });
}

export const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export type StartOptions = {
	container: HTMLElement;
	style: StyleSpecification | string;
	locale: Record<string, string>;
	hasStreets: boolean;
	cooperative: boolean;
	view: Pick<MapOptions, 'center' | 'zoom' | 'bounds'>;
};

/** On a phone the list of sources covers the lower edge: what is to be seen stays above it. */
function viewOf({ center, zoom, bounds }: StartOptions['view'], isNarrow: boolean): Partial<MapOptions> {
	if (center) return { center, zoom: zoom ?? 10 };
	const padding = { top: 24, left: 24, right: 24, bottom: isNarrow ? 64 : 24 };
	return { bounds: bounds ?? SWEDEN, fitBoundsOptions: { padding, maxZoom: 13 } };
}

/** Loads the map's code and starts it; throws where the browser has no WebGL. */
export async function startMap(options: StartOptions): Promise<MapLibreMap> {
	const [{ AttributionControl, Map: MapLibre, NavigationControl, ScaleControl, setWorkerUrl }, worker] =
		await Promise.all([
			import('maplibre-gl'),
			import('maplibre-gl/dist/maplibre-gl-worker.mjs?url'),
			import('maplibre-gl/dist/maplibre-gl.css'),
		]);
	setWorkerUrl(worker.default);
	const isNarrow = options.container.clientWidth < NARROW;
	const map = new MapLibre({
		container: options.container,
		style: options.style,
		locale: options.locale,
		...viewOf(options.view, isNarrow),
		minZoom: MIN_ZOOM,
		maxZoom: options.hasStreets ? MAX_ZOOM.streets : MAX_ZOOM.plain,
		maxBounds: MAX_BOUNDS,
		cooperativeGestures: options.cooperative,
		dragRotate: false,
		pitchWithRotate: false,
		touchPitch: false,
		attributionControl: false,
		...(prefersStillness() ? { fadeDuration: 0 } : {}),
	});
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
	if (!isNarrow) map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
	map.addControl(new AttributionControl({ compact: isNarrow }), 'bottom-right');
	return map;
}
