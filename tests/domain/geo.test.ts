import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chordKm, circleAround, distanceKm, type LonLat, SWEDEN, unitVector } from '../../src/domain/geo.ts';

const point: fc.Arbitrary<LonLat> = fc.record({
	lon: fc.double({ min: -180, max: 180, noNaN: true }),
	lat: fc.double({ min: -90, max: 90, noNaN: true }),
});

test('a distance by vectors is the distance by angles, to a millimetre in Sweden', () => {
	const byVectors = (a: LonLat, b: LonLat) => {
		const [from, to] = [unitVector(a), unitVector(b)];
		return chordKm(Math.hypot(...from.map((part, place) => part - to[place]!)));
	};
	const swedish = fc.record({
		lon: fc.double({ min: 10, max: 25, noNaN: true }),
		lat: fc.double({ min: 55, max: 70, noNaN: true }),
	});
	fc.assert(
		fc.property(swedish, swedish, (a, b) => {
			expect(Math.abs(byVectors(a, b) - distanceKm(a, b))).toBeLessThan(1e-6);
		}),
	);
	// The other side of the world is where both lose digits.
	fc.assert(
		fc.property(point, point, (a, b) => {
			expect(Math.abs(byVectors(a, b) - distanceKm(a, b))).toBeLessThan(0.01);
		}),
	);
});

test('distances that are known', () => {
	// Stockholm to Göteborg, great circle: 397 km.
	expect(distanceKm({ lon: 18.0686, lat: 59.3293 }, { lon: 11.9746, lat: 57.7089 })).toBeCloseTo(397, 0);
});

const [west, south, east, north] = SWEDEN;
const within = fc.record({
	lon: fc.double({ min: west, max: east, noNaN: true }),
	lat: fc.double({ min: south, max: north, noNaN: true }),
});

test('a circle around a place is closed, and every point of it as far away as it says', () => {
	fc.assert(
		fc.property(within, fc.constantFrom(5, 10, 20, 50), (centre, km) => {
			const line = circleAround(centre, km);
			expect(line.at(-1)).toEqual(line[0]);
			expect(line[0]![1]).toBeGreaterThan(centre.lat);
			for (const [lon, lat] of line) expect(distanceKm(centre, { lon, lat })).toBeCloseTo(km, 6);
		}),
	);
});
