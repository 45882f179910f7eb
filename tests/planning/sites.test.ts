import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FARTHEST } from '../../src/planning/gaps.ts';
import type { People, Points } from '../../src/planning/ground.ts';
import { indexOf, nearest } from '../../src/planning/nearest.ts';
import { bestSites, GREEDY_SHARE, greedySites } from '../../src/planning/sites.ts';
import { lowestBound } from '../../src/planning/sites-bound.ts';
import { type Aim, added, together, worthsOf } from '../../src/planning/worth.ts';
import { anyPeople, anyPlaces, haversine, peopleOf, pointsOf } from './people.ts';

const aims: Aim[] = [{ kind: 'distance' }, { kind: 'within', metres: 5000 }, { kind: 'within', metres: 60_000 }];
const anyAim = fc.constantFrom(...aims);

/** What sites are worth by asking every person of every site, in another formula of distance. */
function plainly(
	people: People,
	now: ArrayLike<number>,
	candidates: Points,
	sites: readonly number[],
	aim: Aim,
): number {
	let sum = 0;
	for (let row = 0; row < people.persons.length; row++) {
		const far = Math.min(now[row]!, ...sites.map((site) => haversine(candidates, site, people, row)));
		if (aim.kind === 'distance')
			sum += people.persons[row]! * (Math.min(FARTHEST, now[row]!) - Math.min(FARTHEST, far));
		else if (now[row]! > aim.metres && far <= aim.metres) sum += people.persons[row]!;
	}
	return sum;
}

function choices(of: number, k: number): number[][] {
	if (k === 0) return [[]];
	return choices(of, k - 1).flatMap((some) =>
		Array.from({ length: of }, (_, site) => site)
			.filter((site) => site > (some.at(-1) ?? -1))
			.map((site) => [...some, site]),
	);
}

const scene = fc.record({
	places: anyPlaces(3),
	people: anyPeople(25),
	candidates: anyPlaces(9, 1),
	k: fc.integer({ min: 1, max: 4 }),
	aim: anyAim,
});

test('what sites are worth is what asking everybody gives', () => {
	fc.assert(
		fc.property(scene, fc.nat(), ({ places, people, candidates, aim }, some) => {
			const { metres } = nearest(indexOf(places), people);
			const sites = [...candidates.lon.keys()].filter((site) => (some >> site) & 1);
			const worth = together(worthsOf(people, metres, candidates, aim), sites);
			const plain = plainly(people, metres, candidates, sites, aim);
			expect(Math.abs(worth - plain)).toBeLessThan(0.01 + 1e-9 * plain);
		}),
	);
});

test('the best choice is the best of all choices, greedy is at least 63 % of it, and no choice is above the bound', () => {
	fc.assert(
		fc.property(scene, ({ places, people, candidates, k, aim }) => {
			const { metres } = nearest(indexOf(places), people);
			const worths = worthsOf(people, metres, candidates, aim);
			const best = Math.max(
				...choices(candidates.lon.length, Math.min(k, candidates.lon.length)).map((sites) => together(worths, sites)),
			);
			const found = bestSites(worths, k);
			const near = 1e-9 * best + 1e-9;
			expect(found.exact).toBe(true);
			expect(Math.abs(found.worth - best)).toBeLessThanOrEqual(near);
			expect(found.adds.reduce((sum, one) => sum + one, 0)).toBeCloseTo(found.worth, 3);
			const greedy = greedySites(worths, k);
			expect(greedy.length).toBeLessThanOrEqual(k);
			expect(together(worths, greedy)).toBeGreaterThanOrEqual(GREEDY_SHARE * best - near);
			expect(lowestBound(worths, k, greedy, 1e6).bound).toBeGreaterThanOrEqual(best - near);
			// With no time to look the answer is greedy's or better, with a bound above the best.
			const hurried = bestSites(worths, k, 0);
			expect(hurried.worth).toBeGreaterThanOrEqual(together(worths, greedy) - near);
			expect(hurried.bound).toBeGreaterThanOrEqual(best - near);
			if (hurried.exact) expect(Math.abs(hurried.worth - best)).toBeLessThanOrEqual(near);
		}),
		{ numRuns: 300 },
	);
});

test('greedy by laziness chooses as greedy that looks at all of them each time', () => {
	fc.assert(
		fc.property(scene, ({ places, people, candidates, k, aim }) => {
			const worths = worthsOf(people, nearest(indexOf(places), people).metres, candidates, aim);
			const chosen: number[] = [];
			while (chosen.length < k) {
				const adds = [...candidates.lon.keys()].map((site) =>
					chosen.includes(site) ? -1 : together(worths, [...chosen, site]) - together(worths, chosen),
				);
				const most = Math.max(...adds);
				if (most <= 1e-6) break;
				chosen.push(adds.indexOf(most));
			}
			const lazy = greedySites(worths, k);
			// Sums in another order round otherwise, so that of equals another may be first: their worth is the same.
			expect(together(worths, lazy)).toBeCloseTo(together(worths, chosen), 1);
		}),
	);
});

test('where greedy falls short, exact does not: the case in which the middle tempts', () => {
	// Two towns, two villages between them. The site in the middle serves both villages and is best alone; the two others serve a
	// town and a village each.
	const people = peopleOf([
		{ at: [15, 63], persons: 100 },
		{ at: [15.4, 63], persons: 100 },
		{ at: [15.19, 63], persons: 105 },
		{ at: [15.21, 63], persons: 105 },
	]);
	const candidates = pointsOf([
		[15.2, 63],
		[15.095, 63],
		[15.305, 63],
	]);
	const now = new Float64Array(4).fill(Number.POSITIVE_INFINITY);
	const middle = worthsOf(people, now, candidates, { kind: 'within', metres: 5000 });
	expect([0, 1, 2].map((site) => added(middle, site, new Float64Array(4)))).toEqual([210, 205, 205]);
	expect(greedySites(middle, 2)[0]).toBe(0);
	expect(together(middle, greedySites(middle, 2))).toBe(310);
	expect(bestSites(middle, 2)).toEqual({ chosen: [1, 2], adds: [205, 205], worth: 410, bound: 410, exact: true });
});

test('what can not help is not chosen: no people, everybody near already, candidates without a position', () => {
	const people = peopleOf([{ at: [15, 63], persons: 10 }]);
	const candidates = pointsOf([
		[15, 63],
		[Number.NaN, 63],
	]);
	const nothing = { chosen: [], adds: [], worth: 0, bound: 0, exact: true };
	for (const aim of aims) {
		expect(bestSites(worthsOf(people, Float64Array.of(0), candidates, aim), 3)).toEqual(nothing);
		expect(bestSites(worthsOf(peopleOf([]), new Float64Array(), candidates, aim), 3)).toEqual(nothing);
		expect(bestSites(worthsOf(people, Float64Array.of(0), pointsOf([]), aim), 3)).toEqual(nothing);
		const far = worthsOf(people, Float64Array.of(Number.POSITIVE_INFINITY), candidates, aim);
		expect(bestSites(far, 3).chosen).toEqual([0]);
	}
});
