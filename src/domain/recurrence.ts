import { addDays, clockAt, dayOf, daysInMonth, minutesOf, monthOf, weekdayOfDate, weekOfDate } from './civil-date.ts';
import type { Schedule } from './schedule.ts';
import { type Weekday, weekdays } from './taxonomies.ts';

/** How something comes back: not at all, by the day, the week, the weekday of a month, or the date of a month. */
export const rhythms = ['once', 'daily', 'weekly', 'monthly', 'monthly_date'] as const;
export type Rhythm = (typeof rhythms)[number];

/** Which of a month's weekdays; -1 is the last. */
export const ordinals = [1, 2, 3, 4, -1] as const;
export type Ordinal = (typeof ordinals)[number];

/**
 * When something happens, as people say it and as a form asks it. Civil dates and clock times in Stockholm. Those
 * schedules that people use are such; others are kept as they are.
 */
export interface Recurrence {
	rhythm: Rhythm;
	/** Every so many days, weeks or months. */
	every: number;
	/** Weeks of even or odd number only (ISO 8601). */
	weeks: 'even' | 'odd' | null;
	/** For `weekly` and `monthly`, Monday first. */
	days: Weekday[];
	/** For `monthly`. */
	which: Ordinal[];
	/** Clock times such as `18:00`; an end before the beginning is on the next day. */
	from: string;
	to: string;
	/** The first day on which it may happen. */
	first: string;
	/** The last day on which it may happen. */
	until: string | null;
	/** Months without it, from 1. */
	not: number[];
	/** Dates without it. */
	except: string[];
	/** Times beside the rule, such as `2026-05-05T18:00`. */
	extra: string[];
}

const lettersOf = (day: Weekday) => day.slice(0, 2).toUpperCase();
const dayOfLetters = (letters: string) => weekdays.find((day) => lettersOf(day) === letters)!;
const MONTHS = Array.from({ length: 12 }, (_, place) => place + 1);
const EVEN = Array.from({ length: 26 }, (_, place) => 2 * place + 2);
const ODD = Array.from({ length: 27 }, (_, place) => 2 * place + 1);

/** The schedule of a recurrence; its start is the first time that its rule gives, or `first` where there is none. */
export function scheduleOf(recurrence: Recurrence): Schedule {
	const { from, to, first, rhythm, except, extra } = recurrence;
	const minutes = (minutesOf(to) - minutesOf(from) + 1440) % 1440 || 1440;
	const start = rhythm === 'once' ? first : firstDate(recurrence);
	return { start: `${start}T${from}`, minutes, rule: ruleOf(recurrence), except, extra };
}

function ruleOf({ rhythm, every, weeks, days, which, first, until, not }: Recurrence): string | null {
	if (rhythm === 'once') return null;
	const letters = days.map(lettersOf);
	const by: Record<Exclude<Rhythm, 'once'>, string> = {
		daily: 'FREQ=DAILY',
		weekly: 'FREQ=WEEKLY',
		monthly: 'FREQ=MONTHLY',
		monthly_date: 'FREQ=MONTHLY',
	};
	const parts = weeks
		? ['FREQ=YEARLY', `BYWEEKNO=${weeks === 'even' ? EVEN : ODD}`]
		: [by[rhythm], ...(every > 1 ? [`INTERVAL=${every}`] : [])];
	if (rhythm === 'weekly') parts.push(`BYDAY=${letters}`);
	if (rhythm === 'monthly') parts.push(`BYDAY=${which.flatMap((nth) => letters.map((two) => nth + two))}`);
	if (rhythm === 'monthly_date') parts.push(`BYMONTHDAY=${dayOf(first)}`);
	if (not.length) parts.push(`BYMONTH=${MONTHS.filter((month) => !not.includes(month))}`);
	if (until) parts.push(`UNTIL=${until.replaceAll('-', '')}`);
	return parts.join(';');
}

/** The first day from `first` on that the rule gives: RFC 5545 wants a rule to begin with one of its own. */
function firstDate(recurrence: Recurrence): string {
	for (let ahead = 0; ahead < 800; ahead++) {
		const date = addDays(recurrence.first, ahead);
		if (fits(recurrence, date)) return date;
	}
	return recurrence.first;
}

function fits({ rhythm, weeks, days, which, first, not }: Recurrence, date: string): boolean {
	if (not.includes(monthOf(date))) return false;
	if (rhythm === 'daily') return true;
	if (rhythm === 'monthly_date') return dayOf(date) === dayOf(first);
	if (!days.includes(weekdayOfDate(date))) return false;
	if (weeks && !fitsWeeks(weeks, date)) return false;
	if (rhythm === 'weekly') return true;
	const nth = Math.ceil(dayOf(date) / 7);
	const last = dayOf(date) + 7 > daysInMonth(Number(date.slice(0, 4)), monthOf(date));
	return which.some((one) => (one === -1 ? last : one === nth));
}

/** A rule by weeks does not begin in a week of the year before: libraries reckon such a rule from its first year on. */
function fitsWeeks(weeks: 'even' | 'odd', date: string): boolean {
	const week = weekOfDate(date);
	return (week % 2 === 0) === (weeks === 'even') && !(monthOf(date) === 1 && week > 51);
}

/** The recurrence that a schedule is; null for a rule that the form can't show, and that is kept as it is. */
export function recurrenceOf(schedule: Schedule): Recurrence | null {
	const { start, minutes, rule, except, extra } = schedule;
	const from = start.slice(11);
	const first = start.slice(0, 10);
	if (minutes >= 1440) return null;
	const beside = { from, to: clockAt(minutesOf(from) + minutes), first, except, extra };
	const none = { every: 1, weeks: null, days: [], which: [], until: null, not: [] };
	if (!rule) return { rhythm: 'once', ...none, ...beside };
	const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
	const shape = shapeOf(parts, first);
	const until = untilOf(parts.get('UNTIL'), from);
	if (!shape || until === undefined) return null;
	const months = parts.get('BYMONTH')?.split(',').map(Number);
	const not = months ? MONTHS.filter((month) => !months.includes(month)) : [];
	return { ...none, ...shape, until, not, ...beside };
}

/** The parts of a rule that each rhythm has; a rule with others is none of ours. */
const KNOWN = /^(FREQ|INTERVAL|BYDAY|BYMONTH|UNTIL|BYMONTHDAY|BYWEEKNO)$/;

type Shape = Pick<Recurrence, 'rhythm'> & Partial<Recurrence>;

function shapeOf(parts: Map<string, string>, first: string): Shape | null {
	if ([...parts.keys()].some((part) => !KNOWN.test(part))) return null;
	const every = Number(parts.get('INTERVAL') ?? 1);
	const by = parts.get('BYDAY')?.split(',');
	const date = parts.get('BYMONTHDAY');
	const numbered = parts.get('BYWEEKNO');
	switch (parts.get('FREQ')) {
		case 'DAILY':
			return by || date || numbered ? null : { rhythm: 'daily', every };
		case 'WEEKLY': {
			const days = daysOf(by ?? [lettersOf(weekdayOfDate(first))]);
			return days && !date && !numbered ? { rhythm: 'weekly', every, days } : null;
		}
		case 'YEARLY': {
			const days = by && daysOf(by);
			const weeks = numbered === `${EVEN}` ? 'even' : numbered === `${ODD}` ? 'odd' : null;
			return days && weeks && every === 1 && !date ? { rhythm: 'weekly', weeks, days } : null;
		}
		case 'MONTHLY': {
			if (numbered || (by && date)) return null;
			if (by) return ofMonth(by, every);
			return Number(date ?? dayOf(first)) === dayOf(first) ? { rhythm: 'monthly_date', every } : null;
		}
		default:
			return null;
	}
}

const daysOf = (letters: string[]): Weekday[] | null =>
	letters.every((two) => /^[A-Z]{2}$/.test(two)) ? weekdays.filter((day) => letters.includes(lettersOf(day))) : null;

/** First and third Monday and Tuesday is each of them with each: other sets are none that can be said so. */
function ofMonth(by: string[], every: number): Shape | null {
	const pairs = by.map((one) => /^(-?\d)([A-Z]{2})$/.exec(one));
	if (pairs.some((pair) => !pair)) return null;
	const which = ordinals.filter((nth) => pairs.some((pair) => Number(pair![1]) === nth));
	const days = weekdays.filter((day) => pairs.some((pair) => dayOfLetters(pair![2]!) === day));
	const wanted = which.flatMap((nth) => days.map((day) => nth + lettersOf(day)));
	const whole = wanted.length === by.length && wanted.every((one) => by.includes(one));
	return whole ? { rhythm: 'monthly', every, which, days } : null;
}

/** The last date; null without one, undefined for an end at a time of day that a date does not say. */
function untilOf(text: string | undefined, from: string): string | null | undefined {
	if (!text) return null;
	const date = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
	if (date) return `${date[1]}-${date[2]}-${date[3]}`;
	const utc = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
	if (!utc) return undefined;
	const at = Date.parse(`${utc[1]}-${utc[2]}-${utc[3]}T${utc[4]}:${utc[5]}:${utc[6]}Z`);
	const [day, clock] = new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).split(' ') as [
		string,
		string,
	];
	return clock.slice(0, 5) >= from ? day : undefined;
}
