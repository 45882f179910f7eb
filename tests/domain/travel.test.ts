import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carMinutes, kmWithin, minutesFor, ways } from '../../src/domain/travel.ts';

test('minutes by car that are known', () => {
	expect([0.1, 0.5, 10, 20, 26, 100].map(carMinutes)).toEqual([5, 5, 15, 25, 35, 125]);
});

test('minutes by rule of thumb: 1.3 times the straight line, 5 and 15 km an hour, by car 30 for three kilometres and then 65', () => {
	expect(minutesFor('foot', 1)).toBeCloseTo(15.6, 10);
	expect(minutesFor('bicycle', 5)).toBeCloseTo(26, 10);
	expect(minutesFor('car', 1)).toBeCloseTo(2.6, 10);
	expect(minutesFor('car', 10)).toBeCloseTo(6 + (10 / 65) * 60, 10);
	for (const way of ways)
		expect([minutesFor(way, 0), minutesFor(way, Number.POSITIVE_INFINITY)]).toEqual([0, Number.POSITIVE_INFINITY]);
});

test('what is within some minutes is what takes no longer', () => {
	const km = fc.double({ min: 0, max: 400, noNaN: true });
	fc.assert(
		fc.property(fc.constantFrom(...ways), km, km, (way, one, other) => {
			expect(kmWithin(way, minutesFor(way, one))).toBeCloseTo(one, 8);
			expect(minutesFor(way, Math.max(one, other))).toBeGreaterThanOrEqual(minutesFor(way, Math.min(one, other)));
		}),
	);
});
