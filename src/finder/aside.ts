import type { Columns } from './columns.ts';
import type { Docs } from './docs.ts';
import type { SetName, Values } from './values.ts';

/** What passes every filter, and what fails but the one that is set aside, of the documents that were drilled through. */
interface Parted {
	left: Docs;
	places: Uint32Array | null;
	/** What fails it alone: its documents, and their places where they are known. */
	list: Uint32Array;
	only: Uint32Array | null;
}

/**
 * What is left with one filter set aside: all of some documents, or what passes every filter and what fails this one alone, each
 * of them in the order of their numbers. Good until it is asked of another.
 */
export class Aside {
	readonly docs: Docs;
	readonly #parted: Parted | null;

	constructor(docs: Docs, parted: Parted | null = null) {
		this.docs = docs;
		this.#parted = parted;
	}

	/** Whether it is all of the documents. */
	get whole(): boolean {
		return this.#parted === null;
	}

	/** The documents, in lists that share none. */
	get lists(): readonly Uint32Array[] {
		return this.#parted ? [this.#parted.left.list, this.#parted.list] : [this.docs.list];
	}

	/** Their places among those that were drilled through, list by list; null where they are not known, or all. */
	get places(): readonly Uint32Array[] | null {
		const { places = null, only = null } = this.#parted ?? {};
		return places && only && [places, only];
	}

	/** How many have each value of one filter, by its place in `columns.values.all`. */
	tallyOf({ values }: Columns, set: SetName): Uint32Array {
		if (!this.#parted) return values.tallyOf(set, this.docs.list);
		const counts = this.#tallyOfOnly(values, set, this.#parted);
		const { tally } = this.#parted.left;
		for (const place of values.placesOf(set)) counts[place]! += tally[place]!;
		return counts;
	}

	#tallyOfOnly(values: Values, set: SetName, { list, only }: Parted): Uint32Array {
		const { docs } = this;
		const name = `values ${set}`;
		// What is asked for once is not worth more than that.
		if (!only || !docs.kept || !docs.again(name)) return values.tallyOf(set, list);
		const known = docs.made(name, null, () => values.of(set, docs.list));
		return counted(known, only, values.all.length);
	}
}

/** How often each value stands beside some places. */
function counted(
	{ starts, values }: { starts: Uint32Array; values: Uint16Array },
	places: Uint32Array,
	size: number,
): Uint32Array {
	const counts = new Uint32Array(size);
	for (let at = 0; at < places.length; at++) {
		const place = places[at]!;
		const end = starts[place + 1]!;
		for (let own = starts[place]!; own < end; own++) counts[values[own]!]!++;
	}
	return counts;
}
