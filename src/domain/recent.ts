/**
 * What was made lately, for who asks again: good while a version stays the same. Twice `most` are kept at most; what nobody
 * asks for goes first.
 */
export class Recent<Key, Made> {
	readonly #most: number;
	#young = new Map<Key, Made>();
	#old = new Map<Key, Made>();
	#version: unknown;

	constructor(most: number) {
		this.#most = most;
	}

	/** Forgets all if the version is another than before. */
	renew(version: unknown): void {
		if (version !== this.#version) this.clear();
		this.#version = version;
	}

	/** Forgets all. What was begun before is not kept afterwards. */
	clear(): void {
		this.#young = new Map();
		this.#old = new Map();
		this.#version = undefined;
	}

	get(key: Key): Made | undefined {
		const young = this.#young.get(key);
		if (young !== undefined) return young;
		const made = this.#old.get(key);
		if (made !== undefined) this.#keep(key, made);
		return made;
	}

	/** Keeps what was made. What was begun at another version than the last that was told is not kept. */
	set(key: Key, made: Made, version: unknown = this.#version): void {
		if (version === this.#version) this.#keep(key, made);
	}

	/** What was made for a key, or what `make` makes now. A promise that fails is forgotten: who asks next tries again. */
	of(key: Key, make: () => Made): Made {
		const known = this.get(key);
		if (known !== undefined) return known;
		const made = make();
		this.set(key, made);
		if (made instanceof Promise) made.catch(() => this.#forget(key, made));
		return made;
	}

	/** Forgets what was made for a key. */
	forget(key: Key): void {
		this.#young.delete(key);
		this.#old.delete(key);
	}

	/** What nobody asked for since the young were as many as may be is let go of for them. */
	#keep(key: Key, made: Made): void {
		if (this.#young.size >= this.#most) {
			this.#old = this.#young;
			this.#young = new Map();
		}
		this.#young.set(key, made);
	}

	#forget(key: Key, made: Made): void {
		for (const kept of [this.#young, this.#old]) if (kept.get(key) === made) kept.delete(key);
	}
}

/** Knows what was asked for lately: most is never asked for again, and to keep it all would cost more than to make it. */
export class Repeats {
	readonly #known: Recent<string, true>;

	/** Twice `most` keys are known at most. */
	constructor(most: number) {
		this.#known = new Recent(most);
	}

	/** Whether a key was told before; from now on it was. */
	again(key: string): boolean {
		if (this.#known.get(key)) return true;
		this.#known.set(key, true);
		return false;
	}
}
