import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { Columns, SetName } from './columns.ts';
import { wordsOf } from './fold.ts';
import { Lists } from './lists.ts';
import { type Met, Vocabulary } from './vocabulary.ts';

/** A value of a filter and the words that people say it with. */
export interface Concept {
	set: SetName;
	value: string;
	terms: readonly string[];
	/** How much a word for it weighs. */
	weight: number;
	/** Weighs less in an entry that has many of its sort. */
	shared?: boolean;
	/** Counts for venues alone. */
	ofVenues?: boolean;
}

/** Documents that answer a word, and how much each. */
export interface Meant {
	docs: BitSet;
	score: number;
	/** The score is shared among the themes of a document. */
	shared: boolean;
}

/**
 * What words stand for: "chess" asks for whatever has the theme chess, in whatever language it is told. Entries need not
 * carry these words; who has the value is known already.
 */
export class Concepts {
	readonly #concepts: readonly Concept[];
	readonly #vocabulary = new Vocabulary();
	/** By word: the concepts it is a word of. */
	readonly #ofWord = new Lists();

	constructor(concepts: readonly Concept[]) {
		this.#concepts = concepts;
		concepts.forEach(({ terms }, place) => {
			for (const word of new Set(terms.flatMap(wordsOf))) {
				const number = this.#vocabulary.add(word);
				if (number === this.#ofWord.size) this.#ofWord.begin();
				this.#ofWord.add(number, place);
			}
		});
	}

	/** The entries that have what a folded word stands for. */
	related(word: string, columns: Columns): Meant[] {
		return this.#meant((found) => this.#vocabulary.related(word, found), columns);
	}

	/** The same for a word that can have been meant as one of ours. */
	misspelt(word: string, columns: Columns): Meant[] {
		return this.#meant((found) => this.#vocabulary.misspelt(word, found), columns);
	}

	/** A concept counts once, by its best word. */
	#meant(find: (found: Met) => void, columns: Columns): Meant[] {
		const best = new Map<number, number>();
		find((word, relation) => {
			for (const concept of this.#ofWord.of(word)) if (relation > (best.get(concept) ?? 0)) best.set(concept, relation);
		});
		return [...best].flatMap(([place, relation]) => {
			const { set, value, weight, shared = false, ofVenues } = this.#concepts[place]!;
			const having = columns.setOf(set, value);
			if (!having) return [];
			const venues = ofVenues ? columns.setOf('kind', 'venue') : undefined;
			return { docs: venues ? having.new_intersection(venues) : having, score: weight * relation, shared };
		});
	}
}
