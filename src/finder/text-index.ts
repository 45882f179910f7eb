import type { Guessed, Meant } from './concepts.ts';
import { plainOf, spelledWordsOf } from './fold.ts';
import { Lists } from './lists.ts';
import type { Also, AskedWord } from './narrower.ts';
import { LEAST_BESIDE, type Reading } from './reading.ts';
import { topicOf } from './relation.ts';
import { placesInBoth } from './sift.ts';
import { Vocabulary } from './vocabulary.ts';

/** The documents that have a word of a query, by number, how much of it each, and how the word was taken. */
interface WordScores {
	docs: Uint32Array;
	scores: Float32Array;
	reading: Reading;
}

/** The documents that have every word of a query, by number, and how much of it each. */
export interface TextScores {
	docs: Uint32Array;
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
	/** Literally a word stands for nothing but a municipality. */
	related(word: string, literal: boolean): Meant[];
	misspelt(word: string): Guessed[];
	/** By document: what its themes share. */
	focus(): Float32Array;
}

/** A word that nothing is related to as much as this is tried as a misspelling too. */
const SURE = 0.6;
/** A word that no more have than this may be a misspelling of one that so many times as many have. */
const RARE = 3;
const MORE_USUAL = 100;
/** More than this part of all is put in order quicker by looking at all. */
const MANY = 50;
/** No word gives more than this. */
const MOST_SCORE = 20;
/** Answers kept for words asked again, in documents: eight bytes each. */
const MOST_KEPT = 2_000_000;

/** What a word can have been meant as. */
type Guess = Guessed & Pick<Reading, 'guessed'>;
const NO_GUESS: Guess = { guessed: new Map(), meant: [], takenFor: null };

/** Words to documents, with the weight of the best field. Documents are only added: those that died are skipped by the reader. */
export class TextIndex {
	readonly #vocabulary = new Vocabulary();
	readonly #postings = new Lists();
	readonly #others: Others;
	#answers = new Map<string, WordScores>();
	#kept = 0;
	#size = 0;
	/** By document: the score that is being gathered. */
	#gathered = new Float32Array(1024);
	#docs = new Uint32Array(1024);
	#found = 0;
	#entries = new Uint32Array(1024);

	constructor(others: Others) {
		this.#others = others;
	}

	/** Adds a document; numbers must come in order. */
	add(doc: number, fields: readonly Field[]): void {
		const weights = new Map<string, FieldWeight>();
		for (const { text, weight } of fields)
			for (const word of spelledWordsOf(text)) if (weight > (weights.get(word) ?? 0)) weights.set(word, weight);
		for (const [word, weight] of weights) {
			const number = this.#vocabulary.add(word);
			if (number === this.#postings.size) this.#postings.begin();
			this.#postings.add(number, (doc << WEIGHT_BITS) | fieldWeights.indexOf(weight));
		}
		this.#size = doc + 1;
		if (this.#answers.size) this.forget();
	}

	/** As it can be written down. */
	freeze() {
		return { vocabulary: this.#vocabulary.freeze(), postings: this.#postings.freeze(), size: this.#size };
	}

	/** Takes what was written down. */
	thaw({ vocabulary, postings, size }: ReturnType<TextIndex['freeze']>): void {
		this.#vocabulary.thaw(vocabulary);
		this.#postings.thaw(postings);
		this.#size = size;
	}

	/** Lets go of what was remembered of answers. */
	forget(): void {
		this.#answers = new Map();
		this.#kept = 0;
	}

	/** The documents that have every one of some words, the scores added up. The rarest word is looked at first. */
	every(words: readonly AskedWord[]): TextScores {
		this.#makeRoom();
		const [rarest, ...rest] = words.map((word) => this.#scoresOf(word)).sort((a, b) => a.docs.length - b.docs.length);
		return rest.reduce<TextScores>(both, rarest!);
	}

	/** How some words are taken. */
	readings(words: readonly AskedWord[]): Reading[] {
		this.#makeRoom();
		return words.map((word) => this.#scoresOf(word).reading);
	}

	/**
	 * The documents that have a word: itself, another form of it, as the beginning of a longer word, or as a part of a
	 * compound, each weighing less than the one before. A misspelling counts when hardly anything else is met.
	 */
	#scoresOf({ word, literal, also }: AskedWord): WordScores {
		const key = literal ? `=${word}` : word;
		const answered = this.#answers.get(key);
		if (answered) return answered;
		this.#found = 0;
		/** How many have a word that is surely meant. */
		let having = 0;
		const collect = (number: number, relation: number) => {
			if (relation >= SURE) having += this.#postings.lengthOf(number);
			this.#collect(number, relation);
		};
		this.#vocabulary.related(word, collect);
		const meant = this.#others.related(word, literal);
		this.#collectMeant(meant, 1);
		const topic = topicOf(plainOf(word));
		// A club for something is also found by those that only say what it is they do.
		const ofTopic = topic === null || literal ? [] : [{ word: word.slice(0, topic.length), share: 0.5 }];
		const besides = [...ofTopic, ...also];
		for (const one of besides) meant.push(...this.#collectBeside(one));
		if (also.length && this.#found > 0) having = Infinity;
		const known = meant.some(({ sure }) => sure) ? Infinity : having;
		const guess = known > RARE || literal ? NO_GUESS : this.#guess(word, known);
		const reading: Reading = {
			word,
			besides,
			takenFor: guess.takenFor,
			guessed: guess.guessed,
			stands: [...meant, ...guess.meant].map(({ stood }) => stood),
		};
		const docs = this.#foundInOrder();
		const scores = new Float32Array(docs.length);
		for (let at = 0; at < docs.length; at++) {
			scores[at] = this.#gathered[docs[at]!]!;
			this.#gathered[docs[at]!] = 0;
		}
		return this.#keep(key, { docs, scores, reading });
	}

	/** Gathers what has a word that another one is asked as besides. */
	#collectBeside({ word, share }: Also): Meant[] {
		this.#vocabulary.related(word, (number, relation) => {
			if (relation >= LEAST_BESIDE) this.#collect(number, relation * share);
		});
		const meant = this.#others.related(word, false);
		this.#collectMeant(meant, share);
		return meant.map((one) => ({ ...one, sure: false }));
	}

	/**
	 * What a word can have been meant as, gathered too. One that a few have can be their own misspelling, or a name: then only
	 * what is a hundred times as usual.
	 */
	#guess(word: string, known: number): Guess {
		const countOf = (number: number) => this.#postings.lengthOf(number);
		const found: [number: number, relation: number][] = [];
		const taken = this.#vocabulary.misspelt(word, { countOf, size: this.#size }, (number, relation) =>
			found.push([number, relation]),
		);
		if (known > 0 && (taken === null || countOf(taken) < known * MORE_USUAL)) return NO_GUESS;
		for (const [number, relation] of found) this.#collect(number, relation);
		const guessed = new Map(found.map(([number, relation]) => [this.#vocabulary.spelled(number), relation]));
		if (known > 0) return { guessed, meant: [], takenFor: this.#vocabulary.spelled(taken!) };
		const others = this.#others.misspelt(word);
		const meant = others.flatMap((one) => one.meant);
		this.#collectMeant(meant, 1);
		const elsewhere = others.find(({ takenFor }) => takenFor !== null)?.takenFor ?? null;
		// What is read as a compound of known words is no misspelling.
		const own = guessed.size > 0 ? null : elsewhere;
		const takenFor = taken === null ? own : this.#vocabulary.spelled(taken);
		return { guessed, meant, takenFor };
	}

	/** In the order of their numbers: what is looked up of them next lies in that order too, and is read several times quicker. */
	#foundInOrder(): Uint32Array {
		const found = this.#docs.subarray(0, this.#found);
		if (this.#found < this.#size / MANY) return found.slice().sort();
		const docs = new Uint32Array(this.#found);
		for (let doc = 0, at = 0; doc < this.#size; doc++) if (this.#gathered[doc] !== 0) docs[at++] = doc;
		return docs;
	}

	/** Gathers the documents of a word of the index. */
	#collect(number: number, relation: number): void {
		const count = this.#postings.lengthOf(number);
		if (this.#entries.length < count) this.#entries = new Uint32Array(count * 2);
		this.#postings.read(number, this.#entries);
		const [entries, gathered, docs] = [this.#entries, this.#gathered, this.#docs];
		const scores = Float64Array.from(fieldWeights, (weight) => weight * relation);
		let found = this.#found;
		for (let at = 0; at < count; at++) {
			const doc = entries[at]! >>> WEIGHT_BITS;
			const before = gathered[doc]!;
			if (before === 0) docs[found++] = doc;
			gathered[doc] = more(before, scores[entries[at]! & 3]!);
		}
		this.#found = found;
	}

	#collectMeant(meant: readonly Meant[], share: number): void {
		const focus = this.#others.focus();
		const [gathered, docs] = [this.#gathered, this.#docs];
		let found = this.#found;
		for (const { docs: set, score, shared } of meant) {
			const { words } = set;
			for (let word = 0; word < words.length; word++)
				for (let left = words[word]!; left !== 0; left &= left - 1) {
					const doc = word * 32 + 31 - Math.clz32(left & -left);
					const before = gathered[doc]!;
					if (before === 0) docs[found++] = doc;
					gathered[doc] = more(before, share * score * (shared ? focus[doc]! : 1));
				}
		}
		this.#found = found;
	}

	#keep(word: string, answer: WordScores): WordScores {
		this.#kept += answer.docs.length + 20;
		if (this.#kept > MOST_KEPT) this.forget();
		this.#answers.set(word, answer);
		return answer;
	}

	#makeRoom(): void {
		if (this.#docs.length >= this.#size) return;
		const size = Math.ceil(this.#size * 1.25);
		this.#docs = new Uint32Array(size);
		this.#gathered = new Float32Array(size);
	}
}

/** Each further score of a document counts for less, so that no text wins by repeating itself. */
const more = (before: number, score: number): number => before + score - (before * score) / MOST_SCORE;

/** Those of some documents that have another word too, the scores added up. */
function both(left: TextScores, next: TextScores): TextScores {
	const room = new Uint32Array(Math.min(left.docs.length, next.docs.length));
	const places = room.subarray(0, placesInBoth(next.docs, left.docs, room));
	const docs = new Uint32Array(places.length);
	const scores = new Float32Array(places.length);
	for (let at = 0; at < places.length; at++) {
		docs[at] = next.docs[places[at]!]!;
		scores[at] = next.scores[places[at]!]!;
	}
	const own = placesInBoth(left.docs, docs, places);
	for (let at = 0; at < own; at++) scores[at]! += left.scores[places[at]!]!;
	return { docs, scores };
}
