import fc from 'fast-check';
import { distanceKm } from '#domain/geo.ts';
import type { People, Points } from '../../src/planning/ground.ts';

/** Points of pairs of degrees, longitude first. */
export const pointsOf = (pairs: readonly (readonly [lon: number, lat: number])[]): Points => ({
	lon: Float64Array.from(pairs, ([lon]) => lon),
	lat: Float64Array.from(pairs, ([, lat]) => lat),
});

interface Lives {
	at: readonly [lon: number, lat: number];
	persons: number;
	byAge?: readonly number[];
	municipality?: number;
	locality?: number;
	settlement?: number;
}

/** People as planning computes on them, of one line a place. */
export function peopleOf(lines: readonly Lives[]): People {
	const bands = lines.find(({ byAge }) => byAge)?.byAge?.length ?? 0;
	return {
		...pointsOf(lines.map(({ at }) => at)),
		persons: Float64Array.from(lines, ({ persons }) => persons),
		byAge: Array.from({ length: bands }, (_, band) => Float64Array.from(lines, ({ byAge }) => byAge?.[band] ?? 0)),
		municipality: Uint16Array.from(lines, ({ municipality }) => municipality ?? 380),
		locality: Int32Array.from(lines, ({ locality }) => locality ?? 0),
		settlement: Uint8Array.from(lines, ({ settlement }) => settlement ?? 0),
		estimated: new Uint8Array(lines.length),
	};
}

/** Metres between two points by the haversine: another formula than the one under test. */
export const haversine = (a: Points, rowA: number, b: Points, rowB: number): number =>
	1000 * distanceKm({ lon: a.lon[rowA]!, lat: a.lat[rowA]! }, { lon: b.lon[rowB]!, lat: b.lat[rowB]! });

/** The distance of everybody to the nearest place, by asking every place. */
export const bruteNearest = (places: Points, people: Points): number[] =>
	Array.from(people.lon, (_, row) =>
		Math.min(Number.POSITIVE_INFINITY, ...Array.from(places.lon, (__, place) => haversine(places, place, people, row))),
	);

const anywhere = fc.tuple(
	fc.double({ min: -180, max: 180, noNaN: true }),
	fc.double({ min: -90, max: 90, noNaN: true }),
);
/** Few distinct points, so that many are the same. */
const onGrid = fc
	.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
	.map(([x, y]) => [15 + x / 50, 63 + y / 100] as [number, number]);
const inSweden = fc.tuple(fc.double({ min: 11, max: 24, noNaN: true }), fc.double({ min: 55, max: 69, noNaN: true }));
const atEdges = fc.constantFrom<[number, number][]>(
	[180, 0],
	[-180, 0],
	[179.9999, 65],
	[-179.9999, 65],
	[0, 90],
	[77, 90],
	[0, -90],
);

/** A point of any kind: in Sweden, on a grid where many are the same, anywhere, at the date line and the poles. */
export const somewhere = fc.oneof(inSweden, onGrid, anywhere, atEdges);

/** People in Sweden or on a grid, whole numbers of them, some with nobody. */
export const anyPeople = (max = 40) =>
	fc
		.array(
			fc.record({
				at: fc.oneof(inSweden, onGrid),
				byAge: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 8, maxLength: 8 }),
				municipality: fc.constantFrom(380, 2313, 180),
				locality: fc.integer({ min: 0, max: 4 }),
				settlement: fc.integer({ min: 0, max: 4 }),
			}),
			{ maxLength: max },
		)
		.map((lines) => peopleOf(lines.map((line) => ({ ...line, persons: line.byAge.reduce((a, b) => a + b, 0) }))));

/** Places in Sweden or on the grid. */
export const anyPlaces = (max = 30, min = 0) =>
	fc.array(fc.oneof(inSweden, onGrid), { minLength: min, maxLength: max }).map(pointsOf);
