import type { AreaLevel } from '../../domain/population.ts';
import { CODES, type Columns } from './columns.ts';
import type { CodedRow } from './figures.ts';
import type { PeopleProblem } from './problem.ts';
import type { RawRow } from './raw.ts';

/** Whole counties and the country, and sums, which tables have beside what is asked for. */
const LARGER = /^(\d{2}|riket|hela .*|sverige|summa|totalt?|.* län)(\s.*)?$/i;

/**
 * The records that tell of areas of a level, each with its code and municipality. Of several years only the latest is kept.
 * What is of another level is left out; what names no area, or a municipality that nobody knows, is a problem.
 */
export function codedRows(
	rows: readonly RawRow[],
	level: Exclude<AreaLevel, 'district'>,
	{ codes, of }: Columns,
	isKnown: (municipality: string) => boolean,
	problems: PeopleProblem[],
): (CodedRow & Pick<RawRow, 'geometry'>)[] {
	const latest = latestOf(rows, of.year);
	return rows.flatMap(({ line, cells, geometry }) => {
		const text = cells[codes!.column]?.trim() ?? '';
		const leave = (reason: PeopleProblem['reason'], value = '') => {
			problems.push({ line, code: text.slice(0, 40), reason, value });
			return [];
		};
		if (text === '') return leave('no_code');
		const code = CODES[level].exec(text)?.[1]?.toUpperCase();
		const isOther = LARGER.test(text) || Object.values(CODES).some((pattern) => pattern.test(text));
		if (!code) return leave(isOther ? 'other_level' : 'bad_code');
		const municipality = code.slice(0, 4);
		if (!isKnown(municipality)) return leave('unknown_municipality', municipality);
		if (latest !== null && cells[of.year!] !== latest) return leave('older_year', cells[of.year!] ?? '');
		return [{ line, code, municipality, cells, geometry }];
	});
}

/** The latest of the years, or months, of a table; null where it tells none. */
export function latestOf(rows: readonly RawRow[], column: string | undefined): string | null {
	if (column === undefined) return null;
	let latest = '';
	for (const { cells } of rows) if ((cells[column] ?? '') > latest) latest = cells[column]!;
	return latest || null;
}
