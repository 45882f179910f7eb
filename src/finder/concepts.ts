import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { Columns } from './columns.ts';
import { plainOf, spelledWordsOf, stopWords } from './fold.ts';
import { Lists } from './lists.ts';
import type { Stood } from './reading.ts';
import type { SetName } from './values.ts';
import { type Met, Vocabulary } from './vocabulary.ts';

/** A value of a filter and the words that people say it with. */
export interface Concept {
	set: SetName;
	value: string;
	/** In Swedish. */
	terms: readonly string[];
	/** In other languages. */
	foreign: readonly string[];
	/** How much a word for it weighs. */
	weight: number;
	/** Weighs less in an entry that has many of its sort. */
	shared?: boolean;
	/** Counts for venues alone. */
	ofVenues?: boolean;
}

/** The word itself, or another form of it. */
const SAME = 0.9;
const SURE = 0.6;
/** A word of another language is found by its beginning only when that is so long. */
const LONG = 5;

/** Each term is as usual as another, and usual enough to be a part of a compound. */
const TERMS = { countOf: () => 3, size: Infinity };

/** The words of some terms that say something, each once; within a phrase none of those that are `skipped`. */
const tellingOf = (terms: readonly string[], skipped: ReadonlySet<string>) =>
	new Set(
		terms
			.map(spelledWordsOf)
			.flatMap((words) => (words.length > 1 ? words.filter((word) => !skipped.has(word)) : words))
			.filter((word) => !stopWords.has(plainOf(word))),
	);

/** Documents that answer a word, and how much each. */
export interface Meant {
	docs: BitSet;
	score: number;
	/** The word is one for it, or close to one. */
	sure: boolean;
	/** The score is shared among the themes of a document. */
	shared: boolean;
	/** What the word stands for. */
	stood: Stood;
}

/** What a misspelt word can have been meant for, and the word it was taken for. */
export interface Guessed {
	meant: Meant[];
	takenFor: string | null;
}

/**
 * What words stand for: "chess" asks for whatever has the theme chess, in whatever language it is told. Entries need not
 * carry these words; who has the value is known already.
 */
export class Concepts {
	readonly #concepts: readonly Concept[];
	readonly #vocabulary = new Vocabulary();
	/** By word: the concepts it is a word of, twice their place, and one more where it is not Swedish. */
	readonly #ofWord = new Lists();

	constructor(concepts: readonly Concept[]) {
		this.#concepts = concepts;
		// "Book club" tells of books: that it is a club asks for any club.
		const ofKinds = concepts.filter(({ set }) => set === 'kind').flatMap((kind) => [...kind.terms, ...kind.foreign]);
		const kinds = new Set(ofKinds.flatMap((term) => (term.includes(' ') ? [] : spelledWordsOf(term))));
		concepts.forEach(({ terms, foreign }, place) => {
			for (const word of tellingOf(terms, kinds)) this.#name(word, place << 1);
			for (const word of tellingOf(foreign, kinds)) this.#name(word, (place << 1) | 1);
		});
	}

	#name(word: string, entry: number): void {
		const number = this.#vocabulary.add(word);
		if (number === this.#ofWord.size) this.#ofWord.begin();
		this.#ofWord.add(number, entry);
	}

	/** The entries that have what a spelled word stands for. */
	related(word: string, columns: Columns): Meant[] {
		return this.#meant(onlyNamed(this.#related(word), SAME), columns);
	}

	/** The same for a word that can have been meant as one of ours. */
	misspelt(word: string, columns: Columns): Guessed {
		let taken: number | null = null;
		const best = this.#best(word, (found) => {
			taken = this.#vocabulary.misspelt(word, TERMS, found);
		});
		const nearest = SAME * Math.max(0, ...best.values());
		return {
			meant: this.#meant(onlyNamed(best, nearest), columns),
			takenFor: taken === null ? null : this.#vocabulary.spelled(taken),
		};
	}

	/** The values of a filter that all of some spelled words are words for, best first. */
	named(words: readonly string[], set: SetName): string[] {
		const each = words.map((word) => onlyNamed(this.#related(word), SAME));
		const [first, ...rest] = each;
		return [...(first ?? new Map<number, number>()).keys()]
			.filter((place) => this.#concepts[place]!.set === set && rest.every((other) => other.has(place)))
			.map((place) => ({ place, sum: each.reduce((sum, one) => sum + one.get(place)!, 0) }))
			.sort((a, b) => b.sum - a.sum)
			.map(({ place }) => this.#concepts[place]!.value);
	}

	/** What a spelled word surely stands for, best first. */
	surely(word: string): Stood[] {
		return [...onlyNamed(this.#related(word), SAME)]
			.filter(([, relation]) => relation >= SURE)
			.sort(([, a], [, b]) => b - a)
			.map(([place]) => ({ set: this.#concepts[place]!.set, value: this.#concepts[place]!.value }));
	}

	#related(word: string): Map<number, number> {
		return this.#best(word, (found) => this.#vocabulary.related(word, found));
	}

	/** How well each concept answers a word, by its best one. */
	#best(asked: string, find: (found: Met) => void): Map<number, number> {
		const best = new Map<number, number>();
		find((word, relation) => {
			// Swedish is bent and compounded; a beginning in one language is soon another word in the next.
			const foreign = relation >= SAME || asked.length >= LONG;
			for (const entry of this.#ofWord.of(word)) {
				const concept = entry >>> 1;
				if (((entry & 1) === 0 || foreign) && relation > (best.get(concept) ?? 0)) best.set(concept, relation);
			}
		});
		return best;
	}

	#meant(best: Map<number, number>, columns: Columns): Meant[] {
		return [...best].flatMap(([place, relation]) => {
			const { set, value, weight, shared = false, ofVenues } = this.#concepts[place]!;
			const having = columns.setOf(set, value);
			const venues = ofVenues ? columns.setOf('kind', 'venue') : having;
			// Where there is no venue at all, nothing is one.
			if (!having || !venues) return [];
			return {
				docs: venues === having ? having : having.new_intersection(venues),
				score: weight * relation,
				sure: relation >= SURE,
				shared,
				stood: { set, value },
			};
		});
	}
}

/** Where a word is itself one for something, what it is only a part of is something else: "dans" is no "isdans". */
function onlyNamed(best: Map<number, number>, surely: number): Map<number, number> {
	const named = [...best].filter(([, relation]) => relation >= surely);
	return named.length ? new Map(named) : best;
}
