import { bytes, type Frozen, freezeAll, thawAll, words32 } from './growing.ts';

/** How long a name is told to be at most. */
export const LONGEST = 255;
/** The last letter that takes one byte. */
const LAST = 0xff;

/** Names as they can be written down. */
export interface FrozenNames {
	columns: Frozen;
	others: [doc: number, name: string][];
}

/**
 * What documents are ordered by as letters: a byte for each in one long row, since strings take twice the room and the collector
 * goes through every one. The few with other letters are kept as they are.
 */
export class Names {
	readonly #letters = bytes();
	/** Where each begins; behind them where the next one will. */
	readonly #starts = words32();
	readonly #others = new Map<number, string>();
	/** How long each is, at most `LONGEST`: most are told apart by it without being looked at. */
	readonly lengths = bytes();

	constructor() {
		this.#starts.push(0);
	}

	/** Adds that of the next document. */
	push(name: string): void {
		if (isShort(name)) for (let at = 0; at < name.length; at++) this.#letters.push(name.charCodeAt(at));
		else this.#others.set(this.lengths.length, name);
		this.#starts.push(this.#letters.length);
		this.lengths.push(Math.min(name.length, LONGEST));
	}

	of(doc: number): string {
		const { buffer, byteOffset } = this.#letters.data;
		const [from, to] = [this.#starts.data[doc]!, this.#starts.data[doc + 1]!];
		return this.#others.get(doc) ?? Buffer.from(buffer, byteOffset + from, to - from).toString('latin1');
	}

	/** Negative when the one stands before the other, as strings are compared. */
	compare(one: number, other: number): number {
		if (this.#others.has(one) || this.#others.has(other)) return order(this.of(one), this.of(other));
		const letters = this.#letters.data;
		const starts = this.#starts.data;
		let [a, b] = [starts[one]!, starts[other]!];
		const [lengthOfOne, lengthOfOther] = [starts[one + 1]! - a, starts[other + 1]! - b];
		for (const end = a + Math.min(lengthOfOne, lengthOfOther); a < end; a++, b++)
			if (letters[a] !== letters[b]) return letters[a]! - letters[b]!;
		return lengthOfOne - lengthOfOther;
	}

	freeze(): FrozenNames {
		return { columns: freezeAll(this.#columns), others: [...this.#others] };
	}

	thaw({ columns, others }: FrozenNames): void {
		thawAll(this.#columns, columns);
		for (const [doc, name] of others) this.#others.set(doc, name);
	}

	get #columns() {
		const { lengths } = this;
		return { letters: this.#letters, starts: this.#starts, lengths };
	}
}

function isShort(name: string): boolean {
	for (let at = 0; at < name.length; at++) if (name.charCodeAt(at) > LAST) return false;
	return true;
}

/** Negative when the one stands before the other. */
export const order = <T extends number | string>(one: T, other: T): number => (one < other ? -1 : Number(one > other));
