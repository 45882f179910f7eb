import OpeningHours from 'opening_hours';
import { Temporal } from 'temporal-polyfill';
import { ZONE } from './schedule.ts';
import { civil } from './time.ts';

/** One day of the week: spans of civil time such as `09:00`; none when it is closed. */
export interface OpenDay {
	/** 0 is Monday. */
	weekday: number;
	today: boolean;
	spans: { from: string; to: string }[];
}

/** Where the hours of public holidays are asked for: Sweden. */
const SWEDEN = { lat: 59.33, lon: 18.07, address: { country_code: 'se', state: '' } };

/**
 * The coming seven days of hours in OpenStreetMap's syntax, Monday first, and whether it is open now (unix seconds).
 * Null when the text can not be read; it is then shown as it is.
 */
export function weekOf(text: string, now: number): { open: boolean; days: OpenDay[] } | null {
	try {
		const hours = new OpeningHours(text, SWEDEN);
		const midnight = civil(now).startOfDay();
		const days = Array.from({ length: 7 }, (_, ahead) => dayOf(hours, midnight.add({ days: ahead }), ahead === 0));
		return { open: hours.getState(localDate(civil(now))), days: days.sort((a, b) => a.weekday - b.weekday) };
	} catch {
		return null;
	}
}

/** The coming days (from today) on which it is open, by civil date, each with its spans such as `09:00–12:00`. */
export function openDays(text: string, now: number, count: number): Map<string, string[]> {
	const found = new Map<string, string[]>();
	try {
		const hours = new OpeningHours(text, SWEDEN);
		const midnight = civil(now).startOfDay();
		for (let ahead = 0; ahead < count; ahead++) {
			const day = midnight.add({ days: ahead });
			const { spans } = dayOf(hours, day, false);
			if (spans.length)
				found.set(
					day.toPlainDate().toString(),
					spans.map(({ from, to }) => `${from}–${to}`),
				);
		}
	} catch {
		// What the library can't read has no days to show.
	}
	return found;
}

/** When it is open in a span of time, or that it opens when one has agreed on it. Unix seconds; an end is exclusive. */
export type OpenTimes = { is: 'known'; spans: { start: number; end: number }[] } | { is: 'agreement' };

/**
 * The open spans of hours in OpenStreetMap's syntax within [from, to), unix seconds, in order. What opens by agreement
 * is in none; hours of which all do are `agreement`. Null when the text can not be read.
 */
export function openBetween(text: string, from: number, to: number): OpenTimes | null {
	try {
		const hours = new OpeningHours(text, SWEDEN);
		// A day more on each side: what begins before midnight is whole, and is cut below.
		const found = hours.getOpenIntervals(
			localDate(civil(from).subtract({ days: 1 })),
			localDate(civil(to).add({ days: 1 })),
		);
		const known = found.filter(([, , unknown]) => !unknown);
		if (!known.length && found.length) return { is: 'agreement' };
		const spans = known.map(([start, end]) => ({
			start: Math.max(from, secondAt(start)),
			end: Math.min(to, secondAt(end)),
		}));
		return { is: 'known', spans: spans.filter(({ start, end }) => start < end) };
	} catch {
		return null;
	}
}

/** The other way: what the library says by the machine's clock was meant by Stockholm's. */
function secondAt(date: Date): number {
	const time = { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate(), hour: date.getHours() };
	return (
		Temporal.PlainDateTime.from({ ...time, minute: date.getMinutes() }).toZonedDateTime(ZONE).epochMilliseconds / 1000
	);
}

function dayOf(hours: OpeningHours, day: Temporal.ZonedDateTime, today: boolean): OpenDay {
	const spans = hours.getOpenIntervals(localDate(day), localDate(day.add({ days: 1 })));
	return {
		weekday: day.dayOfWeek - 1,
		today,
		spans: spans.map(([from, to]) => ({ from: clockOf(from), to: clockOf(to) })),
	};
}

/** The library reckons in the machine's own zone: it is given Stockholm's clock as if it were that. */
function localDate(time: Temporal.ZonedDateTime): Date {
	const { year, month, day, hour, minute } = time.withTimeZone(ZONE);
	return new Date(year, month - 1, day, hour, minute);
}

const clockOf = (date: Date) => {
	const two = (value: number) => String(value).padStart(2, '0');
	const text = `${two(date.getHours())}:${two(date.getMinutes())}`;
	return text;
};
/** A Monday after which no public holiday comes for a week: 14 September 2026, noon in Stockholm, unix seconds. */
const PLAIN_MONDAY = Date.UTC(2026, 8, 14, 10) / 1000;
/** From this hour on it is evening. */
const EVENING = '18:00';

/** Whether it is open after 18 on some day of a plain week. */
export function openInEvenings(text: string): boolean {
	const spans = [...openDays(text, PLAIN_MONDAY, 7).values()].flat().map((span) => span.split('–'));
	return spans.some(([from, to]) => to! > EVENING || to! <= from!);
}
