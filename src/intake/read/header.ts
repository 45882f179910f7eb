import { meaningOf } from '../headers.ts';
import type { Line } from './delimited.ts';
import type { Row } from './table.ts';

/** How far down the row of headings is looked for: titles and dates stand above it. */
const SEARCHED = 25;

/** Records by heading, and the lines that hold more fields than there are headings: what is beyond is not read. */
export interface Headed {
	columns: string[];
	rows: Row[];
	tooLong: number[];
}

/**
 * Rows as records by heading; `expected` are headings that a mapping names. Without a row of headings the columns are
 * called by the letters of a spreadsheet.
 */
export function withHeader(lines: readonly Line[], expected: readonly string[] = []): Headed {
	const at = findHeader(lines, expected);
	const rowsOf = (columns: string[], from: number) =>
		lines.slice(from).map((line) => ({ line: line.line, cells: cellsOf(columns, line.fields) }));
	if (at < 0) {
		const columns = letters(lines.reduce((most, line) => Math.max(most, line.fields.length), 0));
		return { columns, rows: rowsOf(columns, 0), tooLong: [] };
	}
	const width = lines[at]!.fields.length;
	const isLong = (line: Line) => line.fields.slice(width).some((field) => field.trim() !== '');
	const columns = namesOf(lines[at]!.fields, width);
	const tooLong = lines.slice(at + 1).filter(isLong);
	return { columns, rows: rowsOf(columns, at + 1), tooLong: tooLong.map((line) => line.line) };
}

function cellsOf(columns: readonly string[], values: readonly string[]): Record<string, string> {
	const cells: Record<string, string> = {};
	for (let i = 0; i < columns.length; i++) if (values[i]) cells[columns[i]!] = values[i]!;
	return cells;
}

/** The row that most looks like headings, or -1. Known words count; else the first full row of short plain texts. */
function findHeader(lines: readonly Line[], expected: readonly string[]): number {
	const searched = lines.slice(0, SEARCHED);
	const named = searched.findIndex((line) => line.fields.some((field) => expected.includes(plain(field))));
	if (named >= 0) return named;
	const scores = searched.map((line) => {
		const known = line.fields.map(meaningOf).filter((meaning) => meaning !== null);
		return new Set(known).size;
	});
	const best = scores.indexOf(Math.max(...scores));
	if (scores[best]! >= 2 || (scores[best] === 1 && filled(searched[best]!) <= 2)) return best;
	const wide = searched.findIndex((line) => filled(line) >= 2 && line.fields.filter(Boolean).every(looksLikeHeading));
	if (wide < 0) return -1;
	const numbersNext = lines[wide + 1]?.fields.some((field) => /\d/.test(field)) ?? false;
	// Above it stand titles at most: rows of the register do not come before their headings.
	const first = lines.slice(0, wide).every((line) => filled(line) <= 1);
	return numbersNext || (first && isUnlikeBelow(lines, wide)) ? wide : -1;
}

/** How many rows below are looked at, and what a heading of words nobody knows has none of. */
const BELOW = 20;
const HELD = /\d|@|www\.|https?:/;

/** Whether a column holds numbers or addresses in most of the rows below, and none in this one: then this one names them. */
function isUnlikeBelow(lines: readonly Line[], at: number): boolean {
	const below = lines.slice(at + 1, at + 1 + BELOW).filter((line) => filled(line) > 0);
	return lines[at]!.fields.some((heading, column) => {
		const held = below.filter(({ fields }) => HELD.test(fields[column] ?? '')).length;
		return heading !== '' && !HELD.test(heading) && held > below.length / 2;
	});
}

const filled = (line: Line) => line.fields.filter(Boolean).length;
const looksLikeHeading = (field: string) => field.length < 40 && !/\d{3}|@|https?:/.test(field);

/** Headings, with empty ones and doubles made unlike: "Telefon", "Telefon (2)". */
function namesOf(fields: readonly string[], width: number): string[] {
	const seen = new Map<string, number>();
	return Array.from({ length: width }, (_, i) => {
		const name = plain(fields[i] ?? '') || unnamed(i);
		const times = (seen.get(name) ?? 0) + 1;
		seen.set(name, times);
		return times === 1 ? name : `${name} (${times})`;
	});
}

const plain = (field: string) => field.replace(/\s+/g, ' ').trim();
const letters = (width: number) => Array.from({ length: width }, (_, i) => unnamed(i));
/** Not a bare letter: E and N are headings of coordinates. */
const unnamed = (i: number) => `Kolumn ${letter(i)}`;
const letter = (i: number): string =>
	(i < 26 ? '' : letter(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));
