import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette.ts';

export type MapLanguage = 'sv' | 'en';

/** What every layer of the map may need to know. */
export type Paint = { colours: Palette; name: ExpressionSpecification };
export type Layer = LayerSpecification;
type Expression = ExpressionSpecification;

export const REGULAR = ['Noto Sans Regular'];
export const MEDIUM = ['Noto Sans Medium'];
export const ITALIC = ['Noto Sans Italic'];

/** A value that grows evenly between zooms: `byZoom(4, 0.4, 9, 1)`. */
export const byZoom = (...stops: (number | Expression)[]): Expression =>
	['interpolate', ['linear'], ['zoom'], ...stops] as Expression;

/** As `byZoom`, faster the closer one comes, as the map itself does. */
export const byScale = (...stops: (number | Expression)[]): Expression =>
	['interpolate', ['exponential', 1.5], ['zoom'], ...stops] as Expression;

export const is = (key: string, ...values: string[]): Expression => ['in', ['get', key], ['literal', values]];

/** The name in the reader's language where the data has one, else as it is on the spot. */
export const nameIn = (lang: MapLanguage): Expression => ['coalesce', ['get', `name:${lang}`], ['get', 'name']];
