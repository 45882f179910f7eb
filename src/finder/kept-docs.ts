import { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { Query } from '../domain/query.ts';
import { askedWords } from './asked.ts';
import type { Columns } from './columns.ts';
import { Docs } from './docs.ts';
import { listed } from './drill.ts';
import type { Filter } from './filters.ts';
import { words32 } from './growing.ts';
import { Kept } from './kept.ts';
import type { TextIndex } from './text-index.ts';
import { isSetName } from './values.ts';

/** Of the documents that have some words, or that one filter leaves, so many numbers are kept: four bytes each. */
const MOST_DOCS = 4_000_000;
/** Of a document that has some words: itself, its score, what it weighs, where it lies and some of its values. */
const NUMBERS_OF_TEXT = 10;
/** Of what several values of a filter leave so many words of bits are kept. */
const MOST_BITS = 400_000;

/** What words and single filters leave, kept with what is made of it while nothing changes: others ask for the same with another filter. */
export class KeptDocs {
	readonly #columns: Columns;
	readonly #text: TextIndex;
	readonly #docs = new Kept<Docs>(MOST_DOCS, ({ list, scores }) => list.length * (scores ? NUMBERS_OF_TEXT : 1) + 100);
	readonly #together = new Kept<Uint32Array>(MOST_BITS, ({ length }) => length + 10);
	#all: Docs | null = null;

	constructor(columns: Columns, text: TextIndex) {
		this.#columns = columns;
		this.#text = text;
	}

	/** Something has changed. */
	clear(): void {
		this.#docs.clear();
		this.#together.clear();
		this.#all = null;
	}

	/** Every document that is there. */
	everyone(): Docs {
		const { alive, values } = this.#columns;
		this.#all ??= new Docs(
			() => listed(alive, words32()),
			() => values.tallyAll(),
		);
		return this.#all;
	}

	/** The documents that are there and have the words of a query; null without words. */
	having(query: Query): Docs | null {
		if (!query.q.trim()) return null;
		return this.#docs.get(`${query.literal} ${query.q}`, () => {
			const asked = askedWords(query);
			if (asked.length === 0) return this.#kept(new Uint32Array(), new Float32Array());
			const { docs, scores } = this.#text.every(asked);
			if (this.#columns.byId.size === this.#columns.length) return this.#kept(docs, scores);
			const room = new Uint32Array(docs.length);
			const places = room.subarray(0, placesAlive(docs, this.#columns.alive.words, room));
			const theirs = new Float32Array(places.length);
			for (let at = 0; at < places.length; at++) theirs[at] = scores[places[at]!]!;
			return this.#kept(gathered(docs, places), theirs);
		});
	}

	/** What a filter leaves by itself; kept unless hardly two choose alike. */
	alone(query: Query, { name, list, bits }: Filter): Docs {
		const { alive, values } = this.#columns;
		const make = () => {
			const one = list();
			if (!one) return listed(alive.new_intersection(BitSet.fromWords(bits())), words32());
			const room = new Uint32Array(one.length);
			return gathered(one, room.subarray(0, placesAlive(one, alive.words, room)));
		};
		if (isSetName(name)) return this.#docs.get(`${name} ${query[name]}`, () => this.#kept(make(), null));
		return new Docs(make, (docs) => values.tally(docs.list));
	}

	/** The bits of some values of a filter, by a name for them. */
	together(key: string, make: () => Uint32Array): Uint32Array {
		return this.#together.get(key, make);
	}

	#kept(list: Uint32Array, scores: Float32Array | null): Docs {
		return new Docs(
			() => list,
			() => this.#columns.values.tally(list),
			{ kept: true, scores },
		);
	}
}

/** The places of those documents that are there, written into `places`; how many. */
function placesAlive(docs: Uint32Array, words: Uint32Array, places: Uint32Array): number {
	let count = 0;
	for (let place = 0; place < docs.length; place++) {
		const doc = docs[place]!;
		// Written over again until it is one that is there.
		places[count] = place;
		count += (words[doc >>> 5]! >>> doc) & 1;
	}
	return count;
}

function gathered(docs: Uint32Array, places: Uint32Array): Uint32Array {
	const some = new Uint32Array(places.length);
	for (let at = 0; at < places.length; at++) some[at] = docs[places[at]!]!;
	return some;
}
