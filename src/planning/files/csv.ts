import { csvLine } from '#domain/csv.ts';
import { type Column, isLinked, isMasked, type Table, told } from '../table.ts';
import { fileCell, fileColumns, type Say } from './say.ts';

/** By which spreadsheets know UTF-8. */
const MARK = '\ufeff';

/**
 * A table as CSV (RFC 4180 with semicolons): one line of headings, then the rows. What is unknown is an empty cell. Numbers
 * are written as spreadsheets of the language read them (37,5 in Swedish), without spaces; shares in per cent.
 */
export function csvOf(table: Table, say: Say): string {
	const columns = fileColumns(table, say);
	const lines = table.rows.map(({ cells }) =>
		columns.map((column) => {
			const cell = fileCell(column, cells, say);
			if (cell === null) return '';
			if (typeof cell === 'number') return written(column.column, cell, say.locale);
			if (isMasked(cell)) return say.fewer(cell.under);
			return isLinked(cell) ? cell.text : cell;
		}),
	);
	return MARK + [columns.map(({ head }) => head), ...lines].map(csvLine).join('');
}

function written(column: Column, value: number, locale: 'sv' | 'en'): string {
	const text = told(column, value).toFixed(column.kind === 'count' ? 0 : (column.digits ?? 0));
	return locale === 'sv' ? text.replace('.', ',') : text;
}
