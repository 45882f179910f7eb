import type { Filter } from './filters.ts';

/** How many bits of a word are set. */
export function bitCount(word: number): number {
	let bits = word - ((word >>> 1) & 0x55_55_55_55);
	bits = (bits & 0x33_33_33_33) + ((bits >>> 2) & 0x33_33_33_33);
	return Math.imul((bits + (bits >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}

/** The documents that pass every filter, of some of which `bits` are, which stay as they are. */
export function passing(bits: Uint32Array, filters: Iterable<Filter>): Uint32Array {
	const left = bits.slice();
	for (const filter of filters) {
		const passes = filter.bits();
		const known = Math.min(left.length, passes.length);
		for (let word = 0; word < known; word++) left[word]! &= passes[word]!;
		left.fill(0, known);
	}
	return left;
}

/** Filters laid over some documents, a bit for each, thirty-two at a time: what passes them all, and what fails but one. */
export class Overlay {
	readonly #none: Uint32Array;
	readonly #one: Uint32Array;

	/** `bits` are those of the documents, and stay as they are. */
	constructor(bits: Uint32Array, filters: readonly Filter[]) {
		this.#none = bits.slice();
		this.#one = new Uint32Array(bits.length);
		for (const filter of filters) this.#lay(filter.bits());
	}

	/** Those that pass every filter. */
	left(): Uint32Array {
		return this.#none;
	}

	/** Those that pass every filter but this, which they fail. */
	failingOnly(filter: Filter): Uint32Array {
		const passes = filter.bits();
		const failing = this.#one.slice();
		// Beyond the end of a filter nothing passes it.
		const known = Math.min(failing.length, passes.length);
		for (let word = 0; word < known; word++) failing[word]! &= ~passes[word]!;
		return failing;
	}

	#lay(passes: Uint32Array): void {
		const [none, one] = [this.#none, this.#one];
		const known = Math.min(none.length, passes.length);
		for (let word = 0; word < known; word++) {
			const pass = passes[word]!;
			one[word] = (one[word]! & pass) | (none[word]! & ~pass);
			none[word]! &= pass;
		}
		for (let word = known; word < none.length; word++) {
			one[word] = none[word]!;
			none[word] = 0;
		}
	}
}
