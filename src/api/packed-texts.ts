import type { Bytes } from './bytes.ts';

/** Bytes that are let go of together. */
const PAGE = 256 * 1024;
/** Before a text its length stands, in so many bytes. */
const LENGTH = 4;
/** A number may stand at one of so many places beside each other. */
const WAYS = 8;
/** There is a place for so many bytes of texts: of texts twice as long hardly one has to make room before its page does. */
const BYTES = 128;
/** Bytes that a letter takes at most, for each of its units. */
const WIDEST = 3;

/**
 * Texts by a whole number, as bytes in a few large pages that are written round and round: a text takes its letters and some thirty
 * bytes more, and nothing that the collector has to go through. The oldest make room. A number has eight places, where the
 * oldest of the eight makes room too: to keep what was just read then takes no longer than to write it down.
 */
export class PackedTexts {
	readonly #most: number;
	readonly #pages: Buffer[] = [];
	/** By place: one more than the number, or zero; and where its text begins, of all bytes that were ever written. */
	readonly #numbers: Float64Array;
	readonly #begins: Float64Array;
	/** Where the next text may begin. */
	#end = 0;

	/** `most`: so many bytes at most. */
	constructor(most: number) {
		this.#most = Math.max(1, Math.floor(most / PAGE));
		const places = Math.ceil((this.#most * PAGE) / BYTES / WAYS) * WAYS;
		this.#numbers = new Float64Array(places);
		this.#begins = new Float64Array(places);
	}

	/** Puts a text into an answer, or tells that it is not kept. */
	copy(number: number, out: Bytes): boolean {
		const place = this.#placeOf(number);
		if (place === -1 || !this.#stands(this.#begins[place]!)) return false;
		const begin = this.#begins[place]!;
		const page = this.#pageAt(begin);
		const from = (begin % PAGE) + LENGTH;
		out.copy(page, from, from + page.readUInt32LE(from - LENGTH));
		return true;
	}

	/** Keeps a text; one that is longer than a page is not kept. */
	set(number: number, text: string): void {
		this.delete(number);
		const left = PAGE - (this.#end % PAGE);
		const fits = LENGTH + WIDEST * text.length <= left || LENGTH + Buffer.byteLength(text) <= left;
		if (!fits && LENGTH + Buffer.byteLength(text) > PAGE) return;
		const begin = fits ? this.#end : this.#end + left;
		const page = this.#pageAt(begin);
		const at = begin % PAGE;
		const written = page.write(text, at + LENGTH);
		page.writeUInt32LE(written, at);
		this.#end = begin + LENGTH + written;
		const place = this.#oldestOf(number);
		this.#numbers[place] = number + 1;
		this.#begins[place] = begin;
	}

	/** Forgets one; its room is taken when its page is. */
	delete(number: number): void {
		const place = this.#placeOf(number);
		if (place !== -1) this.#numbers[place] = 0;
	}

	/** Forgets all; the pages are written on again. */
	clear(): void {
		this.#numbers.fill(0);
		this.#end = 0;
	}

	/** Whether nothing has been written over what begins there. */
	#stands(begin: number): boolean {
		return Math.floor(begin / PAGE) > Math.floor((this.#end - 1) / PAGE) - this.#most;
	}

	#pageAt(begin: number): Buffer {
		const number = Math.floor(begin / PAGE) % this.#most;
		this.#pages[number] ??= Buffer.allocUnsafeSlow(PAGE);
		return this.#pages[number];
	}

	#placeOf(number: number): number {
		const first = this.#firstOf(number);
		for (let place = first; place < first + WAYS; place++) if (this.#numbers[place] === number + 1) return place;
		return -1;
	}

	/** The place that is free, or whose text is the oldest. */
	#oldestOf(number: number): number {
		const first = this.#firstOf(number);
		let oldest = first;
		for (let place = first; place < first + WAYS; place++) {
			if (this.#numbers[place] === 0) return place;
			if (this.#begins[place]! < this.#begins[oldest]!) oldest = place;
		}
		return oldest;
	}

	/** Spread by Knuth's multiplicative hashing (The Art of Computer Programming, volume 3, 6.4). */
	#firstOf(number: number): number {
		const spread = Math.imul(number ^ Math.floor(number / 2 ** 32), 0x9e3779b1) >>> 0;
		return Math.floor((spread / 2 ** 32) * (this.#numbers.length / WAYS)) * WAYS;
	}
}
