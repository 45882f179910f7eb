import { type StyleSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { type Bounds, MAX_BOUNDS, type StreetSchema } from '#basemap/about.ts';
import { PALETTES } from '#basemap/palette.ts';
import { detectSchema } from '#basemap/street-schemas.ts';
import { basemapStyle } from '#basemap/style.ts';
import { OPENMAPTILES, PROTOMAPS } from './synthetic.ts';

const base = {
	tiles: 'https://example.org/basemap/{z}/{x}/{y}.pbf?v=1',
	attribution: 'A',
	bounds: MAX_BOUNDS,
	minzoom: 0,
	maxzoom: 9,
};
const halmstad: Bounds = [12.7, 56.6, 13, 56.9];
const streetsOf = (schema: StreetSchema) => ({
	...base,
	tiles: 'https://example.org/streets/{z}/{x}/{y}.pbf',
	bounds: halmstad,
	minzoom: 10,
	maxzoom: 14,
	schema,
});
const fonts = Object.fromEntries(
	['Regular', 'Medium', 'Italic'].map((face) => [
		`Noto Sans ${face}`,
		[{ url: '/f.woff2', 'unicode-range': ['U+0-FF'] }],
	]),
);
const variants = (['light', 'dark'] as const).flatMap((theme) =>
	(['sv', 'en'] as const).flatMap((lang) =>
		([undefined, 'openmaptiles', 'protomaps'] as const).map((schema) => [theme, lang, schema] as const),
	),
);

describe.for(variants)('the style %s %s %s', ([theme, lang, schema]) => {
	const style = basemapStyle({ theme, lang, base, fonts, streets: schema && streetsOf(schema) });
	const layers = style.layers as (StyleSpecification['layers'][number] & { source?: string })[];

	test('is valid by the style specification', () => {
		expect(validateStyleMin(style as StyleSpecification)).toEqual([]);
	});

	test('names only sources and fonts that it has', () => {
		for (const layer of layers) if (layer.source) expect(Object.keys(style.sources)).toContain(layer.source);
		const named = JSON.stringify(layers).match(/Noto Sans \w+/g) ?? [];
		for (const font of new Set(named)) expect(Object.keys(fonts)).toContain(font);
	});

	test('asks nobody but the tile addresses it was given', () => {
		const addresses = JSON.stringify(style).match(/https?:\/\/[^/"]+/g) ?? [];
		expect(new Set(addresses)).toEqual(new Set(['https://example.org']));
		expect(style).not.toHaveProperty('glyphs');
		expect(style).not.toHaveProperty('sprite');
	});
});

test('names of places never stand twice: ours end where the streets begin to name', () => {
	const style = basemapStyle({ theme: 'light', lang: 'sv', base, fonts, streets: streetsOf('openmaptiles') });
	const find = (id: string) => style.layers.find((layer) => layer.id === id);
	expect(find('place-label')?.maxzoom).toBe(find('street-place')?.minzoom);
	expect(JSON.stringify(find('place-label-outside'))).toContain('within');
});

test('a schema is known by its layers', () => {
	expect(detectSchema(OPENMAPTILES)).toBe('openmaptiles');
	expect(detectSchema(PROTOMAPS)).toBe('protomaps');
	expect(detectSchema(['mountains'])).toBeUndefined();
});

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
	const channels = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255);
	const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

describe.for(['light', 'dark'] as const)('names are legible in %s', (theme) => {
	const c = PALETTES[theme];
	test.for([
		['place on land', c.text, c.land],
		['place on water', c.text, c.water],
		['foreign place', c.textSoft, c.abroad],
		['county', c.countyText, c.land],
		['water', c.waterText, c.water],
		['landmark', c.poiText, c.built],
		['street', c.textSoft, c.halo],
	] as const)('%s has a contrast of 4.5 or more', ([, text, ground]) => {
		expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
	});
});
