import { wordsOf } from './fold.ts';
import { bytes } from './growing.ts';
import { Lists } from './lists.ts';
import { topicOf } from './relation.ts';
import { Vocabulary } from './vocabulary.ts';

/** The documents that have a word of a query, ascending in no order, and how much of it each. */
interface WordScores {
	docs: Uint32Array;
	scores: Float32Array;
}

/** The documents that have every word of a query. `scores` is by document number, and good until the next question. */
export interface TextScores {
	docs: number[];
	scores: Float32Array;
}

/** A field of a document and how much a word in it weighs: one of `fieldWeights`. */
export interface Field {
	text: string;
	weight: FieldWeight;
}

/** What a word can weigh: kept beside the document in two bits. */
const fieldWeights = [1, 3, 4, 10] as const;
export type FieldWeight = (typeof fieldWeights)[number];
const WEIGHT_BITS = 2;

/** What answers a word without having it. */
export interface Others {
	related(word: string, met: (doc: number, score: number) => void): void;
	misspelt(word: string, met: (doc: number, score: number) => void): void;
}

/** A word met by fewer documents than this is tried with a misspelling too. */
const FEW = 3;
/** No word gives more than this. */
const MOST_SCORE = 20;
/** Answers kept for words asked again, in documents: eight bytes each. */
const MOST_KEPT = 4_000_000;

/** Words to documents, with the weight of the best field. Documents are only added: those that died are skipped by the reader. */
export class TextIndex {
	readonly #vocabulary = new Vocabulary();
	readonly #postings = new Lists();
	readonly #others: Others;
	#answers = new Map<string, WordScores>();
	#kept = 0;
	#size = 0;
	/** By document: the score that is being gathered, and that of the last question. */
	#gathered = new Float32Array(1024);
	#scores = new Float32Array(1024);
	#answered: number[] = [];
	#met = bytes().data;

	constructor(others: Others) {
		this.#others = others;
	}

	/** Adds a document; numbers must come in order. */
	add(doc: number, fields: readonly Field[]): void {
		const weights = new Map<string, FieldWeight>();
		for (const { text, weight } of fields)
			for (const word of wordsOf(text)) if (weight > (weights.get(word) ?? 0)) weights.set(word, weight);
		for (const [word, weight] of weights) {
			const number = this.#vocabulary.add(word);
			if (number === this.#postings.size) this.#postings.begin();
			this.#postings.add(number, (doc << WEIGHT_BITS) | fieldWeights.indexOf(weight));
		}
		this.#size = doc + 1;
		if (this.#answers.size) this.forget();
	}

	/** Lets go of what was remembered of answers. */
	forget(): void {
		this.#answers = new Map();
		this.#kept = 0;
	}

	/** The documents that have every one of some words, the scores added up. The rarest word is looked at first. */
	every(words: readonly string[]): TextScores {
		this.#makeRoom();
		for (const doc of this.#answered) this.#scores[doc] = 0;
		const found = words.map((word) => this.#scoresOf(word)).sort((a, b) => a.docs.length - b.docs.length);
		const met = this.#met;
		const scores = this.#scores;
		let left: number[] = [];
		found.forEach((one, place) => {
			const before = left;
			left = [];
			for (let at = 0; at < one.docs.length; at++) {
				const doc = one.docs[at]!;
				if (met[doc] !== place) continue;
				met[doc] = place + 1;
				scores[doc]! += one.scores[at]!;
				left.push(doc);
			}
			if (place > 0) this.#giveUp(before, place);
		});
		for (const doc of left) met[doc] = 0;
		this.#answered = left;
		return { docs: left, scores };
	}

	/** Documents that lack the last word leave nothing behind. */
	#giveUp(docs: readonly number[], place: number): void {
		for (const doc of docs) {
			if (this.#met[doc] !== place) continue;
			this.#met[doc] = 0;
			this.#scores[doc] = 0;
		}
	}

	/**
	 * The documents that have a word: itself, another form of it, as the beginning of a longer word, or as a part of a
	 * compound, each weighing less than the one before. A misspelling counts when hardly anything else is met.
	 */
	#scoresOf(word: string): WordScores {
		const known = this.#answers.get(word);
		if (known) return known;
		const docs: number[] = [];
		const gather = (doc: number, score: number) => {
			const before = this.#gathered[doc]!;
			if (before === 0) docs.push(doc);
			// Each further one counts for less, so that no text wins by repeating itself.
			this.#gathered[doc] = before + score - (before * score) / MOST_SCORE;
		};
		const collect = (number: number, relation: number) =>
			this.#postings.forEach(number, (entry) => gather(entry >>> WEIGHT_BITS, fieldWeights[entry & 3]! * relation));
		this.#vocabulary.related(word, collect);
		this.#others.related(word, gather);
		const topic = topicOf(word);
		// A club for something is also found by those that only say what it is they do.
		if (topic) {
			this.#vocabulary.related(topic, (number, relation) => collect(number, relation / 2));
			this.#others.related(topic, (doc, score) => gather(doc, score / 2));
		}
		if (docs.length < FEW) {
			this.#vocabulary.misspelt(word, collect);
			this.#others.misspelt(word, gather);
		}
		const scores = Float32Array.from(docs, (doc) => this.#gathered[doc]!);
		for (const doc of docs) this.#gathered[doc] = 0;
		return this.#keep(word, { docs: Uint32Array.from(docs), scores });
	}

	#keep(word: string, answer: WordScores): WordScores {
		this.#kept += answer.docs.length + 20;
		if (this.#kept > MOST_KEPT) this.forget();
		this.#answers.set(word, answer);
		return answer;
	}

	#makeRoom(): void {
		if (this.#met.length >= this.#size) return;
		const size = Math.ceil(this.#size * 1.25);
		this.#met = new Uint8Array(size);
		this.#gathered = new Float32Array(size);
		this.#scores = new Float32Array(size);
		this.#answered = [];
	}
}
