import { type Weekday, weekdays } from '../taxonomies.ts';

/** The words in which people say when something is, in Swedish and English at once: either may be written in either's form. */

/** Monday first: each weekday's beginnings, longest first where one is another's. */
const dayNames = [
	'måndag|mån|monday|mon',
	'tisdag|tisd|tis|tuesday|tues|tue',
	'onsdag|onsd|ons|wednesday|wed',
	'torsdag|torsd|tors|tor|thursday|thurs|thur|thu',
	'fredag|fred|fre|friday|fri',
	'lördag|lörd|lör|saturday|sat',
	'söndag|sönd|sön|sunday|sun',
];

/** What may follow the name of a day: plural, definite form, or a part of the day. */
const AFTER_DAY =
	'(?:arna|ar|en|s)?(?:s?(?:kvällar(?:na)?|kväll(?:en)?|eftermiddagar|eftermiddag|förmiddagar|förmiddag|morgnar|morgon)|\\s+(?:evenings?|mornings?|afternoons?))?\\.?';
const SINGLE_DAY = '(?:en|s)?\\.?';

const END = '(?![\\p{L}\\p{N}])';
const anyOf = (names: readonly string[]) => names.join('|');

/** A weekday in any form. */
export const DAY = `(?:${anyOf(dayNames)})${AFTER_DAY}${END}`;
/** A weekday as it stands before a date. */
export const DAY_OF_DATE = `(?:${anyOf(dayNames)})${SINGLE_DAY}`;

/** The weekday of a text that `DAY` has matched. */
export function dayNamed(text: string): Weekday {
	const place = dayNames.findIndex((names) => new RegExp(`^(?:${names})`, 'iu').test(text));
	return weekdays[place]!;
}

const monthNames = [
	'januari|january|jan',
	'februari|february|febr|feb',
	'mars|march|mar',
	'april|apr',
	'maj|may',
	'juni|june|jun',
	'juli|july|jul',
	'augusti|august|aug',
	'september|sept|sep',
	'oktober|october|okt|oct',
	'november|nov',
	'december|dec',
];

/** The name of a month. */
export const MONTH = `(?:${anyOf(monthNames)})\\.?${END}`;

/** The month, from 1, of a text that `MONTH` has matched. */
export const monthNamed = (text: string): number =>
	monthNames.findIndex((names) => new RegExp(`^(?:${names})\\.?$`, 'iu').test(text.trim())) + 1;

const numbers: Record<string, number> = {
	en: 1,
	ett: 1,
	one: 1,
	två: 2,
	two: 2,
	tre: 3,
	three: 3,
	fyra: 4,
	four: 4,
	fem: 5,
	five: 5,
	sex: 6,
	six: 6,
	första: 1,
	first: 1,
	förste: 1,
	andra: 2,
	second: 2,
	other: 2,
	tredje: 3,
	third: 3,
	fjärde: 4,
	fourth: 4,
	femte: 5,
	fifth: 5,
	sjätte: 6,
	sixth: 6,
	sista: -1,
	last: -1,
};

/** A number of things: digits or a word. */
export const COUNT = '(?:\\d+(?:[.,]\\d+)?|en|ett|två|tre|fyra|fem|sex|one|two|three|four|five|six)';
/** A number in a row, as a word. */
export const NTH_WORD = '(?:första|förste|andra|tredje|fjärde|femte|sista|first|second|third|fourth|fifth|last)';
/** A number in a row, in digits. */
export const NTH_DIGITS = '\\d{1,2}(?::?[ae]|st|nd|rd|th)';

/** The number that a word or digits say; NaN for none. */
export const numberSaid = (text: string): number =>
	numbers[text.toLowerCase()] ?? Number.parseFloat(text.replace(',', '.'));

/** Words that say nothing of when. */
export const FILLER =
	/^(?:kl\.?|klockan|på|om|vi|ses|träffas|möts|i|och|the|of|at|on|in|and|during|under|den|det|är|we|meet|are|tid|dag|med|a|hela|när|when|alltid|always|även på|för|som|samt|bara|only|o|&|kväll(?:ar|en)?|evenings?)$/iu;
