import type { Language } from '../domain/taxonomies.ts';
import { smallNumber } from './numerals.ts';
import { phraseAt, phrases, type Said, type SentenceReader } from './reader.ts';
import { kin } from './sayings.ts';
import { languageNamed } from './words.ts';

const OLDEST = 120;
/** An age that is only led to is that of somebody old: "över 70". */
const OLD = 50;
const andMore = phrases('och aldre, och uppat, och over, eller aldre, and over, and up, and older, or older, plus');
const about = phrases(
	'upp till, i aldern, mellan, over, fran, kring, runt, omkring, ungefar, ca, fran och med, from, over, around, minst',
);
const ofAge = phrases('aged, age, ages, aldern, i aldern, alder');

/** "femåring", "sjuåringar", "min son som är 7", "dotter på 9 år", "60+". */
const ageOfWho: SentenceReader = (words, at, { given }) => {
	const spelled = /^([a-z]+?)-?aring(?:ar|en|arna|s)?$/.exec(words[at] ?? '');
	const small = smallNumber(spelled?.[1] ?? '');
	if (small !== null) return { length: 1, meaning: { age: small } };
	if (/^\d\d\+$/.test(given[at] ?? '')) return { length: 1, meaning: { age: Number(words[at]) } };
	if (!kin.has(words[at] ?? '')) return null;
	let next = at + 1;
	while (/^(?:som|ar|pa|is|who|aged)$/.test(words[next] ?? '')) next++;
	if (!/^\d{1,2}$/.test(words[next] ?? '')) return null;
	const year = /^(?:ar|years?)$/.test(words[next + 1] ?? '') ? 1 : 0;
	const old = year && /^(?:old|gammal)$/.test(words[next + 2] ?? '') ? 1 : 0;
	return { length: next + 1 + year + old - at, meaning: { age: Number(words[next]) } };
};

/** "7-åring", "7 år", "7 years old": one age; bands such as "0-6 år" are words of names. */
function plainAge(words: readonly string[], at: number): Said | null {
	const band = /^(\d{1,2})[-–]\d{1,2}-?aring(?:ar|arna)?$/.exec(words[at] ?? '');
	if (band) return { length: 1, meaning: { age: Number(band[1]) } };
	const found = /^(\d{1,3})(?:-?(?:aring|aringar|arig|ariga|ar|year-olds?))?$/.exec(words[at] ?? '');
	if (!found || Number(found[1]) > OLDEST) return null;
	const meaning = { age: Number(found[1]) };
	if (found[0] !== found[1]) return { length: 1, meaning };
	const next = words[at + 1] ?? '';
	if (!/^(?:ar|aring|aringar|years?|year-olds?)$/.test(next)) return null;
	const old = /^(?:olds?|gammal|gamla)$/.test(words[at + 2] ?? '') ? 1 : 0;
	return { length: 2 + old, meaning };
}

/** "14" in "jag är 14", "I am 14": not in "år 14". */
function ageOfMe(words: readonly string[], at: number, given: readonly string[]): Said | null {
	const led = /^(?:är|am|i['’]m)$/i.test((given[at - 1] ?? '').normalize('NFC'));
	return led && /^\d{1,2}$/.test(words[at] ?? '') ? { length: 1, meaning: { age: Number(words[at]) } } : null;
}

/** "aged 8", "ages 6-8", "åldern 10". */
function ledAge(words: readonly string[], at: number): Said | null {
	const lead = phraseAt(words, at, ofAge);
	const found = lead > 0 ? /^(\d{1,2})(?:[-–]\d{1,2})?$/.exec(words[at + lead] ?? '') : null;
	if (!found) return null;
	const year = /^(?:ar|years?)$/.test(words[at + lead + 1] ?? '') ? 1 : 0;
	return { length: lead + 1 + year, meaning: { age: Number(found[1]) } };
}

/** "under 5 år", "från 4 år", "över 65": what is said about an age goes with it. */
function roundAge(words: readonly string[], at: number, ofVenue: boolean): Said | null {
	if (words[at] === 'under') {
		const found = plainAge(words, at + 1) ?? nakedAge(words, at + 1);
		const age = Math.max(0, (found?.meaning.age ?? 0) - 1);
		return found && { length: found.length + 1, meaning: { age } };
	}
	const lead = phraseAt(words, at, about);
	if (lead === 0) return null;
	const found = plainAge(words, at + lead);
	if (found) return { ...found, length: found.length + lead };
	const over = words[at] === 'over' && !ofVenue ? /^(\d\d)s?$/.exec(words[at + 1] ?? '') : null;
	return over && Number(over[1]) >= OLD ? { length: 2, meaning: { age: Number(over[1]) } } : null;
}

/** "Under 12" says an age of itself, unless it is many of something. */
function nakedAge(words: readonly string[], at: number): Said | null {
	const ends = words[at + 1] === undefined;
	return ends && /^\d{1,2}$/.test(words[at] ?? '') ? { length: 1, meaning: { age: Number(words[at]) } } : null;
}

const age: SentenceReader = (words, at, { given, ofVenue }) => {
	const found = plainAge(words, at) ?? ageOfMe(words, at, given) ?? ledAge(words, at) ?? roundAge(words, at, ofVenue);
	return found && { ...found, length: found.length + phraseAt(words, at + found.length, andMore) };
};

/** "arabisktalande", "engelskspråkig", "Somali-speaking". */
const speaking: SentenceReader = (words, at) => {
	const swedish = /^(.{3,}?)s?(?:talande|sprakig[at]?)$/.exec(words[at] ?? '')?.[1];
	const english = /^(.{3,})-speaking$/.exec(words[at] ?? '')?.[1];
	const named = swedish
		? (languageNamed(`${swedish}ska`) ?? languageNamed(`${swedish}a`))
		: languageNamed(english ?? '');
	return named ? { length: 1, meaning: { language: [named] } } : null;
};

/** "på arabiska", "in sign language", "på somaliska och arabiska". */
const language: SentenceReader = (words, at) => {
	if (words[at] !== 'pa' && words[at] !== 'in') return null;
	const all: Language[] = [];
	let next = at;
	do {
		const length = [2, 1].find((one) => languageNamed(words.slice(next + 1, next + 1 + one).join(' ')) !== null);
		if (!length) break;
		all.push(languageNamed(words.slice(next + 1, next + 1 + length).join(' '))!);
		next += 1 + length;
	} while (/^(?:och|eller|and|or)$/.test(words[next] ?? ''));
	return all.length ? { length: next - at, meaning: { language: all } } : null;
};

/** What is said of whom it is for. */
export const whoReaders: readonly SentenceReader[] = [ageOfWho, age, language, speaking];
