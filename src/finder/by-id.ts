/** Ids above this are kept one by one: a store gives them out in order, so that hardly any is. */
const DENSE = 1 << 24;

/** Document numbers by the id of their entry: four bytes each, where a Map takes forty. */
export class ById {
	/** By id: the number and one; 0 for none. */
	#docs = new Uint32Array(1024);
	readonly #sparse = new Map<number, number>();
	#size = 0;

	get size(): number {
		return this.#size;
	}

	get(id: number): number | undefined {
		if (id >= DENSE) return this.#sparse.get(id);
		const kept = this.#docs[id] ?? 0;
		return kept === 0 ? undefined : kept - 1;
	}

	set(id: number, doc: number): void {
		if (this.get(id) === undefined) this.#size++;
		if (id >= DENSE) {
			this.#sparse.set(id, doc);
			return;
		}
		if (id >= this.#docs.length) this.#grow(id + 1);
		this.#docs[id] = doc + 1;
	}

	delete(id: number): void {
		if (this.get(id) === undefined) return;
		this.#size--;
		if (id >= DENSE) this.#sparse.delete(id);
		else this.#docs[id] = 0;
	}

	#grow(least: number): void {
		const larger = new Uint32Array(Math.max(least, Math.ceil(this.#docs.length * 1.5)));
		larger.set(this.#docs);
		this.#docs = larger;
	}
}
