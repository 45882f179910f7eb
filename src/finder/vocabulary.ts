import { plainOf } from './fold.ts';
import { Growing } from './growing.ts';
import { Lists } from './lists.ts';
import { guess } from './misspelt.ts';
import { lettersOf, type Relation, relationOf } from './relation.ts';
import { agreement } from './spelling.ts';
import { rootsOf, stemOf } from './stems.ts';

/** Shortest beginning that is looked for. */
const SHORTEST_START = 2;
/** Shortest word that answers a longer one that begins with it. */
const SHORTEST_OWN = 6;

/** A word met, by its number, and how well it answers what was asked. */
export type Met = (word: number, relation: Relation) => void;

/** How much has a word, and how much there is. */
export interface Counted {
	countOf: (word: number) => number;
	size: number;
}

/**
 * Every word there is, with ways to those that answer another: by stem, by beginning and by part. A beginning or part is found
 * among the words that share its rarest three letters, so that cost does not grow with the language.
 */
export class Vocabulary {
	/** As they are spelled, and without marks. */
	#spelled: string[] = [];
	#words: string[] = [];
	#stems: string[] = [];
	readonly #letters = new Growing((size) => new Int32Array(size));
	#numbers = new Map<string, number>();
	#byStem = new Map<string, number>();
	#byGram = new Map<string, number>();
	readonly #lists = new Lists();

	/** The number of a spelled word, which is taken up when it is new. */
	add(spelled: string): number {
		const known = this.#numbers.get(spelled);
		if (known !== undefined) return known;
		const word = plainOf(spelled);
		const number = this.#words.push(word) - 1;
		this.#spelled.push(spelled);
		const stem = stemOf(word);
		this.#stems.push(stem);
		this.#letters.push(lettersOf(word));
		this.#numbers.set(spelled, number);
		this.#put(this.#byStem, stem, number);
		for (const gram of new Set(gramsOf(`^${word}`))) this.#put(this.#byGram, gram, number);
		return number;
	}

	/** A word as it is spelled. */
	spelled(number: number): string {
		return this.#spelled[number]!;
	}

	/** Tells every word that is related to a spelled word, once. */
	related(spelled: string, met: Met): void {
		const asked = plainOf(spelled);
		const stem = stemOf(asked);
		const seen = new Set<number>();
		const consider = (number: number) => {
			if (seen.has(number)) return;
			seen.add(number);
			const word = this.#words[number]!;
			const relation = relationOf(asked, stem, word, this.#stems[number]!);
			if (relation > 0) met(number, relation * agreement(spelled, asked, this.#spelled[number]!, word));
		};
		const roots = rootsOf(asked);
		this.#each(this.#byStem, stem, consider);
		// Every beginning of what is asked can be the stem of a shorter word.
		const own = roots[0] ?? stem;
		for (let end = SHORTEST_OWN; end < own.length; end++) this.#each(this.#byStem, own.slice(0, end), consider);
		if (asked.length >= SHORTEST_START) this.#each(this.#byGram, this.#rarest(`^${asked}`), consider);
		for (const root of roots) this.#each(this.#byGram, this.#rarest(root), consider);
	}

	/**
	 * Tells every word that a misspelt one, or a compound that nobody has written, can have been meant as, with all that the
	 * right word would find. Gives the word that it was taken for, null when that is none.
	 */
	misspelt(spelled: string, { countOf, size }: Counted, met: Met): number | null {
		const { nearest, weight, meant } = guess(plainOf(spelled), {
			words: this.#words,
			letters: this.#letters.data,
			numberOf: (word) => this.#numberOf(word, countOf),
			countOf,
			size,
		});
		const found = new Map(nearest.map((number) => [number, weight]));
		for (const one of meant)
			this.related(this.#spelled[one]!, (number, relation) => {
				found.set(number, Math.max(found.get(number) ?? 0, weight * relation));
			});
		for (const [number, relation] of found) met(number, relation);
		return nearest.length > 0 ? meant[0]! : null;
	}

	/** The word with these plain letters, the most usual of its spellings. */
	#numberOf(word: string, countOf: (word: number) => number): number | undefined {
		let best: number | undefined;
		this.#each(this.#byStem, stemOf(word), (number) => {
			if (this.#words[number] === word && (best === undefined || countOf(number) > countOf(best))) best = number;
		});
		return best;
	}

	/** As it can be written down. */
	freeze() {
		return {
			spelled: this.#spelled,
			words: this.#words,
			stems: this.#stems,
			letters: this.#letters.freeze(),
			byStem: this.#byStem,
			byGram: this.#byGram,
			lists: this.#lists.freeze(),
		};
	}

	/** Takes what was written down. */
	thaw({ spelled, words, stems, letters, byStem, byGram, lists }: ReturnType<Vocabulary['freeze']>): void {
		this.#spelled = spelled;
		this.#words = words;
		this.#stems = stems;
		this.#letters.thaw(letters);
		this.#byStem = byStem;
		this.#byGram = byGram;
		this.#lists.thaw(lists);
		this.#numbers = new Map(spelled.map((word, number) => [word, number]));
	}

	/** The three letters of a text that fewest words have; a word with all of the text has them too. */
	#rarest(text: string): string {
		let rarest = '';
		let fewest = Infinity;
		for (const gram of gramsOf(text)) {
			const list = this.#byGram.get(gram);
			const count = list === undefined ? 0 : this.#lists.lengthOf(list);
			if (count >= fewest) continue;
			rarest = gram;
			fewest = count;
		}
		return rarest;
	}

	#put(lists: Map<string, number>, key: string, number: number): void {
		const known = lists.get(key);
		const list = known ?? this.#lists.begin();
		if (known === undefined) lists.set(key, list);
		this.#lists.add(list, number);
	}

	#each(lists: Map<string, number>, key: string, each: (number: number) => void): void {
		const list = lists.get(key);
		if (list !== undefined) for (const number of this.#lists.of(list)) each(number);
	}
}

/** Each three signs in a row. */
function gramsOf(text: string): string[] {
	return Array.from({ length: Math.max(0, text.length - 2) }, (_, place) => text.slice(place, place + 3));
}
