import { check } from '@placemarkio/check-geojson';
import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { csvOf } from '../../src/planning/files/csv.ts';
import { geojsonOf } from '../../src/planning/files/geojson.ts';
import { xlsxOf } from '../../src/planning/files/xlsx.ts';
import type { Table } from '../../src/planning/table.ts';
import { overwriteGetLocale } from '../../src/text/generated/runtime.js';
import { fileWords } from '../../src/text/planning-table.ts';
import { nastyTexts } from '../nasty.ts';
import { table } from './tables.ts';

const whole = (href: string) => new URL(href, 'https://samlas.example').href;
function say(locale: 'sv' | 'en') {
	overwriteGetLocale(() => locale);
	return fileWords(whole);
}

/** A table with each of these as a text. */
const withTexts = (texts: readonly string[]): Table => ({
	...table,
	columns: [
		{ key: 'name', label: 'Namn', kind: 'text' },
		{ key: 'persons', label: 'Personer', kind: 'count' },
	],
	rows: texts.map((text, place) => ({ cells: [text, place] })),
});
const formulas = ['=1+1', '+46 70', '-1', '@SUM(A1)', '\t=1', '|cmd', '%0A=1', " =cmd|' /C calc'!A0"];

test('CSV: what Swedish Excel opens by a double click, with addresses, empty cells and no formula', () => {
	const text = csvOf(table, say('sv'));
	expect(text.charCodeAt(0)).toBe(0xfeff);
	expect(text.slice(1).split('\r\n')).toEqual([
		'Lokal;"Lokal, adress";Öppet (timmar i veckan);Andel (%);Personer',
		'Slättåkra bygdegård;https://samlas.example/lokal/slattakra-bygdegard;"40,3";63;1234',
		`"'=HYPERLINK(""https://example.org"";""Klicka"")";;;;färre än 5`,
		'Tillsammans;;"-3,5";100;0',
		'',
	]);
	expect(csvOf(table, say('en'))).toContain(';40.3;63;1234\r\n');
});

test('CSV: whatever somebody typed comes back as one cell, and no cell begins as a formula does', () => {
	const texts = [...Object.values(nastyTexts), ...formulas];
	const rows: string[][] = parse(csvOf(withTexts(texts), say('sv')), { bom: true, delimiter: ';', relaxQuotes: true });
	expect(rows.map(([, number]) => number)).toEqual(['Personer', ...texts.map((_, place) => String(place))]);
	const cells = rows.slice(1).map(([name]) => name!);
	const unlike = cells.filter((cell, place) => ![texts[place]!.toWellFormed(), `'${texts[place]}`].includes(cell));
	expect(unlike).toEqual([]);
	expect(cells.filter((cell) => /^\s*[=+@|%]/.test(cell))).toEqual([]);
});

test('XLSX: real numbers, a share as a share, texts as texts, and a sheet that tells what they rest on', async () => {
	const file = await xlsxOf([table, { ...table, key: 'again' }], say('sv'));
	const sheets = await readXlsx(file);
	expect(sheets.map(({ sheet }) => sheet)).toEqual([
		'Lokaler med mest ledig tid',
		'Lokaler med mest ledig tid 2',
		'Om',
	]);
	expect(sheets[0]!.data).toEqual([
		['Lokal', 'Lokal, adress', 'Öppet (timmar i veckan)', 'Andel (%)', 'Personer'],
		['Slättåkra bygdegård', 'https://samlas.example/lokal/slattakra-bygdegard', 40.3, 0.63, 1234],
		['=HYPERLINK("https://example.org";"Klicka")', null, null, null, 'färre än 5'],
		['Tillsammans', null, -3.5, 1, 0],
	]);
	expect(sheets[2]!.data.slice(0, 6)).toEqual([
		['Lokaler med mest ledig tid', null],
		['Källa', 'Föreningsregistret i Halmstads kommun, CC0'],
		['Uppgifterna gäller', '2026-11-26'],
		['Osäkerhet', 'Verksamhet som ingen har berättat om syns inte.'],
		['Så är det räknat', 'Så räknas ledig tid https://example.org/om#ledig-tid'],
		['Att tänka på', 'Bara kända aktiviteter räknas.'],
	]);
});

test('XLSX: any text and any title makes a file that can be read, without a formula', async () => {
	const texts = [...Object.values(nastyTexts), ...formulas, 'a_x000D_b', 'x'.repeat(40_000)];
	const titles = ['[a]:b/c\\d*e?f', "'", 'Om', 'x'.repeat(50), 'x'.repeat(50)];
	const tables = titles.map((title, place) => ({ ...withTexts(texts), key: `t${place}`, title }));
	const sheets = await readXlsx(await xlsxOf(tables, say('sv')), { trim: false });
	expect(sheets.map(({ sheet }) => sheet)).toEqual([
		...['a b c d e f', '-', 'Om 2', 'x'.repeat(31), `${'x'.repeat(29)} 2`, 'Om'],
	]);
	const cells = sheets[0]!.data.slice(1);
	expect(cells.map(([, number]) => number)).toEqual(texts.map((_, place) => place));
	expect(cells.at(-1)![0]).toHaveLength(32_767);
	for (const [place, formula] of formulas.entries())
		expect(cells[Object.keys(nastyTexts).length + place]![0]).toBe(formula);
});

test('GeoJSON: by RFC 7946, without the totals; a masked count is none', () => {
	const ring = [
		[12, 56],
		[12, 57],
		[13, 57],
		[12, 56],
	];
	const layer = geojsonOf(
		{ ...table, rows: [...table.rows, { cells: ['b', 1, 1, 1], shape: { type: 'Polygon', coordinates: [ring] } }] },
		say('sv'),
	);
	const read = check(JSON.stringify(layer)) as GeoJSON.FeatureCollection;
	expect(read.features).toHaveLength(3);
	expect(read.features.map(({ properties }) => properties)).toEqual([
		{
			venue: 'Slättåkra bygdegård',
			venue_url: 'https://samlas.example/lokal/slattakra-bygdegard',
			...{ open_hours: 40.3, idle_share: 63, persons: 1234 },
		},
		{ venue: table.rows[1]!.cells[0], open_hours: null, idle_share: null, persons: null, persons_fewer_than: 5 },
		{ venue: 'b', open_hours: 1, idle_share: 100, persons: 1 },
	]);
	expect(read.features[0]!.geometry).toEqual({ type: 'Point', coordinates: [12.851235, 56.8] });
	// Clockwise as it was given, and turned: §3.1.6.
	expect(read.features[2]!.geometry).toEqual({ type: 'Polygon', coordinates: [ring.toReversed()] });
	expect(ring[1]).toEqual([12, 57]);
	expect(layer).toMatchObject({ asOf: '2026-11-26', method: 'https://example.org/om#ledig-tid' });
});
