/** The first places of an order by a number, the least first; what has the same number stands as `tie` says. */
export class Top {
	readonly #most: number;
	readonly #tie: (a: number, b: number) => number;
	readonly #places: Uint32Array;
	readonly #keys: Float64Array;
	#count = 0;
	/** What has a greater number than this is not among them, and need not be offered. */
	last = Infinity;

	/** `most`: so many at most. `tie`: negative when the one place stands before the other though their numbers are the same. */
	constructor(most: number, tie: (a: number, b: number) => number) {
		this.#most = most;
		this.#tie = tie;
		this.#places = new Uint32Array(most);
		this.#keys = new Float64Array(most);
	}

	get places(): readonly number[] {
		return Array.from(this.#places.subarray(0, this.#count));
	}

	offer(place: number, key: number): void {
		const [places, keys, most] = [this.#places, this.#keys, this.#most];
		if (key > this.last) return;
		let at = this.#count;
		while (at > 0 && (key < keys[at - 1]! || (key === keys[at - 1] && this.#tie(place, places[at - 1]!) < 0))) at--;
		if (at === most) return;
		if (this.#count < most) this.#count++;
		for (let to = this.#count - 1; to > at; to--) {
			places[to] = places[to - 1]!;
			keys[to] = keys[to - 1]!;
		}
		places[at] = place;
		keys[at] = key;
		if (this.#count === most) this.last = keys[most - 1]!;
	}
}
