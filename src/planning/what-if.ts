import { FARTHEST } from './gaps.ts';
import type { People, Points } from './ground.ts';
import { type Index, indexOf, type Nearest, type TwoNearest, twoNearest } from './nearest.ts';
import { Found, grow, search } from './tree.ts';
import { metresOf, vectorsOf } from './vectors.ts';

/** How it is now: kept, so that each "what if" is answered from it at once. */
export interface Start {
	readonly places: Points;
	readonly people: People;
	/** Of the places that count now. */
	readonly index: Index;
	readonly now: TwoNearest;
	readonly vectors: Float64Array;
}

/**
 * What would be otherwise. A place that moves is closed where it was and opened where it comes; one whose hours change leaves or
 * enters the places that are asked about (`changeBetween`).
 */
export interface Change {
	/** Rows of places that count no more; one that does not count now changes nothing. */
	readonly closed: readonly number[];
	/** Where new ones are. */
	readonly opened: Points;
}

/** How it is now: of all places, or of those chosen (rows). */
export function startOf(places: Points, people: People, chosen?: ArrayLike<number>): Start {
	const index = indexOf(places, chosen);
	return { places, people, index, now: twoNearest(index, people), vectors: vectorsOf(people) };
}

/** The change from some chosen places (rows) to others, such as from those open in the evening to those that would be. */
export function changeBetween(places: Points, before: ArrayLike<number>, after: ArrayLike<number>): Change {
	const [was, is] = [new Set(Array.from(before)), new Set(Array.from(after))];
	const entered = [...is].filter((row) => !was.has(row));
	return {
		closed: [...was].filter((row) => !is.has(row)),
		opened: {
			lon: Float64Array.from(entered, (row) => places.lon[row]!),
			lat: Float64Array.from(entered, (row) => places.lat[row]!),
		},
	};
}

/**
 * How far everybody would have. `which` is the row of a place, or the number of places and n more for the n-th that is opened. Who
 * loses the nearest has the next one, which is known; only who loses both is looked up anew. Same distances to the digit as
 * if all were reckoned from the beginning.
 */
export function whatIf(start: Start, { closed, opened }: Change): Nearest {
	const { now, index, vectors } = start;
	const gone = new Uint8Array(index.places);
	for (const row of closed) gone[row] = 1;
	const metres = now.metres.slice();
	const which = now.which.slice();
	const found = new Found(1);
	for (let row = 0; closed.length > 0 && row < metres.length; row++) {
		if (gone[now.which[row]!] !== 1) continue;
		if (gone[now.next[row]!] !== 1) {
			metres[row] = now.nextMetres[row]!;
			which[row] = now.next[row]!;
			continue;
		}
		found.clear();
		search(index, vectors, row, found, gone);
		metres[row] = metresOf(found.squares[0]!);
		which[row] = found.rows[0]!;
	}
	comeNearer(start, opened, metres, which);
	return { metres, which };
}

/** Who has a new place nearer than what there was. */
function comeNearer({ index, vectors }: Start, opened: Points, metres: Float64Array, which: Int32Array): void {
	const rows = Int32Array.from([...opened.lon.keys()]).filter((row) =>
		Number.isFinite(opened.lon[row]! + opened.lat[row]!),
	);
	if (rows.length === 0) return;
	const tree = grow(vectorsOf(opened), rows);
	const found = new Found(1);
	for (let row = 0; row < metres.length; row++) {
		found.clear();
		search(tree, vectors, row, found);
		const far = metresOf(found.squares[0]!);
		if (!(far < metres[row]!)) continue;
		metres[row] = far;
		which[row] = index.places + found.rows[0]!;
	}
}

/** Some persons, and the metres that they save or lose together; nobody's way counts as more than `FARTHEST`. */
export interface Side {
	persons: number;
	personMetres: number;
}

/** Who gains and who loses by a change. */
export interface Outcome {
	gain: Side;
	lose: Side;
	/** For each limit: persons who come within it, and who are no longer within it. */
	within: { limit: number; gained: number; lost: number }[];
}

/** Who gains and who loses, from metres before to metres after. */
export const outcomeOf = (
	before: Float64Array,
	after: Float64Array,
	people: People,
	limits: readonly number[],
): Outcome => outcomesBy(before, after, people, limits, new Uint8Array(before.length)).get(0) ?? nothing(limits);

/**
 * The same by group (settlement, hexagon): only groups in which anybody gains or loses. The groups' numbers add up to the
 * whole's.
 */
export function outcomesBy(
	before: Float64Array,
	after: Float64Array,
	people: People,
	limits: readonly number[],
	groups: ArrayLike<number>,
): Map<number, Outcome> {
	const found = new Map<number, Outcome>();
	for (let row = 0; row < before.length; row++) {
		const [was, is] = [before[row]!, after[row]!];
		const persons = people.persons[row]!;
		if (was === is || !(persons > 0) || Number.isNaN(was) || Number.isNaN(is)) continue;
		const outcome = found.get(groups[row]!) ?? nothing(limits);
		found.set(groups[row]!, outcome);
		const side = is < was ? outcome.gain : outcome.lose;
		side.persons += persons;
		side.personMetres += persons * Math.abs(Math.min(FARTHEST, was) - Math.min(FARTHEST, is));
		for (const each of outcome.within) {
			if (was > each.limit && is <= each.limit) each.gained += persons;
			if (was <= each.limit && is > each.limit) each.lost += persons;
		}
	}
	return found;
}

const nothing = (limits: readonly number[]): Outcome => ({
	gain: { persons: 0, personMetres: 0 },
	lose: { persons: 0, personMetres: 0 },
	within: limits.map((limit) => ({ limit, gained: 0, lost: 0 })),
});
