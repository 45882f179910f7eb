import { type Weekday, weekdays } from './taxonomies.ts';

/** Reckoning with civil dates such as `2026-03-10`, without zones and without Temporal: a browser may have it too. */

const DAY = 86_400_000;
const at = (date: string) => Date.parse(`${date}T12:00Z`);
const dateAt = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The date so many days later (or earlier, below zero). */
export const addDays = (date: string, days: number): string => dateAt(at(date) + days * DAY);

/** 1 is January. */
export const monthOf = (date: string): number => Number(date.slice(5, 7));

/** The day of the month, from 1. */
export const dayOf = (date: string): number => Number(date.slice(8, 10));

/** The weekday of a date. */
export const weekdayOfDate = (date: string): Weekday => weekdays[(new Date(at(date)).getUTCDay() + 6) % 7]!;

/** How many days a month has; months from 1. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The number of the week a date lies in, as Swedish calendars count (ISO 8601). */
export function weekOfDate(date: string): number {
	const thursday = addDays(date, 3 - weekdays.indexOf(weekdayOfDate(date)));
	const first = at(`${thursday.slice(0, 4)}-01-01`);
	return 1 + Math.floor((at(thursday) - first) / (7 * DAY));
}

/** A date from its parts, or null when there is none such (30 February). */
export function dateFrom(year: number, month: number, day: number): string | null {
	if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
	return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Minutes since midnight of a clock time such as `18:30`. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** The clock time so many minutes after midnight, round the clock. */
export function clockAt(minutes: number): string {
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
