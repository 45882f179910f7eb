import fc from 'fast-check';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js';
import { expect, test } from 'vitest';
import type { LonLat } from '../../src/domain/geo.ts';
import {
	crossesItself,
	km2Of,
	MOST_CORNERS,
	polygonOf,
	type Ring,
	readRing,
	ringFrom,
	ringText,
} from '../../src/domain/ring.ts';
import { typedRing } from '../../src/domain/ring-typed.ts';

const ringOf = (...pairs: [lon: number, lat: number][]): Ring => pairs.map(([lon, lat]): LonLat => ({ lon, lat }));
const halmstad = ringOf([12.8, 56.6], [12.9, 56.6], [12.9, 56.7], [12.8, 56.7]);
const wrong = (ring: Ring) => ringFrom(ring).wrong;

test('an address holds an area in a few signs a corner, and gives it back', () => {
	expect(ringText(halmstad)).toBe('128000.566000-129000.566000-129000.567000-128000.567000');
	expect(readRing(ringText(halmstad))).toEqual({ ring: halmstad });
	expect(
		ringFrom(ringOf([12.80004, 56.6], [12.9, 56.6], [12.9, 56.69996], [12.9, 56.7], [12.8, 56.7], [12.80001, 56.6])),
	).toEqual({
		ring: halmstad,
	});
	for (const text of ['', 'x', '12.8,56.6', '128000.566000-', '128000566000', '-128000.566000'])
		expect(readRing(text)).toEqual({ wrong: 'unreadable' });
});

test('what is no area is told apart: too few corners, too many, too small, too large, elsewhere, axes swapped, metres', () => {
	expect(wrong(ringOf([12.8, 56.6], [12.9, 56.6]))).toBe('few_corners');
	expect(wrong([])).toBe('few_corners');
	expect(wrong(ringOf([12.8, 56.6], [12.8, 56.6], [12.9, 56.6]))).toBe('few_corners');
	const round = (corners: number) =>
		Array.from({ length: corners }, (_, at) => ({
			lon: 15 + 0.5 * Math.cos((at / corners) * 2 * Math.PI),
			lat: 60 + 0.3 * Math.sin((at / corners) * 2 * Math.PI),
		}));
	expect(wrong(round(MOST_CORNERS))).toBe(undefined);
	expect(wrong(round(MOST_CORNERS + 1))).toBe('many_corners');
	expect(wrong(ringOf([12.8, 56.6], [12.802, 56.6], [12.802, 56.601]))).toBe('small');
	expect(wrong(ringOf([12, 58], [18, 58], [18, 62]))).toBe('large');
	expect(wrong(ringOf([2.3, 48.8], [2.4, 48.8], [2.4, 48.9]))).toBe('outside');
	expect(wrong(halmstad.map(({ lon, lat }) => ({ lon: lat, lat: lon })))).toBe('swapped');
	expect(wrong(ringOf([369_000, 6_286_000], [370_000, 6_286_000], [370_000, 6_287_000]))).toBe('projected');
	expect(wrong(ringOf([12.8, 56.6], [12.9, 56.7], [12.9, 56.6], [12.8, 56.7]))).toBe('crosses');
	expect(wrong(ringOf([12.8, 56.6], [12.9, 56.6], [12.85, 56.6], [12.85, 56.7]))).toBe('crosses');
});

test('square kilometres: a box of a tenth of a degree as its sides say; a triangle is half of it', () => {
	// 11.1195 km to the north, 11.1195 × cos 56.65° = 6.1133 km to the east.
	expect(km2Of(halmstad)).toBeCloseTo(11.1195 * 6.1133, 1);
	expect(km2Of([...halmstad].reverse())).toBeCloseTo(km2Of(halmstad), 9);
	expect(km2Of(halmstad.slice(0, 3))).toBeCloseTo(km2Of(halmstad) / 2, 1);
});

const small = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));

test('a ring crosses itself where OGC’s rules say that it is no simple polygon', () => {
	const reader = new GeoJSONReader(new GeometryFactory());
	fc.assert(
		fc.property(fc.uniqueArray(small, { minLength: 3, maxLength: 7, selector: String }), (corners) => {
			const ring = corners.map(([x, y]) => ({ lon: 12 + x / 100, lat: 56 + y / 100 }));
			fc.pre(km2Of(ring) > 1e-6);
			// In whole numbers: a corner that touches an edge does so exactly.
			const polygon = reader.read({ type: 'Polygon', coordinates: [[...corners, corners[0]!]] });
			expect(crossesItself(ring)).toBe(new IsValidOp(polygon).getValidationError() !== null);
		}),
		{ numRuns: 1000 },
	);
});

test('pasted corners in either order, with commas or points; GeoJSON with one polygon; nothing else', () => {
	const given = { ring: halmstad };
	const lines = ['56.6, 12.8', '56,6 12,9', '56,7, 12,9', '(56.7 12.8)'].join('\n');
	expect(typedRing(lines)).toEqual(given);
	expect(typedRing('12.8 56.6; 12.9 56.6; 12.9 56.7; 12.8 56.7;')).toEqual(given);
	expect(typedRing(ringText(halmstad))).toEqual(given);
	const polygon = { type: 'Polygon', coordinates: polygonOf(halmstad).coordinates[0]! };
	const feature = { type: 'Feature', properties: null, geometry: polygon };
	for (const json of [polygon, polygonOf(halmstad), feature, { type: 'FeatureCollection', features: [feature] }])
		expect(typedRing(`\uFEFF${JSON.stringify(json)}`)).toEqual(given);
	const refused = (json: unknown) => typedRing(JSON.stringify(json)).wrong;
	expect(refused({ type: 'FeatureCollection', features: [feature, feature] })).toBe('several');
	expect(refused({ type: 'FeatureCollection', features: [] })).toBe('not_an_area');
	expect(refused({ ...polygon, coordinates: [...polygon.coordinates, polygon.coordinates[0]] })).toBe('holes');
	expect(refused({ type: 'Point', coordinates: [12, 56] })).toBe('not_an_area');
	expect(refused({ type: 'Polygon', coordinates: [['a', 'b']] })).toBe('not_an_area');
	expect(refused({ ...feature, geometry: null })).toBe('not_an_area');
	const swapped = polygon.coordinates.map((ring) => ring.map(([lon, lat]) => [lat, lon]));
	expect(refused({ type: 'Polygon', coordinates: swapped })).toBe('swapped');
	for (const text of ['', '{', 'Halmstad', '12.8', '12.8 56.6 3', '56.6 12.8\nhej'])
		expect(typedRing(text)).toEqual({ wrong: 'unreadable' });
	expect(typedRing('6286000 369000\n6286000 370000\n6287000 370000').wrong).toBe('projected');
});

test('whatever is pasted gets an answer', () => {
	fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void typedRing(text)));
});
