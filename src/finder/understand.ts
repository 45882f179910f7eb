import type { Query } from '../domain/query.ts';
import type { AccessFact, DayPart, Equipment, Kind, Language, Weekday } from '../domain/taxonomies.ts';
import { fold, stopWords } from './fold.ts';
import { conceptsOf } from './terms.ts';
import { languageNamed } from './words.ts';

/** What a sentence asks for beside its words. */
export type Meaning = Partial<Pick<Query, 'free' | 'when' | 'age' | 'place'>> & {
	weekday?: Weekday[];
	part?: DayPart[];
	language?: Language[];
	kind?: Kind[];
	access?: AccessFact[];
	equipment?: Equipment[];
};

/** A sentence, understood: the words that are left to be searched for, and what the others ask for. */
export interface Understood {
	text: string;
	meaning: Meaning;
}

/** What some words say, and how many words that takes. */
interface Read {
	length: number;
	meaning: Meaning;
}
/** What a reader may know beside the words. */
interface Around {
	isPlace: (text: string) => boolean;
	/** Somebody looks for a room. */
	ofVenue: boolean;
}
type Reader = (words: readonly string[], at: number, around: Around) => Read | null;

const phrases: Record<string, Meaning> = {
	gratis: { free: true },
	kostnadsfri: { free: true },
	kostnadsfritt: { free: true },
	kostnadsfria: { free: true },
	'utan kostnad': { free: true },
	'fri entre': { free: true },
	'fritt intrade': { free: true },
	'free of charge': { free: true },
	'for free': { free: true },
	free: { free: true },
	idag: { when: 'today' },
	'i dag': { when: 'today' },
	today: { when: 'today' },
	ikvall: { when: 'today', part: ['evening'] },
	'i kvall': { when: 'today', part: ['evening'] },
	tonight: { when: 'today', part: ['evening'] },
	imorgon: { when: 'tomorrow' },
	'i morgon': { when: 'tomorrow' },
	tomorrow: { when: 'tomorrow' },
	'i helgen': { when: 'weekend' },
	'till helgen': { when: 'weekend' },
	'this weekend': { when: 'weekend' },
	'i veckan': { when: 'week' },
	'denna vecka': { when: 'week' },
	'den har veckan': { when: 'week' },
	'this week': { when: 'week' },
	'den har manaden': { when: 'month' },
	'this month': { when: 'month' },
	'entre utan trappsteg': { access: ['step_free_entrance'] },
	'utan trappsteg': { access: ['step_free_entrance'] },
	'utan trappor': { access: ['step_free_entrance'] },
	'stegfri entre': { access: ['step_free_entrance'] },
	trappfri: { access: ['step_free_entrance'] },
	trappfritt: { access: ['step_free_entrance'] },
	rullstolsanpassad: { access: ['step_free_entrance'] },
	rullstolsanpassat: { access: ['step_free_entrance'] },
	rullstolsanpassade: { access: ['step_free_entrance'] },
	'med rullstol': { access: ['step_free_entrance'] },
	'step-free entrance': { access: ['step_free_entrance'] },
	'step free entrance': { access: ['step_free_entrance'] },
	'step-free': { access: ['step_free_entrance'] },
	'wheelchair accessible': { access: ['step_free_entrance'] },
	'wheelchair access': { access: ['step_free_entrance'] },
	'med hiss': { access: ['lift'] },
	'with lift': { access: ['lift'] },
	'med horslinga': { access: ['hearing_loop'] },
	'with hearing loop': { access: ['hearing_loop'] },
	'tillganglig toalett': { access: ['accessible_toilet'] },
	handikapptoalett: { access: ['accessible_toilet'] },
	'accessible toilet': { access: ['accessible_toilet'] },
	dagtid: { part: ['morning', 'afternoon'] },
	daytime: { part: ['morning', 'afternoon'] },
	kvallstid: { part: ['evening'] },
};

/** Words that only lead to a question, as they are written: "man" is no "män". */
const fillers = new Set(
	[
		'kan man gå på, kan jag gå på, kan man gå, kan jag gå, var kan jag, var kan man, kan man, kan jag, jag vill, vill jag, finns det, var finns, vad finns',
		'jag söker, jag letar efter, letar efter, jag behöver, hur hittar jag, var hittar jag, hitta, något, någon, några, nåt',
		'någonting, att göra, vad händer, där jag kan, där man kan, gå på, som är, min, mitt, mina',
		'can i, where can i, i want to, i want, is there, are there, i am looking for, looking for, find, something, anything',
		"to do, what is on, what's on, some, any, my",
	].flatMap((line) => line.split(', ')),
);

const swedishDays = ['man', 'tis', 'ons', 'tors', 'fre', 'lor', 'son'];
const englishDays = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'];
const dayCodes: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY =
	/^(?:(man|tis|ons|tors|fre|lor|son)dag(?:ar|en|arna)?s?|(mon|tues|wednes|thurs|fri|satur|sun)days?)(kvall|morgon|formiddag|eftermiddag)?(?:ar|en|arna)?$/;
const parts: readonly [RegExp, DayPart][] = [
	[/^(?:kvall(?:ar|en|arna)?|evenings?)$/, 'evening'],
	[/^(?:formiddag(?:ar|en|arna)?|morgon(?:en)?|morgnar(?:na)?|mornings?)$/, 'morning'],
	[/^(?:eftermiddag(?:ar|en|arna)?|afternoons?)$/, 'afternoon'],
];
const partOf = (word: string): DayPart | undefined => parts.find(([pattern]) => pattern.test(word))?.[1];
/** Words that only lead to a time. */
const leadsToTime = new Set('pa om varje varannan pa on every in the each during'.split(' '));
const leadsToThings = new Set('med och with and'.split(' '));
const leadsToPlace = new Set('i in nara near kring runt around omkring utanfor vid at outside'.split(' '));
/** A name of a place has at most so many words. */
const PLACE_WORDS = 3;
const PHRASE_WORDS = 3;

const phrase: Reader = (words, at) => {
	for (let length = PHRASE_WORDS; length > 0; length--) {
		const meaning = phrases[words.slice(at, at + length).join(' ')];
		if (meaning) return { length, meaning };
	}
	return null;
};

/** "tisdagar", "tisdagskväll", "on Tuesday evenings". */
const weekday: Reader = (words, at) => {
	const found = DAY.exec(words[at] ?? '');
	if (!found) return null;
	const [, swedish, english, within] = found;
	const day = dayCodes[swedish ? swedishDays.indexOf(swedish) : englishDays.indexOf(english!)]!;
	const part = partOf(within ?? words[at + 1] ?? '');
	return {
		length: part && !within ? 2 : 1,
		meaning: part ? { weekday: [day], part: [part] } : { weekday: [day] },
	};
};

/** "kvällar", "in the morning": told only where something leads to it, since "kväll" is in many names. */
const dayPart: Reader = (words, at) => {
	const part = partOf(words[at] ?? '');
	return part ? { length: 1, meaning: { part: [part] } } : null;
};

/** "efter 17", "efter klockan 17", "after 5 pm". */
const afterHour: Reader = (words, at) => {
	if (words[at] !== 'efter' && words[at] !== 'after') return null;
	const named = /^(?:kl|klockan)$/.test(words[at + 1] ?? '') ? 1 : 0;
	const found = /^(\d{1,2})(?:[.:]\d\d)?(pm)?$/.exec(words[at + 1 + named] ?? '');
	if (!found) return null;
	const later = words[at + 2 + named] === 'pm';
	const hour = Number(found[1]) + ((found[2] || later) && Number(found[1]) < 12 ? 12 : 0);
	if (hour < 10 || hour > 23) return null;
	const part: DayPart[] = hour >= 16 ? ['evening'] : ['afternoon', 'evening'];
	return { length: 2 + named + (later ? 1 : 0), meaning: { part } };
};

/** "7-åring", "7 år", "7 years old": one age; bands such as "0-6 år" are words of names. */
const age: Reader = (words, at) => {
	const found = /^(\d{1,3})(?:-?(?:aring|aringar|arig|ariga|ar|year-olds?))?$/.exec(words[at] ?? '');
	if (!found || Number(found[1]) > 120) return null;
	if (found[0] !== found[1]) return { length: 1, meaning: { age: Number(found[1]) } };
	const next = words[at + 1] ?? '';
	if (!/^(?:ar|aring|aringar|years?|year-olds?)$/.test(next)) return null;
	const old = /^(?:old|gammal|gamla)$/.test(words[at + 2] ?? '') ? 1 : 0;
	return { length: 2 + old, meaning: { age: Number(found[1]) } };
};

/** "på arabiska", "in Arabic". */
const language: Reader = (words, at) => {
	const found = ['pa', 'in'].includes(words[at] ?? '') ? languageNamed(words[at + 1] ?? '') : null;
	return found ? { length: 2, meaning: { language: [found] } } : null;
};

/** "i Sollefteå", "nära Upplands Väsby": a place only behind a word that leads to one. */
const place: Reader = (words, at, { isPlace }) => {
	if (!leadsToPlace.has(words[at] ?? '')) return null;
	for (let length = PLACE_WORDS; length > 0; length--) {
		const name = words.slice(at + 1, at + 1 + length);
		if (name.length === length && isPlace(name.join(' ')))
			return { length: length + 1, meaning: { place: String(at + 1) } };
	}
	return null;
};

/** A time behind words that lead to it: "på tisdagar", "varje torsdag", "on Monday", "in the evening". */
const time: Reader = (words, at, around) => {
	let start = at;
	while (leadsToTime.has(words[start] ?? '')) start++;
	const found = weekday(words, start, around) ?? (start > at ? dayPart(words, start, around) : null);
	return found && { length: start - at + found.length, meaning: found.meaning };
};

/** "med kök", "och scen", of a room; a choir "med piano" is another thing. */
const equipped: Reader = (words, at, { ofVenue }) => {
	if (!ofVenue || !leadsToThings.has(words[at] ?? '')) return null;
	for (const length of [2, 1]) {
		const found = conceptsOf(words.slice(at + 1, at + 1 + length).join(' ')).find(({ set }) => set === 'equipment');
		if (found?.set === 'equipment') return { length: length + 1, meaning: { equipment: [found.code] } };
	}
	return null;
};

const readers: readonly Reader[] = [phrase, afterHour, age, language, equipped, place, time];

/** Any room to meet in; which sort it is stays a word to look for. */
const venueWords = new Set('lokal lokaler lokalen lokalerna venue venues premises'.split(' '));
/** What is done with one. */
const venueDeeds = new Set('hyra boka lana rent book'.split(' '));
const isVenueWord = (word: string) => venueWords.has(word) || conceptsOf(word).some(({ set }) => set === 'venueKinds');

/**
 * Reads a sentence in Swedish or English: "gratis språkkafé på tisdagar i Sollefteå" is the text "språkkafé", free of charge, on
 * Tuesdays, near Sollefteå. What it does not know stays text. A sentence in quotation marks is left alone. `isPlace` tells
 * whether a text names a place; `somewhere` that one has been given beside it.
 */
export function understand(q: string, isPlace: (text: string) => boolean, somewhere = false): Understood {
	if (/^["”“].*["”“]$/s.test(q.trim())) return { text: q, meaning: {} };
	const given = q.split(/\s+/).filter(Boolean);
	const words = given.map((word) => fold(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
	const plain = given.map((word) => word.toLowerCase().replace(/[.,;:!?]+$/, ''));
	const left: string[] = [];
	const meaning: Meaning = {};
	const around = { isPlace, ofVenue: words.some(isVenueWord) };
	for (let at = 0; at < given.length; ) {
		const leading = [4, 3, 2, 1].find((length) => fillers.has(plain.slice(at, at + length).join(' ')));
		if (leading) {
			at += leading;
			continue;
		}
		const read = readers.reduce<Read | null>((found, reader) => found ?? reader(words, at, around), null);
		if (!read) {
			left.push(given[at++]!);
			continue;
		}
		add(meaning, read.meaning, given.slice(at + 1, at + read.length).join(' '));
		at += read.length;
	}
	const understood = Object.keys(meaning).length > 0;
	const telling = left.map(fold).filter((word) => !stopWords.has(word) && !venueDeeds.has(word));
	if ((understood || somewhere) && telling.length > 0 && telling.every((word) => venueWords.has(word)))
		return { text: '', meaning: { ...meaning, kind: ['venue'] } };
	if (telling.length === 0 && !understood) return { text: q, meaning };
	return { text: telling.length ? left.join(' ') : '', meaning };
}

/** Adds what was read; the first of what there can be only one of stays. */
function add(to: Meaning, read: Meaning, name: string): void {
	if (read.free) to.free = true;
	if (read.when) to.when ??= read.when;
	if (read.age !== undefined) to.age ??= read.age;
	if (read.place !== undefined) to.place ??= name.replace(/[.,;:!?]+$/, '');
	for (const key of ['weekday', 'part', 'language', 'access', 'equipment'] as const) {
		const more = read[key];
		if (more) to[key] = [...new Set([...(to[key] ?? []), ...more])] as never;
	}
}
