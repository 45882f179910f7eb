import type { IndexRow } from '../domain/face.ts';
import { withParents } from '../domain/theme.ts';
import themeWords from './theme-words.json' with { type: 'json' };

type Table = Record<string, string>;
const { kinds, themes, audiences, venueKinds, equipment, languages } = themeWords as Record<string, Table>;

const join = (table: Table | undefined, codes: readonly string[]) => codes.map((code) => table?.[code] ?? '').join(' ');

/** The themes of an entry in the words that people search with, Swedish and English. */
export const themeWordsOf = (row: IndexRow): string => join(themes, [...new Set(row.themes.flatMap(withParents))]);

/** Whom it is for, what sort of place it is, what is there and which languages are spoken, in the same way. */
export function otherSubjectWords(row: IndexRow): string {
	return [
		join(audiences, row.audiences),
		join(venueKinds, row.venueKind ? [row.venueKind] : []),
		join(equipment, row.kind === 'venue' ? row.equipment : []),
		join(
			languages,
			row.languages.filter((tag) => tag !== 'sv'),
		),
	].join(' ');
}

/** What every entry of a kind is called: "chess club" is asked of clubs that do not say that they are one. */
export const kindWords = (row: IndexRow): string => kinds?.[row.kind] ?? '';
