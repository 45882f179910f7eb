import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { Columns, SetName } from './columns.ts';
import { wordsOf } from './fold.ts';
import { Lists } from './lists.ts';
import { Vocabulary } from './vocabulary.ts';

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

type Met = (doc: number, score: number) => void;

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

	/** Tells each entry that has what a folded word stands for, with how much that counts. */
	related(word: string, columns: Columns, met: Met): void {
		this.#tell((found) => this.#vocabulary.related(word, found), columns, met);
	}

	/** The same for a word that can have been meant as one of ours. */
	misspelt(word: string, columns: Columns, met: Met): void {
		this.#tell((found) => this.#vocabulary.misspelt(word, found), columns, met);
	}

	/** A concept counts once, by its best word. */
	#tell(find: (found: (word: number, relation: number) => void) => void, columns: Columns, met: Met): void {
		const best = new Map<number, number>();
		find((word, relation) =>
			this.#ofWord.forEach(word, (concept) => {
				if (relation > (best.get(concept) ?? 0)) best.set(concept, relation);
			}),
		);
		for (const [place, relation] of best) this.#eachOf(this.#concepts[place]!, relation, columns, met);
	}

	#eachOf({ set, value, weight, shared, ofVenues }: Concept, relation: number, columns: Columns, met: Met): void {
		const docs = columns.setOf(set, value);
		if (!docs) return;
		const counted: BitSet = ofVenues ? docs.new_intersection(columns.setOf('kind', 'venue')!) : docs;
		const focus = columns.focus.data;
		counted.forEach((doc) => {
			met(doc, weight * relation * (shared ? focus[doc]! : 1));
		});
	}
}
