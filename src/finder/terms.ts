import type { Audience, Equipment, Kind, Language, VenueKind } from '../domain/taxonomies.ts';
import type { Theme } from '../domain/theme.ts';
import { wordsOf } from './fold.ts';
import { stemOf } from './stems.ts';
import ar from './terms/ar.json' with { type: 'json' };
import en from './terms/en.json' with { type: 'json' };
import fa from './terms/fa.json' with { type: 'json' };
import fi from './terms/fi.json' with { type: 'json' };
import mul from './terms/mul.json' with { type: 'json' };
import so from './terms/so.json' with { type: 'json' };
import sv from './terms/sv.json' with { type: 'json' };
import ti from './terms/ti.json' with { type: 'json' };
import uk from './terms/uk.json' with { type: 'json' };

/**
 * The words that people search with, in eight languages, for what Samlas knows by code. They are typed, never shown. What
 * they rest on is told in docs/terms.md. `mul` holds what the languages call themselves.
 */
const files = { sv, en, ar, so, uk, fa, ti, fi, mul } as const;

export type TermLanguage = keyof typeof files;
export const termLanguages = Object.keys(files) as TermLanguage[];

/** Something that words can lead to: a code of one of the closed lists. */
export type Concept =
	| { set: 'kinds'; code: Kind }
	| { set: 'themes'; code: Theme }
	| { set: 'audiences'; code: Audience }
	| { set: 'venueKinds'; code: VenueKind }
	| { set: 'equipment'; code: Equipment }
	| { set: 'languages'; code: Language };

export type TermSet = Concept['set'];

/** The terms of a concept in one language, as people spell them, the most usual first. Empty when it has no natural word. */
export const termsOf = ({ set, code }: Concept, language: TermLanguage): readonly string[] =>
	(files[language][set] as Record<string, string[]>)[code] ?? [];

/** Every concept of a set that has a term. */
export const valuesOf = (set: TermSet): Concept[] =>
	[...new Set(termLanguages.flatMap((language) => Object.keys(files[language][set])))].map(
		(code) => ({ set, code }) as Concept,
	);

/** A term as it is looked up: its words folded, with a blank between. */
const keyOf = (phrase: string) => wordsOf(phrase).join(' ');
/** The same for other forms of a Swedish term: "fotbollen" and "körer" meet theirs. */
const stemKeyOf = (phrase: string) => wordsOf(phrase).map(stemOf).join(' ');

const byTerm = new Map<string, Concept[]>();
const byStem = new Map<string, Concept[]>();
/** The languages that have a term. */
const spokenIn = new Map<string, Set<TermLanguage>>();

for (const language of termLanguages)
	for (const [set, codes] of Object.entries(files[language]))
		if (set !== 'none')
			for (const code of Object.keys(codes)) {
				const concept = { set, code } as Concept;
				for (const term of termsOf(concept, language)) {
					const key = keyOf(term);
					add(byTerm, key, concept);
					spokenIn.set(key, (spokenIn.get(key) ?? new Set()).add(language));
					if (language === 'sv') add(byStem, stemKeyOf(term), concept);
				}
			}

function add(index: Map<string, Concept[]>, key: string, concept: Concept): void {
	const known = index.get(key) ?? [];
	if (!known.some(({ set, code }) => set === concept.set && code === concept.code)) index.set(key, [...known, concept]);
}

/**
 * What a word or a phrase stands for, in whichever language: the term itself, or else another form of a Swedish one. Takes text
 * as it was typed or already folded; none when it is no term. Several when it is said of several ("lokal").
 */
export const conceptsOf = (phrase: string): readonly Concept[] =>
	byTerm.get(keyOf(phrase)) ?? byStem.get(stemKeyOf(phrase)) ?? [];

/** The languages in which a phrase is a term, Swedish also where another form of one is; none when it is no term. */
export function languagesOf(phrase: string): ReadonlySet<TermLanguage> {
	const languages = spokenIn.get(keyOf(phrase)) ?? new Set<TermLanguage>();
	return byStem.has(stemKeyOf(phrase)) ? new Set([...languages, 'sv']) : languages;
}
