import { expect, test } from 'vitest';
import type { Area as Imported } from '../../src/domain/population.ts';
import type { Area } from '../../src/planning/area.ts';
import { everyPlace } from '../../src/planning/choice.ts';
import type { Ground } from '../../src/planning/ground.ts';
import { createRoom } from '../../src/planning/room.ts';
import { partsTopic } from '../../src/planning/topics/parts.ts';
import { reachTopic } from '../../src/planning/topics/reach.ts';
import { askedOf } from '../../src/routes/planering/asked.ts';
import type { Site } from '../../src/site.ts';
import { NOW, publish, testStore, venue } from '../store.ts';
import { peopleOf } from './people.ts';

const halmstad: Area = {
	kind: 'municipality',
	key: '1380',
	name: 'Halmstad',
	municipalities: ['1380'],
	locality: null,
	polygon: null,
};
const origin = { file: 'a', sha256: 'b', source: null, date: null, at: NOW };

const box = (level: Imported['level'], code: string, name: string, west: number): Imported => ({
	level,
	code,
	name,
	municipality: '1380',
	polygon: {
		type: 'MultiPolygon',
		coordinates: [
			[
				[
					[west, 56],
					[west + 0.5, 56],
					[west + 0.5, 57],
					[west, 57],
					[west, 56],
				],
			],
		],
	},
	lon: west + 0.1,
	lat: 56.5,
});

// The worked example of docs/planning-method.md is the first part: a place at 56.5 degrees north, people north of it.
const north = (km: number) => 56.5 + km / 111.195;
const people = peopleOf([
	{ at: [12.6, north(0.8)], persons: 600, municipality: 1380 },
	{ at: [12.6, north(6)], persons: 400, municipality: 1380 },
	{ at: [13.1, 56.5], persons: 3, municipality: 1380 },
	{ at: [13.6, 56.5], persons: 60, municipality: 1380 },
	{ at: [12.6, 56.5], persons: 9999, municipality: 1480 },
]);

async function room() {
	const store = await testStore();
	await publish(store, venue({ position: { lon: 12.6, lat: 56.5, precision: 'exact' } }));
	const ground: Ground = { people, ...(await store.supply.read()), at: NOW };
	return { store, room: createRoom(ground, store, NOW) };
}

test('each part its own people and places, few of them masked, types together; own districts before RegSO', async () => {
	const { store, room: here } = await room();
	expect(await partsTopic(here, { area: halmstad, choice: everyPlace })).toMatchObject({
		level: null,
		rows: [],
		persons: 1063,
	});
	await store.transaction(async (tx) => {
		const areas = [box('regso', '1380R001', 'Väster', 12.5), box('regso', '1380R002', 'Öster', 13)];
		await tx.population.keep({ what: 'areas', level: 'regso', areas, figures: [] }, origin);
		const classes = [
			{ level: 'regso' as const, code: '1380R001', class: 2 as const },
			{ level: 'regso' as const, code: '1380R002', class: 4 as const },
		];
		await tx.population.keep({ what: 'classes', level: 'regso', classes }, origin);
	});
	const answer = await partsTopic(here, { area: halmstad, choice: everyPlace });
	expect(answer.level).toBe('regso');
	const [west, east] = answer.rows;
	expect(west).toMatchObject({ name: 'Väster', class: 2, places: 1, near: 0.6, mid: 0.6 });
	expect(west!.median).toBeCloseTo(800, -1);
	// Three people are not told, nor is what their sum would tell: another count is masked beside them.
	expect(east).toMatchObject({
		name: 'Öster',
		class: 4,
		persons: null,
		near: null,
		mid: null,
		median: null,
		places: 0,
	});
	expect([west!.persons, answer.outside].filter((count) => count === null)).toHaveLength(1);
	expect(answer.classes).toMatchObject([{ class: 2 }, { class: 4, persons: null, median: null }]);
	await store.transaction((tx) =>
		tx.population.keep(
			{ what: 'areas', level: 'district', areas: [box('district', '1380-allt', 'Allt', 12.5)], figures: [] },
			origin,
		),
	);
	const own = await partsTopic(here, { area: halmstad, choice: everyPlace });
	expect(own).toMatchObject({ level: 'district', rows: [{ name: 'Allt', persons: 1000 }], outside: 63, classes: [] });
	expect(await store.areas.named('1380')).toEqual([
		{ level: 'district', code: '1380-allt', name: 'Allt' },
		{ level: 'regso', code: '1380R001', name: 'Väster' },
		{ level: 'regso', code: '1380R002', name: 'Öster' },
	]);
});

test('one can ask about an imported area by its address; its outline counts the people within', async () => {
	const { store, room: here } = await room();
	const areas = [box('regso', '1380R001', 'Väster', 12.5)];
	await store.transaction((tx) => tx.population.keep({ what: 'areas', level: 'regso', areas, figures: [] }, origin));
	const asked = (address: string) =>
		askedOf({ store, now: () => NOW } as unknown as Site, 'halmstad', new URLSearchParams(address), 'Sverige');
	const { area, parts, unknown } = await asked('area=district-regso.1380R001');
	expect(parts).toContainEqual({ value: 'district-regso.1380R001', name: 'Väster' });
	expect([area.kind, area.name, unknown]).toEqual(['district', 'Väster', false]);
	expect(reachTopic(here, { area, choice: everyPlace }).all.persons).toBe(1000);
	expect(await asked('area=district-regso.1380R009')).toMatchObject({ unknown: true, area: { kind: 'municipality' } });
});
