import { Invalid } from '../../domain/errors.ts';
import { isOldExcel, isZip, unpack } from './bytes.ts';
import { readDelimited } from './delimited.ts';
import { findDelimiter } from './delimiter.ts';
import { decode } from './encoding.ts';
import { withHeader } from './header.ts';
import { looksLikeJson, readJson } from './json.ts';
import { readSheets, type Sheet } from './sheet.ts';
import type { Table } from './table.ts';

/** More rows than any register has. */
const MAX_ROWS = 500_000;

/**
 * Reads a file of any known kind, told by its content and not by its name. Throws `Invalid` with `file: reason` when
 * nothing can be read; single rows that cannot are in `problems`. `expected` are headings that a mapping names.
 */
export async function readTable(given: Uint8Array, expected: readonly string[] = []): Promise<Table> {
	const bytes = unpack(given);
	const table = await tableOf(bytes, expected);
	if (table.rows.length === 0) throw new Invalid({ file: 'no_records' });
	if (table.rows.length > MAX_ROWS) throw new Invalid({ file: 'too_many_rows' });
	return table;
}

async function tableOf(bytes: Uint8Array, expected: readonly string[]): Promise<Table> {
	if (isOldExcel(bytes)) throw new Invalid({ file: 'old_excel' });
	if (isZip(bytes)) return fromSheets(await readSheets(bytes), expected);
	const { text, encoding } = decode(bytes);
	if (/^\s*(%PDF|<!doctype|<html|<\?xml)/i.test(text.slice(0, 200))) throw new Invalid({ file: 'unknown_format' });
	if (looksLikeJson(text)) return fromJson(text.replace(/^\uFEFF/, ''), encoding);
	return fromText(text, encoding, expected);
}

function fromJson(text: string, encoding: string): Table {
	const { format, rows, problems } = readJson(text);
	const columns = [...new Set(rows.flatMap((row) => Object.keys(row.cells)))];
	return { format, encoding, delimiter: null, sheet: null, columns, rows, problems };
}

function fromText(text: string, encoding: string, expected: readonly string[]): Table {
	const delimiter = findDelimiter(text);
	const { lines, problems } = readDelimited(text, delimiter);
	const format = delimiter === '\t' ? 'tsv' : 'csv';
	const { columns, rows, tooLong } = withHeader(lines, expected);
	const long = tooLong.map((line) => ({ line, reason: 'too_many_fields' }));
	return { format, encoding, delimiter, sheet: null, columns, rows, problems: [...problems, ...long] };
}

/** Of several sheets, the one with most rows. */
function fromSheets(sheets: Sheet[], expected: readonly string[]): Table {
	const largest = sheets.toSorted((a, b) => b.lines.length - a.lines.length)[0];
	if (!largest) throw new Invalid({ file: 'no_records' });
	const { columns, rows } = withHeader(largest.lines, expected);
	return { format: 'xlsx', encoding: null, delimiter: null, sheet: largest.name, columns, rows, problems: [] };
}
