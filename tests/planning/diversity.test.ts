import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diversityOf } from '../../src/planning/diversity.ts';
import { meanOf } from '../../src/planning/reach.ts';
import { anyPeople, anyPlaces, haversine, peopleOf, pointsOf } from './people.ts';

const scene = anyPlaces(12).chain((places) =>
	fc.record({
		places: fc.constant(places),
		people: anyPeople(15),
		kinds: fc.array(
			fc.record({ places: fc.subarray([...places.lon.keys()]), weight: fc.integer({ min: 0, max: 5 }) }),
			{ maxLength: 6 },
		),
		limit: fc.constantFrom(800, 5000, 60_000),
	}),
);

test('the index is the sum of the weights of kinds with any place near, by a look at every place', () => {
	fc.assert(
		fc.property(scene, ({ places, people, kinds, limit }) => {
			const { index, kinds: count, metres, most } = diversityOf(places, kinds, people, limit);
			for (let row = 0; row < people.lon.length; row++) {
				const near = kinds.map((kind) => kind.places.map((place) => haversine(places, place, people, row)));
				fc.pre(near.flat().every((far) => Math.abs(far - limit) > 0.001));
				const there = kinds.filter((_, kind) => near[kind]!.some((far) => far <= limit));
				expect(index[row]).toBe(there.reduce((sum, { weight }) => sum + weight, 0));
				expect(count[row]).toBe(there.filter(({ weight }) => weight > 0).length);
				expect(index[row]).toBeLessThanOrEqual(most);
				kinds.forEach((_, kind) => {
					const least = Math.min(Number.POSITIVE_INFINITY, ...near[kind]!);
					if (near[kind]!.length) expect(Math.abs(metres[kind]![row]! - least)).toBeLessThan(0.001);
					else expect(metres[kind]![row]).toBe(Number.POSITIVE_INFINITY);
				});
			}
		}),
	);
});

test('one more place never makes anybody poorer, and a second of a kind makes nobody richer', () => {
	fc.assert(
		fc.property(scene, fc.nat(), ({ places, people, kinds, limit }, some) => {
			fc.pre(kinds.length > 0 && places.lon.length > 0);
			const before = diversityOf(places, kinds, people, limit);
			const place = some % places.lon.length;
			const more = kinds.map((kind, at) => (at === 0 ? { ...kind, places: [...kind.places, place] } : kind));
			const after = diversityOf(places, more, people, limit);
			const twice = kinds.map((kind) => ({ ...kind, places: [...kind.places, ...kind.places] }));
			expect(after.index.every((value, row) => value >= before.index[row]!)).toBe(true);
			expect(diversityOf(places, twice, people, limit).index).toEqual(before.index);
		}),
	);
});

test('the worked example of docs/planning-method.md: diversity', () => {
	const people = peopleOf([
		{ at: [15, 63], persons: 500 },
		{ at: [15, 63.02], persons: 300 },
		{ at: [15, 63.1], persons: 200 },
	]);
	const places = pointsOf([
		[15, 63],
		[15, 63.03],
	]);
	const kinds = [
		{ places: [0, 1], weight: 1 },
		{ places: [0], weight: 2 },
		{ places: [1], weight: 1 },
	];
	const { index, kinds: count, most } = diversityOf(places, kinds, people, 3000);
	expect([[...index], [...count], most]).toEqual([[3, 4, 0], [2, 3, 0], 4]);
	expect(meanOf(index, people.persons)).toBe(2.7);
});

test('with no kind and nobody there is nothing to choose from', () => {
	expect(diversityOf(pointsOf([]), [], peopleOf([]), 1000)).toEqual({
		index: new Float64Array(),
		kinds: new Uint16Array(),
		metres: [],
		most: 0,
	});
});
