import type { Language } from '../domain/taxonomies.ts';
import { type Concept, Concepts } from './concepts.ts';
import { conceptsOf, type TermSet, termLanguages, termsOf, valuesOf } from './terms.ts';
import type { SetName } from './values.ts';

/** The filter whose values each set of terms names, and how much a word for one weighs. */
const sets: readonly [TermSet, SetName, Pick<Concept, 'weight' | 'shared' | 'ofVenues'>][] = [
	['themes', 'theme', { weight: 5, shared: true }],
	['audiences', 'audience', { weight: 5 }],
	['venueKinds', 'venueKind', { weight: 5 }],
	['equipment', 'equipment', { weight: 5, ofVenues: true }],
	['languages', 'language', { weight: 5 }],
	// What every entry of a kind is called: "chess club" is asked of clubs that do not say that they are one.
	['kinds', 'kind', { weight: 1 }],
];

let ofTaxonomies: Concepts | null = null;

/** What words stand for: values of filters in the words that people search with. The same for every index: made once. */
export function taxonomyConcepts(): Concepts {
	ofTaxonomies ??= new Concepts(
		sets.flatMap(([terms, set, rest]) =>
			valuesOf(terms)
				// Nearly everything is in Swedish; that it is tells nothing.
				.filter((concept) => concept.set !== 'languages' || concept.code !== 'sv')
				.map((concept) => ({
					set,
					value: concept.code,
					terms: termsOf(concept, 'sv'),
					foreign: termLanguages.filter((language) => language !== 'sv').flatMap((one) => termsOf(concept, one)),
					...rest,
				})),
		),
	);
	return ofTaxonomies;
}

/** Municipalities by their names, given by code: a word of every entry that lies there. */
export const municipalityConcepts = (names: ReadonlyMap<string, string>): Concepts =>
	new Concepts(
		[...names].map(([value, name]) => ({ set: 'municipality', value, terms: [name], foreign: [], weight: 3 })),
	);

/** The language that a word names: "arabiska" → ar; null when it names none. */
export function languageNamed(word: string): Language | null {
	const found = conceptsOf(word).find(({ set }) => set === 'languages');
	return found?.set === 'languages' ? found.code : null;
}
