import type { CellObject, SheetData } from 'write-excel-file/node';
import writeXlsx from 'write-excel-file/node';
import { type Cell, type Column, isLinked, isMasked, type Table, told } from '../table.ts';
import { type FileColumn, fileCell, fileColumns, type Say } from './say.ts';

/** More than this many letters, and Excel says that the file is broken. */
const MOST_LETTERS = 32_767;
const SHEET_LETTERS = 31;

/**
 * Tables as a workbook (XLSX): a sheet for each, with real numbers and dates in it, and at the end one that tells what they
 * rest on. A text is always a text: nothing in it is reckoned out.
 */
export async function xlsxOf(tables: readonly Table[], say: Say): Promise<Buffer> {
	const taken = new Set<string>([say.about.toLowerCase()]);
	const sheets = tables.map((table) => sheetOf(table, sheetName(table.title, taken), say));
	const about = { sheet: say.about, data: aboutOf(tables, say), columns: [{ width: 28 }, { width: 100 }] };
	return writeXlsx([...sheets, about]).toBuffer();
}

function sheetOf(table: Table, sheet: string, say: Say) {
	const columns = fileColumns(table, say);
	const head = columns.map(({ head }) => ({ ...text(head), fontWeight: 'bold' as const, wrap: true }));
	const rows = table.rows.map(({ cells, total }) =>
		columns.map((column) => {
			const cell = sheetCell(column, fileCell(column, cells, say), say);
			return total && cell ? { ...cell, fontWeight: 'bold' as const } : cell;
		}),
	);
	return { sheet, data: [head, ...rows], columns: columns.map(widthIn(rows)), stickyRowsCount: 1 };
}

function sheetCell({ column }: FileColumn, cell: Cell, say: Say): CellObject | null {
	if (cell === null) return null;
	if (typeof cell === 'number') return number(column, cell);
	if (isMasked(cell)) return { ...text(say.fewer(cell.under)), align: 'right' as const };
	const words = isLinked(cell) ? cell.text : cell;
	if (column.kind === 'date') return { value: new Date(`${words}T00:00Z`), type: Date, format: 'yyyy-mm-dd' };
	return text(words);
}

function number(column: Column, value: number) {
	const shown = told(column, value);
	const decimals = column.kind === 'count' || !column.digits ? '' : `.${'0'.repeat(column.digits)}`;
	if (column.kind !== 'share') return { value: shown, type: Number, format: `#,##0${decimals}` };
	return { value: Number((shown / 100).toPrecision(15)), type: Number, format: `0${decimals}%` };
}

/** What XML can't hold is left out, and what Excel would take for one of its own escapes (_x000D_) is kept as it is written. */
function text(words: string) {
	const clean = words.toWellFormed().replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
	return { value: clean.slice(0, MOST_LETTERS), type: String };
}

const widthIn = (rows: readonly (readonly (CellObject | null)[])[]) => (column: FileColumn, place: number) => {
	const letters = rows.map((row) => String(row[place]?.value ?? '').length);
	// A heading may stand on two lines.
	return { width: Math.min(60, Math.max(10, column.head.length / 2 + 2, ...letters.map((count) => count + 2))) };
};

/** A name that Excel takes, unlike the others: without some signs, and short. */
function sheetName(title: string, taken: Set<string>): string {
	const plain = title
		.toWellFormed()
		.replace(/[[\]/\\:*?\p{Cc}]+/gu, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^['\s]+|['\s]+$/g, '');
	for (let number = 1; ; number++) {
		const end = number > 1 ? ` ${number}` : '';
		const name = `${plain.slice(0, SHEET_LETTERS - end.length).trim() || '-'}${end}`;
		if (taken.has(name.toLowerCase())) continue;
		taken.add(name.toLowerCase());
		return name;
	}
}

function aboutOf(tables: readonly Table[], say: Say): SheetData {
	const line = (label: string, words: string) => [
		{ ...text(label), alignVertical: 'top' as const },
		{ ...text(words), wrap: true },
	];
	return tables.flatMap(({ title, notes, about }) => [
		[{ ...text(title), fontWeight: 'bold' as const }, null],
		line(say.source, about.source),
		line(say.asOf, about.asOf),
		line(say.uncertainty, about.uncertainty),
		line(say.method, `${about.method.label} ${say.whole(about.method.href)}`),
		...notes.map((note, place) => line(place ? '' : say.notes, note)),
		[null, null],
	]);
}
