import fc from 'fast-check';
import { expect, test } from 'vitest';
import { circleAround, distanceKm, SWEDEN } from '../../src/domain/geo.ts';

const [west, south, east, north] = SWEDEN;
const point = fc.record({
	lon: fc.double({ min: west, max: east, noNaN: true }),
	lat: fc.double({ min: south, max: north, noNaN: true }),
});

test('a circle around a place is closed, and every point of it as far away as it says', () => {
	fc.assert(
		fc.property(point, fc.constantFrom(5, 10, 20, 50), (centre, km) => {
			const line = circleAround(centre, km);
			expect(line.at(-1)).toEqual(line[0]);
			expect(line[0]![1]).toBeGreaterThan(centre.lat);
			for (const [lon, lat] of line) expect(distanceKm(centre, { lon, lat })).toBeCloseTo(km, 6);
		}),
	);
});
