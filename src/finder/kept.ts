/** What has been made, by key, for those who ask again; all is forgotten when it would be too much. */
export class Kept<T> {
	readonly #made = new Map<string, T>();
	readonly #most: number;
	readonly #weigh: (value: T) => number;
	#weight = 0;

	/** `most`: so much is kept, each counting for what `weigh` says (one). */
	constructor(most: number, weigh: (value: T) => number = () => 1) {
		this.#most = most;
		this.#weigh = weigh;
	}

	/** What is kept for a key, or what `make` makes of it now. What is heavier than all that may be kept is not. */
	get(key: string, make: () => T): T {
		const known = this.#made.get(key);
		if (known !== undefined) return known;
		const made = make();
		const weight = this.#weigh(made);
		if (weight > this.#most) return made;
		if (this.#weight + weight > this.#most) this.clear();
		this.#made.set(key, made);
		this.#weight += weight;
		return made;
	}

	clear(): void {
		this.#made.clear();
		this.#weight = 0;
	}
}
