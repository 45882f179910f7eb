import { daysInMonth } from './civil-date.ts';
import { weekdays } from './taxonomies.ts';

/** A span of a day. Clock times such as `09:00`; an end of `24:00` is midnight, one before the beginning is the next day's. */
export interface Span {
	from: string;
	to: string;
}

/** A day's hours: spans, none when it is closed; or open to who has agreed on it. */
export type DayHours = readonly Span[] | 'appointment';

/** Hours on a date, or from one to another; the year is left out where they come back every year. */
export interface HoursException {
	from: DateOfYear;
	to: DateOfYear | null;
	hours: DayHours;
}
export interface DateOfYear {
	year: number | null;
	month: number;
	day: number;
}

/** Opening hours as people say them and as a form asks them. Others are kept as they are. */
export interface Hours {
	/** Monday first. */
	week: readonly DayHours[];
	closedOnHolidays: boolean;
	exceptions: readonly HoursException[];
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const APPOINTMENT = '"by appointment"';

/** Hours in the syntax of OpenStreetMap's opening_hours; null when nothing is said at all. */
export function osmOf({ week, closedOnHolidays, exceptions }: Hours): string | null {
	if (week.every((day) => day.length === 0) && !exceptions.length) return null;
	const rules = week.every((day) => day === 'appointment')
		? [APPOINTMENT]
		: groups(week).map(({ days, hours }) => `${daysText(days)} ${writtenOf(hours)}`);
	if (closedOnHolidays) rules.push('PH off');
	for (const { from, to, hours } of exceptions)
		rules.push(`${dateText(from)}${to ? `-${dateText(to)}` : ''} ${writtenOf(hours)}`);
	return rules.join('; ');
}

/** The days that have the same hours, in the order of the first of each; closed ones are left out. */
export function groups(week: readonly DayHours[]): { days: number[]; hours: DayHours }[] {
	const found = new Map<string, { days: number[]; hours: DayHours }>();
	week.forEach((hours, day) => {
		if (!hours.length) return;
		const key = writtenOf(hours);
		const group = found.get(key) ?? { days: [], hours };
		group.days.push(day);
		found.set(key, group);
	});
	return [...found.values()];
}

/** Days in a row of three or more as one: [0, 1, 2, 4] → [[0, 2], [4, 4]]. */
export function runs(days: readonly number[]): [number, number][] {
	const rows: [number, number][] = [];
	for (const day of days) {
		const last = rows.at(-1);
		if (last && last[1] === day - 1) last[1] = day;
		else rows.push([day, day]);
	}
	return rows;
}

const daysText = (days: readonly number[]) =>
	runs(days)
		.map(([from, to]) => (from === to ? DAYS[from] : `${DAYS[from]}-${DAYS[to]}`))
		.join(',');

function writtenOf(hours: DayHours): string {
	if (hours === 'appointment') return APPOINTMENT;
	return hours.length ? hours.map(({ from, to }) => `${from}-${to}`).join(',') : 'off';
}

const dateText = ({ year, month, day }: DateOfYear) =>
	`${year === null ? '' : `${year} `}${MONTHS[month - 1]} ${String(day).padStart(2, '0')}`;

/**
 * Hours from OpenStreetMap's syntax; null for what is more than the form can show. Weekdays, holidays and dates must
 * stand in that order: in another they would mean something else.
 */
export function hoursOf(text: string): Hours | null {
	const week: DayHours[] = weekdays.map(() => []);
	const exceptions: HoursException[] = [];
	let closedOnHolidays = false;
	for (const rule of text.split(';').map((part) => part.trim())) {
		const found = ruleOf(rule);
		if (!found) return null;
		if (found.is === 'days') {
			if (closedOnHolidays || exceptions.length) return null;
			for (const day of found.days) week[day] = found.hours;
		} else if (found.is === 'holidays') {
			if (closedOnHolidays || exceptions.length) return null;
			closedOnHolidays = true;
		} else exceptions.push(found.exception);
	}
	return { week, closedOnHolidays, exceptions };
}

type FoundRule =
	| { is: 'days'; days: number[]; hours: DayHours }
	| { is: 'holidays' }
	| { is: 'dates'; exception: HoursException };

const CLOCK = '(?:[01]?\\d|2[0-4]):[0-5]\\d';
const VALUE = `(${APPOINTMENT}|off|closed|${CLOCK}-${CLOCK}(?:, ?${CLOCK}-${CLOCK})*)`;
const DAY = `(?:${DAYS.join('|')})`;
const DATE = `(?:(20\\d\\d) )?(${MONTHS.join('|')}) (\\d\\d?)`;
const ofDays = new RegExp(`^(${DAY}(?:-${DAY})?(?:, ?${DAY}(?:-${DAY})?)*) ${VALUE}$`);
const ofAll = new RegExp(`^${VALUE}$`);
const ofDates = new RegExp(`^${DATE}(?: ?- ?${DATE})? ${VALUE}$`);

function ruleOf(rule: string): FoundRule | null {
	if (/^PH (?:off|closed)$/.test(rule)) return { is: 'holidays' };
	const all = ofAll.exec(rule);
	const every = all && valueFrom(all[1]!);
	if (every) return { is: 'days', days: [0, 1, 2, 3, 4, 5, 6], hours: every };
	const days = ofDays.exec(rule);
	const hours = days && valueFrom(days[2]!);
	if (hours) return { is: 'days', days: daysFrom(days[1]!), hours };
	const dates = ofDates.exec(rule);
	const value = dates && valueFrom(dates[7]!);
	if (!value) return null;
	const from = dateFrom(dates[1], dates[2]!, dates[3]!);
	const to = dates[5] ? dateFrom(dates[4] ?? dates[1], dates[5], dates[6]!) : null;
	if (!from || to === undefined || (to && (from.year === null) !== (to.year === null))) return null;
	return { is: 'dates', exception: { from, to: to ?? null, hours: value } };
}

function valueFrom(text: string): DayHours | null {
	if (text === APPOINTMENT) return 'appointment';
	if (text === 'off' || text === 'closed') return [];
	const spans = text.split(/, ?/).map((span) => {
		const [from = '', to = ''] = span.split('-').map((clock) => clock.padStart(5, '0'));
		return { from, to };
	});
	const possible = spans.every(({ from, to }) => from < '24:00' && to <= '24:00' && from !== to);
	return possible ? spans : null;
}

function daysFrom(text: string): number[] {
	return text.split(/, ?/).flatMap((part) => {
		const [from, to = from] = part.split('-').map((day) => DAYS.indexOf(day as (typeof DAYS)[number]));
		const count = ((to! - from! + 7) % 7) + 1;
		return Array.from({ length: count }, (_, ahead) => (from! + ahead) % 7);
	});
}

function dateFrom(year: string | undefined, month: string, day: string): DateOfYear | undefined {
	const date = {
		year: year ? Number(year) : null,
		month: MONTHS.indexOf(month as (typeof MONTHS)[number]) + 1,
		day: Number(day),
	};
	return date.day >= 1 && date.day <= daysInMonth(date.year ?? 2028, date.month) ? date : undefined;
}
