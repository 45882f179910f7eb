import { plainOf, spelledWordsOf, wordsOf } from './fold.ts';
import narrower from './narrower.json' with { type: 'json' };
import { stemOf } from './stems.ts';

/** A word that a typed one is also asked as, and how much less that weighs. */
export interface Also {
	word: string;
	share: number;
}

/** A word that is asked for, spelled, or a phrase that is known as one. */
export interface AskedWord {
	word: string;
	/** It is no misspelling, and nothing besides itself. */
	literal: boolean;
	also: readonly Also[];
}

/** Said in Swedish it is a neighbour or something wider; in another language it is the word itself. */
const NEIGHBOUR = 0.6;
const SAME = 0.95;

/** A stem shorter than this is soon that of another word: "lax" is a fish, "läxa" is homework. */
const SHORTEST_STEM = 4;

const byTerm = new Map<string, Also[]>();
/** What a term of another language is in Swedish, and in English where that has a word of its own. */
const translated = new Map<string, { swedish: string; english: string; languages: Set<string> }>();
/** By the stems of a Swedish term: "anfader" meets "anfäder". */
const byStems = new Map<string, Also[]>();
for (const [swedish, languages] of Object.entries(narrower))
	for (const [language, terms] of Object.entries(languages))
		for (const term of terms) {
			const words = wordsOf(term);
			const also = { word: spelledWordsOf(swedish)[0]!, share: language === 'sv' ? NEIGHBOUR : SAME };
			const key = words.join(' ');
			// What the stems know already is no neighbour.
			if (language === 'sv' && stemOf(plainOf(also.word)) === stemOf(key)) continue;
			add(byTerm, key, also);
			if (language !== 'sv') translate(key, swedish, language, (languages as { en?: string[] }).en?.[0]);
			if (language === 'sv') add(byStems, stemsOf(key), also);
		}

function add(index: Map<string, Also[]>, key: string, also: Also): void {
	const known = index.get(key) ?? [];
	if (!known.some(({ word }) => word === also.word)) index.set(key, [...known, also]);
}

function translate(key: string, swedish: string, language: string, english = swedish): void {
	const known = translated.get(key) ?? { swedish, english, languages: new Set() };
	translated.set(key, { ...known, languages: known.languages.add(language) });
}

/** What a phrase of another language means in Swedish and in English, and the languages it is said in; folded. None for most. */
export const translationOf = (phrase: string) => translated.get(phrase);

function stemsOf(phrase: string): string {
	const stems = phrase.split(' ').map(stemOf);
	return stems.length > 1 || stems[0]!.length >= SHORTEST_STEM ? stems.join(' ') : phrase;
}

/** The longest term has so many words. */
const LONGEST_TERM = Math.max(...[...byTerm.keys()].map((key) => key.split(' ').length));

/**
 * What a word or phrase is also asked as, where a theme is too wide to answer it: "table tennis" is a racket sport, but so is
 * tennis. Folded, with a blank between its words; none for most.
 */
const alsoAskedAs = (phrase: string): readonly Also[] => byTerm.get(phrase) ?? byStems.get(stemsOf(phrase)) ?? [];

/** Some spelled words as what they are asked as, each once: a known phrase is one. Taken literally, each is only itself. */
export function phrasesOf(words: readonly string[], literal: boolean): AskedWord[] {
	const asked = new Map<string, AskedWord>();
	for (let at = 0; at < words.length; ) {
		const phrase = literal ? null : phraseAt(words, at);
		const word = phrase?.word ?? words[at]!;
		asked.set(word, { word, literal, also: phrase?.also ?? [] });
		at += phrase?.length ?? 1;
	}
	return [...asked.values()];
}

/** How many spelled words the longest known phrase has that stands at a place; 0 when none does. */
export const phraseLength = (words: readonly string[], at: number): number => phraseAt(words, at)?.length ?? 0;

function phraseAt(words: readonly string[], at: number) {
	for (let length = Math.min(LONGEST_TERM, words.length - at); length > 0; length--) {
		const word = words.slice(at, at + length).join(' ');
		const also = alsoAskedAs(plainOf(word));
		if (also.length) return { word, also, length };
	}
	return null;
}
