import fc from 'fast-check';
import { cellToBoundary, cellToParent, getHexagonAreaAvg, latLngToCell } from 'h3-js';
import { expect, test } from 'vitest';
import { distanceKm } from '../../src/domain/geo.ts';
import { FARTHEST, gapsOf } from '../../src/planning/gaps.ts';
import type { Points } from '../../src/planning/ground.ts';
import { hexagonLayer, hexagonsAsGeoJson, hexagonsOf, outlineOf } from '../../src/planning/hexagons.ts';
import { indexOf, nearest } from '../../src/planning/nearest.ts';
import { anyPeople, anyPlaces, bruteNearest, haversine, peopleOf, pointsOf } from './people.ts';

const LIMIT = 5000;

test('gaps hold everybody who has further than the limit, once, with the people times metres of a plain sum', () => {
	fc.assert(
		fc.property(anyPlaces(6), anyPeople(), (places, people) => {
			const found = nearest(indexOf(places), people);
			const gaps = gapsOf(people, found, LIMIT);
			const brute = bruteNearest(places, people);
			fc.pre(brute.every((far) => Math.abs(far - LIMIT) > 0.001));
			const far = brute.map((metres, row) => (metres > LIMIT ? people.persons[row]! : 0));
			const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
			expect(sum(gaps.map(({ persons }) => persons))).toBe(sum(far));
			const personMetres = sum(far.map((persons, row) => (persons ? persons * Math.min(FARTHEST, brute[row]!) : 0)));
			expect(sum(gaps.map((gap) => gap.personMetres)) / Math.max(1, personMetres)).toBeCloseTo(personMetres ? 1 : 0, 9);
			for (const gap of gaps.filter(({ around }) => !around)) {
				const rows = [...people.locality.keys()].filter((row) => people.locality[row] === gap.locality);
				expect(gap.persons).toBe(sum(rows.map((row) => far[row]!)));
			}
			const order = gaps.map((gap) => gap.personMetres);
			expect(order).toEqual([...order].sort((a, b) => b - a));
		}),
	);
});

test('a place with people and nothing near is named, with how far they have and to what', () => {
	const people = peopleOf([
		{ at: [16.2, 64.12], persons: 400, locality: 7 },
		{ at: [16.21, 64.13], persons: 220, locality: 7 },
		{ at: [16.3, 64.2], persons: 30 },
		{ at: [15.53, 63.84], persons: 3000, locality: 8 },
	]);
	const places = pointsOf([
		[15.53, 63.85],
		[20, 60],
	]);
	const [first, second, ...more] = gapsOf(people, nearest(indexOf(places), people), LIMIT);
	expect(more).toEqual([]);
	expect(first).toMatchObject({ locality: 7, around: false, persons: 620, which: 0 });
	expect(first!.median).toBeCloseTo(haversine(places, 0, people, 0), 3);
	expect(second).toMatchObject({ locality: 7, around: true, persons: 30, which: 0 });
	expect([second!.lon, second!.lat]).toEqual([16.3, 64.2]);
	// Of some rows alone; what is round a settlement is told by it though it is not among them.
	expect(gapsOf(people, nearest(indexOf(places), people), LIMIT, [2, 3])).toEqual([second]);
});

test('with no place at all everybody is in a gap, ranked by how many they are', () => {
	const people = peopleOf([
		{ at: [16, 64], persons: 10, locality: 1 },
		{ at: [15, 63], persons: 40, locality: 2 },
		{ at: [14, 62], persons: 0, locality: 3 },
	]);
	const gaps = gapsOf(people, nearest(indexOf(pointsOf([])), people), LIMIT);
	expect(gaps.map(({ locality, persons, median, which }) => [locality, persons, median, which])).toEqual([
		[2, 40, Number.POSITIVE_INFINITY, -1],
		[1, 10, Number.POSITIVE_INFINITY, -1],
	]);
	expect(gaps[0]!.personMetres).toBe(40 * FARTHEST);
	expect(gapsOf(peopleOf([]), nearest(indexOf(pointsOf([])), peopleOf([])), LIMIT)).toEqual([]);
});

/** Of the box around points that all have a position. */
function boxKm2({ lon, lat }: Points): number {
	const [west, east, south, north] = [Math.min(...lon), Math.max(...lon), Math.min(...lat), Math.max(...lat)];
	const middle = (south + north) / 2;
	return (
		distanceKm({ lon: west, lat: middle }, { lon: east, lat: middle }) *
		distanceKm({ lon: west, lat: south }, { lon: west, lat: north })
	);
}

test('hexagons hold everybody, each by where it lies, and become larger where there would be too many', () => {
	fc.assert(
		fc.property(anyPeople(60), anyPlaces(6), fc.integer({ min: 1, max: 40 }), (people, places, most) => {
			const hexagons = hexagonsOf(people, most);
			const { resolution, ids, of } = hexagons;
			expect(new Set(ids).size).toBe(ids.length);
			expect(resolution === 4 || ids.length <= most).toBe(true);
			if (resolution < 8) {
				const finer = [...people.lon.keys()].map((row) =>
					cellToParent(latLngToCell(people.lat[row]!, people.lon[row]!, 8), resolution + 1),
				);
				const inBox = boxKm2(people) / getHexagonAreaAvg(resolution + 1, 'km2');
				expect(new Set(finer).size > most || inBox > 890, 'one size finer were too many, or too small to be seen').toBe(
					true,
				);
			}
			if (resolution === 8)
				for (const [row, hexagon] of of.entries())
					expect(ids[hexagon]).toBe(latLngToCell(people.lat[row]!, people.lon[row]!, 8));
			const { metres } = nearest(indexOf(places), people);
			const layer = hexagonLayer(hexagons, metres, people.persons);
			expect(layer.reduce((sum, { persons }) => sum + persons, 0)).toBe(people.persons.reduce((a, b) => a + b, 0));
			for (const [hexagon, told] of layer.entries()) {
				const everybody = [...of.keys()]
					.filter((row) => of[row] === hexagon)
					.flatMap((row) => Array<number>(people.persons[row]!).fill(metres[row]!));
				everybody.sort((a, b) => a - b);
				expect(told.median).toBe(everybody.length ? everybody[Math.ceil(everybody.length / 2) - 1] : null);
				if (everybody.length === 0) expect(told.mean).toBe(null);
				else if (places.lon.length)
					expect(told.mean).toBeCloseTo(everybody.reduce((a, b) => a + b, 0) / everybody.length, 3);
			}
		}),
	);
});

test('a hexagon is drawn as a closed ring of GeoJSON round the points that lie in it', () => {
	const people = peopleOf([
		{ at: [15.5, 63.8], persons: 12 },
		{ at: [Number.NaN, 63], persons: 1 },
	]);
	const hexagons = hexagonsOf(people);
	expect(hexagons.of).toEqual(Int32Array.of(0, -1));
	const [id] = hexagons.ids;
	const ring = outlineOf(id!);
	expect(ring).toHaveLength(7);
	expect(ring[0]).toEqual(ring[6]);
	expect(ring.slice(0, 6).map(([lon, lat]) => [lat, lon])).toEqual(cellToBoundary(id!));
	const lons = ring.map(([lon]) => lon);
	expect(Math.min(...lons)).toBeLessThan(15.5);
	expect(Math.max(...lons)).toBeGreaterThan(15.5);
	// Counterclockwise, as the standard wants it of outer rings.
	expect(
		ring.slice(1).reduce((area, [x, y], place) => area + (ring[place]![0] * y - x * ring[place]![1]), 0),
	).toBeGreaterThan(0);
	expect(hexagonsAsGeoJson([{ id: id!, told: { persons: 12 } }])).toEqual({
		type: 'FeatureCollection',
		features: [
			{ type: 'Feature', id, properties: { persons: 12 }, geometry: { type: 'Polygon', coordinates: [ring] } },
		],
	});
});

test('hexagons are as large as the area wants: few points far apart are not lost in it', () => {
	const apart = (km: number) =>
		pointsOf([
			[15, 63],
			[15 + km / 50.5, 63 + km / 111.2],
		]);
	expect([0, 5, 20, 50, 150, 800].map((km) => hexagonsOf(apart(km)).resolution)).toEqual([8, 8, 8, 7, 6, 4]);
	const many = pointsOf(
		Array.from({ length: 400 }, (_, n) => [15 + (n % 20) / 50, 63 + Math.floor(n / 20) / 100] as const),
	);
	expect(hexagonsOf(many, 1000).resolution).toBe(8);
	expect(hexagonsOf(many, 200).resolution).toBe(7);
});
