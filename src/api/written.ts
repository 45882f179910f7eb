import type { Store } from '../store/open.ts';
import { PackedTexts } from './packed-texts.ts';

/** In so many ways, such as languages, texts are kept at a time. */
const MOST_WAYS = 64;

/**
 * Texts that are written once for each entry, and kept until that entry changes, or one that it tells of: to read one and
 * write it down takes several times as long as to find it.
 */
export class Written {
	readonly #store: Store;
	readonly #kept: PackedTexts;
	/** How many times something was let go of. */
	#turns = 0;
	/** Each way by a number, so that a text has one for a key: words put together for each take longer than to look it up. */
	readonly #ways = new Map<string, number>();

	/** `most`: so many bytes are kept at most. */
	constructor(store: Store, most: number) {
		this.#store = store;
		this.#kept = new PackedTexts(most);
		store.changes.keep((ids) => this.#letGo(ids));
	}

	/**
	 * The texts of some entries by id. `way`: what else they depend on, such as the language. Those that are not kept are written
	 * by `write`, which leaves out what is not public.
	 */
	async of(
		ids: readonly number[],
		way: string,
		write: (missing: number[]) => Promise<Iterable<readonly [id: number, text: string]>>,
	): Promise<ReadonlyMap<number, string>> {
		// Whatever has changed is let go of first.
		await this.#store.changes.newestSeen();
		const turn = this.#turns;
		const numbered = this.#numberOf(way);
		const found = new Map<number, string>();
		const missing: number[] = [];
		for (const id of ids) {
			const text = this.#kept.get(keyOf(id, numbered));
			if (text === undefined) missing.push(id);
			else found.set(id, text);
		}
		if (missing.length === 0) return found;
		const made = await write(missing);
		// Meanwhile something may have changed, or numbers have begun anew.
		const still = this.#turns === turn && this.#ways.get(way) === numbered;
		for (const [id, text] of made) {
			found.set(id, text);
			if (still) this.#kept.set(keyOf(id, numbered), text);
		}
		return found;
	}

	#letGo(ids: readonly number[] | 'all'): void {
		this.#turns++;
		if (ids === 'all') this.#kept.clear();
		else for (const id of ids) for (const numbered of this.#ways.values()) this.#kept.delete(keyOf(id, numbered));
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

const keyOf = (id: number, way: number) => id * MOST_WAYS + way;
