import type { Site } from '../site.ts';

/**
 * Texts that are written once for each entry, and kept until anything is committed by anybody: to read an entry and write it
 * down takes several times as long as to find it. Twice `most` are kept at most; what nobody asks for goes first.
 */
export class Written {
	readonly #store: Site['store'];
	readonly #most: number;
	#young = new Map<string, string>();
	#old = new Map<string, string>();
	#seen: unknown;

	constructor({ store }: Site, most: number) {
		this.#store = store;
		this.#most = most;
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
		await this.#forgetWhatChanged();
		const found = new Map<number, string>();
		const missing: number[] = [];
		for (const id of ids) {
			const key = `${way} ${id}`;
			const text = this.#young.get(key) ?? this.#old.get(key);
			if (text === undefined) {
				missing.push(id);
				continue;
			}
			this.#young.set(key, text);
			found.set(id, text);
		}
		if (missing.length === 0) return found;
		const before = this.#seen;
		const made = await write(missing);
		// What was read while somebody committed may be of before or after: it is answered, and not kept.
		const still = before === (await this.#store.changes.version());
		for (const [id, text] of made) {
			found.set(id, text);
			if (still) this.#young.set(`${way} ${id}`, text);
		}
		return found;
	}

	async #forgetWhatChanged(): Promise<void> {
		const now = await this.#store.changes.version();
		if (now === this.#seen && this.#young.size < this.#most) return;
		this.#old = now === this.#seen ? this.#young : new Map();
		this.#young = new Map();
		this.#seen = now;
	}
}
