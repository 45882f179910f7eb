import { TypedFastBitSet as BitSet } from 'typedfastbitset';
import { Growing } from './growing.ts';

/** Documents in a word of a set; a list takes as much for one. */
const WORD = 32;
/** Lists as short as this are never worth turning into sets. */
const SHORT = 256;

/** Members as they can be written down. */
export interface FrozenMembers {
	/** One by one, ascending; null when there is a set. */
	list: Uint32Array | null;
	words: Uint32Array | null;
}

/**
 * The documents that have a value: one by one while they are few, a bit for each document once that takes less. Most values
 * are had by few: a municipality by one in three hundred.
 */
export class Members {
	#list: Growing<Uint32Array> | null = new Growing((size) => new Uint32Array(size), 4);
	#set: BitSet | null = null;
	#size = 0;

	/** Takes what was written down. */
	static thaw({ list, words }: FrozenMembers): Members {
		const members = new Members();
		if (list) members.#list!.thaw(list);
		else {
			members.#list = null;
			members.#set = BitSet.fromWords(words!);
		}
		members.#size = list?.length ?? members.#set!.size();
		return members;
	}

	/** As it can be written down. */
	freeze(): FrozenMembers {
		return { list: this.#list?.added ?? null, words: this.#set?.words ?? null };
	}

	/** Adds a document with a number above all others. */
	add(doc: number): void {
		this.#size++;
		if (this.#set) {
			this.#set.add(doc);
			return;
		}
		const list = this.#list!;
		list.push(doc);
		if (list.length <= SHORT || list.length * WORD < doc) return;
		this.#set = this.set();
		this.#list = null;
	}

	/** How many there are. */
	get size(): number {
		return this.#size;
	}

	/** In the order of their numbers, while they are kept one by one; good until the next change. */
	list(): Uint32Array | null {
		return this.#list?.added ?? null;
	}

	/** As a set; not to be changed. */
	set(): BitSet {
		if (this.#set) return this.#set;
		const { added } = this.#list!;
		const words = new Uint32Array(added.length ? Math.ceil((added.at(-1)! + 1) / WORD) : 0);
		for (const doc of added) words[doc >>> 5]! |= 1 << (doc & 31);
		return BitSet.fromWords(words);
	}
}
