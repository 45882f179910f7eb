import { Recent } from '../domain/recent.ts';
import type { Site } from '../site.ts';

/** In so many ways, such as languages, texts are kept at a time. */
const MOST_WAYS = 64;

/**
 * Texts that are written once for each entry, and kept until anything is committed by anybody: to read an entry and write it
 * down takes several times as long as to find it. Twice `most` are kept at most.
 */
export class Written {
	readonly #store: Site['store'];
	readonly #recent: Recent<number, string>;
	/** Each way by a number, so that a text has one for a key: words put together for each take longer than to look it up. */
	readonly #ways = new Map<string, number>();

	constructor({ store }: Site, most: number) {
		this.#store = store;
		this.#recent = new Recent(most);
	}

	/**
	 * The texts of some entries by id. `way`: what else they depend on, such as the language. Those that are not kept are
	 * written by `write`, which leaves out what is not public.
	 */
	async of(
		ids: readonly number[],
		way: string,
		write: (missing: number[]) => Promise<Iterable<readonly [id: number, text: string]>>,
	): Promise<ReadonlyMap<number, string>> {
		const before = await this.#store.changes.version();
		this.#recent.renew(before);
		const numbered = this.#numberOf(way);
		const keyOf = (id: number) => id * MOST_WAYS + numbered;
		const found = new Map<number, string>();
		const missing: number[] = [];
		for (const id of ids) {
			const text = this.#recent.get(keyOf(id));
			if (text === undefined) missing.push(id);
			else found.set(id, text);
		}
		if (missing.length === 0) return found;
		const made = await write(missing);
		// Numbers may have begun anew meanwhile.
		const still = this.#ways.get(way) === numbered;
		for (const [id, text] of made) {
			found.set(id, text);
			if (still) this.#recent.set(keyOf(id), text, before);
		}
		return found;
	}

	#numberOf(way: string): number {
		const known = this.#ways.get(way);
		if (known !== undefined) return known;
		// Whoever asks can name any host: then all is forgotten, since numbers begin anew.
		if (this.#ways.size === MOST_WAYS) {
			this.#ways.clear();
			this.#recent.clear();
		}
		this.#ways.set(way, this.#ways.size);
		return this.#ways.size - 1;
	}
}
