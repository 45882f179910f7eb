import { PackedTexts } from './packed-texts.ts';

/** In so many ways, such as languages, texts are kept at a time. */
const MOST_WAYS = 64;

/**
 * Texts that are written once for each entry, and kept until any entry changes: to read one and write it down takes several
 * times as long as to find it.
 */
export class Written {
	readonly #kept: PackedTexts;
	/** The change of the store that what is kept is good for, and how many times that was another. */
	#change = Number.NaN;
	#turns = 0;
	/** Each way by a number, so that a text has one for a key: words put together for each take longer than to look it up. */
	readonly #ways = new Map<string, number>();

	/** `most`: so many bytes are kept at most. */
	constructor(most: number) {
		this.#kept = new PackedTexts(most);
	}

	/**
	 * The texts of some entries by id. `way`: what else they depend on, such as the language; `change`: the store's newest, seen
	 * since they were asked for. Those that are not kept are written by `write`, which leaves out what is not public.
	 */
	async of(
		ids: readonly number[],
		{ way, change }: { way: string; change: number },
		write: (missing: number[]) => Promise<Iterable<readonly [id: number, text: string]>>,
	): Promise<ReadonlyMap<number, string>> {
		this.#renew(change);
		const turn = this.#turns;
		const numbered = this.#numberOf(way);
		const keyOf = (id: number) => id * MOST_WAYS + numbered;
		const found = new Map<number, string>();
		const missing: number[] = [];
		for (const id of ids) {
			const text = this.#kept.get(keyOf(id));
			if (text === undefined) missing.push(id);
			else found.set(id, text);
		}
		if (missing.length === 0) return found;
		const made = await write(missing);
		// Meanwhile something may have changed, or numbers have begun anew.
		const still = this.#turns === turn && this.#ways.get(way) === numbered;
		for (const [id, text] of made) {
			found.set(id, text);
			if (still) this.#kept.set(keyOf(id), text);
		}
		return found;
	}

	#renew(change: number): void {
		if (change === this.#change) return;
		this.#change = change;
		this.#turns++;
		this.#kept.clear();
	}

	#numberOf(way: string): number {
		const known = this.#ways.get(way);
		if (known !== undefined) return known;
		// Whoever asks can name any host: then all is forgotten, since numbers begin anew.
		if (this.#ways.size === MOST_WAYS) {
			this.#ways.clear();
			this.#kept.clear();
		}
		this.#ways.set(way, this.#ways.size);
		return this.#ways.size - 1;
	}
}
