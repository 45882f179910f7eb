import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { Area } from '../../src/planning/area.ts';
import { everyPlace } from '../../src/planning/choice.ts';
import { csvOf } from '../../src/planning/files/csv.ts';
import { xlsxOf } from '../../src/planning/files/xlsx.ts';
import type { People } from '../../src/planning/ground.ts';
import { createRoom } from '../../src/planning/room.ts';
import { tablesOf } from '../../src/planning/section.ts';
import { checked, hasShapes } from '../../src/planning/table.ts';
import { reachTopic } from '../../src/planning/topics/reach.ts';
import { reachSection } from '../../src/routes/planering/[area]/reach.ts';
import type { Asked } from '../../src/routes/planering/asked.ts';
import type { Site } from '../../src/site.ts';
import { overwriteGetLocale } from '../../src/text/generated/runtime.js';
import { fileWords } from '../../src/text/planning-table.ts';
import { NOW, publish, testStore, venue } from '../store.ts';
import { peopleOf } from './people.ts';

const area: Area = {
	kind: 'municipality',
	key: '1380',
	name: 'Halmstad',
	municipalities: ['1380'],
	locality: null,
	polygon: null,
};

/** So many people so many kilometres to the north of the only hall. */
const lives = (km: number, persons: number, byAge: readonly number[], settlement = 0) => ({
	at: [12.9, 56.6 + km / 111.195] as const,
	...{ persons, byAge, settlement, municipality: 1380 },
});

async function sectionOf(people: People, of: Area = area) {
	overwriteGetLocale(() => 'sv');
	const store = await testStore();
	await publish(store, venue({ name: 'Hallen', position: { lon: 12.9, lat: 56.6, precision: 'exact' } }));
	const room = createRoom({ people, ...(await store.supply.read()), at: NOW }, store, NOW);
	const site = {
		store,
		planning: {
			ask: async (_: string, question: Parameters<typeof reachTopic>[1]) => answerOf(reachTopic(room, question)),
		},
	} as unknown as Site;
	return reachSection(site, { area: of, whole: of, choice: everyPlace } as unknown as Asked);
}
const answerOf = (answer: unknown) => ({ answer, at: NOW });

/** 1 000 in the town at the hall, 3 at 1.9 km, 40 at 3.9 km; of all bands but the oldest, who are 4 and live at the hall. */
const town = peopleOf([
	lives(0.2, 1000, [125, 125, 125, 125, 125, 125, 246, 4], 3),
	lives(1.9, 3, [0, 0, 0, 0, 1, 2, 0, 0]),
	lives(3.9, 40, [5, 5, 5, 5, 5, 5, 10, 0]),
]);

test('what few have is in no table, file, sentence or picture, nor is it what two of their numbers differ by', async () => {
	const section = await sectionOf(town);
	const tables = tablesOf(section);
	const say = fileWords((href) => `https://samlas.example${href}`);
	const numbers = new Set<number>();
	for (const table of tables) {
		expect(checked(table)).toBe(table);
		expect(hasShapes(table)).toBe(false);
		const rows: string[][] = parse(csvOf(table, say), { bom: true, delimiter: ';', from: 2 });
		const persons = table.columns.findIndex(({ key }) => key === 'persons');
		for (const [, ...cells] of rows) {
			const count = Number(cells[persons - 1]);
			if (!Number.isFinite(count)) continue;
			// Bands of age are as large as one another: their test is the next.
			if (table.key !== 'reach-ages') numbers.add(count);
			// A share of a told count tells a count.
			if (table.key === 'reach-settlements')
				for (const cell of cells.slice(persons)) {
					const share = Number(cell.replace(',', '.')) / 100;
					if (share <= 1) numbers.add(Math.round(share * count));
				}
		}
		const sheets = await readXlsx(await xlsxOf([table], say));
		expect(JSON.stringify(sheets)).not.toMatch(/\b(3|1003)\b(?! km)/);
	}
	// Of all: 1 000 within 1 km, 1 043 within 5; the three in between are in the stretch with the forty.
	const sorted = [...numbers].sort((a, b) => a - b);
	expect(sorted).toEqual([0, 43, 1000, 1043]);
	const whole = JSON.stringify(section.sentences) + section.pictures.map(({ svg, alt }) => svg + alt).join(' ');
	expect(whole).not.toMatch(/1[\s\u00a0]?003|\b3 invånare/);
	const within = tables.find(({ key }) => key === 'reach-within')!;
	expect(within.rows.map(({ cells }) => cells[1])).toEqual([1000, { under: null }, 1043, 1043, 1043]);
	expect(within.notes.join(' ')).toContain('färre än fem');
	const spread = tables.find(({ key }) => key === 'reach-spread')!;
	expect(spread.rows.filter(({ cells }) => cells[1]).map(({ cells }) => cells.slice(0, 2))).toEqual([
		['0–0,5 km', 1000],
		['1,5–4 km', 43],
	]);
});

test('ages: a band of few and the one beside it are not told, shares only in steps that hold ten', async () => {
	const { pictures } = await sectionOf(town);
	const { rows } = pictures.find(({ key }) => key === 'reach-ages')!.table!;
	const masked = rows.map(({ cells }) => (cells[1] as { under: null }).under === null);
	expect(masked.filter(Boolean)).toHaveLength(2);
	expect(masked.at(-1)).toBe(true);
	for (const { cells } of rows)
		for (const share of cells.slice(2)) if (typeof share === 'number') expect(Math.round(share * 100) % 5).toBe(0);
});

test('of fewer than five nothing is told but that they are few; of a drawn area no ages', async () => {
	const few = await sectionOf(peopleOf([lives(0.2, 3, [0, 0, 0, 0, 3, 0, 0, 0])]));
	expect([few.pictures, few.sentences[0]]).toEqual([
		[],
		'Så få bor i Halmstad att vi inte visar hur stor andel som har nära till en mötesplats.',
	]);
	const polygon = {
		type: 'MultiPolygon' as const,
		coordinates: [
			[
				[
					[12, 56],
					[14, 56],
					[14, 58],
					[12, 58],
					[12, 56],
				],
			],
		],
	};
	const drawn = await sectionOf(town, { ...area, kind: 'drawn', polygon });
	expect(drawn.pictures.map(({ key }) => key)).toEqual(['reach-within', 'reach-spread', 'reach-settlements']);
});
