import type { DayPart, Weekday } from '../domain/taxonomies.ts';
import { fold } from './fold.ts';
import { phraseAt, phrases, type SentenceReader } from './reader.ts';
import { foreignDay, sayings } from './sayings.ts';
import { conceptsOf } from './terms.ts';

const swedishDays = ['man', 'tis', 'ons', 'tors', 'fre', 'lor', 'son'];
const englishDays = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'];
const dayCodes: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY =
	/^(?:(man|tis|ons|tors|fre|lor|son)da(?:g(?:ar|en|arna)?s?|r)|(mon|tues|wednes|thurs|fri|satur|sun)days?)(kvall|morgon|formiddag|eftermiddag)?(?:ar|en|arna)?$/;
const parts: readonly [RegExp, DayPart][] = [
	[/^(?:kvall(?:ar|en|arna)?|natt(?:en)?|evenings?|nights?)$/, 'evening'],
	[/^(?:formiddag(?:ar|en|arna)?|morgon(?:en)?|morgnar(?:na)?|bitti|mornings?)$/, 'morning'],
	[/^(?:eftermiddag(?:ar|en|arna)?|afternoons?)$/, 'afternoon'],
];
const partOf = (word: string): DayPart | undefined => parts.find(([pattern]) => pattern.test(word))?.[1];

/** Words that only lead to a time. */
const leadsToTime = new Set(
	'pa om under varje varannan sent tidigt on every in the each during at late early يوم كل у в щовечора در ኣብ maalinta'
		.split(' ')
		.map(fold),
);
const thisOne = phrases('i, denna, den har, this');
const nextOne = new Set('nasta kommande next'.split(' '));
const PHRASE_WORDS = 4;

/** What people say of cost, access, time and nearness in so many words. */
export const phrase: SentenceReader = (words, at) => {
	for (let length = PHRASE_WORDS; length > 0; length--) {
		const meaning = sayings.get(words.slice(at, at + length).join(' '));
		if (meaning) return { length, meaning };
	}
	return null;
};

/** "tisdagar", "tisdagskväll", "on Tuesday evenings". */
const weekday: SentenceReader = (words, at) => {
	const found = DAY.exec(words[at] ?? '');
	const foreign = foreignDay.get(words[at] ?? '');
	if (!found && !foreign) return null;
	const [, swedish, english, within] = found ?? [];
	const day = foreign ?? dayCodes[swedish ? swedishDays.indexOf(swedish) : englishDays.indexOf(english!)]!;
	const part = partOf(within ?? words[at + 1] ?? '');
	return {
		length: part && !within ? 2 : 1,
		meaning: part ? { weekday: [day], part: [part] } : { weekday: [day] },
	};
};

/** "nästa tisdag", "next Friday evening": of the week that comes, as most mean it. */
const nextDay: SentenceReader = (words, at, around) => {
	const found = nextOne.has(words[at] ?? '') ? weekday(words, at + 1, around) : null;
	return found && { length: found.length + 1, meaning: { ...found.meaning, when: 'next_week' } };
};

/** "kvällar", "in the morning": told only where something leads to it, since "kväll" is in many names. */
const dayPart: SentenceReader = (words, at) => {
	const part = partOf(words[at] ?? '');
	return part ? { length: 1, meaning: { part: [part] } } : null;
};

/** "i eftermiddag", "this morning": today. */
const partOfToday: SentenceReader = (words, at) => {
	const lead = phraseAt(words, at, thisOne);
	const found =
		lead > 0 && /^(?:kvall|natt|(?:formid|eftermid)dag|morning|afternoon|evening)$/.test(words[at + lead] ?? '');
	return found ? { length: lead + 1, meaning: { when: 'today', part: [partOf(words[at + lead]!)!] } } : null;
};

/** "imorgon kväll", "tomorrow morning". */
const partOfWhen: SentenceReader = (words, at, around) => {
	const found = phrase(words, at, around);
	const part = found?.meaning.when && partOf(words[at + found.length] ?? '');
	return found && part ? { length: found.length + 1, meaning: { ...found.meaning, part: [part] } } : null;
};

const partAt = (hour: number): DayPart => (hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening');

/** An hour of the day, how many words it takes, and what shows that it is one. */
interface Hour {
	length: number;
	hour: number;
	named: boolean;
	/** It has minutes, or "am" or "pm". */
	exact: boolean;
}

const CLOCK = /^(\d{1,2})(?:[.:](\d\d))?(am|pm)?$/;

function hourAt(words: readonly string[], at: number): Hour | null {
	const named = /^(?:kl|klockan)$/.test(words[at] ?? '') ? 1 : 0;
	const found = CLOCK.exec(words[at + named] ?? '');
	const hour = Number(found?.[1]);
	if (!found || hour > 23) return null;
	const apart = found[3] ? undefined : /^(?:am|pm)$/.exec(words[at + named + 1] ?? '')?.[0];
	const half = found[3] ?? apart;
	return {
		length: named + 1 + (apart ? 1 : 0),
		hour: hour + (half === 'pm' && hour < 12 ? 12 : 0),
		named: named > 0,
		exact: found[2] !== undefined || half !== undefined,
	};
}

/** "kl 18", "klockan 18.30", "at 6 pm", "18:00". A number alone is anything. */
const atHour: SentenceReader = (words, at) => {
	const lead = words[at] === 'at' ? 1 : 0;
	const found = hourAt(words, at + lead);
	if (!found || !(found.named || (found.exact && found.hour > 5))) return null;
	return { length: lead + found.length, meaning: { part: [partAt(found.hour)] } };
};

const YEARS = /^(?:ar|aring(?:ar)?|years?|-?aring|personer|pers|people)$/;

/** "efter 17", "efter klockan 17", "after 5 pm", "från kl 18". */
const afterHour: SentenceReader = (words, at) => {
	const surely = /^(?:efter|after)$/.test(words[at] ?? '');
	if (!surely && !/^(?:fran|tidigast|from)$/.test(words[at] ?? '')) return null;
	const found = hourAt(words, at + 1);
	if (!found || found.hour < 10 || YEARS.test(words[at + 1 + found.length] ?? '')) return null;
	// "Från 18" is an age as well.
	if (!surely && !found.named && !found.exact) return null;
	return { length: 1 + found.length, meaning: { part: found.hour >= 16 ? ['evening'] : ['afternoon', 'evening'] } };
};

/** "före lunch", "before noon", "innan kl 15". */
const beforeHour: SentenceReader = (words, at) => {
	if (!/^(?:fore|innan|senast|before)$/.test(words[at] ?? '')) return null;
	if (/^(?:lunch|noon)$/.test(words[at + 1] ?? '')) return { length: 2, meaning: { part: ['morning'] } };
	const found = hourAt(words, at + 1);
	if (!found || found.hour < 8 || found.hour > 18 || YEARS.test(words[at + 1 + found.length] ?? '')) return null;
	return { length: 1 + found.length, meaning: { part: found.hour <= 12 ? ['morning'] : ['morning', 'afternoon'] } };
};

/** "mellan 17 och 19", "between 5 and 7 pm": of ages it is said too. */
const betweenHours: SentenceReader = (words, at) => {
	if (words[at] !== 'mellan' && words[at] !== 'between') return null;
	const from = hourAt(words, at + 1);
	if (!from || !/^(?:och|and)$/.test(words[at + 1 + from.length] ?? '')) return null;
	const to = hourAt(words, at + 2 + from.length);
	const length = 2 + from.length + (to?.length ?? 0);
	const ofYoung = conceptsOf(words[at - 1] ?? '').some(({ code }) => code === 'children' || code === 'youth');
	if (!to || YEARS.test(words[at + length] ?? '')) return null;
	const surely = from.named || from.exact || to.exact;
	if (!surely && (ofYoung || to.hour < 17)) return null;
	// "Between 5 and 7 pm" begins at five in the afternoon.
	const later = to.hour > 12 && to.exact && !from.exact && from.hour < 12 && to.hour - from.hour > 12;
	return { length, meaning: { part: [...new Set([partAt(later ? from.hour + 12 : from.hour), partAt(to.hour - 1)])] } };
};

const SPAN = /^(\d{1,2})([.:]\d\d)?[-–](\d{1,2})([.:]\d\d)?$/;

/** "kl 18-20", "18.30–20", "tisdagar 18-20". */
const hourSpan: SentenceReader = (words, at) => {
	const named = /^(?:kl|klockan)$/.test(words[at] ?? '') ? 1 : 0;
	const found = SPAN.exec(words[at + named] ?? '');
	if (!found || Number(found[1]) > 23 || YEARS.test(words[at + named + 1] ?? '')) return null;
	if (!named && !found[2] && !found[4] && !DAY.test(words[at - 1] ?? '')) return null;
	return { length: named + 1, meaning: { part: [partAt(Number(found[1]))] } };
};

/** A time behind words that lead to it: "på tisdagar", "varje torsdag", "on Monday", "in the evening". */
const led: SentenceReader = (words, at, around) => {
	let start = at;
	while (leadsToTime.has(words[start] ?? '')) start++;
	const found =
		nextDay(words, start, around) ??
		weekday(words, start, around) ??
		(start > at ? dayPart(words, start, around) : null);
	return found && { length: start - at + found.length, meaning: found.meaning };
};

/** What is said of when, the surest first. */
export const timeReaders: readonly SentenceReader[] = [
	partOfWhen,
	phrase,
	partOfToday,
	afterHour,
	beforeHour,
	betweenHours,
	hourSpan,
];
/** The same, to be tried once a place has not been read. */
export const lateTimeReaders: readonly SentenceReader[] = [led, atHour];
