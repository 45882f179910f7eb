import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { loadGeography } from '#db/geography/index.ts';
import { estimatePeople } from '../../src/planning/estimate.ts';
import { isLand, type LandGrid } from '../../src/planning/estimate-ground.ts';
import type { People } from '../../src/planning/ground.ts';
import { packageLand, packagePeople } from '../../src/store/package-people.ts';

// Polygons that may not be part of the project: for measuring alone.
const FILE = new URL('../../../shared/data/geography/swedish_municipalities.geojson', import.meta.url);
if (!existsSync(FILE)) console.warn('SKIPPED: no municipality polygons beside the project to measure against');

const geography = loadGeography();
let people: People;
let land: LandGrid;
beforeAll(() => {
	land = packageLand();
	people = packagePeople();
});

const km = (a: { lon: number; lat: number }, lon: number, lat: number) =>
	Math.hypot((a.lat - lat) * 111.2, (a.lon - lon) * 111.32 * Math.cos((lat * Math.PI) / 180));

/** The share of each municipality's people who live within some kilometres of its seat. */
function shareNearSeat(of: People, within: number): number[] {
	const seats = new Map(geography.municipalities.map((it) => [Number(it.code), it]));
	const near = new Map<string, number>();
	of.persons.forEach((persons, at) => {
		const seat = seats.get(of.municipality[at]!)!;
		if (km(seat, of.lon[at]!, of.lat[at]!) <= within) near.set(seat.code, (near.get(seat.code) ?? 0) + persons);
	});
	return geography.municipalities.map(({ code, population }) => (near.get(code) ?? 0) / population);
}

test('the grid of land is the one that the README tells', () => {
	const told = /land\.bin\.gz`: .*sha256 `([0-9a-f]{64})`/.exec(
		readFileSync(new URL('../../db/geography/README.md', import.meta.url), 'utf8'),
	);
	const file = readFileSync(new URL('../../db/geography/land.bin.gz', import.meta.url));
	expect(createHash('sha256').update(file).digest('hex')).toBe(told?.[1]);
});

test('all of Sweden in fewer than 100 000 points: every municipality its registered population exactly', () => {
	expect(people.persons.length).toBeLessThan(100_000);
	const sums = new Map<number, number>();
	people.persons.forEach((persons, at) => {
		sums.set(people.municipality[at]!, (sums.get(people.municipality[at]!) ?? 0) + persons);
	});
	const wrong = geography.municipalities.filter(({ code, population }) => sums.get(Number(code)) !== population);
	expect(wrong).toEqual([]);
	expect(sums.size).toBe(290);
});

test('nobody lives on water but where a settlement itself is drawn there', () => {
	const seats = new Set(geography.localities.map(({ lon, lat }) => `${lon} ${lat}`));
	const wet = [...people.persons.keys()].filter(
		(at) => !isLand(land, people.lon[at]!, people.lat[at]!) && !seats.has(`${people.lon[at]} ${people.lat[at]}`),
	);
	expect(wet).toEqual([]);
});

test('one in six lives outside the settlements of the package, and a town is no point', () => {
	let outside = 0;
	people.persons.forEach((persons, at) => {
		if (people.settlement[at] === 0) outside += persons;
	});
	const share = outside / geography.municipalities.reduce((sum, { population }) => sum + population, 0);
	// SCB: 12 to 13 of a hundred outside localities of 200 people; the package begins at 500.
	expect(share).toBeGreaterThan(0.13);
	expect(share).toBeLessThan(0.2);
	const near = shareNearSeat(people, 1);
	const large = geography.municipalities.flatMap(({ population }, at) => (population > 50_000 ? [near[at]!] : []));
	expect(Math.max(...large)).toBeLessThan(0.6);
	expect(Math.min(...near)).toBeGreaterThan(0);
});

test('known error: with the villages under 1 000 taken from the package, the rule puts their people near where they were', () => {
	const settlements = geography.localities.map((it) => ({ ...it, part: it.kind === 'district' }));
	const kept = settlements.filter((it) => it.population >= 1000 || it.kind !== 'locality');
	expect(settlements.length - kept.length).toBeGreaterThan(400);
	const without = estimatePeople({ municipalities: geography.municipalities, settlements: kept, land });
	for (const [within, median, most] of [
		[3, 0.01, 0.05],
		[5, 0.02, 0.07],
		[10, 0.03, 0.1],
		[20, 0.02, 0.1],
	] as const) {
		const told = shareNearSeat(people, within);
		const off = shareNearSeat(without, within)
			.map((share, at) => Math.abs(share - told[at]!))
			.sort((a, b) => a - b);
		const [half, nine] = [off[145]!, off[261]!];
		console.log(
			`within ${within} km of the seat: half of the municipalities are off by ${(half * 100).toFixed(1)} points or less, nine in ten by ${(nine * 100).toFixed(1)}`,
		);
		expect(half).toBeLessThan(median);
		expect(nine).toBeLessThan(most);
	}
});

type Ring = [number, number][];
const inRing = (x: number, y: number, ring: Ring) => {
	let inside = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		const [x1, y1] = ring[i]!;
		const [x2, y2] = ring[j]!;
		if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
	}
	return inside;
};

test.skipIf(!existsSync(FILE))('known error: how many are put in another municipality', () => {
	const { features } = JSON.parse(readFileSync(FILE, 'utf8')) as {
		features: { properties: Record<string, string>; geometry: { type: string; coordinates: Ring[] | Ring[][] } }[];
	};
	const shapes = features.map(({ properties, geometry }) => {
		const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Ring[][];
		const corners = polygons.flatMap(([outer]) => outer!);
		const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
		const box = [
			xs.reduce((a, b) => Math.min(a, b)),
			xs.reduce((a, b) => Math.max(a, b)),
			ys.reduce((a, b) => Math.min(a, b)),
			ys.reduce((a, b) => Math.max(a, b)),
		];
		return { code: Number(Object.values(properties).find((it) => /^\d{4}$/.test(it))), polygons, box };
	});
	const at = (x: number, y: number) =>
		shapes.find(
			({ polygons, box: [w, e, s, n] }) =>
				x >= w! &&
				x <= e! &&
				y >= s! &&
				y <= n! &&
				polygons.some(([outer, ...holes]) => inRing(x, y, outer!) && !holes.some((hole) => inRing(x, y, hole))),
		)?.code;
	const counted = { town: 0, townWrong: 0, rest: 0, restWrong: 0 };
	people.persons.forEach((persons, i) => {
		const code = at(people.lon[i]!, people.lat[i]!);
		if (code === undefined) return;
		const kind = people.locality[i] ? 'town' : 'rest';
		counted[kind] += persons;
		if (code !== people.municipality[i]) counted[`${kind}Wrong`] += persons;
	});
	const [town, rest] = [counted.townWrong / counted.town, counted.restWrong / counted.rest];
	console.log(
		`put in another municipality: ${(town * 100).toFixed(1)} % of those in settlements, ${(rest * 100).toFixed(1)} % of the others`,
	);
	expect(town).toBeLessThan(0.05);
	expect(rest).toBeLessThan(0.16);
});
