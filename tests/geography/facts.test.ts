import { expect, test } from 'vitest';
import { loadGeography, populationDate } from '#db/geography/index.ts';

const geography = loadGeography();
const { counties, municipalities, localities, skrGroups, postcodes } = geography;
const SWEDEN = { west: 10.5, east: 24.3, south: 55.2, north: 69.2 };
const inSweden = ({ lon, lat }: { lon: number; lat: number }) =>
	lon > SWEDEN.west && lon < SWEDEN.east && lat > SWEDEN.south && lat < SWEDEN.north;
const unique = (values: unknown[]) => new Set(values).size === values.length;

test('names in other languages are of settlements that are there, each of one', () => {
	const { names } = geography;
	const ids = new Set(localities.map(({ id }) => id));
	expect(names.filter(([id]) => !ids.has(id))).toEqual([]);
	const all = names.flatMap(([, ...own]) => own as string[]);
	expect(all.length).toBeGreaterThan(1500);
	expect(new Set(all).size).toBe(all.length);
});

test('there are 21 counties, 290 municipalities and nine SKR groups', () => {
	expect(counties).toHaveLength(21);
	expect(municipalities).toHaveLength(290);
	expect(skrGroups.map((g) => g.code)).toEqual(['A1', 'A2', 'B3', 'B4', 'B5', 'C6', 'C7', 'C8', 'C9']);
	expect(localities.length).toBeGreaterThan(1200);
});

test('codes, slugs and ids are unique', () => {
	for (const list of [counties, municipalities]) {
		expect(unique(list.map((item) => item.code))).toBe(true);
		expect(unique(list.map((item) => item.slug))).toBe(true);
		for (const { slug } of list) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
	}
	expect(unique(localities.map((l) => l.id))).toBe(true);
});

test('every municipality has a county, a group, a seat in Sweden and localities inside its bounds', () => {
	for (const m of municipalities) {
		expect(counties.some((c) => c.code === m.county && m.code.startsWith(c.code))).toBe(true);
		expect(skrGroups.some((g) => g.code === m.skrGroup)).toBe(true);
		expect(inSweden(m), m.name).toBe(true);
		const own = localities.filter((l) => l.municipality === m.code);
		expect(own.length, m.name).toBeGreaterThan(0);
		const [west, south, east, north] = m.bbox;
		for (const l of own) expect(l.lon > west && l.lon < east && l.lat > south && l.lat < north, l.name).toBe(true);
	}
});

test('every locality lies in Sweden and in a municipality that exists', () => {
	const codes = new Set(municipalities.map((m) => m.code));
	for (const l of localities) expect(inSweden(l) && codes.has(l.municipality), l.name).toBe(true);
});

test('the population is that of Sweden, with its month', () => {
	const total = municipalities.reduce((sum, m) => sum + m.population, 0);
	expect(total).toBeGreaterThan(10_550_000);
	expect(total).toBeLessThan(10_700_000);
	expect(populationDate).toMatch(/^20\d\d-\d\d$/);
});

test.for([
	['0980', 'Region Gotland'],
	['1380', 'Halmstads kommun'],
	['1490', 'Borås kommun'],
	['2080', 'Falu kommun'],
	['2321', 'Åre kommun'],
	['2380', 'Östersunds kommun'],
	['2514', 'Kalix kommun'],
])('the full name of %s is %s', ([code, fullName]) => {
	expect(municipalities.find((m) => m.code === code)?.fullName).toBe(fullName);
});

test('a part of a town is not its seat, and small places are there', () => {
	const kinds = new Map(localities.map((l) => [`${l.name} ${l.municipality}`, l.kind]));
	expect(kinds.get('Oskarström 1380')).toBe('locality');
	expect(kinds.get('Hoting 2313')).toBe('locality');
	expect(kinds.get('Östersund 2380')).toBe('seat');
	expect(kinds.get('Södermalm 0180')).toBe('district');
});

test('postcode ranges are sorted, do not overlap, and name towns and localities that exist', () => {
	const ids = new Set(localities.map((l) => l.id));
	const codes = new Set(municipalities.map((m) => m.code));
	postcodes.ranges.forEach(([first, last, town], i) => {
		expect(first).toBeLessThanOrEqual(last);
		expect(first).toBeGreaterThan(postcodes.ranges[i - 1]?.[1] ?? 0);
		expect(postcodes.towns[town]).toBeDefined();
	});
	for (const t of postcodes.towns) {
		expect(codes.has(t.municipality)).toBe(true);
		expect(t.locality === undefined || ids.has(t.locality), t.name).toBe(true);
	}
});
