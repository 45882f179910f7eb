import { Temporal } from 'temporal-polyfill';
import { occurrencesOf, type Schedule } from '../../src/domain/schedule.ts';
import { weekdays } from '../../src/domain/taxonomies.ts';
import { civil } from '../../src/domain/time.ts';
import type { Chance } from './chance.ts';
import { holidaysOf, schoolBreaksOf } from './holidays.ts';
import type { Pattern } from './subjects/types.ts';

const DAY = 86_400;
const seasons = {
	summer: { from: 5, months: '5,6,7,8,9' },
	winter: { from: 1, months: '1,2,3,11,12' },
};

/** When and where an activity is to be put into the calendar. */
export interface Frame {
	/** Unix seconds, a whole day. */
	now: number;
	lat: number;
	chance: Chance;
	/** Without days off, for measuring. */
	plain?: boolean;
}

/**
 * When an activity is held: mostly weekly without an end, so that there is life whenever the demonstration is looked at;
 * some every other week, monthly, yearly or once. School terms and public holidays are left out where that is the custom.
 */
export function scheduleOf(pattern: Pattern, frame: Frame): Schedule {
	const { chance } = frame;
	const days = pattern.when.split(' ').filter((word) => /^[A-Z]/.test(word));
	const hours = pattern.when.split(' ').filter((word) => /^\d/.test(word));
	const letters = chance.one(days);
	const clock = `${chance.one(hours).padStart(2, '0')}:${chance.one(['00', '00', '00', '30'])}`;
	const rhythm = pattern.rhythm ?? drawn(frame);
	const { minutes } = pattern;
	if (rhythm === 'yearly') return yearly(pattern.rule!, clock, minutes, frame);
	if (rhythm === 'once') return once(letters, clock, minutes, frame);
	return recurring(rhythm, letters, clock, pattern, frame);
}

function drawn({ chance, plain }: Frame) {
	const mark = chance.whole(1, 20);
	if (plain) return mark <= 6 ? 'weekly' : mark <= 9 ? 'biweekly' : mark <= 15 ? 'monthly' : 'once';
	return mark <= 16 ? 'weekly' : mark <= 19 ? 'biweekly' : 'monthly';
}

function recurring(
	rhythm: 'weekly' | 'biweekly' | 'monthly',
	letters: string,
	clock: string,
	{ minutes, year }: Pattern,
	frame: Frame,
): Schedule {
	const { now, chance } = frame;
	const from = now - chance.whole(60, 400) * DAY;
	const except = daysOff(letters, year, frame);
	const of = (start: string, rule: string): Schedule => ({
		start: `${start}T${clock}`,
		minutes,
		rule,
		except,
		extra: [],
	});
	// The first time is one that the rule gives (RFC 5545 §3.8.5.3).
	if (rhythm === 'monthly') {
		const nth = chance.one([1, 2, 3, -1]);
		return of(nthOfMonth(from, letters, nth), `FREQ=MONTHLY;BYDAY=${nth}${letters}`);
	}
	const weekly = `FREQ=WEEKLY;${rhythm === 'biweekly' ? 'INTERVAL=2;' : ''}BYDAY=${letters}`;
	if (year !== 'summer' && year !== 'winter') return of(onWeekday(from, letters), weekly);
	const opening = Date.UTC(civil(now).year - 1, seasons[year].from - 1, 1) / 1000;
	return of(onWeekday(opening, letters), `${weekly};BYMONTH=${seasons[year].months}`);
}

/** A single time within eight weeks, and often again in the quarter after. */
function once(letters: string, clock: string, minutes: number, { now, chance, plain }: Frame): Schedule {
	const on = (days: number) => `${onWeekday(now + days * DAY, letters)}T${clock}`;
	const first = chance.whole(0, 55);
	const extra = !plain && chance.percent(60) ? [on(first + 91), on(first + 182), on(first + 273)] : [];
	return { start: on(first), minutes, rule: null, except: [], extra };
}

/** Once a year, beginning with last year's. */
function yearly(rule: string, clock: string, minutes: number, { now }: Frame): Schedule {
	const lastYear = civil(now).year - 1;
	const given = { start: `${lastYear}-01-01T${clock}`, minutes, rule, except: [], extra: [] };
	const [first] = occurrencesOf(given, Date.UTC(lastYear, 0, 2) / 1000, now + 800 * DAY);
	return { ...given, start: civil(first!.start).toPlainDateTime().toString().slice(0, 16) };
}

const offDays = new Map<string, Map<string, string[]>>();

/** Dates on that weekday of this and the next year on which nothing is held. */
function daysOff(letters: string, year: Pattern['year'], { now, lat, chance, plain }: Frame): string[] {
	if (plain || (year !== 'term' && chance.percent(30))) return [];
	const sort = year === 'term' ? (lat < 57.5 ? 'south' : lat < 61 ? 'middle' : 'north') : 'holidays';
	const thisYear = civil(now).year;
	const key = `${sort}${thisYear}`;
	let byWeekday = offDays.get(key);
	if (!byWeekday) {
		const years = [thisYear, thisYear + 1];
		const all = years.flatMap((one) => (sort === 'holidays' ? holidaysOf(one) : schoolBreaksOf(one, lat)));
		byWeekday = Map.groupBy(
			all.map((date) => date.toString()),
			lettersOf,
		);
		offDays.set(key, byWeekday);
	}
	const today = civil(now).toPlainDate().toString();
	return [...new Set(byWeekday.get(letters))].filter((date) => date >= today).sort();
}

const rfcDays = weekdays.map((name) => name.slice(0, 2).toUpperCase());
const lettersOf = (date: string) => rfcDays[Temporal.PlainDate.from(date).dayOfWeek - 1]!;

/** The civil date of the first such weekday (RFC 5545 letters) from an instant on. */
function onWeekday(from: number, letters: string): string {
	const date = civil(from).toPlainDate();
	const wanted = rfcDays.indexOf(letters) + 1;
	return date.add({ days: (wanted - date.dayOfWeek + 7) % 7 }).toString();
}

/** The civil date of the nth such weekday, -1 being the last, of the month of an instant. */
function nthOfMonth(at: number, letters: string, nth: number): string {
	const month = civil(at).toPlainDate().with({ day: 1 });
	const start = nth > 0 ? month.add({ weeks: nth - 1 }) : month.add({ months: 1 }).subtract({ weeks: 1 });
	return start.add({ days: (rfcDays.indexOf(letters) + 8 - start.dayOfWeek) % 7 }).toString();
}
