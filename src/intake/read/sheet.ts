import readXlsx from 'read-excel-file/node';
import { Invalid } from '../../domain/errors.ts';
import { MAX_UNPACKED, unpackedSize } from './bytes.ts';
import type { Line } from './delimited.ts';

/** The rows of one sheet; `line` is the row's number as Excel shows it. */
export interface Sheet {
	name: string;
	lines: Line[];
}

/** The sheets of a workbook that hold anything. Dates become YYYY-MM-DD. Refuses what would unpack beyond measure. */
export async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
	const size = unpackedSize(bytes);
	if (size === null) throw new Invalid({ file: 'broken_xlsx' });
	if (size > MAX_UNPACKED) throw new Invalid({ file: 'too_large' });
	const sheets = await sheetsOf(bytes);
	return sheets
		.map(({ sheet, data }) => ({
			name: sheet,
			lines: data
				.map((cells, i) => ({ line: i + 1, fields: cells.map(cellText) }))
				.filter((line) => line.fields.some((field) => field !== '')),
		}))
		.filter((sheet) => sheet.lines.length > 0);
}

async function sheetsOf(bytes: Uint8Array) {
	try {
		return await readXlsx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
	} catch {
		throw new Invalid({ file: 'broken_xlsx' });
	}
}

function cellText(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return dateText(value);
	return String(value).trim();
}

function dateText(date: Date): string {
	if (Number.isNaN(date.getTime())) return '';
	const text = date.toISOString();
	return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16);
}
