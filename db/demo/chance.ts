/** Chance that is the same for the same seed. */
export interface Chance {
	/** At least 0, below 1. */
	next(): number;
	/** A whole number, both ends included. */
	whole(from: number, to: number): number;
	/** True this often, in percent. */
	percent(share: number): boolean;
	/** One of a list. */
	one<T>(list: readonly T[]): T;
	/** Some different ones of a list, in its order. */
	some<T>(list: readonly T[], count: number): T[];
}

/** mulberry32 (Tommy Ettinger, public domain): small, fast and good enough for invention. */
export function chance(seed: number): Chance {
	let state = seed >>> 0;
	function next(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	}
	const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
	return {
		next,
		whole,
		percent: (share) => next() * 100 < share,
		one: (list) => list[whole(0, list.length - 1)]!,
		some(list, count) {
			const left = list.map((item, place) => ({ item, place }));
			const taken: typeof left = [];
			while (taken.length < count && left.length) taken.push(...left.splice(whole(0, left.length - 1), 1));
			return taken.sort((a, b) => a.place - b.place).map(({ item }) => item);
		},
	};
}
