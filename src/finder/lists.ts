import { freezeAll, thawAll, words32 } from './growing.ts';

const PAGE_BITS = 18;
const PAGE = 1 << PAGE_BITS;
const FIRST = 4;
const LARGEST = 4096;

/**
 * Many lists of whole numbers below 2^32 that only grow, in a few large pages: a list of three costs sixteen bytes, one of a
 * million hardly more than its numbers. A list is a chain of blocks, each twice as long as the one before; the last place of
 * a block tells where the next begins (after Lucene's byte slices).
 */
export class Lists {
	#pages: Uint32Array[] = [];
	#free = PAGE;
	readonly #first = words32();
	readonly #block = words32();
	readonly #size = words32();
	readonly #used = words32();
	readonly #count = words32();

	/** How many lists there are. */
	get size(): number {
		return this.#count.length;
	}

	/** Begins an empty list and gives its number. */
	begin(): number {
		const block = this.#take(FIRST);
		this.#first.push(block);
		this.#block.push(block);
		this.#size.push(FIRST);
		this.#used.push(0);
		return this.#count.push(0);
	}

	/** How many numbers a list has. */
	lengthOf(list: number): number {
		return this.#count.data[list]!;
	}

	add(list: number, value: number): void {
		const used = this.#used.data;
		if (used[list] === this.#size.data[list]! - 1) this.#lengthen(list);
		const at = this.#block.data[list]! + used[list]!;
		this.#pages[at >>> PAGE_BITS]![at & (PAGE - 1)] = value;
		used[list]!++;
		this.#count.data[list]!++;
	}

	/** Writes the numbers of a list into an array that is long enough, in the order they were added. */
	read(list: number, into: Uint32Array): void {
		let left = this.#count.data[list]!;
		let block = this.#first.data[list]!;
		let to = 0;
		for (let size = FIRST; left > 0; size = Math.min(size * 2, LARGEST)) {
			const page = this.#pages[block >>> PAGE_BITS]!;
			const from = block & (PAGE - 1);
			const here = Math.min(left, size - 1);
			for (let at = from; at < from + here; at++) into[to++] = page[at]!;
			block = page[from + size - 1]!;
			left -= here;
		}
	}

	/** The numbers of a list, in the order they were added. */
	of(list: number): Uint32Array {
		const numbers = new Uint32Array(this.lengthOf(list));
		this.read(list, numbers);
		return numbers;
	}

	/** As it can be written down. */
	freeze() {
		return { pages: this.#pages, free: this.#free, columns: freezeAll(this.#columns) };
	}

	/** Takes what was written down. */
	thaw({ pages, free, columns }: ReturnType<Lists['freeze']>): void {
		this.#pages = pages;
		this.#free = free;
		thawAll(this.#columns, columns);
	}

	get #columns() {
		const [first, block, size, used, count] = [this.#first, this.#block, this.#size, this.#used, this.#count];
		return { first, block, size, used, count };
	}

	#lengthen(list: number): void {
		const size = this.#size.data[list]!;
		const next = this.#take(Math.min(size * 2, LARGEST));
		const end = this.#block.data[list]! + size - 1;
		this.#pages[end >>> PAGE_BITS]![end & (PAGE - 1)] = next;
		this.#block.data[list] = next;
		this.#size.data[list] = Math.min(size * 2, LARGEST);
		this.#used.data[list] = 0;
	}

	/** Room for a block, never across two pages. */
	#take(size: number): number {
		if (this.#free + size > PAGE) {
			this.#pages.push(new Uint32Array(PAGE));
			this.#free = 0;
		}
		const at = (this.#pages.length - 1) * PAGE + this.#free;
		this.#free += size;
		return at;
	}
}
