import type { Say } from '#planning/files/say.ts';
import { type Cell, type Column, isLinked, isMasked, told } from '#planning/table.ts';
import { civilDay } from './format.ts';
import { m } from './generated/messages.js';
import { getLocale } from './generated/runtime.js';

/** A cell of a report's table as people read it: "1 234", "62 %", "färre än 5", "okänt". The unit stands in the heading. */
export function cellInWords(column: Column, cell: Cell): string {
	if (cell === null) return m.plan_unknown();
	if (isMasked(cell)) return maskedSaid(cell.under);
	if (isLinked(cell)) return cell.text;
	if (typeof cell === 'string') return column.kind === 'date' ? civilDay(cell) : cell;
	const digits = column.kind === 'count' ? 0 : (column.digits ?? 0);
	const text = writer(getLocale(), digits).format(told(column, cell));
	if (column.kind !== 'share') return text;
	return getLocale() === 'sv' ? `${text}\u00a0%` : `${text}%`;
}

const writers = new Map<string, Intl.NumberFormat>();

/** Writes numbers of so many decimals: made once, since making one takes longer than writing a whole column. */
function writer(locale: 'sv' | 'en', digits: number): Intl.NumberFormat {
	const key = `${locale} ${digits}`;
	const known = writers.get(key);
	if (known) return known;
	const made = new Intl.NumberFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
	writers.set(key, made);
	return made;
}

/** What files of tables say, in the reader's language; `whole` makes an address from the site's root a whole one. */
export function fileWords(whole: Say['whole']): Say {
	return {
		...{ locale: getLocale(), whole },
		fewer: maskedSaid,
		address: m.plan_file_address(),
		about: m.plan_file_about(),
		source: m.plan_file_source(),
		asOf: m.plan_file_as_of(),
		uncertainty: m.plan_file_uncertainty(),
		method: m.plan_file_method(),
		notes: m.plan_file_notes(),
	};
}

/** What stands for a masked count: that it is under a number, or only that it is not told. */
function maskedSaid(under: number | null): string {
	return under === null ? m.plan_withheld() : m.plan_fewer({ number: under });
}
