import type { Points } from './ground.ts';
import { indexOf, nearest } from './nearest.ts';

/** A kind of activity: a theme, or several that count as one. */
export interface Kind {
	/** Rows of the places at which it is offered. */
	readonly places: ArrayLike<number>;
	/** What having it within reach is worth; 1 unless somebody has set it otherwise. 0 leaves it out. */
	readonly weight: number;
}

/** How much there is to choose from. */
export interface Diversity {
	/** For each row of people the sum of the weights of the kinds within reach. */
	readonly index: Float64Array;
	/** For each row of people how many kinds of those that weigh anything are within reach. */
	readonly kinds: Uint16Array;
	/** Each kind's metres to the nearest place for each row of people, in the kinds' order. */
	readonly metres: readonly Float64Array[];
	/** The most that the index can be. */
	readonly most: number;
}

/**
 * For everybody how many kinds of activity have a place within `limit` metres, and their weights together. As LIPAS has it for places of
 * sport (University of Jyväskylä, its tool for diversity): a kind counts once, however many places offer it, and a
 * category has a factor. Other than there the limit itself is within it, as everywhere here.
 */
export function diversityOf(places: Points, kinds: readonly Kind[], people: Points, limit: number): Diversity {
	const index = new Float64Array(people.lon.length);
	const count = new Uint16Array(people.lon.length);
	const counted = kinds.map((kind) => ({ ...kind, weight: Math.max(0, kind.weight) }));
	const metres = counted.map(({ places: rows, weight }) => {
		const found = nearest(indexOf(places, rows), people).metres;
		for (let row = 0; row < found.length; row++) {
			if (!(found[row]! <= limit) || weight === 0) continue;
			index[row]! += weight;
			count[row]! += 1;
		}
		return found;
	});
	return { index, kinds: count, metres, most: counted.reduce((sum, { weight }) => sum + weight, 0) };
}
