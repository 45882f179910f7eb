/** The first places of an order by a number, the least first; what has the same number stands as `tie` says. */
export class Top {
	readonly #most: number;
	readonly #tie: (a: number, b: number) => number;
	// Typed arrays take longer to make than some twenty numbers to order.
	readonly #places: number[] = [];
	readonly #keys: number[] = [];
	/** What has a greater number than this is not among them, and need not be offered. */
	last = Infinity;

	/** `most`: so many at most. `tie`: negative when the one place stands before the other though their numbers are the same. */
	constructor(most: number, tie: (a: number, b: number) => number) {
		this.#most = most;
		this.#tie = tie;
	}

	get places(): readonly number[] {
		return this.#places;
	}

	offer(place: number, key: number): void {
		const [places, keys, most] = [this.#places, this.#keys, this.#most];
		if (key > this.last) return;
		let at = places.length;
		while (at > 0 && (key < keys[at - 1]! || (key === keys[at - 1] && this.#tie(place, places[at - 1]!) < 0))) at--;
		if (at === most) return;
		if (places.length < most) {
			places.push(place);
			keys.push(key);
		}
		for (let to = places.length - 1; to > at; to--) {
			places[to] = places[to - 1]!;
			keys[to] = keys[to - 1]!;
		}
		places[at] = place;
		keys[at] = key;
		if (places.length === most) this.last = keys[most - 1]!;
	}
}
