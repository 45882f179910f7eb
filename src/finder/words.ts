import type { IndexRow } from '../domain/face.ts';
import { withParents } from '../domain/theme.ts';
import { stopWords, wordsOf } from './fold.ts';
import { allTermsOf, type Concept, type TermSet } from './terms.ts';

/** The words of each concept, folded, each once, put together once: an index of a whole country asks for them by the million. */
const joined = new Map<string, string>();

function wordsFor(set: TermSet, code: string): string {
	const key = `${set}.${code}`;
	const known = joined.get(key);
	if (known !== undefined) return known;
	const words = new Set(allTermsOf({ set, code } as Concept).flatMap(wordsOf));
	const telling = [...words].filter((word) => !stopWords.has(word)).join(' ');
	joined.set(key, telling);
	return telling;
}

const join = (set: TermSet, codes: readonly string[]) => codes.map((code) => wordsFor(set, code)).join(' ');

/** The themes of an entry in the words that people search with, in all languages that have terms. */
export const themeWordsOf = (row: IndexRow): string => join('themes', [...new Set(row.themes.flatMap(withParents))]);

/** Whom it is for, what sort of place it is, what is there and which languages are spoken, in the same way. */
export function otherSubjectWords(row: IndexRow): string {
	return [
		join('audiences', row.audiences),
		join('venueKinds', row.venueKind ? [row.venueKind] : []),
		join('equipment', row.kind === 'venue' ? row.equipment : []),
		join(
			'languages',
			row.languages.filter((tag) => tag !== 'sv'),
		),
	].join(' ');
}

/** What every entry of a kind is called: "chess club" is asked of clubs that do not say that they are one. */
export const kindWords = (row: IndexRow): string => wordsFor('kinds', row.kind);
