import type { Query } from '../domain/query.ts';
import type { Heard } from '../domain/search.ts';
import { plainOf, spelledWordsOf, stopWords } from './fold.ts';
import { translationOf } from './narrower.ts';
import { remembered } from './remembered.ts';
import { conceptsOf, languagesOf, type TermSet } from './terms.ts';
import { taxonomyConcepts } from './words.ts';

/** A language that pages are read in. */
export type Reader = 'sv' | 'en';

type Meaning = Heard['as'][number];

/** The longest phrase that is known as one has so many words. */
const MOST_WORDS = 4;
/** More than so many things are no longer one answer. */
const MOST_MEANINGS = 3;
const MOST_TEXTS = 2000;

const named: Record<TermSet, Meaning['in']> = {
	themes: 'theme',
	audiences: 'audience',
	venueKinds: 'venueKind',
	equipment: 'equipment',
	languages: 'language',
	kinds: 'kind',
};
const latin = /^[\p{Script=Latin}\p{N}\p{P}\p{M}\s]*$/u;

/** One memory for each language of readers. */
const readers: Record<Reader, { reader: Reader }> = { sv: { reader: 'sv' }, en: { reader: 'en' } };
const read = remembered(MOST_TEXTS, ({ reader }: { reader: Reader }, text): readonly Heard[] => heardIn(text, reader));

/**
 * What the words of a query that are neither Swedish nor the reader's own language were read as, in the order of the words. None
 * of a query whose words are meant as they stand. What every entry of a kind is called ("club") is not told: it says nothing.
 */
export const heard = ({ q, literal }: Query, reader: Reader): readonly Heard[] =>
	literal || !q ? [] : read(readers[reader], q);

function heardIn(text: string, reader: Reader): Heard[] {
	const given = text.split(/\s+/).filter(Boolean);
	const all: Heard[] = [];
	for (let at = 0; at < given.length; ) {
		const { length, as } = longest(given.slice(at, at + MOST_WORDS), reader);
		if (as.length) all.push({ words: bare(given.slice(at, at + length).join(' ')), as: as.slice(0, MOST_MEANINGS) });
		at += length;
	}
	return all;
}

/** What most of some words from the first on are a phrase for. A phrase that the reader knows is passed over whole. */
function longest(words: readonly string[], reader: Reader): { length: number; as: Meaning[] } {
	for (let length = words.length; length > 0; length--) {
		const phrase = words.slice(0, length).join(' ');
		const key = spelledWordsOf(phrase).map(plainOf).join(' ');
		const translated = translationOf(key);
		const languages = new Set<string>([...(translated?.languages ?? []), ...languagesOf(phrase)]);
		if (languages.size === 0) continue;
		if (languages.has('sv') || languages.has(reader)) return { length, as: [] };
		if (translated)
			return { length, as: [{ in: 'word', text: reader === 'sv' ? translated.swedish : translated.english }] };
		return { length, as: telling(conceptsOf(phrase).map(({ set, code }) => ({ in: named[set], text: code }))) };
	}
	return { length: 1, as: bent(words[0]!) };
}

/** Another form of a word, in a script that no Swedish word is written in. */
function bent(word: string): Meaning[] {
	const [spelled, ...more] = latin.test(word) ? [] : spelledWordsOf(word);
	if (!spelled || more.length || stopWords.has(plainOf(spelled))) return [];
	return telling(
		taxonomyConcepts()
			.surely(spelled)
			.map(({ set, value }) => ({ in: set as Meaning['in'], text: value })),
	);
}

/** Of what a word stands for, what is told: any room is one, and whom something is for says it all. */
function telling(meanings: Meaning[]): Meaning[] {
	if (meanings.some(({ in: set, text }) => set === 'venueKind' && text === 'other'))
		return [{ in: 'kind', text: 'venue' }];
	// A word that is in the names of several languages is in none.
	if (meanings.filter((one) => one.in === 'language').length > 1)
		return telling(meanings.filter((one) => one.in !== 'language'));
	const people = meanings.filter((one) => one.in === 'audience');
	return people.length ? people : meanings.filter((one) => one.in !== 'kind');
}

/** Words without the signs around them. */
const bare = (words: string) => words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
