/** How many of some documents have each value, by its place in `columns.values.all`. */
export type Tally = (docs: Uint32Array) => Uint32Array;

/** Some documents in the order of their numbers, and what is made of them once it is first asked for. */
export class Docs {
	/** How much of the words asked for each of them has; null without words. */
	readonly scores: Float32Array | null;
	/** Whether others will ask for the same: then what is made of it by the way is kept too. */
	readonly kept: boolean;
	readonly #list: () => Uint32Array;
	readonly #tally: (docs: Docs) => Uint32Array;
	#listed: Uint32Array | null = null;
	#counted: Uint32Array | null = null;
	readonly #made = new Map<string, { of: unknown; it: unknown }>();
	readonly #asked = new Set<string>();

	constructor(
		list: () => Uint32Array,
		tally: (docs: Docs) => Uint32Array,
		{ kept = false, scores = null }: { kept?: boolean; scores?: Float32Array | null } = {},
	) {
		this.#list = list;
		this.#tally = tally;
		this.kept = kept;
		this.scores = scores;
	}

	get list(): Uint32Array {
		this.#listed ??= this.#list();
		return this.#listed;
	}

	/** How many have each value, by its place in `columns.values.all`. */
	get tally(): Uint32Array {
		this.#counted ??= this.#tally(this);
		return this.#counted;
	}

	/** Whether something was asked for by that name before. */
	again(name: string): boolean {
		const again = this.#asked.has(name);
		this.#asked.add(name);
		return again;
	}

	/** What is made of them by name, once as long as it is `of` the same. */
	made<T>(name: string, of: unknown, make: () => T): T {
		const known = this.#made.get(name);
		if (known !== undefined && known.of === of) return known.it as T;
		const it = make();
		this.#made.set(name, { of, it });
		return it;
	}
}
