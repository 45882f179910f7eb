/** The first places of an order by a number, the least first; what has the same number stands as `before` says. */
export class Top {
	readonly #most: number;
	readonly #tie: (a: number, b: number) => number;
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
		const [places, keys] = [this.#places, this.#keys];
		if (key > this.last) return;
		let at = places.length;
		while (at > 0 && (key < keys[at - 1]! || (key === keys[at - 1] && this.#tie(place, places[at - 1]!) < 0))) at--;
		if (at === this.#most) return;
		if (places.length === this.#most) {
			places.pop();
			keys.pop();
		}
		places.splice(at, 0, place);
		keys.splice(at, 0, key);
		if (places.length === this.#most) this.last = keys[this.#most - 1] ?? -Infinity;
	}
}
