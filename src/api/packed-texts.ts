import type { Bytes } from './bytes.ts';

/** Bytes that are let go of together. */
const PAGE = 256 * 1024;
/** Before a text its length stands, in so many bytes. */
const LENGTH = 4;

/**
 * Texts by a whole number, as bytes in a few large pages: a text takes its letters and some twenty bytes more, and nothing that
 * the collector has to go through. When there is no room left the oldest page makes it.
 */
export class PackedTexts {
	readonly #most: number;
	readonly #pages: Buffer[] = [];
	/** By page: the numbers of the texts that were written on it. */
	readonly #numbers: number[][] = [];
	/** Where a text begins, all pages one after the other. */
	readonly #places = new Map<number, number>();
	/** The page that is written on, and how far. */
	#page = -1;
	#used = PAGE;

	/** `most`: so many bytes at most. */
	constructor(most: number) {
		this.#most = Math.max(1, Math.floor(most / PAGE));
	}

	/** Puts a text into an answer, or tells that it is not kept. */
	copy(number: number, out: Bytes): boolean {
		const place = this.#places.get(number);
		if (place === undefined) return false;
		const page = this.#pages[Math.floor(place / PAGE)]!;
		const from = (place % PAGE) + LENGTH;
		out.copy(page, from, from + page.readUInt32LE(from - LENGTH));
		return true;
	}

	/** Keeps a text; one that is longer than a page is not kept. */
	set(number: number, text: string): void {
		const size = LENGTH + Buffer.byteLength(text);
		if (size > PAGE) {
			this.#places.delete(number);
			return;
		}
		if (this.#used + size > PAGE) this.#turn();
		const page = this.#pages[this.#page]!;
		page.writeUInt32LE(size - LENGTH, this.#used);
		page.write(text, this.#used + LENGTH);
		this.#places.set(number, this.#page * PAGE + this.#used);
		this.#numbers[this.#page]!.push(number);
		this.#used += size;
	}

	/** Forgets one; its room is taken when its page is. */
	delete(number: number): void {
		this.#places.delete(number);
	}

	/** Forgets all; the pages are written on again. */
	clear(): void {
		this.#places.clear();
		for (const numbers of this.#numbers) numbers.length = 0;
		this.#page = -1;
		this.#used = PAGE;
	}

	/** Goes on to the next page, and forgets what stood there. */
	#turn(): void {
		this.#page = (this.#page + 1) % this.#most;
		this.#pages[this.#page] ??= Buffer.allocUnsafeSlow(PAGE);
		const [from, to] = [this.#page * PAGE, (this.#page + 1) * PAGE];
		for (const number of this.#numbers[this.#page] ?? []) {
			const place = this.#places.get(number);
			// It may have been written anew on another page since.
			if (place !== undefined && place >= from && place < to) this.#places.delete(number);
		}
		this.#numbers[this.#page] = [];
		this.#used = 0;
	}
}
