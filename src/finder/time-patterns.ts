import { whens } from '../domain/time.ts';
import { type Growing, words16, words32 } from './growing.ts';

/** Two numbers that have nothing to do with each other, for telling rows of numbers apart (Knuth's 2³²/φ, and a prime). */
const SPREAD = 0x9e_37_79_b1;
const PRIME = 0x85_eb_ca_77;
/** At most this part of the table is taken, one in so many. */
const ROOMY = 2;

/**
 * What documents have in common of their times: in which of the 21 slots of a week they happen at all, and in each of the spans
 * that can be asked for. Half a million documents share some thousands of these, so that most is reckoned for each of these and
 * not for each document. Number 0 is to have no time.
 */
export class TimePatterns {
	/** By pattern: the slots in which it happens at all. */
	readonly slots = words32();
	/** For each span, by pattern: the slots in which it happens then. */
	readonly spans: readonly Growing<Uint32Array>[] = whens.map(() => words32());
	/** By pattern: what `bitsOf` makes of it. */
	readonly bits = words16();
	readonly #bitsOf: (slots: number, spans: Uint32Array) => number;
	/** One more than a pattern, where its numbers lead; 0 where there is none. */
	#table = new Uint32Array(1024);

	/** `bitsOf`: what is kept beside each pattern in sixteen bits. */
	constructor(bitsOf: (slots: number, spans: Uint32Array) => number) {
		this.#bitsOf = bitsOf;
		this.of(0, new Uint32Array(whens.length));
	}

	get length(): number {
		return this.slots.length;
	}

	/** The number of a pattern, which is taken up when it is new: its slots, and those in each span. */
	of(slots: number, spans: Uint32Array): number {
		let at = this.#firstPlace(slots, spans);
		for (; this.#table[at] !== 0; at = (at + 1) & (this.#table.length - 1)) {
			const known = this.#table[at]! - 1;
			if (this.#is(known, slots, spans)) return known;
		}
		const made = this.slots.push(slots);
		this.spans.forEach((span, place) => {
			span.push(spans[place]!);
		});
		this.bits.push(this.#bitsOf(slots, spans));
		this.#table[at] = made + 1;
		if (this.length * ROOMY > this.#table.length) this.#enlarge();
		return made;
	}

	#firstPlace(slots: number, spans: Uint32Array): number {
		let mixed = Math.imul(slots, SPREAD);
		for (let place = 0; place < spans.length; place++) {
			mixed = Math.imul(mixed ^ (mixed >>> 15) ^ spans[place]!, PRIME);
		}
		return (mixed ^ (mixed >>> 13)) & (this.#table.length - 1);
	}

	#is(pattern: number, slots: number, spans: Uint32Array): boolean {
		if (this.slots.data[pattern] !== slots) return false;
		for (let place = 0; place < spans.length; place++)
			if (this.spans[place]!.data[pattern] !== spans[place]) return false;
		return true;
	}

	#enlarge(): void {
		this.#table = new Uint32Array(this.#table.length * 4);
		const spans = new Uint32Array(this.spans.length);
		for (let pattern = 0; pattern < this.length; pattern++) {
			for (let place = 0; place < spans.length; place++) spans[place] = this.spans[place]!.data[pattern]!;
			let at = this.#firstPlace(this.slots.data[pattern]!, spans);
			while (this.#table[at] !== 0) at = (at + 1) & (this.#table.length - 1);
			this.#table[at] = pattern + 1;
		}
	}
}
