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

	/** Forgets all if the version is another than before, and what nobody asked for when there is too much. */
	renew(version: unknown): void {
		if (version !== this.#version) this.clear();
		this.#version = version;
		if (this.#young.size < this.#most) return;
		this.#old = this.#young;
		this.#young = new Map();
	}

	/** Forgets all. What was begun before is not kept afterwards. */
	clear(): void {
		this.#young = new Map();
		this.#old = new Map();
		this.#version = undefined;
	}

	get(key: Key): Made | undefined {
		const made = this.#young.get(key) ?? this.#old.get(key);
		if (made !== undefined) this.#young.set(key, made);
		return made;
	}

	/** Keeps what was made. What was begun at another version than the last that was told is not kept. */
	set(key: Key, made: Made, version: unknown = this.#version): void {
		if (version === this.#version) this.#young.set(key, made);
	}
}
