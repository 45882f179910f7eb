import { getLocale } from './generated/runtime.js';

const ZONE = 'Europe/Stockholm';
const made = new Map<string, Intl.DateTimeFormat>();

const tag = () => (getLocale() === 'sv' ? 'sv-SE' : 'en-GB');

/** Formats are made once, when first needed: each takes milliseconds on a phone. */
function format(second: number, options: Intl.DateTimeFormatOptions, locale = tag()): string {
	const key = locale + JSON.stringify(options);
	const known = made.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
	made.set(key, known);
	return known.format(second * 1000);
}

/** "tisdag 24 november" / "Tuesday 24 November"; the year is added when it is another than `now`'s. Unix seconds. */
export function day(second: number, now: number): string {
	const year = format(second, { year: 'numeric' }) === format(now, { year: 'numeric' }) ? undefined : 'numeric';
	return format(second, { weekday: 'long', day: 'numeric', month: 'long', year });
}

/** A civil date, `2026-11-28`, as "lördag 28 november 2026". */
export const civilDay = (date: string): string =>
	format(Date.parse(`${date}T12:00Z`) / 1000, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** "tis 24 nov". */
export const shortDay = (second: number): string =>
	format(second, { weekday: 'short', day: 'numeric', month: 'short' }).replaceAll('.', '');

/** "18.00" in Swedish, "18:00" in English. */
export function clock(second: number): string {
	const text = format(second, { hour: '2-digit', minute: '2-digit' });
	return getLocale() === 'sv' ? text.replace(':', '.') : text;
}

/** "mars 2026" / "March 2026". */
export const month = (second: number): string => format(second, { month: 'long', year: 'numeric' });

const ABOUT_A_YEAR = 330 * 86_400;

/** "mars" / "March" for what happened this year or within some eleven months, and for what is longer ago its year. */
export function monthOrYear(second: number, now: number, locale: 'sv' | 'en'): string {
	const language = locale === 'sv' ? 'sv-SE' : 'en-GB';
	const year = (at: number) => format(at, { year: 'numeric' }, language);
	const recent = year(second) === year(now) || now - second < ABOUT_A_YEAR;
	return recent ? format(second, { month: 'long' }, language) : year(second);
}

/** 12 345 in the reader's way. Most are small, and alike in both: a page with all its counts asks for hundreds. */
export function number(value: number): string {
	if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
	return value.toLocaleString(tag());
}

/** Kilometres as people say them: 0,4 km; 3,2 km; 26 km. */
export function kilometres(km: number): string {
	const digits = km < 10 && !Number.isInteger(km) ? 1 : 0;
	const text = km.toLocaleString(tag(), {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
	return `${text} km`;
}

/** Things in a row: "a, b och c". */
export const listed = (things: readonly string[]): string =>
	new Intl.ListFormat(getLocale() === 'sv' ? 'sv-SE' : 'en-GB').format(things);

/** One of some things: "a, b eller c". */
export const eitherOf = (things: readonly string[]): string =>
	new Intl.ListFormat(tag(), { type: 'disjunction' }).format(things);

/** The words within a sentence: "Öppen förskola" → "öppen förskola"; LGBTQI stays. */
export const lowerFirst = (words: string): string =>
	/^\p{Lu}{2}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);

/** The words as a line of their own: "i morgon" → "I morgon". */
export const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** An instant for machines, with the zone's offset: 2026-11-24T18:00:00+01:00. Without Temporal, which no page needs else. */
export function isoTime(second: number): string {
	const local = format(second, { dateStyle: 'short', timeStyle: 'medium' }, 'sv-SE').replace(' ', 'T');
	const minutes = Math.round((Date.parse(`${local}Z`) / 1000 - second) / 60);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${local}+${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
