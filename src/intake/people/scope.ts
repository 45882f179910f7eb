import { CODES, type Columns } from './columns.ts';
import type { PeopleProblem } from './problem.ts';
import type { RawRow } from './raw.ts';

/**
 * Leaves out what a file says to be another municipality's, before anything of it is looked at: a file of all of Sweden is
 * of use to each municipality, and what is wrong elsewhere in it is nothing to them.
 */
export function within(
	scope: string,
	rows: readonly RawRow[],
	{ codes, of }: Columns,
	{ municipalities }: { municipalities: readonly { code: string }[] },
	problems: PeopleProblem[],
): RawRow[] {
	const known = new Set(municipalities.map(({ code }) => code));
	const pattern = codes && codes.kind !== 'square' ? CODES[codes.kind] : null;
	const column = of.municipality ?? '';
	return rows.filter(({ line, cells }) => {
		const text = codes ? (cells[codes.column]?.trim() ?? '') : '';
		const code = pattern ? pattern.exec(text)?.[1] : undefined;
		const whose = (code ?? /^\d{4}/.exec(cells[column] ?? '')?.[0])?.slice(0, 4);
		if (whose === undefined || whose === scope || !known.has(whose)) return true;
		problems.push({ line, code: text.slice(0, 40), reason: 'other_municipality', value: '' });
		return false;
	});
}
