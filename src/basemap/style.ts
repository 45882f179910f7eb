import type { StyleSpecification, VectorSourceSpecification } from 'maplibre-gl';
import type { Streets, TileSet } from './about.ts';
import { type MapLanguage, nameIn } from './expressions.ts';
import { labelLayers } from './label-layers.ts';
import { borderLayers, landLayers } from './land-layers.ts';
import { type MapTheme, PALETTES } from './palette.ts';
import { streetLabels, streetLayers } from './street-layers.ts';
import { namesOf } from './street-schemas.ts';

/** Font files by the name that layers use, each with its unicode range. */
export type FontFaces = NonNullable<StyleSpecification['font-faces']>;

export type BasemapStyleInput = {
	theme: MapTheme;
	lang: MapLanguage;
	/** The built-in map. Its `tiles` must be absolute: the map's worker knows no page. */
	base: Omit<TileSet, 'version'>;
	/** The operator's street map, if there is one. */
	streets?: Omit<Streets, 'version'> | null;
	/** Files of the fonts that the labels name, with their unicode ranges. */
	fonts: FontFaces;
};

const sourceOf = (set: Omit<TileSet, 'version'>): VectorSourceSpecification => ({
	type: 'vector',
	tiles: [set.tiles],
	attribution: set.attribution,
	bounds: set.bounds,
	minzoom: set.minzoom,
	maxzoom: set.maxzoom,
});

/**
 * The map of Sweden as a MapLibre style: land and water, the operator's streets, borders, names.
 */
export function basemapStyle({ theme, lang, base, streets, fonts }: BasemapStyleInput): StyleSpecification {
	const colours = PALETTES[theme];
	const paint = { colours, name: nameIn(lang) };
	const names = streets ? namesOf(streets.schema, colours) : undefined;
	return {
		version: 8,
		name: `Samlas ${theme}`,
		'font-faces': fonts,
		sources: { base: sourceOf(base), ...(streets ? { streets: sourceOf(streets) } : {}) },
		layers: [
			...landLayers(paint, Boolean(streets)),
			...(names ? streetLayers(names, paint) : []),
			...borderLayers(paint),
			...(names ? streetLabels(names, paint) : []),
			...labelLayers(paint, streets?.bounds),
		],
	};
}
