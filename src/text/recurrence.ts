import type { Schedule } from '#domain/schedule.ts';
import { type Weekday, weekdays } from '#domain/taxonomies.ts';
import { m } from './generated/messages.js';
import { getLocale } from './generated/runtime.js';
import { weekdayLabel } from './labels.ts';

/** A schedule as a sentence: "Varannan tisdag 18.00–19.30". A rule of an unusual shape gives just its times. */
export function inWords(schedule: Schedule): string {
	const time = { time: `${shown(schedule.start.slice(11))}–${shown(endOf(schedule))}` };
	if (!schedule.rule) return m.rule_once({ date: dateOf(schedule.start), ...time });
	const parts = new Map(schedule.rule.split(';').map((part) => part.split('=') as [string, string]));
	const often = Number(parts.get('INTERVAL') ?? 1);
	const days = (parts.get('BYDAY') ?? '').split(',').filter(Boolean);
	const named = namesOf(days.length ? days : [lettersOf(schedule.start)]);
	const frequency = parts.get('FREQ');
	if (frequency === 'DAILY') return often === 1 ? m.rule_daily(time) : m.rule_daily_n({ often, ...time });
	if (frequency === 'WEEKLY' && often === 1) return m.rule_weekly({ days: named, ...time });
	if (frequency === 'WEEKLY' && often === 2) return m.rule_biweekly({ days: named, ...time });
	if (frequency === 'WEEKLY') return m.rule_weekly_n({ days: named, often, ...time });
	const ordinal = days.length === 1 ? /^(-?\d)([A-Z]{2})$/.exec(days[0]!) : null;
	if (frequency === 'MONTHLY' && ordinal)
		return m.rule_monthly({ which: ordinalOf(ordinal[1]!), day: namesOf([ordinal[2]!]), ...time });
	if (frequency === 'MONTHLY' && !days.length)
		return m.rule_monthly_date({
			date: parts.get('BYMONTHDAY') ?? String(Number(schedule.start.slice(8, 10))),
			...time,
		});
	if (frequency === 'YEARLY') return m.rule_yearly(time);
	return m.rule_other(time);
}

const shown = (clock: string) => (getLocale() === 'sv' ? clock.replace(':', '.') : clock);

function endOf({ start, minutes }: Schedule): string {
	const total = Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16)) + minutes;
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(Math.floor(total / 60) % 24)}:${two(total % 60)}`;
}

const dateOf = (civil: string) =>
	new Intl.DateTimeFormat(getLocale() === 'sv' ? 'sv-SE' : 'en-GB', {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC',
	}).format(new Date(`${civil}Z`));

const lettersOf = (civil: string) =>
	weekdays[(new Date(`${civil.slice(0, 10)}T12:00Z`).getUTCDay() + 6) % 7]!.slice(0, 2).toUpperCase();

function namesOf(letters: readonly string[]): string {
	const names = letters.map((two) => {
		const day = weekdays.find((one) => one.slice(0, 2).toUpperCase() === two.slice(-2)) as Weekday;
		return weekdayLabel(day);
	});
	return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(names);
}

function ordinalOf(number: string): string {
	const said: Record<string, () => string> = {
		'1': m.ordinal_1,
		'2': m.ordinal_2,
		'3': m.ordinal_3,
		'4': m.ordinal_4,
		'-1': m.ordinal_last,
	};
	return (said[number] ?? m.ordinal_last)();
}
