import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bbox, distanceKm, inBox, type LonLat, unitVector } from '../../src/domain/geo.ts';
import { countCircles } from '../../src/finder/circles.ts';
import { Columns } from '../../src/finder/columns.ts';
import { Grid } from '../../src/finder/grid.ts';
import { Spatial } from '../../src/finder/spatial.ts';
import { anyRow, rowsOf } from './invented.ts';

const KILOMETRES = [2, 5, 10, 20, 50, 100, 800];

const gridOf = (points: readonly LonLat[]): Grid =>
	new Grid(
		points.keys(),
		Float64Array.from(points, ({ lon }) => lon),
		Float64Array.from(points, ({ lat }) => lat),
	);

/** Those within a hair of a circle may be counted or not. */
const certain = (points: readonly LonLat[], from: LonLat) =>
	points.filter((point) => KILOMETRES.every((km) => Math.abs(distanceKm(point, from) - km) > 1e-6));

const aPoint = (spread: number) =>
	fc.record({
		lon: fc.double({ min: 15 - spread, max: 15 + spread, noNaN: true }),
		lat: fc.double({ min: Math.max(-90, 60 - spread), max: Math.min(90, 60 + spread), noNaN: true }),
	});
/** As close together as in a town, as in a country, all over the world. */
const scene = fc
	.constantFrom(0.1, 3, 100)
	.chain((spread) =>
		fc.record({ points: fc.array(aPoint(spread), { maxLength: 400, size: 'max' }), from: aPoint(spread) }),
	);

test('as many are counted in each circle as lie in it', () => {
	let whole = 0;
	fc.assert(
		fc.property(scene, ({ points: all, from }) => {
			const points = certain(all, from);
			if (points.length === 0) return;
			const [x, y, z] = unitVector(from);
			let looked = 0;
			const counts = countCircles(gridOf(points), from, KILOMETRES, (place) => {
				looked++;
				const [px, py, pz] = unitVector(points[place]!);
				return (px - x) ** 2 + (py - y) ** 2 + (pz - z) ** 2;
			});
			const expected = KILOMETRES.map((km) => points.filter((point) => distanceKm(point, from) <= km).length);
			expect([...counts]).toEqual(expected);
			if (looked < expected.at(-1)!) whole++;
		}),
		{ numRuns: 300 },
	);
	// Not by looking at each of them.
	expect(whole).toBeGreaterThan(50);
});

test('what was taken out, and what came after the grid was made, is counted as it is', () => {
	const drawn = rowsOf(fc.sample(anyRow, { numRuns: 200, seed: 5 })).map((row) => ({ ...row, starts: [] }));
	const columns = new Columns();
	const add = (count: number) => {
		for (let id = columns.length + 1, end = id + count; id < end; id++) {
			const { position, ...row } = drawn[id % drawn.length]!;
			const moved = position && { ...position, lon: position.lon + ((id * 7919) % 211) / 100 };
			columns.add({ ...row, id, position: id % 11 ? moved : null });
		}
	};
	const remove = (every: number) => {
		for (let id = every; id <= columns.length; id += every) columns.remove(id);
	};
	const spatial = new Spatial(columns);
	const centre = { lon: 13.1, lat: 56.7 };
	const counts = (from: Spatial) => [...from.count(centre, KILOMETRES)];
	const plainly = () => {
		const alive = columns.alive.array().flatMap((doc) => columns.positionOf(doc) ?? []);
		return KILOMETRES.map((km) => alive.filter((point) => distanceKm(point, centre) <= km).length);
	};
	add(3000);
	remove(7);
	expect(counts(spatial)).toEqual(plainly());
	remove(5);
	expect(counts(spatial)).toEqual(plainly());
	add(500);
	remove(3);
	expect(counts(spatial)).toEqual(plainly());
	const later = new Spatial(columns);
	expect(counts(later)).toEqual(plainly());
	remove(2);
	expect(counts(later)).toEqual(plainly());
	expect(counts(spatial)).toEqual(plainly());
	expect(plainly().at(-1)).toBeGreaterThan(100);
	add(4000);
	expect(counts(spatial)).toEqual(plainly());
});

test('what lies in a box is found, each once and in order', () => {
	const box = fc.tuple(aPoint(3), aPoint(3)).map(([one, other]): Bbox => {
		const [lons, lats] = [[one.lon, other.lon].sort((a, b) => a - b), [one.lat, other.lat].sort((a, b) => a - b)];
		return [lons[0]!, lats[0]!, lons[1]!, lats[1]!];
	});
	const [row] = rowsOf(fc.sample(anyRow, { numRuns: 1, seed: 3 }));
	const places = fc.sample(fc.oneof(aPoint(3), aPoint(100)), { numRuns: 4500, seed: 4 });
	const columns = new Columns();
	const spatial = new Spatial(columns);
	const add = (count: number) => {
		for (const { lon, lat } of places.slice(columns.length, columns.length + count))
			columns.add({ ...row!, starts: [], id: columns.length + 1, position: { lon, lat, precision: 'exact' } });
	};
	const holds = () =>
		fc.assert(
			fc.property(box, (one) => {
				const inside = [...places.slice(0, columns.length).keys()].filter((doc) => inBox(places[doc]!, one));
				expect([...spatial.inBox(one)]).toEqual(inside);
			}),
			{ numRuns: 40 },
		);
	add(3000);
	holds();
	// So few more stand outside the grid.
	add(1500);
	holds();
});
