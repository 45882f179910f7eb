import { type DateOfYear, type DayHours, groups, type Hours, type HoursException, runs } from '#domain/hours.ts';
import { weekdays } from '#domain/taxonomies.ts';
import { listed, upperFirst } from './format.ts';
import { m } from './generated/messages.js';
import { getLocale } from './generated/runtime.js';
import { weekdayLabel } from './labels.ts';
import { monthName } from './recurrence.ts';

/** Opening hours as a sentence: "Måndag–fredag 09.00–17.00, lördag 10.00–14.00, stängt på röda dagar". */
export function hoursInWords({ week, closedOnHolidays }: Omit<Hours, 'exceptions'>): string {
	const parts = week.every((day) => day === 'appointment')
		? [m.hours_all_appointment()]
		: groups(week).map(({ days, hours }) => `${daysInWords(days)} ${dayInWords(hours)}`);
	if (closedOnHolidays) parts.push(m.hours_closed_holidays());
	return upperFirst(parts.join(', '));
}

/** A day's hours: "09.00–12.00 och 13.00–17.00", "stängt", "efter överenskommelse". */
export function dayInWords(hours: DayHours): string {
	if (hours === 'appointment') return m.hours_appointment();
	if (!hours.length) return m.hours_closed();
	return listed(hours.map(({ from, to }) => `${shown(from)}–${shown(to)}`));
}

/** Hours on certain dates: "1 juli–15 augusti stängt". */
export function exceptionInWords({ from, to, hours }: HoursException): string {
	const dates = to ? `${dateInWords(from)}–${dateInWords(to)}` : dateInWords(from);
	return `${dates} ${dayInWords(hours)}`;
}

const shown = (clock: string) => (getLocale() === 'sv' ? clock.replace(':', '.') : clock);

function daysInWords(days: readonly number[]): string {
	const name = (day: number) => weekdayLabel(weekdays[day]!);
	return listed(runs(days).map(([from, to]) => (from === to ? name(from) : `${name(from)}–${name(to)}`)));
}

const dateInWords = ({ year, month, day }: DateOfYear) => [day, monthName(month), year].filter(Boolean).join(' ');
