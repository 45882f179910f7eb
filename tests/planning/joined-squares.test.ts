import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Area, peopleIn } from '../../src/planning/area.ts';
import { type CountedCell, withCounted } from '../../src/planning/imported-people.ts';
import { joinedSquares } from '../../src/planning/joined-squares.ts';
import { indexOf, nearest } from '../../src/planning/nearest.ts';
import { reachMetres, reachOf } from '../../src/planning/reach.ts';
import { valuesOf } from '../../src/planning/rows.ts';
import { peopleOf, pointsOf } from './people.ts';

const square = (lon: number, lat: number, persons: number, ages: number[] | null = null): CountedCell => ({
	...{ lon, lat, persons, ages },
	municipality: 1380,
});
const sum = (all: readonly CountedCell[]) => all.reduce((total, { persons }) => total + persons, 0);

test('fewer than five are counted with their nearest, where the more of them live', () => {
	const joined = joinedSquares([
		square(12, 56, 3),
		square(12.01, 56, 40),
		square(13, 57, 2),
		square(13.02, 57, 3),
		square(12.2, 56, 0),
	]);
	expect(joined.map(({ lon, lat, persons }) => [lon, lat, persons])).toEqual([
		[12.01, 56, 43],
		[13.02, 57, 5],
	]);
	expect(joinedSquares([square(12, 56, 3)])).toEqual([square(12, 56, 3)]);
	const [other] = joinedSquares([square(12, 56, 3), { ...square(12, 56, 9), municipality: 1381 }]);
	expect(other!.persons).toBe(3);
	const bands = joinedSquares([square(12, 56, 3, [1, 2]), square(12, 56.1, 7, [3, 4]), square(12, 56.2, 1)]);
	expect(bands).toEqual([square(12, 56.1, 11, [4, 6])]);
});

/** Squares on a grid of 250 m about Halmstad, most of them with few people. */
const squares = fc.array(
	fc.tuple(
		fc.integer({ min: 0, max: 30 }),
		fc.integer({ min: 0, max: 30 }),
		fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 90 })),
	),
	{ minLength: 1, maxLength: 60 },
);
const corner = fc.tuple(fc.integer({ min: 0, max: 124 }), fc.integer({ min: 0, max: 124 }));
const outline = fc.array(corner, { minLength: 3, maxLength: 7 });
const degrees = ([x, y]: readonly [number, number]): [number, number] => [12.8 + x / 1000, 56.6 + y / 2000];

test('however two outlines differ, by a sliver or much, and whatever is near: what they tell differs by none or by at least five', () => {
	fc.assert(
		fc.property(
			squares,
			outline,
			fc.nat(),
			corner,
			fc.array(corner, { minLength: 1, maxLength: 4 }),
			(all, first, which, moved, halls) => {
				const cells = all.map(([x, y, persons]) => square(...degrees([x * 4 + 2, y * 4 + 2]), persons));
				fc.pre(sum(cells) >= 5);
				const people = withCounted(peopleOf([]), { areas: [], cells, covered: new Set([1380]), ages: new Map() });
				expect(people.persons.reduce((total, one) => total + one, 0)).toBe(sum(cells));
				const second = first.with(which % first.length, moved);
				const { metres } = nearest(indexOf(pointsOf(halls.map(degrees))), people);
				const [one, other] = [first, second].map((ring) => {
					const rows = peopleIn(drawn(ring.map(degrees)), people);
					return new Map([...rows].map((row) => [row, people.persons[row]!]));
				});
				// Who is in the one and not in the other, within any limit: by subtraction nothing finer can be had.
				const only = (a: Map<number, number>, b: Map<number, number>) => [...a.keys()].filter((row) => !b.has(row));
				for (const rows of [only(one!, other!), only(other!, one!)]) {
					const reach = reachOf(valuesOf(metres, rows), valuesOf(people.persons, rows), reachMetres);
					const rising = [0, ...reach.within, reach.persons];
					rising.slice(1).forEach((count, at) => {
						const between = count - rising[at]!;
						expect(between === 0 || between >= 5).toBe(true);
					});
				}
			},
		),
	);
});

const drawn = (ring: [number, number][]): Area => ({
	...{ kind: 'drawn', key: '', name: '', municipalities: ['1380'], locality: null },
	polygon: { type: 'MultiPolygon', coordinates: [[[...ring, ring[0]!]]] },
});
