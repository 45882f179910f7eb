import { expect, test } from 'vitest';
import type { Area, AreaFigures, GridCell, PopulationContent } from '../../src/domain/population.ts';
import type { People } from '../../src/planning/ground.ts';
import { packagePeople } from '../../src/store/package-people.ts';
import { NOW, testStore } from '../store.ts';

const estimate = packagePeople();
const origin = { file: 'deso.geojson', sha256: 'a', source: 'SCB', date: '2025', at: NOW };
const keep = async (store: Awaited<ReturnType<typeof testStore>>, content: PopulationContent) =>
	store.transaction((tx) => tx.population.keep(content, origin));

/** A rectangle as an area: west, south, east, north. */
const area = (code: string, [w, s, e, n]: [number, number, number, number], level: Area['level'] = 'deso'): Area => ({
	level,
	code,
	name: code,
	municipality: code.slice(0, 4),
	polygon: {
		type: 'MultiPolygon',
		coordinates: [
			[
				[
					[w, s],
					[e, s],
					[e, n],
					[w, n],
					[w, s],
				],
			],
		],
	},
	lon: (w + e) / 2,
	lat: (s + n) / 2,
});
const figures = (
	code: string,
	persons: number,
	ages: number[] | null = null,
	level: Area['level'] = 'deso',
): AreaFigures => ({
	level,
	code,
	municipality: code.slice(0, 4),
	persons,
	ages,
	women: null,
});
// Halmstad: the town west of 12.9 degrees and south of 56.7, and what is east of it.
const TOWN = area('1380A0010', [12.7, 56.6, 12.9, 56.75]);
const EAST = area('1380C0020', [12.9, 56.5, 13.4, 57]);
/** Three metres of sea. */
const SEA = area('1380A0030', [12.0, 56.6, 12.00001, 56.60001]);

const sum = (people: People, wanted: (at: number) => boolean) => {
	let total = 0;
	people.persons.forEach((persons, at) => {
		if (wanted(at)) total += persons;
	});
	return total;
};
const inHalmstad = (people: People) => (at: number) => people.municipality[at] === 1380;

test('without any import people are the estimate, and nothing stands for it', async () => {
	const store = await testStore();
	expect(await store.population.version()).toBe(0);
	expect(await store.population.people()).toEqual(estimate);
	expect(await store.population.levels()).toEqual(new Map());
	expect(await store.population.imports()).toEqual([]);
});

test('DeSO with people replace the estimate of their municipality: each area its own sum, spread where people plausibly live', async () => {
	const store = await testStore();
	const ages = [10, 20, 30, 40, 50, 60, 70, 80];
	const content = { what: 'areas' as const, level: 'deso' as const, areas: [TOWN, EAST, SEA] };
	await keep(store, {
		...content,
		figures: [figures(TOWN.code, 2000), figures(EAST.code, 360, ages), figures(SEA.code, 7)],
	});
	const people = await store.population.people();
	expect(await store.population.version()).toBe(1);
	expect(await store.population.levels()).toEqual(new Map([['1380', 'deso']]));
	const here = inHalmstad(people);
	expect(sum(people, here)).toBe(2367);
	expect(sum(people, (at) => here(at) && people.lon[at]! > 12.9)).toBe(360);
	expect(sum(people, (at) => here(at) && people.lon[at]! < 12.1)).toBe(7);
	const rows = [...people.persons.keys()].filter(here);
	expect(rows.length).toBeGreaterThan(100);
	expect(rows.every((at) => people.estimated[at] === 0)).toBe(true);
	// Ages of the one area that has them; the others have none.
	expect(people.byAge).toHaveLength(8);
	expect(people.byAge.map((band) => Math.round(band.reduce((total, persons) => total + persons, 0)))).toEqual(ages);
	// Everybody else stands as they were.
	const others = [...estimate.persons.keys()].filter((at) => estimate.municipality[at] !== 1380);
	expect([...people.persons.keys()].filter((at) => !here(at))).toHaveLength(others.length);
	expect(sum(people, (at) => !here(at))).toBe(sum(estimate, (at) => estimate.municipality[at] !== 1380));
});

test('the finest stands; an area with people and no polygon makes its level stand for nothing; a removal brings back what was', async () => {
	const store = await testStore();
	await keep(store, {
		what: 'areas',
		level: 'regso',
		areas: [area('1380R001', [12.5, 56.4, 13.4, 57.2], 'regso')],
		figures: [figures('1380R001', 900, null, 'regso')],
	});
	await keep(store, {
		what: 'areas',
		level: 'deso',
		areas: [TOWN],
		figures: [figures(TOWN.code, 500), figures('1380C0099', 3)],
	});
	expect((await store.population.levels()).get('1380')).toBe('regso');
	await keep(store, {
		what: 'areas',
		level: 'deso',
		areas: [TOWN],
		figures: [figures(TOWN.code, 500), figures('1380C0099', 0)],
	});
	expect((await store.population.levels()).get('1380')).toBe('deso');
	const cell = (east: number, persons: number): GridCell => ({
		level: 'grid1000',
		municipality: '1380',
		east,
		north: 6_286_000,
		lon: 12.86,
		lat: 56.674,
		persons,
		ages: null,
	});
	await keep(store, {
		what: 'cells',
		level: 'grid1000',
		cells: [cell(368_000, 41), { ...cell(390_000, 6), lon: 13.3, lat: 56.95 }],
	});
	const people = await store.population.people();
	const rows = [...people.persons.keys()].filter(inHalmstad(people));
	expect(rows.map((at) => people.persons[at])).toEqual([41, 6]);
	// The first lies in the town of Halmstad, the other far from any settlement.
	const localities = await store.geography.localitiesOf('1380');
	expect(localities.find(({ id }) => id === people.locality[rows[0]!])?.name).toBe('Halmstad');
	expect(rows.map((at) => people.settlement[at])).toEqual([4, 0]);
	expect(await store.transaction((tx) => tx.population.remove('grid1000', '1380', NOW))).toMatchObject({ rows: 2 });
	expect((await store.population.levels()).get('1380')).toBe('deso');
	for (const level of ['deso', 'regso'] as const)
		await store.transaction((tx) => tx.population.remove(level, null, NOW));
	expect(await store.population.people()).toEqual(estimate);
	// Three imports and three removals; a removal of nothing changes nothing.
	expect(await store.transaction((tx) => tx.population.remove('regso', null, NOW))).toBeNull();
	expect(await store.population.version()).toBe(7);
	expect((await store.population.imports()).map(({ what }) => what)).toEqual([
		'removed',
		'removed',
		'removed',
		'cells',
		'areas',
		'areas',
		'areas',
	]);
});

test('what is imported again replaces its municipality alone', async () => {
	const store = await testStore();
	const other = area('1381A0010', [12.9, 56.5, 13.2, 56.6]);
	await keep(store, { what: 'areas', level: 'deso', areas: [TOWN, EAST, other], figures: [] });
	await keep(store, { what: 'areas', level: 'deso', areas: [{ ...TOWN, name: 'Anew' }], figures: [] });
	expect((await store.areas.of('1380', 'deso')).map(({ name }) => name)).toEqual(['Anew']);
	expect(await store.areas.of('1381', 'deso')).toHaveLength(1);
	expect(await store.areas.levels('1380')).toEqual([{ level: 'deso', count: 1 }]);
});

test('a municipality by age gives ages to points that have none, in its proportion; areas are read with class and people', async () => {
	const store = await testStore();
	await keep(store, {
		what: 'figures',
		level: 'municipality',
		figures: [figures('1380', 400, [50, 50, 50, 50, 50, 50, 50, 50], 'municipality')],
	});
	const people = await store.population.people();
	const here = inHalmstad(people);
	const persons = sum(people, here);
	expect(persons).toBe(sum(estimate, inHalmstad(estimate)));
	for (const band of people.byAge) expect(band.reduce((total, count) => total + count, 0)).toBeCloseTo(persons / 8, 3);
	expect((await store.population.municipality('1380'))?.ages).toHaveLength(8);
	await keep(store, {
		what: 'areas',
		level: 'regso',
		areas: [area('1380R001', [12, 56, 13, 57], 'regso')],
		figures: [figures('1380R001', 12, null, 'regso')],
	});
	await keep(store, { what: 'classes', level: 'regso', classes: [{ level: 'regso', code: '1380R001', class: 2 }] });
	expect(await store.areas.get('regso', '1380R001')).toMatchObject({ class: 2, persons: 12, municipality: '1380' });
	expect(await store.areas.get('regso', '1380R002')).toBeUndefined();
});
