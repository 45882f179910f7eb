import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	type Cell,
	type Column,
	checked,
	hasShapes,
	headed,
	shownRows,
	type Table,
	told,
} from '../../src/planning/table.ts';
import { overwriteGetLocale } from '../../src/text/generated/runtime.js';
import { cellInWords } from '../../src/text/planning-table.ts';
import { table } from './tables.ts';

test('a figure is rounded as people write it, and is never minus nothing', () => {
	const number = (digits: number): Column => ({ key: 'a', label: 'A', kind: 'number', digits });
	expect(told(number(2), 1.005)).toBe(1.01);
	expect(told(number(0), -2.5)).toBe(-3);
	expect(Object.is(told(number(0), -0.2), 0)).toBe(true);
	expect(told({ key: 'a', label: 'A', kind: 'share', digits: 1 }, 0.6666)).toBe(66.7);
	expect(told({ key: 'a', label: 'A', kind: 'count' }, 12.5)).toBe(13);
});

test('rounding moves no figure by more than half of its last decimal', () => {
	fc.assert(
		fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, digits) => {
			const off = Math.abs(told({ key: 'a', label: 'A', kind: 'number', digits }, value) - value);
			expect(off).toBeLessThanOrEqual(0.5 / 10 ** digits + 1e-6);
		}),
	);
});

test('what is unknown and what is masked is said in words, and never as a number', () => {
	const share: Column = { key: 'share', label: 'Andel', kind: 'share' };
	const said = (locale: 'sv' | 'en', cell: Cell, column = share) => {
		overwriteGetLocale(() => locale);
		return cellInWords(column, cell);
	};
	expect(said('sv', null)).toBe('okänt');
	expect(said('sv', { under: 5 })).toBe('färre än 5');
	expect(said('sv', 0.625)).toBe('63\u00a0%');
	expect(said('en', 0.625)).toBe('63%');
	expect(said('en', { under: 5 })).toBe('fewer than 5');
	expect(said('sv', 1234.5, { key: 'h', label: 'Timmar', kind: 'number', digits: 1 })).toBe('1\u00a0234,5');
	expect(said('sv', { text: 'Bygdegården', href: '/lokal/x' }, { key: 'n', label: 'Lokal', kind: 'text' })).toBe(
		'Bygdegården',
	);
	expect(said('sv', '2026-11-26', { key: 'd', label: 'Datum', kind: 'date' })).toBe('torsdag 26 november 2026');
});

test('a heading in a file has its unit with it', () => {
	expect(table.columns.map(headed)).toEqual(['Lokal', 'Öppet (timmar i veckan)', 'Andel (%)', 'Personer']);
});

test('a page shows the first rows and the totals', () => {
	expect(shownRows(table)).toEqual(table.rows);
	expect(shownRows({ ...table, shown: 1 })).toEqual([table.rows[0], table.rows[2]]);
});

test('a declaration that does not hold together is told at once', () => {
	expect(checked(table)).toBe(table);
	expect(hasShapes(table)).toBe(true);
	const wrong = (over: Partial<Table>) => () => checked({ ...table, ...over });
	expect(wrong({ key: 'Åäö' })).toThrow('key');
	expect(wrong({ rows: [{ cells: ['a'] }] })).toThrow('1 cells');
	expect(wrong({ rows: [{ cells: ['a', Number.NaN, null, null] }] })).toThrow('NaN');
	expect(wrong({ rows: [{ cells: ['a', 'two', null, null] }] })).toThrow('open_hours');
	expect(wrong({ rows: [{ cells: [7, 2, null, null] }] })).toThrow('venue');
	expect(wrong({ columns: [table.columns[0], table.columns[0]], rows: [] })).toThrow('keys of columns');
});
