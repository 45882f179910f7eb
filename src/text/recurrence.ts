import { type Recurrence, recurrenceOf } from '#domain/recurrence.ts';
import type { Schedule } from '#domain/schedule.ts';
import { m } from './generated/messages.js';
import { getLocale } from './generated/runtime.js';
import { weekdayLabel } from './labels.ts';

/**
 * A schedule as a sentence: "Varannan tisdag 18.00–19.30, inte i juli". `whole` tells also its first day and single
 * dates, so that the sentence read anew is the same schedule. A rule of an unusual shape gives just its times.
 */
export function inWords(schedule: Schedule, { whole = false } = {}): string {
	const time = `${shown(schedule.start.slice(11))}–${shown(endOf(schedule))}`;
	const recurrence = recurrenceOf(schedule);
	if (!recurrence) return unusual(schedule, time);
	const { rhythm, first, until, not, except, extra } = recurrence;
	const parts = [mainOf(recurrence, time)];
	if (whole && rhythm !== 'once') parts.push(m.rule_from({ date: dateOf(first) }));
	if (until) parts.push(m.rule_until({ date: dateOf(until) }));
	if (not.length > 6) parts.push(m.rule_only({ months: monthsBut(not) }));
	else if (not.length) parts.push(m.rule_not({ months: listed(not.map(monthName)) }));
	if (whole && except.length) parts.push(m.rule_except({ dates: listed(except.map((date) => dateOf(date))) }));
	if (whole && extra.length)
		parts.push(m.rule_extra({ dates: listed(extra.map((at) => extraOf(at, recurrence.from))) }));
	return parts.join(', ');
}

function mainOf({ rhythm, every: often, weeks, days, which, first }: Recurrence, time: string): string {
	const named = listed(days.map(weekdayLabel));
	switch (rhythm) {
		case 'once':
			return m.rule_once({ date: dateOf(first, 'long'), time });
		case 'daily':
			return often === 1 ? m.rule_daily({ time }) : m.rule_daily_n({ often, time });
		case 'weekly':
			if (weeks) return (weeks === 'even' ? m.rule_weekly_even : m.rule_weekly_odd)({ days: named, time });
			if (often === 1) return m.rule_weekly({ days: named, time });
			return often === 2 ? m.rule_biweekly({ days: named, time }) : m.rule_weekly_n({ days: named, often, time });
		case 'monthly': {
			const of = { which: upper(listed(which.map(ordinalOf))), day: named, time };
			if (often === 1) return m.rule_monthly(of);
			return often === 2 ? m.rule_monthly_other(of) : m.rule_monthly_n({ ...of, often });
		}
		case 'monthly_date': {
			const date = String(Number(first.slice(8)));
			return often === 1 ? m.rule_monthly_date({ date, time }) : m.rule_monthly_date_n({ date, often, time });
		}
	}
}

/** What a rule that no form can show still says. */
function unusual({ start, rule }: Schedule, time: string): string {
	if (!rule) return m.rule_once({ date: dateOf(start.slice(0, 10), 'long'), time });
	return rule.startsWith('FREQ=YEARLY') ? m.rule_yearly({ time }) : m.rule_other({ time });
}

const tag = () => (getLocale() === 'sv' ? 'sv-SE' : 'en-GB');
const shown = (clock: string) => (getLocale() === 'sv' ? clock.replace(':', '.') : clock);
const listed = (things: readonly string[]) => new Intl.ListFormat(tag(), { type: 'conjunction' }).format(things);

function endOf({ start, minutes }: Schedule): string {
	const total = Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16)) + minutes;
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(Math.floor(total / 60) % 24)}:${two(total % 60)}`;
}

/** A civil date in words, "10 mars 2026"; with its weekday where that is wanted. */
export const dateOf = (date: string, weekday?: 'long'): string =>
	new Intl.DateTimeFormat(tag(), { weekday, day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
		.format(new Date(`${date}T12:00Z`))
		.replace(',', '');

function extraOf(civil: string, from: string): string {
	const date = dateOf(civil.slice(0, 10));
	const clock = civil.slice(11);
	return clock === from ? date : m.rule_at({ date, time: shown(clock) });
}

/** The name of a month, from 1. */
export const monthName = (month: number): string =>
	new Intl.DateTimeFormat(tag(), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 15));

const monthsBut = (not: readonly number[]) =>
	listed(
		Array.from({ length: 12 }, (_, place) => place + 1)
			.filter((month) => !not.includes(month))
			.map(monthName),
	);

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();

const ordinalNames: Record<string, () => string> = {
	'1': m.ordinal_1,
	'2': m.ordinal_2,
	'3': m.ordinal_3,
	'4': m.ordinal_4,
	'-1': m.ordinal_last,
};

/** "Första", "Sista": which of a month's weekdays. */
export const ordinalOf = (number: number): string => ordinalNames[number]!();
