import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MultiPolygon } from '../../src/domain/geo.ts';
import { type Area, containment, inside, peopleIn } from '../../src/planning/area.ts';
import type { People } from '../../src/planning/ground.ts';

const square = (west: number, south: number, side: number) => [
	[west, south],
	[west + side, south],
	[west + side, south + side],
	[west, south + side],
	[west, south],
];
const whole: Area = { kind: 'country', key: 'se', name: 'Sverige', municipalities: [], locality: null, polygon: null };
const polygon = (...coordinates: number[][][][]): MultiPolygon => ({ type: 'MultiPolygon', coordinates });

const people: People = {
	lon: Float64Array.of(12.5, 12.5, 15),
	lat: Float64Array.of(56.5, 57.5, 60),
	persons: Float64Array.of(10, 20, 30),
	byAge: [],
	municipality: Uint16Array.of(1380, 1380, 2062),
	locality: Int32Array.of(7, 0, 0),
	settlement: Uint8Array.of(3, 0, 0),
	estimated: Uint8Array.of(0, 1, 1),
};

test('people belong to the country, a municipality, a settlement or what lies within an outline', () => {
	const rows = (area: Partial<Area>) => [...peopleIn({ ...whole, ...area }, people)];
	expect(rows({})).toEqual([0, 1, 2]);
	expect(rows({ kind: 'municipality', municipalities: ['1380'] })).toEqual([0, 1]);
	expect(rows({ kind: 'locality', municipalities: ['1380'], locality: 7 })).toEqual([0]);
	expect(rows({ kind: 'drawn', polygon: polygon([square(12, 57, 1)]) })).toEqual([1]);
	expect(rows({ kind: 'district', municipalities: ['2062'], polygon: polygon([square(12, 57, 1)]) })).toEqual([]);
});

test('a hole is not within, and a part that lies apart is', () => {
	const holds = containment(polygon([square(0, 0, 10), square(4, 4, 2)], [square(20, 0, 1)]));
	expect([holds(1, 1), holds(5, 5), holds(20.5, 0.5), holds(15, 0.5)]).toEqual([true, false, true, false]);
});

test('every point lies in one of the squares that a square is cut into, and in no other', () => {
	fc.assert(
		fc.property(
			fc.double({ min: 0, max: 3.999, noNaN: true }),
			fc.double({ min: 0, max: 3.999, noNaN: true }),
			(lon, lat) => {
				const parts = Array.from({ length: 16 }, (_, at) => polygon([square(at % 4, Math.floor(at / 4), 1)]));
				const counts = parts.filter((part) => containment(part)(lon, lat)).length;
				const rows = parts.map(
					(part) =>
						inside(
							{ ...whole, polygon: part },
							{ lon: Float64Array.of(lon), lat: Float64Array.of(lat) },
							new Uint16Array(1),
						).length,
				);
				expect(counts).toBe(1);
				expect(rows.reduce((sum, count) => sum + count)).toBe(1);
			},
		),
	);
});
