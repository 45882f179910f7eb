import type { Untold } from '../domain/search.ts';
import type { DayPart, Weekday } from '../domain/taxonomies.ts';
import { asksForRoom, hasPurpose, isAnyRoom, roomWords } from './any-room.ts';
import { fold, stopWords } from './fold.ts';
import { roomFor } from './room-for.ts';
import { fillers, foreignDay, kin, type Meaning, sayings } from './sayings.ts';
import { conceptsOf } from './terms.ts';
import { languageNamed } from './words.ts';

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
	isPlace: (text: string, led: boolean) => boolean;
	/** The words as they were written. */
	given: readonly string[];
	/** Somebody looks for a room. */
	ofVenue: boolean;
}
type Reader = (words: readonly string[], at: number, around: Around) => Read | null;

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
const leadsToTime = new Set(
	'pa om varje varannan on every in the each during يوم كل у в щовечора در ኣብ maalinta'.split(' ').map(fold),
);
const leadsToThings = new Set('med och with and'.split(' '));
const leadsToPlace = new Set(
	'i in nara near kring runt around omkring utanfor vid at outside في у в біля در نزدیک ኣብ ku'.split(' ').map(fold),
);
/** Words that are places too, when they are written as one: "Berg", "Sälen". */
const alsoWords = new Set(['berg', 'bro', 'salen']);
/** A name of a place has at most so many words. */
const PLACE_WORDS = 3;
const PHRASE_WORDS = 4;

const phrase: Reader = (words, at) => {
	for (let length = PHRASE_WORDS; length > 0; length--) {
		const meaning = sayings.get(words.slice(at, at + length).join(' '));
		if (meaning) return { length, meaning };
	}
	return null;
};

/** "tisdagar", "tisdagskväll", "on Tuesday evenings". */
const weekday: Reader = (words, at) => {
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

/** "kvällar", "in the morning": told only where something leads to it, since "kväll" is in many names. */
const dayPart: Reader = (words, at) => {
	const part = partOf(words[at] ?? '');
	return part ? { length: 1, meaning: { part: [part] } } : null;
};

/** "imorgon kväll", "tomorrow morning". */
const partOfWhen: Reader = (words, at, around) => {
	const found = phrase(words, at, around);
	const part = found?.meaning.when && partOf(words[at + found.length] ?? '');
	return found && part ? { length: found.length + 1, meaning: { ...found.meaning, part: [part] } } : null;
};

const partAt = (hour: number): DayPart => (hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening');

/** "kl 18", "klockan 18.30", "at 6 pm", "18:00". */
const atHour: Reader = (words, at) => {
	const named = /^(?:kl|klockan|at)$/.test(words[at] ?? '') ? 1 : 0;
	const found = /^(\d{1,2})(?:([.:])(\d\d))?(am|pm)?$/.exec(words[at + named] ?? '');
	if (!found || Number(found[1]) > 23) return null;
	const later = found[4] ?? /^(?:am|pm)$/.exec(words[at + named + 1] ?? '')?.[0];
	// A number alone is anything; "18.00" is a time.
	if (later === undefined && (named === 0 || words[at] === 'at') && !(found[2] && Number(found[1]) > 5)) return null;
	const hour = Number(found[1]) + (later === 'pm' && Number(found[1]) < 12 ? 12 : 0);
	return { length: named + 1 + (later !== undefined && !found[4] ? 1 : 0), meaning: { part: [partAt(hour)] } };
};

/** "för 80 personer", "minst 100 sittplatser": of a room; how many come to anything else nothing can be found by. */
const seats: Reader = (words, at, { ofVenue }) => {
	const read = roomFor(words, at, ofVenue);
	return read && { length: read.length, meaning: read.ofRoom ? { seats: read.people } : { untold: ['seats'] } };
};

const smallNumbers = 'noll ett tva tre fyra fem sex sju atta nio tio elva tolv tretton fjorton femton'.split(' ');

/** "femåring", "sjuåringar", "min son som är 7", "dotter på 9 år", "60+". */
const ageOfWho: Reader = (words, at, { given }) => {
	const spelled = /^([a-z]+?)-?aring(?:ar|en|arna|s)?$/.exec(words[at] ?? '');
	const small = smallNumbers.indexOf(spelled?.[1] ?? '');
	if (small >= 0) return { length: 1, meaning: { age: small } };
	if (/^\d\d\+$/.test(given[at] ?? '')) return { length: 1, meaning: { age: Number(words[at]) } };
	if (!kin.has(words[at] ?? '')) return null;
	let next = at + 1;
	while (/^(?:som|ar|pa|is|who|aged)$/.test(words[next] ?? '')) next++;
	if (!/^\d{1,2}$/.test(words[next] ?? '')) return null;
	const year = /^(?:ar|years?)$/.test(words[next + 1] ?? '') ? 1 : 0;
	const old = year && /^(?:old|gammal)$/.test(words[next + 2] ?? '') ? 1 : 0;
	return { length: next + 1 + year + old - at, meaning: { age: Number(words[next]) } };
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

/** "arabisktalande", "Somali-speaking". */
const speaking: Reader = (words, at) => {
	const swedish = /^(.{3,}?)s?talande$/.exec(words[at] ?? '')?.[1];
	const english = /^(.{3,})-speaking$/.exec(words[at] ?? '')?.[1];
	const named = swedish
		? (languageNamed(`${swedish}ska`) ?? languageNamed(`${swedish}a`))
		: languageNamed(english ?? '');
	return named ? { length: 1, meaning: { language: [named] } } : null;
};

/** "på arabiska", "in Arabic". */
const language: Reader = (words, at) => {
	const found = ['pa', 'in'].includes(words[at] ?? '') ? languageNamed(words[at + 1] ?? '') : null;
	return found ? { length: 2, meaning: { language: [found] } } : null;
};

/** "i Sollefteå", "nära Upplands Väsby": a place only behind a word that leads to one. */
const place: Reader = (words, at, { isPlace, given }) => {
	if (!leadsToPlace.has(words[at] ?? '')) return null;
	for (let length = PLACE_WORDS; length > 0; length--) {
		const name = words.slice(at + 1, at + 1 + length);
		if (alsoWords.has(name.join(' ')) && !/^[\p{Lu}]|ä/u.test(given[at + 1]!)) continue;
		if (name.length === length && isPlace(name.join(' '), true))
			return { length: length + 1, meaning: { place: given.slice(at + 1, at + 1 + length).join(' ') } };
	}
	return null;
};

/** "Tukholmassa", "ستوكهولم": what can be nothing but a place. */
const placeAlone: Reader = (words, at, { isPlace, given }) => {
	const length = [2, 1].find((one) => at + one <= words.length && isPlace(words.slice(at, at + one).join(' '), false));
	return length ? { length, meaning: { place: given.slice(at, at + length).join(' ') } } : null;
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

const readers: readonly Reader[] = [
	partOfWhen,
	phrase,
	afterHour,
	seats,
	ageOfWho,
	age,
	language,
	speaking,
	equipped,
	place,
	time,
	atHour,
	placeAlone,
];

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const possessive = /^(?:min|mina|mitt|var|vara|my|our)$/;

/** What is done with one. */
const venueDeeds = new Set('hyra boka lana rent book'.split(' '));
const isVenueWord = (word: string) => isAnyRoom(word) || conceptsOf(word).some(({ set }) => set === 'venueKinds');

/**
 * Reads a sentence in Swedish or English: "gratis språkkafé på tisdagar i Sollefteå" is the text "språkkafé", free of charge, on
 * Tuesdays, near Sollefteå. What it does not know stays text. A sentence in quotation marks is left alone. `isPlace` tells
 * whether a text names a place; `somewhere` that one has been given beside it.
 */
export function understand(q: string, isPlace: Around['isPlace'], somewhere = false): Understood {
	if (/^["”“].*["”“]$/s.test(q.trim())) return { text: q, meaning: {} };
	const given = q.split(/\s+/).filter(Boolean);
	const words = given.map((word) => fold(word).replace(EDGES, ''));
	const plain = given.map((word) => word.toLowerCase().replace(/[.,;:!?]+$/, ''));
	const left: string[] = [];
	const meaning: Meaning = {};
	const around = { isPlace, given, ofVenue: words.some(isVenueWord) };
	for (let at = 0; at < given.length; ) {
		const leading = [4, 3, 2, 1].find((length) => fillers.has(plain.slice(at, at + length).join(' ')));
		if (leading) {
			at += leading;
			continue;
		}
		const read = readers.reduce<Read | null>((found, reader) => found ?? reader(words, at, around), null);
		if (!read) {
			// Whose it is says nothing of what it is: "min dotter vill rida".
			const owned = meaning.age !== undefined || possessive.test(words[at - 1] ?? '');
			if (!(owned && kin.has(words[at]!))) left.push(given[at]!);
			at++;
			continue;
		}
		add(meaning, read.meaning);
		at += read.length;
	}
	const understood = Object.keys(meaning).length > 0;
	const says = (word: string) => !stopWords.has(fold(word)) && !venueDeeds.has(fold(word));
	const saying = left.filter(says);
	const telling = saying.map((word) => fold(word).replace(EDGES, ''));
	const rooms = telling.length > 0 && asksForRoom(words) ? roomWords(telling, saying) : null;
	if (rooms && (understood || hasPurpose(telling) || (somewhere && rooms.length === 0)))
		return { text: rooms.join(' '), meaning: ofRoom(meaning) };
	if (telling.length === 0 && !understood) return { text: q, meaning };
	const text = telling.length ? left.join(' ') : '';
	// Only rooms have seats.
	return {
		text,
		meaning: meaning.seats && (meaning.when || meaning.weekday || meaning.part) ? ofRoom(meaning) : meaning,
	};
}

/** What is asked of any room: when one is free, and what it costs whom, is known by those who lend it alone. */
function ofRoom({ when, weekday, part, free, untold = [], ...rest }: Meaning): Meaning {
	const unmet: Untold[] = [
		...untold,
		...(when || weekday || part ? ['hours' as const] : []),
		...(free ? ['price' as const] : []),
	];
	return { ...rest, kind: ['venue'], ...(unmet.length ? { untold: unmet } : {}) };
}

/** Adds what was read; the first of what there can be only one of stays. */
function add(to: Meaning, read: Meaning): void {
	if (read.free) to.free = true;
	if (read.when) to.when ??= read.when;
	if (read.age !== undefined) to.age ??= read.age;
	if (read.seats) to.seats ??= read.seats;
	if (read.place !== undefined) to.place ??= read.place.replace(/[.,;:!?،؟]+$/, '');
	for (const key of ['weekday', 'part', 'language', 'access', 'equipment', 'untold'] as const) {
		const more = read[key];
		if (more) to[key] = [...new Set([...(to[key] ?? []), ...more])] as never;
	}
}
