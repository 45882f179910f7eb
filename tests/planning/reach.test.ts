import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexOf, nearest } from '../../src/planning/nearest.ts';
import {
	between,
	histogramOf,
	meanOf,
	quantilesBy,
	quantilesOf,
	reachBy,
	reachByAge,
	reachMetres,
	reachOf,
	sharesOf,
} from '../../src/planning/reach.ts';
import { anyPeople, anyPlaces, bruteNearest, haversine, peopleOf, pointsOf } from './people.ts';

test('reach is what asking every person of every place gives', () => {
	fc.assert(
		fc.property(anyPlaces(), anyPeople(), (places, people) => {
			const { metres } = nearest(indexOf(places), people);
			const reach = reachOf(metres, people.persons, reachMetres);
			const brute = bruteNearest(places, people);
			// Another formula rounds otherwise: no value may lie so near a limit that it matters.
			fc.pre(brute.every((far) => reachMetres.every((limit) => Math.abs(far - limit) > 0.001)));
			for (const [place, limit] of reachMetres.entries()) {
				let count = 0;
				for (let row = 0; row < brute.length; row++)
					for (let person = 0; person < people.persons[row]!; person++) if (brute[row]! <= limit) count++;
				expect(reach.within[place]).toBe(count);
			}
		}),
	);
});

test('adding a place never lowers reach', () => {
	fc.assert(
		fc.property(anyPlaces(20, 1), anyPeople(), (places, people) => {
			const fewer = indexOf(places, [...places.lon.keys()].slice(1));
			const before = reachOf(nearest(fewer, people).metres, people.persons, reachMetres).within;
			const after = reachOf(nearest(indexOf(places), people).metres, people.persons, reachMetres).within;
			for (let limit = 0; limit < reachMetres.length; limit++)
				expect(after[limit]).toBeGreaterThanOrEqual(before[limit]!);
		}),
	);
});

test('parts add up to the whole: groups, ages and stretches', () => {
	fc.assert(
		fc.property(anyPlaces(), anyPeople(), (places, people) => {
			const { metres } = nearest(indexOf(places), people);
			const whole = reachOf(metres, people.persons, reachMetres);
			const sum = (parts: Iterable<{ persons: number; within: readonly number[] }>) => {
				const all = [...parts];
				return {
					persons: all.reduce((total, { persons }) => total + persons, 0),
					within: reachMetres.map((_, limit) => all.reduce((total, { within }) => total + within[limit]!, 0)),
				};
			};
			expect(sum(reachBy(metres, people.persons, reachMetres, people.municipality).values())).toEqual(whole);
			expect(sum(reachBy(metres, people.persons, reachMetres, people.settlement).values())).toEqual(whole);
			if (people.byAge.length) expect(sum(reachByAge(metres, people, reachMetres))).toEqual(whole);
			const stretches = histogramOf(metres, people.persons, reachMetres);
			expect(stretches).toEqual(between(whole));
			expect(stretches.reduce((a, b) => a + b, 0)).toBe(whole.persons);
		}),
	);
});

test('quantiles are those of a list in which everybody stands once', () => {
	fc.assert(
		fc.property(anyPlaces(), anyPeople(20), (places, people) => {
			const { metres } = nearest(indexOf(places), people);
			const everybody = [...metres]
				.flatMap((far, row) => Array<number>(people.persons[row]!).fill(far))
				.sort((a, b) => a - b);
			const shares = [0.1, 0.25, 0.5, 0.75, 0.9, 1];
			const expected = shares.map((share) =>
				everybody.length ? everybody[Math.max(0, Math.ceil(share * everybody.length - 1e-9) - 1)]! : null,
			);
			expect(quantilesOf(metres, people.persons, shares)).toEqual(expected);
			for (const [group, told] of quantilesBy(metres, people.persons, shares, people.settlement)) {
				const own = people.persons.map((count, row) => (people.settlement[row] === group ? count : 0));
				expect(told).toEqual(quantilesOf(metres, own, shares));
			}
		}),
	);
});

test('the worked example of docs/planning-method.md: reach', () => {
	// Three settlements on one meridian, a hall in the first: 0, 0.02 and 0.1 degrees of latitude away.
	const people = peopleOf([
		{ at: [15, 63], persons: 500, settlement: 2 },
		{ at: [15, 63.02], persons: 300, settlement: 2 },
		{ at: [15, 63.1], persons: 200, settlement: 0 },
	]);
	const { metres } = nearest(indexOf(pointsOf([[15, 63]])), people);
	// A degree along a meridian is 6371.0088 km x pi / 180 = 111.19508 km.
	expect([...metres].map((far) => far.toFixed(1))).toEqual(['0.0', '2223.9', '11119.5']);
	const reach = reachOf(metres, people.persons, reachMetres);
	expect(reach).toEqual({ persons: 1000, within: [500, 800, 800, 800, 1000] });
	expect(sharesOf(reach)).toEqual([0.5, 0.8, 0.8, 0.8, 1]);
	expect(meanOf(metres, people.persons)!.toFixed(2)).toBe('2891.07');
	expect(quantilesOf(metres, people.persons, [0.5, 0.75, 0.9]).map((far) => far!.toFixed(1))).toEqual([
		'0.0',
		'2223.9',
		'11119.5',
	]);
	expect(histogramOf(metres, people.persons, reachMetres)).toEqual([500, 300, 0, 0, 200, 0]);
	const town = reachBy(metres, people.persons, reachMetres, people.settlement);
	expect([town.get(2)!.within[1], town.get(0)!.within[1]]).toEqual([800, 0]);
	expect(haversine(people, 2, people, 0).toFixed(1)).toBe('11119.5');
});

test('with nobody, and with no place, it says so', () => {
	const nobody = peopleOf([{ at: [15, 63], persons: 0 }]);
	const none = nearest(indexOf(pointsOf([])), nobody).metres;
	expect(sharesOf(reachOf(none, nobody.persons, [1000]))).toEqual([null]);
	expect(quantilesOf(none, nobody.persons, [0.5])).toEqual([null]);
	expect(meanOf(none, nobody.persons)).toBe(null);
	expect(reachByAge(none, nobody, [1000])).toEqual([]);
	expect(reachOf([], [], [1000])).toEqual({ persons: 0, within: [0] });
	const ten = peopleOf([{ at: [15, 63], persons: 10 }]);
	expect(reachOf(none, ten.persons, reachMetres)).toEqual({ persons: 10, within: [0, 0, 0, 0, 0] });
	expect(quantilesOf(none, ten.persons, [0.5])).toEqual([Number.POSITIVE_INFINITY]);
	expect(meanOf(none, ten.persons)).toBe(Number.POSITIVE_INFINITY);
	expect(histogramOf(none, ten.persons, [1000])).toEqual([0, 10]);
});
