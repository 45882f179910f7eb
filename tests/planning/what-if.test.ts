import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FARTHEST } from '../../src/planning/gaps.ts';
import type { People, Points } from '../../src/planning/ground.ts';
import { indexOf, nearest } from '../../src/planning/nearest.ts';
import { reachMetres, reachOf } from '../../src/planning/reach.ts';
import { changeBetween, outcomeOf, outcomesBy, startOf, whatIf } from '../../src/planning/what-if.ts';
import { anyPeople, anyPlaces, bruteNearest, peopleOf, pointsOf } from './people.ts';

const none = pointsOf([]);
const both = (a: Points, b: Points): Points => ({
	lon: Float64Array.from([...a.lon, ...b.lon]),
	lat: Float64Array.from([...a.lat, ...b.lat]),
});
const someOf = (places: Points) => fc.subarray([...places.lon.keys()]);
const scene = fc.tuple(anyPlaces(15), anyPeople(), anyPlaces(4)).chain(([places, people, opened]) =>
	fc.record({
		places: fc.constant(places),
		people: fc.constant(people),
		opened: fc.constant(opened),
		chosen: someOf(places),
		closed: someOf(places),
	}),
);

test('what would be is what a reckoning from the beginning gives, to the digit, whatever opens and closes', () => {
	fc.assert(
		fc.property(scene, ({ places, people, opened, chosen, closed }) => {
			const would = whatIf(startOf(places, people, chosen), { closed, opened });
			const left = chosen.filter((row) => !closed.includes(row));
			const all = both(places, opened);
			const rows = [...left, ...[...opened.lon.keys()].map((row) => places.lon.length + row)];
			const anew = nearest(indexOf(all, rows), people);
			expect(would.metres).toEqual(anew.metres);
			// Which of those equally far it is may differ: it is one of them.
			for (const [row, place] of would.which.entries()) {
				if (place < 0) expect(anew.which[row]).toBe(-1);
				else {
					expect(rows).toContain(place);
					const alone = nearest(indexOf(all, [place]), people).metres[row];
					expect(alone).toBe(anew.metres[row]);
				}
			}
		}),
		{ numRuns: 400 },
	);
});

test('closing and opening the same is nothing, and so is moving nobody and changing nothing', () => {
	fc.assert(
		fc.property(scene, ({ places, people, closed }) => {
			const start = startOf(places, people);
			const at = {
				lon: Float64Array.from(closed, (row) => places.lon[row]!),
				lat: Float64Array.from(closed, (row) => places.lat[row]!),
			};
			for (const change of [
				{ closed, opened: at },
				{ closed: [], opened: none },
			]) {
				const { metres } = whatIf(start, change);
				expect(metres).toEqual(start.now.metres);
				const nothing = { persons: 0, personMetres: 0 };
				expect(outcomeOf(start.now.metres, metres, people, [1000])).toEqual({
					gain: nothing,
					lose: nothing,
					within: [{ limit: 1000, gained: 0, lost: 0 }],
				});
			}
		}),
	);
});

test('opening makes nobody lose and closing makes nobody gain', () => {
	fc.assert(
		fc.property(scene, ({ places, people, opened, closed }) => {
			const start = startOf(places, people);
			const more = outcomeOf(start.now.metres, whatIf(start, { closed: [], opened }).metres, people, reachMetres);
			const less = outcomeOf(start.now.metres, whatIf(start, { closed, opened: none }).metres, people, reachMetres);
			expect([more.lose.persons, less.gain.persons]).toEqual([0, 0]);
		}),
	);
});

test('who gains and who loses is what a look at each person says; groups add up to the whole', () => {
	fc.assert(
		fc.property(scene, ({ places, people, opened, chosen, closed }) => {
			const start = startOf(places, people, chosen);
			const { metres } = whatIf(start, { closed, opened });
			const outcome = outcomeOf(start.now.metres, metres, people, reachMetres);
			expect(outcome.gain).toEqual(side(start.now.metres, metres, people, 1));
			expect(outcome.lose).toEqual(side(start.now.metres, metres, people, -1));
			const [was, is] = [start.now.metres, metres].map((far) => reachOf(far, people.persons, reachMetres).within);
			for (const [place, { gained, lost }] of outcome.within.entries())
				expect(gained - lost).toBe(is![place]! - was![place]!);
			const parts = [...outcomesBy(start.now.metres, metres, people, reachMetres, people.locality).values()];
			const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((all, part) => all + of(part), 0);
			expect(sum(({ gain }) => gain.persons)).toBe(outcome.gain.persons);
			expect(sum(({ lose }) => lose.persons)).toBe(outcome.lose.persons);
			for (const place of reachMetres.keys())
				expect(sum(({ within }) => within[place]!.gained)).toBe(outcome.within[place]!.gained);
		}),
	);
});

/** Persons who save (`sign` 1) or lose (-1), and their metres together. */
function side(was: Float64Array, is: Float64Array, { persons }: People, sign: number) {
	let [people, personMetres] = [0, 0];
	for (let row = 0; row < was.length; row++) {
		if (was[row] === is[row] || Math.sign(was[row]! - is[row]!) !== sign || !persons[row]) continue;
		people += persons[row]!;
		personMetres += persons[row]! * Math.abs(Math.min(FARTHEST, was[row]!) - Math.min(FARTHEST, is[row]!));
	}
	return { persons: people, personMetres };
}

test('other hours: the place leaves or enters the places that are asked about', () => {
	const places = pointsOf([
		[15, 63],
		[15.1, 63],
		[15.2, 63],
	]);
	const change = changeBetween(places, [0, 1], [1, 2]);
	expect(change).toEqual({ closed: [0], opened: pointsOf([[15.2, 63]]) });
	const people = peopleOf([
		{ at: [15, 63], persons: 10 },
		{ at: [15.21, 63], persons: 7 },
	]);
	const start = startOf(places, people, [0, 1]);
	const { metres, which } = whatIf(start, change);
	expect([...which]).toEqual([1, 3]);
	expect([...metres]).toEqual([...nearest(indexOf(places, [1, 2]), people).metres]);
	const { gain, lose, within } = outcomeOf(start.now.metres, metres, people, [1000]);
	expect([gain.persons, lose.persons]).toEqual([7, 10]);
	expect(within).toEqual([{ limit: 1000, gained: 7, lost: 10 }]);
	// A tenth of a degree of the parallel of 63 degrees: 5.05 km.
	expect(lose.personMetres / 10).toBeCloseTo(bruteNearest(pointsOf([[15.1, 63]]), people)[0]!, 3);
});

test('the last place that closes leaves nothing, counted as the farthest there is', () => {
	const people = peopleOf([{ at: [15, 63], persons: 10 }]);
	const start = startOf(pointsOf([[15, 63]]), people);
	const { metres, which } = whatIf(start, { closed: [0], opened: none });
	expect([metres[0], which[0]]).toEqual([Number.POSITIVE_INFINITY, -1]);
	expect(outcomeOf(start.now.metres, metres, people, []).lose).toEqual({ persons: 10, personMetres: 10 * FARTHEST });
});
