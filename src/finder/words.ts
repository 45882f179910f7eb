import type { Language } from '../domain/taxonomies.ts';
import type { SetName } from './columns.ts';
import type { Concept } from './concepts.ts';
import { wordsOf } from './fold.ts';
import themeWords from './theme-words.json' with { type: 'json' };

type Table = Record<string, Record<string, string>>;
const { kinds, themes, audiences, venueKinds, equipment, languages } = themeWords as Record<
	keyof typeof themeWords,
	Table[string]
>;

const tables: readonly [SetName, Record<string, string>, Pick<Concept, 'weight' | 'shared' | 'ofVenues'>][] = [
	['theme', themes, { weight: 5, shared: true }],
	['audience', audiences, { weight: 5 }],
	['venueKind', venueKinds, { weight: 5 }],
	['equipment', equipment, { weight: 5, ofVenues: true }],
	['language', languages, { weight: 5 }],
	// What every entry of a kind is called: "chess club" is asked of clubs that do not say that they are one.
	['kind', kinds, { weight: 1 }],
];

/** What words stand for: values of filters in the words that people search with, and municipalities by their names. */
export function conceptsWith(municipalities: ReadonlyMap<string, string>): Concept[] {
	return [
		...tables.flatMap(([set, table, rest]) =>
			Object.entries(table).map(([value, words]) => ({ set, value, terms: words.split(' '), ...rest })),
		),
		...[...municipalities].map(([value, name]) => ({ set: 'municipality' as const, value, terms: [name], weight: 3 })),
	];
}

const languageByName = new Map(
	Object.entries(languages).flatMap(([code, words]) =>
		wordsOf(words).map((word): [string, Language] => [word, code as Language]),
	),
);

/** The language that a folded word names: "arabiska" → ar. */
export const languageNamed = (word: string): Language | null => languageByName.get(word) ?? null;
