import { stemOf, wordsOf } from './fold.ts';
import { lettersOf, relationOf, topicOf, typosOf } from './relation.ts';

/** The documents that have a word of a query, and how much of it. */
export interface WordScores {
	docs: Uint32Array;
	scores: Float32Array;
}

/** The documents that have every word of a query; `scores` by document number. */
export interface TextScores {
	docs: number[];
	scores: Float32Array;
}

/** A field of a document and how much a word in it weighs. */
export interface Field {
	text: string;
	weight: number;
}

/** A word of the index. */
export interface Term {
	word: string;
	stem: string;
	/** Which letters it has, as bits: a quick sieve for misspellings. */
	letters: number;
	docs: number[];
	weights: number[];
}

/** A word met by fewer documents than this is tried with a misspelling too. */
const FEW = 3;
/** No word gives more than this. */
const MOST_SCORE = 20;
/** Answers kept for words asked again, in documents: eight bytes each. */
const MOST_KEPT = 4_000_000;

/** Words to documents, with the weight of the best field. Documents are only added: those that died are skipped by the reader. */
export class TextIndex {
	readonly #terms = new Map<string, Term>();
	#answers = new Map<string, WordScores>();
	#kept = 0;
	/** How many documents there are, and by number the score that is being gathered. */
	#size = 0;
	#scratch = new Float32Array(1024);

	add(doc: number, fields: readonly Field[]): void {
		const weights = new Map<string, number>();
		for (const { text, weight } of fields)
			for (const word of wordsOf(text)) weights.set(word, Math.max(weights.get(word) ?? 0, weight));
		for (const [word, weight] of weights) {
			const term = this.#terms.get(word) ?? this.#newTerm(word);
			term.docs.push(doc);
			term.weights.push(weight);
		}
		this.#size = doc + 1;
		if (this.#answers.size) this.#forget();
	}

	/** The documents that have every one of some words, the scores added up. */
	every(words: readonly string[]): TextScores {
		const scores = new Float32Array(this.#size);
		const met = new Uint8Array(this.#size);
		let docs: number[] = [];
		words.forEach((word, place) => {
			const one = this.#scoresOf(word);
			docs = [];
			one.docs.forEach((doc, at) => {
				if (met[doc] !== place) return;
				met[doc] = place + 1;
				scores[doc]! += one.scores[at]!;
				docs.push(doc);
			});
		});
		return { docs, scores };
	}

	/**
	 * The documents that have a word: itself, another form of it, as the beginning of a longer word, or as a part of a
	 * compound, each weighing less than the one before. A misspelling counts when hardly anything else is met.
	 */
	#scoresOf(word: string): WordScores {
		const known = this.#answers.get(word);
		if (known) return known;
		const docs: number[] = [];
		const stem = stemOf(word);
		for (const term of this.#terms.values()) this.#collect(docs, term, relationOf(word, stem, term.word, term.stem));
		const topic = topicOf(word);
		if (topic) this.#collectTopic(docs, topic);
		if (docs.length < FEW)
			for (const { term, relation } of typosOf(word, this.#terms.values())) this.#collect(docs, term, relation);
		const scores = Float32Array.from(docs, (doc) => this.#scratch[doc]!);
		for (const doc of docs) this.#scratch[doc] = 0;
		return this.#keep(word, { docs: Uint32Array.from(docs), scores });
	}

	/** A club for something is also found by those that only say what it is they do. */
	#collectTopic(docs: number[], topic: string): void {
		const stem = stemOf(topic);
		for (const term of this.#terms.values())
			this.#collect(docs, term, 0.5 * relationOf(topic, stem, term.word, term.stem));
	}

	/** Adds a term to its documents: each further one counts for less, so that no text wins by repeating itself. */
	#collect(docs: number[], term: Term, relation: number): void {
		if (relation === 0) return;
		if (this.#scratch.length < this.#size) this.#scratch = new Float32Array(this.#size * 2);
		for (let i = 0; i < term.docs.length; i++) {
			const doc = term.docs[i]!;
			const score = term.weights[i]! * relation;
			const before = this.#scratch[doc]!;
			if (before === 0) docs.push(doc);
			this.#scratch[doc] = before + score - (before * score) / MOST_SCORE;
		}
	}

	#keep(word: string, answer: WordScores): WordScores {
		this.#kept += answer.docs.length + 20;
		if (this.#kept > MOST_KEPT) this.#forget();
		this.#answers.set(word, answer);
		return answer;
	}

	#forget(): void {
		this.#answers = new Map();
		this.#kept = 0;
	}

	#newTerm(word: string): Term {
		const term: Term = { word, stem: stemOf(word), letters: lettersOf(word), docs: [], weights: [] };
		this.#terms.set(word, term);
		return term;
	}
}
