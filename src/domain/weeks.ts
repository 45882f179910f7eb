import { addDays, weekdayOfDate, weekOfDate } from './civil-date.ts';
import { weekdays } from './taxonomies.ts';

/** Some weeks of a calendar, Monday first: each day with what happens on it. */
export interface CalendarWeek {
	/** As Swedish calendars count (ISO 8601). */
	number: number;
	days: { date: string; marks: string[] }[];
}

/** So many weeks from the one of a civil date on, with what is marked on their days. */
export function weeksFrom(date: string, count: number, marks: ReadonlyMap<string, string[]>): CalendarWeek[] {
	const monday = addDays(date, -weekdays.indexOf(weekdayOfDate(date)));
	return Array.from({ length: count }, (_, ahead) => {
		const first = addDays(monday, ahead * 7);
		const dates = weekdays.map((_, day) => addDays(first, day));
		return { number: weekOfDate(first), days: dates.map((one) => ({ date: one, marks: marks.get(one) ?? [] })) };
	});
}
