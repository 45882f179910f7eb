import type { Columns } from './columns.ts';
import type { Docs } from './docs.ts';
import { words32 } from './growing.ts';
import type { SetName } from './values.ts';

/** Room that every question uses again. */
const room = words32();

/**
 * What is left with one filter set aside: of some documents, those that fail no other. `failed` has a bit for each filter that a
 * document fails, by place; null where none does.
 */
export class Aside {
	readonly docs: Docs;
	/** The bits of all other filters. */
	readonly #others: number;
	readonly #failed: Uint16Array | null;

	constructor(docs: Docs, failed: Uint16Array | null = null, mark = 0) {
		this.docs = docs;
		this.#failed = failed;
		this.#others = 0xff_ff & ~mark;
	}

	/** Whether it is all of the documents. */
	get whole(): boolean {
		return this.#failed === null;
	}

	/** Whether the document at a place is one of them. */
	has(place: number): boolean {
		return this.#failed === null || (this.#failed[place]! & this.#others) === 0;
	}

	/** In the order of their numbers; good until it is asked of another. */
	list(): Uint32Array {
		const { list } = this.docs;
		const failed = this.#failed;
		if (!failed) return list;
		const others = this.#others;
		const some = room.room(list.length);
		let count = 0;
		for (let place = 0; place < list.length; place++) {
			some[count] = list[place]!;
			if ((failed[place]! & others) === 0) count++;
		}
		return some.subarray(0, count);
	}

	/** How many have each value of one filter, by its place in `columns.values.all`. */
	tallyOf({ values }: Columns, set: SetName): Uint32Array {
		const { docs } = this;
		const failed = this.#failed;
		const name = `values ${set}`;
		// What is asked for once is not worth more than that.
		if (!failed || !docs.kept || !docs.again(name)) return values.tallyOf(set, this.list());
		const known = docs.made(name, null, () => values.of(set, docs.list));
		return counted(known, failed, this.#others, values.all.length);
	}
}

/** How often each value stands beside a place that has none of some bits. */
function counted(
	{ starts, values }: { starts: Uint32Array; values: Uint16Array },
	failed: Uint16Array,
	bits: number,
	size: number,
): Uint32Array {
	const counts = new Uint32Array(size);
	for (let place = 0; place < failed.length; place++) {
		if ((failed[place]! & bits) !== 0) continue;
		const end = starts[place + 1]!;
		for (let at = starts[place]!; at < end; at++) counts[values[at]!]!++;
	}
	return counts;
}
