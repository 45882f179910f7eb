import { addDays, clockAt, dateFrom, daysInMonth, monthOf, weekdayOfDate } from '../civil-date.ts';
import { type Ordinal, ordinals, type Recurrence } from '../recurrence.ts';
import { type Weekday, weekdays } from '../taxonomies.ts';
import { type SaidDate, type Token, tokensOf } from './tokens.ts';

/** What was understood of what somebody wrote, or why it was not: `unread` words, or what is missing. */
export type Reading =
	| { recurrences: Recurrence[] }
	| { reason: 'unread'; words: string[] }
	| { reason: 'no_day' | 'no_time' | 'no_end' | 'no_sense' };

/** One "on these days at this time" of a sentence, as it is heard. */
interface Clause {
	days: Weekday[];
	nths: number[];
	every: { day?: number; week?: number; month?: number };
	month: boolean;
	daily: boolean;
	weeks: 'even' | 'odd' | null;
	from: number | null;
	to: number | null;
	lasts: number | null;
	dates: SaidDate[];
	since: SaidDate | null;
	until: SaidDate | null;
	only: number[];
	not: number[];
	except: SaidDate[];
	extra: { date: SaidDate; at: number | null }[];
	/** What comes after a break stands for itself: nothing said at the end is meant for it. */
	closed: boolean;
}

const clause = (): Clause => ({
	...{ days: [], nths: [], every: {}, month: false, daily: false, weeks: null, from: null, to: null, lasts: null },
	...{ dates: [], since: null, until: null, only: [], not: [], except: [], extra: [], closed: false },
});

/**
 * When something is, from a sentence such as "varannan tisdag 18-20, inte i juli" or "first Monday of the month 6-8 pm".
 * `today` is a civil date: a date said without its year is the coming one.
 */
export function readWhen(text: string, today: string): Reading {
	const { tokens, unread } = tokensOf(text.slice(0, 1000));
	if (unread.length) return { reason: 'unread', words: unread };
	const heard = new Listener();
	for (const token of tokens) heard.take(token);
	const clauses = heard.clauses();
	if (!clauses.length) return { reason: 'no_day' };
	const recurrences: Recurrence[] = [];
	for (const one of clauses) {
		const result = recurrenceFrom(one, today);
		if (typeof result === 'string') return { reason: result };
		recurrences.push(result);
	}
	return { recurrences };
}

/** Takes the pieces one by one; a day or a time that comes when the clause has its own begins the next. */
class Listener {
	readonly #all: Clause[] = [];
	#now = clause();
	#mode: 'plain' | 'not' | 'until' | 'since' | 'also' = 'plain';
	#each: number | null = null;

	take(token: Token): void {
		const now = this.#now;
		switch (token.is) {
			case 'break':
				now.closed = true;
				this.#begin();
				return;
			case 'mode':
				this.#mode = token.mode;
				return;
			case 'each':
				this.#each = token.each;
				return;
			case 'unit':
				this.#unit(token.unit);
				return;
			case 'weeks':
				now.weeks = token.weeks;
				return;
			case 'days':
				if (now.from !== null && now.days.length) this.#begin();
				this.#days(token.days);
				return;
			case 'nth':
				if (now.from !== null && now.days.length) this.#begin();
				this.#now.nths.push(token.nth);
				return;
			case 'span':
				if (now.from !== null) this.#begin();
				this.#mode = 'plain';
				Object.assign(this.#now, { from: token.from, to: token.to });
				return;
			case 'clock':
				this.#clock(token.at);
				return;
			case 'lasts':
				now.lasts = token.minutes;
				return;
			case 'months':
				this.#months(token.months);
				return;
			case 'date':
				this.#date(token.date);
				return;
		}
	}

	/** The clauses, whole: days alone belong to the time before them, and what was said last of months and ends to all. */
	clauses(): Clause[] {
		this.#begin();
		const whole: Clause[] = [];
		for (const one of this.#all) {
			const before = whole.at(-1);
			if (before && !before.closed && one.from === null && one.days.length && !one.nths.length)
				before.days.push(...one.days);
			else whole.push(one);
		}
		const last = whole.at(-1);
		for (const one of whole) {
			if (one === last || one.closed || !last) continue;
			if (!one.not.length) one.not = last.not;
			if (!one.only.length) one.only = last.only;
			one.until ??= last.until;
			if (!one.except.length) one.except = last.except;
		}
		return whole;
	}

	#begin(): void {
		if (JSON.stringify(this.#now) !== JSON.stringify(clause())) this.#all.push(this.#now);
		this.#now = clause();
		this.#mode = 'plain';
	}

	#unit(unit: 'day' | 'week' | 'month'): void {
		const now = this.#now;
		if (unit === 'month') now.month = true;
		if (unit === 'day') now.daily = true;
		if (this.#each !== null) now.every[unit] = this.#each;
		this.#each = null;
	}

	#days(days: Weekday[]): void {
		this.#now.days.push(...days);
		if (this.#each !== null) this.#now.every.week ??= this.#each;
		this.#each = null;
		this.#mode = 'plain';
	}

	#clock(at: number): void {
		const added = this.#now.extra.at(-1);
		if (this.#mode === 'also' && added && added.at === null) {
			added.at = at;
			return;
		}
		if (this.#now.from !== null) this.#begin();
		this.#now.from = at;
		this.#mode = 'plain';
	}

	#months(months: number[]): void {
		const now = this.#now;
		if (this.#mode === 'not') now.not.push(...months);
		else if (this.#mode === 'since') now.since = { year: null, month: months[0]!, day: 1, weekday: null };
		else if (this.#mode === 'until') now.until = { year: null, month: months.at(-1)!, day: 31, weekday: null };
		else now.only.push(...months);
		if (this.#mode !== 'not') this.#mode = 'plain';
	}

	#date(date: SaidDate): void {
		const now = this.#now;
		if (this.#mode === 'not') now.except.push(date);
		else if (this.#mode === 'also') now.extra.push({ date, at: null });
		else if (this.#mode === 'since') now.since = date;
		else if (this.#mode === 'until') now.until = date;
		else now.dates.push(date);
		// "Every Tuesday 10 March – 10 June" names the day with the date.
		if (this.#each !== null && date.weekday && !now.days.length) this.#days([date.weekday]);
		if (this.#mode === 'since' || this.#mode === 'until') this.#mode = 'plain';
	}
}

function recurrenceFrom(one: Clause, today: string): Recurrence | 'no_day' | 'no_time' | 'no_end' | 'no_sense' {
	if (one.from === null) return 'no_time';
	const end = one.to ?? (one.lasts === null ? null : one.from + one.lasts);
	if (end === null) return 'no_end';
	const shape = shapeOf(one);
	if (!shape) return 'no_day';
	if (typeof shape === 'string') return shape;
	const once = shape.rhythm === 'once';
	const [begins, ...others] = one.dates;
	const since = one.since ?? begins ?? null;
	const first = since ? dateOf(since, addDays(today, once ? 0 : -90)) : today;
	if (!first) return 'no_sense';
	const until = one.until ? dateOf(one.until, first) : null;
	if (one.until && (!until || until < first)) return 'no_sense';
	const from = clockAt(one.from);
	const dated = (date: SaidDate) => dateOf(date, first);
	const extra = [...(once ? others : []).map((date) => ({ date, at: null })), ...one.extra].map(
		({ date, at }) => `${dated(date)}T${at === null ? from : clockAt(at)}`,
	);
	const except = one.except.map(dated);
	if ([...extra, ...except].some((date) => !date || date.startsWith('null'))) return 'no_sense';
	const not = one.only.length ? MONTHS.filter((month) => !one.only.includes(month)) : sorted(one.not);
	if (not.length === 12) return 'no_sense';
	const day = shape.byFirst && since ? [weekdayOfDate(first)] : shape.days;
	if (shape.rhythm === 'weekly' && !day.length) return 'no_day';
	return {
		...{ rhythm: shape.rhythm, every: shape.every, weeks: one.weeks, days: day, which: shape.which },
		...{ from, to: clockAt(end), until, not: once ? [] : not },
		first: shape.date === null ? first : onDate(first, shape.date, not),
		...{ except: sorted(except as string[]), extra: sorted(extra) },
	};
}

const MONTHS = Array.from({ length: 12 }, (_, place) => place + 1);
const sorted = <T extends string | number>(list: T[]) => [...new Set(list)].sort((a, b) => (a < b ? -1 : 1));

interface Shape extends Pick<Recurrence, 'rhythm' | 'every' | 'days' | 'which'> {
	/** The date of the month it is on. */
	date: number | null;
	/** Its weekday is the first date's. */
	byFirst: boolean;
}

/** How it comes back, from what was said of days, weeks and months; null when no day was said. */
function shapeOf(one: Clause): Shape | null | 'no_sense' {
	const days = weekdays.filter((day) => one.days.includes(day));
	const shape = { every: 1, days, which: [], date: null, byFirst: false };
	const { nths, every, month } = one;
	if (days.length && (nths.length || month)) {
		// "Every second Tuesday of the month" is the second one; "every other Tuesday" is not of the month.
		const said = nths.length ? nths : every.week ? [every.week] : [];
		const which = ordinals.filter((nth) => said.includes(nth)) as Ordinal[];
		if (!which.length || which.length !== new Set(said).size) return 'no_sense';
		return { ...shape, rhythm: 'monthly', every: every.month ?? 1, which };
	}
	if (days.length) return { ...shape, rhythm: 'weekly', every: one.weeks ? 1 : (every.week ?? 1) };
	if (month && nths.length === 1 && nths[0]! > 0 && nths[0]! <= 31)
		return { ...shape, rhythm: 'monthly_date', every: every.month ?? 1, date: nths[0]! };
	if (nths.length || month) return 'no_sense';
	if (one.daily) return { ...shape, rhythm: 'daily', every: every.day ?? 1 };
	if (every.week || one.weeks)
		return { ...shape, rhythm: 'weekly', every: one.weeks ? 1 : (every.week ?? 1), byFirst: true };
	return one.dates.length ? { ...shape, rhythm: 'once' } : null;
}

/** The date said, in the first year in which it is not before another; the last of a month that has fewer days. */
function dateOf({ year, month, day }: SaidDate, notBefore: string): string | null {
	const from = Number(notBefore.slice(0, 4));
	for (const one of year ? [year] : [from, from + 1, from + 2, from + 3, from + 4]) {
		const date = dateFrom(one, month, day) ?? (day === 31 ? dateFrom(one, month, daysInMonth(one, month)) : null);
		if (date && (year || date >= notBefore)) return date;
	}
	return null;
}

/** The first such date of a month, from a date on. */
function onDate(from: string, day: number, not: readonly number[]): string {
	for (let ahead = 0; ahead < 800; ahead++) {
		const date = addDays(from, ahead);
		if (Number(date.slice(8)) === day && !not.includes(monthOf(date))) return date;
	}
	return from;
}
