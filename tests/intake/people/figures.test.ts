import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { BANDS, bandsOf } from '../../../src/intake/people/bands.ts';
import { ageOf } from '../../../src/intake/people/columns.ts';
import { classOf } from '../../../src/intake/people/numbers.ts';
import { ageBands } from '../../../src/planning/ground.ts';
import { NOW, testStore } from '../../store.ts';
import { collection, feature, plan, planWith, reasons, square } from './made.ts';

const REAL = resolve(import.meta.dirname, '../../../../shared/data/population');
if (!existsSync(REAL)) console.warn('SKIPPED: no population tables beside the project to read');

const figures = (made: Awaited<ReturnType<typeof plan>>) => {
	const [content] = made.contents;
	if (content?.what !== 'figures') throw new Error(`no figures: ${reasons(made)}`);
	return content.figures;
};

describe('ages', () => {
	test('as tables write them', () => {
		const written = [
			'0-5',
			'6–9 år',
			'-4',
			'80-',
			'80+',
			'80+ år',
			'80 år och äldre',
			'17',
			'totalt',
			'Totalt, samtliga åldrar',
			'okänd',
		];
		expect(written.map((text) => JSON.stringify(ageOf(text)))).toEqual([
			'{"from":0,"to":5}',
			'{"from":6,"to":9}',
			'{"from":0,"to":4}',
			'{"from":80,"to":200}',
			'{"from":80,"to":200}',
			'{"from":80,"to":200}',
			'{"from":80,"to":200}',
			'{"from":17,"to":17}',
			'"all"',
			'"all"',
			'null',
		]);
	});
	test('planning and import have the same bands', () => expect(BANDS).toEqual(ageBands));
	test('groups are parted by years, and keep their sum', () => {
		const fives = Array.from({ length: 17 }, (_, at) => ({
			from: at * 5,
			to: at === 16 ? 200 : at * 5 + 4,
			persons: 10,
		}));
		// 0-5: all of 0-4 and a fifth of 5-9. 6-15: four fifths, 10-14, a fifth of 15-19.
		expect(bandsOf(fives)).toEqual([12, 20, 8, 10, 40, 40, 30, 10]);
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { maxLength: 20 }),
				fc.array(fc.nat(5000), { minLength: 21, maxLength: 21 }),
				(cuts, counts) => {
					const starts = [0, ...cuts.toSorted((a, b) => a - b)];
					const groups = starts.map((from, at) => ({
						from,
						to: starts[at + 1] === undefined ? 200 : starts[at + 1]! - 1,
						persons: counts[at]!,
					}));
					const bands = bandsOf(groups)!;
					const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
					expect(sum(bands)).toBeCloseTo(sum(groups.map(({ persons }) => persons)), 6);
					expect(Math.min(...bands)).toBeGreaterThanOrEqual(0);
				},
			),
		);
		expect(
			bandsOf([
				{ from: 0, to: 10, persons: 1 },
				{ from: 5, to: 200, persons: 1 },
			]),
		).toBeNull();
		expect(bandsOf([{ from: 16, to: 200, persons: 1 }])).toBeNull();
	});
});

describe('tables', () => {
	test('a count a row, by age and sex, with totals and other levels between', async () => {
		const rows = [
			['1380', 'totalt', '1+2', 9],
			['00', 'totalt', '1+2', 99],
			['1380A0010_DeSO2025', 'totalt', '1+2', 100],
			['1380A0010_DeSO2025', '0-79', '1', 30],
			['1380A0010_DeSO2025', '0-79', '2', 50],
			['1380A0010_DeSO2025', '80+', '1', 5],
			['1380A0010_DeSO2025', '80+', '2', 15],
			['1380A0020_DeSO2025', '0-79', '1', 3],
			['1380A0020_DeSO2025', '0-79', '2', 4],
			['1380A0020_DeSO2025', '80+', '1', 1],
			['1380A0020_DeSO2025', '80+', '2', '..'],
		];
		const made = await plan(`Region;Ålder;Kön;Antal\n${rows.map((row) => row.join(';')).join('\n')}\n`);
		expect(figures(made)).toMatchObject([
			{
				code: '1380A0010',
				persons: 100,
				ages: [6, 10, 4, 5, 20, 20, 15, 20].map((count) => expect.closeTo(count)),
				women: [3.75, 6.25, 2.5, 3.125, 12.5, 12.5, 9.375, 15].map((count) => expect.closeTo(count)),
			},
			{ code: '1380A0020', persons: 8 },
		]);
		expect(reasons(made)).toEqual(['hidden_value', 'other_level', 'polygons_missing', 'sum_differs']);
		expect(made.rows.slice(0, 3)).toMatchObject([
			{ fate: 'left_out', reason: 'other_level' },
			{ fate: 'left_out' },
			{ fate: 'new', code: '1380A0010' },
		]);
	});

	test('an area a row, with a column for each age; thousands parted by blanks; Windows letters; the latest year', async () => {
		const text =
			'RegSO;År;Totalt;0–5 år;6-79;80+\n1380R001;2023;1;1;0;0\n1380R001;2025;1 200;100;1 000;100\n1380R002;2025;50;40;20;90\n';
		const made = await plan(Buffer.from(text.replaceAll('–', '-'), 'latin1'));
		expect(figures(made)).toMatchObject([
			{ code: '1380R001', persons: 1200, women: null },
			{ code: '1380R002', persons: 50 },
		]);
		expect(figures(made)[0]!.ages?.[0]).toBe(100);
		expect(made.date).toBe('2025');
		expect(reasons(made)).toEqual(['ages_differ', 'older_year', 'polygons_missing', 'sum_differs']);
	});

	test('doubles, unknown ages and sexes are told', async () => {
		const head = 'Region;Ålder;Kön;Antal\n1380;totalt;1+2;100000\n';
		expect(reasons(await plan(`${head}1380;totalt;1+2;100000\n`))).toContain('double');
		expect(reasons(await plan(`${head}1380;unga;1+2;5\n`))).toContain('bad_age');
		expect(reasons(await plan(`${head}1380;totalt;3;5\n`))).toContain('bad_sex');
	});

	test('area types by number or in words', async () => {
		expect(
			[
				'1',
				'Områdestyp 4',
				'3 - blandade',
				'Områden med stora socioekonomiska utmaningar',
				'Områden med mycket goda socioekonomiska förutsättningar',
				'7',
				'',
			].map(classOf),
		).toEqual([1, 4, 3, 1, 5, null, null]);
		const made = await plan('regso;områdestyp\n1380R001;1\n1380R002;5\n');
		expect(made.contents).toEqual([
			{
				what: 'classes',
				level: 'regso',
				classes: [
					{ level: 'regso', code: '1380R001', class: 1 },
					{ level: 'regso', code: '1380R002', class: 5 },
				],
			},
		]);
		expect(reasons(await plan('regso;områdestyp\n1380R001;9\n1380R002;5\n'))).toEqual(['bad_class']);
	});

	test('a workbook, and a file that is packed', async () => {
		const rows = [
			['Kod', 'Områdestyp'],
			['1380R001', 1],
			['1380R002', 'Områdestyp 3'],
		];
		const sheet = rows.map((row) => row.map((value) => ({ value, type: typeof value === 'number' ? Number : String })));
		const book = await writeXlsx(sheet as never).toBuffer();
		const classes = [
			{ level: 'regso', code: '1380R001', class: 1 },
			{ level: 'regso', code: '1380R002', class: 3 },
		];
		expect(await plan(book)).toMatchObject({ format: 'xlsx', contents: [{ what: 'classes', classes }] });
		const text = rows.map((row) => row.join(';')).join('\n');
		expect((await plan(gzipSync(text))).contents).toMatchObject([{ classes }]);
	});

	test('JSON-stat 2: codes of the region, words of the rest; the country and counties are left out', async () => {
		const dataset = {
			version: '2.0',
			class: 'dataset',
			source: 'SCB',
			id: ['Region', 'Alder', 'Tid'],
			size: [3, 2, 1],
			dimension: {
				Region: {
					label: 'region',
					category: { index: ['00', '13', '1380'], label: { '00': 'Riket', '13': 'Hallands län', '1380': 'Halmstad' } },
				},
				Alder: { label: 'ålder', category: { index: { a: 0, b: 1 }, label: { a: '0-79 år', b: '80+ år' } } },
				Tid: { label: 'månad', category: { index: ['2026M05'] } },
			},
			value: [5, 6, 7, 8, 100_000, 5000],
		};
		const made = await plan(JSON.stringify(dataset));
		expect(made).toMatchObject({ format: 'jsonstat', level: 'municipality', source: 'SCB', date: '2026M05' });
		expect(figures(made)).toMatchObject([{ code: '1380', persons: 105_000 }]);
		for (const broken of [{ size: 'x' }, { size: [3, 2, 1], dimension: {} }, { id: null }])
			await expect(plan(JSON.stringify({ ...dataset, ...broken }))).rejects.toMatchObject({
				fields: { file: 'broken_jsonstat' },
			});
		await expect(plan(JSON.stringify({ ...dataset, size: [1e6, 1e6, 1] }))).rejects.toMatchObject({
			fields: { file: 'too_many_rows' },
		});
	});

	test('a table after its polygons is whole: kept together, it replaces the estimate', async () => {
		const store = await testStore();
		const map = await planWith(store, collection([feature({ deso: '1380A0010' }, square([12.8, 56.6]))]));
		const origin = { file: 'a', sha256: 'b', source: null, date: null, at: NOW };
		await store.transaction((tx) => tx.population.keep(map.contents[0]!, origin));
		const table = await planWith(store, 'deso;antal\n1380A0010;99000\n');
		expect(reasons(table)).not.toContain('polygons_missing');
		expect(table.rows[0]!.fate).toBe('replaces');
		await store.transaction((tx) => tx.population.keep(table.contents[0]!, origin));
		expect((await store.population.levels()).get('1380')).toBe('deso');
	});
});

describe.skipIf(!existsSync(REAL))('real tables beside the project', () => {
	const real = (name: string) => plan(readFileSync(resolve(REAL, name)));

	test('RegSO by age and sex, in PxWeb JSON: sums near what is registered, ages for every area', async () => {
		const made = await real('kalmar_age_gender_population.json');
		expect(made).toMatchObject({ format: 'pxweb', level: 'regso', date: '2024' });
		const rows = figures(made);
		expect(rows).toHaveLength(17);
		expect(rows.every(({ ages, women }) => ages && women)).toBe(true);
		const [sum] = made.sums;
		expect(sum!.persons / sum!.registered).toBeGreaterThan(0.97);
		expect(sum!.persons / sum!.registered).toBeLessThan(1.03);
		expect(reasons(made)).toEqual(['polygons_missing']);
		for (const name of ['goteborg_age_gender.json', 'uppsala_age_gender.json'])
			expect(figures(await real(name)).length).toBeGreaterThan(50);
	});

	test('population by municipality, in JSON-stat 2: all 290, each as the package has it', async () => {
		const made = await real('scb-kommuner.json');
		expect(figures(made)).toHaveLength(290);
		expect(made.sums.every(({ persons, registered }) => persons === registered)).toBe(true);
		expect(reasons(made)).toEqual(['other_level']);
	});
});
