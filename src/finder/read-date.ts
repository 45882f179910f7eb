import type { SentenceReader } from './reader.ts';

const MONTHS = [
	/^jan(?:uari|uary)?$/,
	/^feb(?:ruari|ruary)?$/,
	/^mar(?:s|ch)?$/,
	/^apr(?:il)?$/,
	/^ma[jy]$/,
	/^jun[ie]?$/,
	/^jul[iy]?$/,
	/^aug(?:usti|ust)?$/,
	/^sept?(?:ember)?$/,
	/^o[kc]t(?:ober)?$/,
	/^nov(?:ember)?$/,
	/^dec(?:ember)?$/,
];
/** A month by its folded name, from 1; 0 for any other word. */
const monthOf = (word: string) => MONTHS.findIndex((month) => month.test(word)) + 1;
const DAY = /^(\d{1,2})(?::?[ae]|st|nd|rd|th)?$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})$/;
/** Round the clock, every day. */
const ALWAYS = '24/7';

/** Whether there is such a civil date, `2026-12-03`. */
function isDate(date: string): boolean {
	const time = Date.parse(`${date}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** A day of a month as the next date that is it, from today on; null when there is none within a year. */
function nextDate(day: number, month: number, today: string): string | null {
	const two = (part: number) => String(part).padStart(2, '0');
	const year = Number(today.slice(0, 4));
	const dates = [year, year + 1].map((one) => `${one}-${two(month)}-${two(day)}`);
	return dates.find((date) => date >= today && isDate(date)) ?? null;
}

/** A day and a month at a place, in either order, and how many words they take. */
function dayAt(words: readonly string[], at: number): { length: number; day: number; month: number } | null {
	const [first = '', second = ''] = [words[at], words[at + 1]];
	const slashed = first === ALWAYS ? null : SLASHED.exec(first);
	if (slashed) return { length: 1, day: Number(slashed[1]), month: Number(slashed[2]) };
	const of = second === 'of' ? 1 : 0;
	const day = DAY.exec(first);
	const month = monthOf(words[at + 1 + of] ?? '');
	if (day && month > 0) return { length: 2 + of, day: Number(day[1]), month };
	const after = monthOf(first) > 0 ? DAY.exec(second) : null;
	return after && { length: 2, day: Number(after[1]), month: monthOf(first) };
}

const leads = /^(?:den|pa|on|the)$/;

/** "den 3 december", "3/12", "on the 3rd of December", "December 3, 2026": the next of them where no year is said. */
const dayOfMonth: SentenceReader = (words, at, { today }) => {
	let start = at;
	while (start < at + 2 && leads.test(words[start] ?? '')) start++;
	const found = today === null ? null : dayAt(words, start);
	if (!found || today === null) return null;
	const end = start + found.length;
	const year = /^20\d\d$/.exec(words[end] ?? '')?.[0];
	const date = nextDate(found.day, found.month, year ? `${year}-01-01` : today);
	return date === null ? null : { length: end + (year ? 1 : 0) - at, meaning: { date } };
};

/** "2026-12-03". */
const isoDate: SentenceReader = (words, at) => {
	const date = words[at] ?? '';
	return /^\d{4}-\d\d-\d\d$/.test(date) && isDate(date) ? { length: 1, meaning: { date } } : null;
};

/** What is said of a date. */
export const dateReaders: readonly SentenceReader[] = [isoDate, dayOfMonth];
