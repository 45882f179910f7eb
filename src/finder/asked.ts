import type { Query } from '../domain/query.ts';
import { plainOf, spelledWordsOf, stopWords } from './fold.ts';
import { Kept } from './kept.ts';
import { type AskedWord, phrasesOf } from './narrower.ts';

/** No query has more words than this that count; the rest adds nothing but time. */
export const MOST_WORDS = 12;
/** So many texts are remembered as they were read. */
const MOST_TEXTS = 500;

const read = new Kept<readonly AskedWord[]>(MOST_TEXTS);

/** The words of a query that count, spelled, each once. */
export function askedWords({ q, literal }: Query): readonly AskedWord[] {
	return read.get(`${literal} ${q}`, () => {
		const words = phrasesOf(spelledWordsOf(q), literal);
		const telling = words.filter(({ word }) => !stopWords.has(plainOf(word)));
		return (telling.length ? telling : words).slice(0, MOST_WORDS);
	});
}

/** A word as it is compared. */
export const spelledWord = (raw: string): string => spelledWordsOf(raw)[0] ?? raw;
