import { stemOf, wordsOf } from './fold.ts';
import { type Relation, relationOf, typosOf } from './relation.ts';

/** One word of a query, and how much each document has of it. */
export type WordScores = Map<number, number>;

/** A field of a document and how much a word in it weighs. */
export interface Field {
	text: string;
	weight: number;
}

interface Term {
	word: string;
	stem: string;
	docs: number[];
	weights: number[];
}

/** A word met by fewer documents than this is tried with a misspelling too. */
const FEW = 3;

/** Words to documents, with the weight of the best field. Documents are only added: those that died are skipped by the reader. */
export class TextIndex {
	readonly #terms = new Map<string, Term>();
	#answers = new Map<string, WordScores>();

	add(doc: number, fields: readonly Field[]): void {
		const weights = new Map<string, number>();
		for (const { text, weight } of fields)
			for (const word of wordsOf(text)) weights.set(word, Math.max(weights.get(word) ?? 0, weight));
		for (const [word, weight] of weights) {
			const term = this.#terms.get(word) ?? this.#newTerm(word);
			term.docs.push(doc);
			term.weights.push(weight);
		}
		if (this.#answers.size) this.#answers = new Map();
	}

	/**
	 * The documents that have a word: itself, another form of it, as the beginning of a longer word, or as a part of a
	 * compound, each weighing less than the one before. A misspelling counts when hardly anything else is met.
	 */
	scores(word: string): WordScores {
		const known = this.#answers.get(word);
		if (known) return known;
		const stem = stemOf(word);
		const scores: WordScores = new Map();
		for (const term of this.#terms.values()) {
			const relation = relationOf(word, stem, term.word, term.stem);
			if (relation > 0) collect(scores, term, relation);
		}
		if (scores.size < FEW) this.#misspelt(word, scores);
		if (this.#answers.size > 2000) this.#answers = new Map();
		this.#answers.set(word, scores);
		return scores;
	}

	#misspelt(word: string, scores: WordScores): void {
		for (const { word: near, relation } of typosOf(word, this.#terms.keys()))
			for (const term of this.#formsOf(near)) collect(scores, term, relation);
	}

	#formsOf(word: string): Term[] {
		const term = this.#terms.get(word);
		return term ? [term] : [];
	}

	#newTerm(word: string): Term {
		const term = { word, stem: stemOf(word), docs: [], weights: [] };
		this.#terms.set(word, term);
		return term;
	}
}

function collect(scores: WordScores, term: Term, relation: Relation): void {
	for (let i = 0; i < term.docs.length; i++) {
		const score = term.weights[i]! * relation;
		const doc = term.docs[i]!;
		if (score > (scores.get(doc) ?? 0)) scores.set(doc, score);
	}
}
