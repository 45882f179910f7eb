import { Recent } from '../domain/recent.ts';
import type { Queries } from '../store/open.ts';
import { type Choice, choiceKey, chosen } from './choice.ts';
import type { Ground } from './ground.ts';
import { indexOf, type Nearest, nearest } from './nearest.ts';
import type { Roads } from './travel.ts';

/** The places of a choice, and how far it is to them from everywhere that people live. */
export interface Near {
	/** Indices in `ground.places`. */
	places: Uint32Array;
	/** For each of `ground.people`: metres in a straight line to the nearest, and its row in `ground.places`. */
	nearest: Nearest;
}

/** What a question can be answered from. */
export interface Room {
	readonly ground: Ground;
	readonly store: Queries;
	/** What it was read as: another reading has another. */
	readonly reading: string;
	/** Unix seconds. */
	readonly now: number;
	/** What knows roads, if the operator has given one. */
	readonly roads: Roads | null;
	/** Kept for as long as the ground is. */
	near(choice: Choice): Near;
}

/** Twice so many choices have their distances kept: a megabyte each for 100 000 points. */
const MOST_KEPT = 20;

/** A room over a ground: what was reckoned once is kept, the last asked for longest. */
export function createRoom(
	ground: Ground,
	store: Queries,
	now: number,
	roads: Roads | null = null,
	reading = '',
): Room {
	const kept = new Recent<string, Near>(MOST_KEPT);
	const near = (choice: Choice) => kept.of(choiceKey(choice), () => reckoned(choice));
	function reckoned(choice: Choice): Near {
		const places = chosen(ground, choice);
		return { places, nearest: nearest(indexOf(ground.places, places), ground.people) };
	}
	return { ground, store, reading, now, roads, near };
}
