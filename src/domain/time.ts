import { Temporal } from 'temporal-polyfill';
import { ZONE } from './schedule.ts';
import { type DayPart, type Weekday, weekdays } from './taxonomies.ts';

/** Unix seconds as a civil time in Stockholm. */
export function civil(second: number): Temporal.ZonedDateTime {
	return Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(ZONE);
}

/** The civil date in Stockholm, `2026-11-28`, of an instant in unix seconds. */
export const dateOf = (second: number): string => civil(second).toPlainDate().toString();

/** The weekday in Stockholm of an instant in unix seconds. */
export const weekdayOf = (second: number): Weekday => weekdays[civil(second).dayOfWeek - 1]!;

/** The part of the day in Stockholm in which an instant (unix seconds) falls. */
export function dayPartOf(second: number): DayPart {
	const hour = civil(second).hour;
	if (hour >= 5 && hour < 12) return 'morning';
	return hour >= 12 && hour < 17 ? 'afternoon' : 'evening';
}

/** Spans of time that people ask for. */
export const whens = ['today', 'tomorrow', 'weekend', 'week', 'next_week', 'month'] as const;
export type When = (typeof whens)[number];

/**
 * The span [from, to) in unix seconds, from now on: the rest of today; tomorrow; the coming (or present) Friday 16:00
 * to Sunday night; seven days; next week from Monday to Sunday; thirty days.
 */
export function spanOf(when: When, now: number): { from: number; to: number } {
	const at = civil(now);
	const midnight = at.startOfDay();
	const second = (time: Temporal.ZonedDateTime) => Math.floor(time.epochMilliseconds / 1000);
	if (when === 'today') return { from: now, to: second(midnight.add({ days: 1 })) };
	if (when === 'tomorrow') return { from: second(midnight.add({ days: 1 })), to: second(midnight.add({ days: 2 })) };
	const monday = midnight.subtract({ days: at.dayOfWeek - 1 });
	if (when === 'next_week') return { from: second(monday.add({ days: 7 })), to: second(monday.add({ days: 14 })) };
	if (when === 'weekend') {
		const friday = monday.add({ days: 4 }).with({ hour: 16 });
		return { from: Math.max(now, second(friday)), to: second(monday.add({ days: 7 })) };
	}
	return { from: now, to: second(midnight.add({ days: when === 'week' ? 7 : 30 })) };
}

/** The span of one civil date, `2026-11-22`, in unix seconds. */
export function spanOfDate(date: string): { from: number; to: number } {
	const day = Temporal.PlainDate.from(date).toZonedDateTime(ZONE);
	const second = (time: Temporal.ZonedDateTime) => Math.floor(time.epochMilliseconds / 1000);
	return { from: second(day), to: second(day.add({ days: 1 })) };
}
