import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexOf, kNearest, nearest, twoNearest } from '../../src/planning/nearest.ts';
import { bruteNearest, haversine, pointsOf, somewhere } from './people.ts';

/** Half a millimetre, and what two formulas differ in near the other side of the Earth. */
const near = (metres: number) => (metres > 19_000_000 ? 1 : 0.0005);

test('the nearest is as near as the nearest of all, whatever the points', () => {
	fc.assert(
		fc.property(fc.array(somewhere, { maxLength: 60 }), fc.array(somewhere, { maxLength: 20 }), (places, people) => {
			const [all, asked] = [pointsOf(places), pointsOf(people)];
			const { metres, which } = nearest(indexOf(all), asked);
			const brute = bruteNearest(all, asked);
			for (let row = 0; row < people.length; row++) {
				if (places.length === 0) expect([metres[row], which[row]]).toEqual([Number.POSITIVE_INFINITY, -1]);
				else {
					expect(Math.abs(metres[row]! - brute[row]!)).toBeLessThan(near(brute[row]!));
					expect(Math.abs(haversine(all, which[row]!, asked, row) - brute[row]!)).toBeLessThan(near(brute[row]!));
				}
			}
		}),
		{ numRuns: 400 },
	);
});

test('the k nearest are those that a sorted list of all begins with, the nearest first', () => {
	fc.assert(
		fc.property(
			fc.array(somewhere, { maxLength: 60 }),
			fc.array(somewhere, { minLength: 1, maxLength: 5 }),
			fc.integer({ min: 1, max: 7 }),
			(places, people, k) => {
				const [all, asked] = [pointsOf(places), pointsOf(people)];
				const { metres, which } = kNearest(indexOf(all), asked, k);
				for (let row = 0; row < people.length; row++) {
					const sorted = places.map((_, place) => haversine(all, place, asked, row)).sort((a, b) => a - b);
					const found = [...which.subarray(row * k, row * k + k)];
					expect(new Set(found.filter((place) => place >= 0)).size).toBe(Math.min(k, places.length));
					for (let at = 0; at < k; at++) {
						const metresHere = metres[row * k + at]!;
						if (at >= places.length) expect([metresHere, found[at]]).toEqual([Number.POSITIVE_INFINITY, -1]);
						else expect(Math.abs(metresHere - sorted[at]!)).toBeLessThan(near(sorted[at]!));
					}
				}
			},
		),
	);
});

test('the second nearest is the nearest when the nearest is gone', () => {
	fc.assert(
		fc.property(
			fc.array(somewhere, { minLength: 1, maxLength: 40 }),
			fc.array(somewhere, { minLength: 1, maxLength: 8 }),
			(places, people) => {
				const [all, asked] = [pointsOf(places), pointsOf(people)];
				const two = twoNearest(indexOf(all), asked);
				expect(nearest(indexOf(all), asked)).toEqual({ metres: two.metres, which: two.which });
				for (let row = 0; row < people.length; row++) {
					const without = [...all.lon.keys()].filter((place) => place !== two.which[row]);
					const one = { lon: asked.lon.subarray(row, row + 1), lat: asked.lat.subarray(row, row + 1) };
					const { metres, which } = nearest(indexOf(all, without), one);
					expect([two.nextMetres[row], two.next[row]]).toEqual([metres[0], which[0]]);
				}
			},
		),
	);
});

test('of places equally far the first is named', () => {
	const same = pointsOf(Array.from({ length: 50 }, () => [15, 63] as const));
	const two = twoNearest(indexOf(same), pointsOf([[15, 63]]));
	expect([two.which[0], two.metres[0], two.next[0], two.nextMetres[0]]).toEqual([0, 0, 1, 0]);
});

test('over the date line and round the pole it is not far', () => {
	const { metres, which } = nearest(
		indexOf(
			pointsOf([
				[-179.99, 65],
				[0, 65],
			]),
		),
		pointsOf([[179.99, 65]]),
	);
	expect(which[0]).toBe(0);
	// 0.02 degrees of a parallel at 65 degrees north.
	expect(metres[0]).toBeCloseTo((0.02 * Math.PI * 6371008.8 * Math.cos((65 * Math.PI) / 180)) / 180, 1);
	expect(nearest(indexOf(pointsOf([[100, 90]])), pointsOf([[-20, 90]])).metres[0]).toBeCloseTo(0, 6);
});

test('what has no position is never the nearest, and has none', () => {
	const places = pointsOf([
		[Number.NaN, 63],
		[15, Number.NaN],
		[16, 63],
	]);
	const people = pointsOf([
		[15, 63],
		[Number.NaN, 63],
		[15, Number.NaN],
	]);
	expect([...nearest(indexOf(places), people).which]).toEqual([2, -1, -1]);
});

test('only chosen places count, and keep their rows', () => {
	const places = pointsOf([
		[15, 63],
		[16, 63],
		[17, 63],
	]);
	expect(nearest(indexOf(places, [2, 1]), pointsOf([[15, 63]])).which[0]).toBe(1);
	expect(indexOf(places, []).places).toBe(3);
});

test('moving nobody changes nothing: the order of places and people does not matter', () => {
	fc.assert(
		fc.property(
			fc.array(somewhere, { minLength: 1, maxLength: 60 }),
			fc.array(somewhere, { maxLength: 10 }),
			(places, people) => {
				const there = nearest(indexOf(pointsOf(places)), pointsOf(people)).metres;
				const back = nearest(indexOf(pointsOf([...places].reverse())), pointsOf([...people].reverse())).metres;
				expect([...back].reverse()).toEqual([...there]);
			},
		),
	);
});
