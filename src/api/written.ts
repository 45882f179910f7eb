import { Recent } from '../domain/recent.ts';
import type { Site } from '../site.ts';

/**
 * Texts that are written once for each entry, and kept until anything is committed by anybody: to read an entry and write it
 * down takes several times as long as to find it. Twice `most` are kept at most.
 */
export class Written {
	readonly #store: Site['store'];
	readonly #recent: Recent<string, string>;

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
		const found = new Map<number, string>();
		const missing: number[] = [];
		for (const id of ids) {
			const text = this.#recent.get(`${way} ${id}`);
			if (text === undefined) missing.push(id);
			else found.set(id, text);
		}
		if (missing.length === 0) return found;
		for (const [id, text] of await write(missing)) {
			found.set(id, text);
			this.#recent.set(`${way} ${id}`, text, before);
		}
		return found;
	}
}
