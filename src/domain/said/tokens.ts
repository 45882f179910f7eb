import { dateFrom } from '../civil-date.ts';
import { type Weekday, weekdays } from '../taxonomies.ts';
import {
	COUNT,
	DAY,
	DAY_OF_DATE,
	dayNamed,
	FILLER,
	MONTH,
	monthNamed,
	NTH_DIGITS,
	NTH_WORD,
	numberSaid,
} from './words.ts';

/** A date as said: often without its year, sometimes with its weekday. */
export interface SaidDate {
	year: number | null;
	month: number;
	day: number;
	weekday: Weekday | null;
}

/** A piece of what was said. Clock times are minutes after midnight. */
export type Token =
	| { is: 'days'; days: Weekday[] }
	| { is: 'date'; date: SaidDate }
	| { is: 'months'; months: number[] }
	| { is: 'nth'; nth: number }
	| { is: 'each'; each: number }
	| { is: 'unit'; unit: 'day' | 'week' | 'month' }
	| { is: 'weeks'; weeks: 'even' | 'odd' }
	| { is: 'span'; from: number; to: number }
	| { is: 'clock'; at: number }
	| { is: 'lasts'; minutes: number }
	| { is: 'mode'; mode: 'not' | 'until' | 'since' | 'also' }
	| { is: 'break' }
	| { is: 'closed' }
	| { is: 'appointment' }
	| { is: 'holidays' }
	| { is: 'not_holidays' }
	| { is: 'nothing' };

const END = '(?![\\p{L}\\p{N}])';
const YEAR = '(20[2-9]\\d)(?!\\d|[.:]\\d|-\\d{4})';
const HALF = '\\s*(am|pm|a\\.m\\.?|p\\.m\\.?)?';
const CLOCK = `(\\d{1,2})(?:[.:](\\d\\d))?${HALF}`;
/** A number that goes on as a date is no clock time. */
const NO_DATE = `(?!\\d|:[ae]|\\s*/|\\s*(?:${MONTH})|(?:st|nd|rd|th)${END})`;
const TO = '\\s*(?:-|till|to|until|och|and)\\s*';
const AT = '(?:kl\\.?|klockan|at|@|from|från|mellan|between)\\s*';

type Rule = [pattern: string, read: (...groups: string[]) => Token | null];

const rules: Rule[] = [
	['[;\\n]', () => ({ is: 'break' })],
	['(20\\d\\d)-(\\d\\d)-(\\d\\d)(?!\\d)', (year, month, day) => dateToken(year, month!, day!)],
	[
		`(?:(${DAY_OF_DATE}),?\\s+)?(?:den\\s+|the\\s+)?(\\d{1,2})(?::?[ae]|st|nd|rd|th)?\\.?\\s*(?:of\\s+)?(${MONTH})(?:,?\\s*${YEAR})?`,
		(weekday, day, month, year) => dateToken(year, monthNamed(month!), day!, weekday),
	],
	[
		`(?:(${DAY_OF_DATE}),?\\s+)?(?:den\\s+|the\\s+)?(\\d{1,2})/(\\d{1,2})(?:[-/ ]${YEAR})?(?!\\d)`,
		(weekday, day, month, year) => dateToken(year, month!, day!, weekday),
	],
	[
		`(?:(${DAY_OF_DATE}),?\\s+)?(${MONTH})\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?![-.:\\d])(?:,?\\s*${YEAR})?`,
		(weekday, month, day, year) => dateToken(year, monthNamed(month!), day!, weekday),
	],
	[
		`(${MONTH})\\s*(?:-|till och med|t\\.?o\\.?m\\.?|till|to|through)\\s*(${MONTH})`,
		(from, to) => ({ is: 'months', months: monthsFrom(monthNamed(from!), monthNamed(to!)) }),
	],
	[`(${MONTH})`, (month) => ({ is: 'months', months: [monthNamed(month!)] })],
	[`(?:sommaren|sommar|somrar|summer|sommartid)${END}`, () => ({ is: 'months', months: [6, 7, 8] })],
	[
		`(${DAY})\\s*(?:-|till och med|t\\.?o\\.?m\\.?|till|to|through)\\s*(${DAY})`,
		(from, to) => ({ is: 'days', days: daysFrom(dayNamed(from!), dayNamed(to!)) }),
	],
	[`(${DAY})`, (day) => ({ is: 'days', days: [dayNamed(day!)] })],
	[`(?:vardagar|vardag|weekdays?)${END}`, () => ({ is: 'days', days: weekdays.slice(0, 5) })],
	[`(?:helger|helg|weekends?)${END}`, () => ({ is: 'days', days: weekdays.slice(5) })],
	[
		`(?:${AT})?(\\d\\d)(00|15|30|45)\\s*-\\s*(\\d\\d)(00|15|30|45)(?!\\d)`,
		(...p) => spanOf(p[0]!, p[1], '', p[2]!, p[3], ''),
	],
	[
		`(?:${AT})?${CLOCK}${TO}(?:kl\\.?\\s*)?${CLOCK}${NO_DATE}`,
		(h, m, half, h2, m2, half2) => spanOf(h!, m, half, h2!, m2, half2),
	],
	[`${AT}${CLOCK}${NO_DATE}`, (hour, minute, half) => clockOf(hour!, minute, half)],
	[`(\\d{1,2})[.:](\\d\\d)${HALF}(?!\\d)`, (hour, minute, half) => clockOf(hour!, minute, half)],
	[`(\\d{1,2})()\\s*(am|pm)${END}`, (hour, minute, half) => clockOf(hour!, minute, half)],
	[
		`(?:i|for|under)?\\s*(${COUNT})\\s*(?:timmar|timme|tim|hours?|h)${END}`,
		(count) => ({ is: 'lasts', minutes: Math.round(numberSaid(count!) * 60) }),
	],
	[
		`(?:i|for|under)?\\s*(${COUNT})\\s*(?:minuter|minutes|min)${END}`,
		(count) => ({ is: 'lasts', minutes: numberSaid(count!) }),
	],
	[`(?:jämna?|even)[\\s-]*(?:numbered\\s+)?(?:veckor|vecka|weeks?)${END}`, () => ({ is: 'weeks', weeks: 'even' })],
	[`(?:udda|ojämna?|odd)[\\s-]*(?:numbered\\s+)?(?:veckor|vecka|weeks?)${END}`, () => ({ is: 'weeks', weeks: 'odd' })],
	[`(?:varannan|vartannat|every other|every second|biweekly|fortnightly)${END}`, () => ({ is: 'each', each: 2 })],
	[
		`(?:varje|var|every)\\s+(\\d+(?::?[ae]|st|nd|rd|th)?|andra|tredje|fjärde|femte|sjätte|third|fourth|fifth|sixth)${END}`,
		(count) => ({ is: 'each', each: numberSaid(count!) }),
	],
	[`(?:varje|var|every|each|alla|all)${END}`, () => ({ is: 'each', each: 1 })],
	[`(?:månaden|månader|månad|month|months|monthly|månadsvis)${END}`, () => ({ is: 'unit', unit: 'month' })],
	[`(?:en gång i (?:veckan|månaden)|once a (?:week|month))${END}`, () => ({ is: 'nothing' })],
	[`(?:veckan|veckor|vecka|weeks?|weekly|veckovis)${END}`, () => ({ is: 'unit', unit: 'week' })],
	[`(?:dagligen|daily)${END}`, () => ({ is: 'unit', unit: 'day' })],
	[`(?:dagar|dagen|dag|days?)${END}`, () => ({ is: 'unit', unit: 'day' })],
	[`(?:on\\s+)?(?:den|the|day)\\s+(\\d{1,2})(?::?[ae]|st|nd|rd|th)?${END}`, (nth) => ({ is: 'nth', nth: Number(nth) })],
	[`(${NTH_DIGITS})${END}`, (nth) => ({ is: 'nth', nth: Number.parseInt(nth!, 10) })],
	[`(${NTH_WORD})${END}`, (nth) => ({ is: 'nth', nth: numberSaid(nth!) })],
	[
		`(?:men )?(?:inte|ej|utom|förutom|undantaget|(?:med )?(?:sommar)?uppehåll|but not|no meetings?|not|except|excluding|without|inga? (?:träff(?:ar)?|möten?))${END}`,
		() => ({ is: 'mode', mode: 'not' }),
	],
	[
		`(?:fram till och med|till och med|t\\.?\\s?o\\.?\\s?m\\.?|fram till|till|until|through|ends?|slutar|up to|to)${END}|-`,
		() => ({ is: 'mode', mode: 'until' }),
	],
	[`(\\d{1,2})${NO_DATE}(?![-.:/])`, (hour) => clockOf(hour!)],
	[
		`(?:från och med|fr\\.?\\s?o\\.?\\s?m\\.?|med start|från|start(?:ar|ing|s)?|börjar|with start|beginning|from|since)${END}`,
		() => ({ is: 'mode', mode: 'since' }),
	],
	[`(?:även|också|dessutom|extra|also|plus|as well as)${END}`, () => ({ is: 'mode', mode: 'also' })],
];

/** What is said of opening hours beside. */
const hourRules: Rule[] = [
	[`(?:(?:är |is |are |vi har )?(?:stängt?|stängd|closed|off))${END}`, () => ({ is: 'closed' })],
	[
		`(?:(?:öppet |open )?(?:efter|enligt|vid) (?:överenskommelse|önskemål|bokning|behov)|(?:öppet |open )?(?:by appointment|on request|when booked))${END}`,
		() => ({ is: 'appointment' }),
	],
	[`(?:helgfri[at]?)${END}`, () => ({ is: 'not_holidays' })],
	[`(?:röda dagar|helgdagar|public holidays|bank holidays|holidays)${END}`, () => ({ is: 'holidays' })],
	[`(?:dygnet runt|around the clock|24 ?h|24 timmar|24/7)${END}`, () => ({ is: 'span', from: 0, to: 1440 })],
	[`(?:öppet|öppettider|öppettid|öppet för alla|open|opening hours|hours)${END}:?`, () => ({ is: 'nothing' })],
	[`(?:alla dagar|varje dag|every day|daily|dagligen|all days)${END}`, () => ({ is: 'days', days: [...weekdays] })],
	[`(?:övriga dagar|annars|other days|otherwise)${END}`, () => ({ is: 'unit', unit: 'day' })],
];

const compile = (list: readonly Rule[]) =>
	list.map(([pattern, read]) => ({ pattern: new RegExp(pattern, 'iuy'), read }));
const compiled = compile(rules);
const ofHours = compile([...hourRules, ...rules]);
const WORD = /[\p{L}\p{N}]+(?:[.:'][\p{L}\p{N}]+)*\.?|[^\p{L}\p{N}\s]/uy;

/** What was said, piece by piece; words that are none of ours are told apart as they were written. */
export function tokensOf(text: string, about: 'times' | 'hours' = 'times'): { tokens: Token[]; unread: string[] } {
	const plain = text.replace(/[‐-―−]/g, '-').replace(/[^\S\n]+/g, ' ');
	const tokens: Token[] = [];
	const unread: string[] = [];
	for (let at = 0; at < plain.length; ) {
		const found = tokenAt(about === 'hours' ? ofHours : compiled, plain, at);
		if (found) {
			tokens.push(found.token);
			at += found.length;
			continue;
		}
		WORD.lastIndex = at;
		const word = WORD.exec(plain)?.[0];
		if (word && !FILLER.test(word) && /[\p{L}\p{N}]/u.test(word)) unread.push(word);
		at += word?.length ?? 1;
	}
	return { tokens, unread };
}

function tokenAt(known: typeof compiled, text: string, at: number): { token: Token; length: number } | null {
	for (const { pattern, read } of known) {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		const token = match?.[0] ? read(...match.slice(1).map((group) => group ?? '')) : null;
		if (token) return { token, length: match![0].length };
	}
	return null;
}

function dateToken(year: string | undefined, month: string | number, day: string, weekday?: string): Token | null {
	const said = { year: year ? Number(year) : null, month: Number(month), day: Number(day) };
	// 29 February is a date in some years.
	if (!dateFrom(said.year ?? 2028, said.month, said.day)) return null;
	return { is: 'date', date: { ...said, weekday: weekday ? dayNamed(weekday) : null } };
}

/** Clock times as minutes; null for what is none. Of "6-8 pm" both are, of "11-1 pm" the second. */
function spanOf(h: string, m = '', half = '', h2 = '', m2 = '', half2 = ''): Token | null {
	const from = minutesSaid(h, m, half || half2);
	const to = minutesSaid(h2, m2, half2);
	if (from === null || to === null) return null;
	const begins = !half && half2 && from > to ? from - 720 : from;
	return begins === to || begins < 0 ? null : { is: 'span', from: begins, to };
}

function clockOf(hour: string, minute = '', half = ''): Token | null {
	const at = minutesSaid(hour, minute, half);
	return at === null ? null : { is: 'clock', at: at % 1440 };
}

function minutesSaid(hour: string, minute: string, half: string): number | null {
	const h = Number(hour);
	const m = Number(minute || 0);
	if (m > 59 || h > 24 || (h === 24 && m > 0) || (half && (h < 1 || h > 12))) return null;
	if (!half) return h * 60 + m;
	return ((h % 12) + (/^p/i.test(half) ? 12 : 0)) * 60 + m;
}

function monthsFrom(from: number, to: number): number[] {
	const count = ((to - from + 12) % 12) + 1;
	return Array.from({ length: count }, (_, ahead) => ((from - 1 + ahead) % 12) + 1);
}

function daysFrom(from: Weekday, to: Weekday): Weekday[] {
	const begin = weekdays.indexOf(from);
	const count = ((weekdays.indexOf(to) - begin + 7) % 7) + 1;
	return Array.from({ length: count }, (_, ahead) => weekdays[(begin + ahead) % 7]!);
}
