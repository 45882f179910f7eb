import type { People } from './ground.ts';

/** How many persons have something within each of some limits. */
export interface Reach {
	/** Persons in all; with a fraction where they are estimated. */
	readonly persons: number;
	/** Persons whose value is the limit or less, one number a limit, in the limits' order. */
	readonly within: readonly number[];
}

/** What a column of values says of each row: metres or minutes; Infinity where there is nothing. */
type Values = ArrayLike<number>;

/** Kilometres within which reach is told, as metres. */
export const reachMetres = [1000, 3000, 5000, 10_000, 20_000] as const;

/**
 * How many persons have a value (metres to the nearest, minutes to it) within each limit. A row counts as many times as it has
 * persons; a value that is Infinity or NaN is within no limit.
 */
export function reachOf(values: Values, persons: Values, limits: readonly number[]): Reach {
	return reachBy(values, persons, limits, new Uint8Array(values.length)).get(0) ?? nobody(limits);
}

/**
 * The same by group: `groups` says of each row which it belongs to (municipality, settlement class, locality, a hexagon's number).
 * A group without any row is not there; the groups' numbers add up to the whole's.
 */
export function reachBy(
	values: Values,
	persons: Values,
	limits: readonly number[],
	groups: ArrayLike<number>,
): Map<number, Reach> {
	const found = new Map<number, { persons: number; within: number[] }>();
	for (let row = 0; row < values.length; row++) {
		let reach = found.get(groups[row]!);
		if (!reach) {
			reach = { persons: 0, within: limits.map(() => 0) };
			found.set(groups[row]!, reach);
		}
		reach.persons += persons[row]!;
		for (let limit = 0; limit < limits.length; limit++)
			if (values[row]! <= limits[limit]!) reach.within[limit]! += persons[row]!;
	}
	return found;
}

/** The same by age band (`ageBands`), one a band; none when nobody knows the ages. */
export const reachByAge = (values: Values, people: People, limits: readonly number[]): Reach[] =>
	people.byAge.map((persons) => reachOf(values, persons, limits));

const nobody = (limits: readonly number[]): Reach => ({ persons: 0, within: limits.map(() => 0) });

/** The share within each limit, 0 to 1; null where there is nobody to have a share of. */
export const sharesOf = ({ persons, within }: Reach): (number | null)[] =>
	within.map((count) => (persons > 0 ? Math.min(1, count / persons) : null));

/**
 * Values under which a share of the persons lies: the least value such that at least `share` (0 to 1) of all persons have it or
 * less. Infinity where so many have nothing; null when there is nobody. Persons weigh, not rows.
 */
export function quantilesOf(values: Values, persons: Values, shares: readonly number[]): (number | null)[] {
	return quantilesBy(values, persons, shares, new Uint8Array(values.length)).get(0) ?? shares.map(() => null);
}

/** The same by group; a group with nobody in it has null for each. */
export function quantilesBy(
	values: Values,
	persons: Values,
	shares: readonly number[],
	groups: ArrayLike<number>,
): Map<number, (number | null)[]> {
	const known = (row: number) => (Number.isNaN(values[row]!) ? Number.POSITIVE_INFINITY : values[row]!);
	const order = Uint32Array.from({ length: values.length }, (_, row) => row).sort((a, b) => {
		const [first, second] = [known(a), known(b)];
		return first < second ? -1 : first > second ? 1 : a - b;
	});
	const totals = new Map<number, number>();
	for (const row of order) totals.set(groups[row]!, (totals.get(groups[row]!) ?? 0) + persons[row]!);
	const found = new Map([...totals.keys()].map((group) => [group, shares.map((): number | null => null)]));
	const sums = new Map<number, number>();
	for (const row of order) {
		if (!(persons[row]! > 0)) continue;
		const group = groups[row]!;
		const sum = (sums.get(group) ?? 0) + persons[row]!;
		sums.set(group, sum);
		const told = found.get(group)!;
		// Fractions are added in the same order both times, so that the last sum is the total to the digit.
		for (let place = 0; place < shares.length; place++)
			if (told[place] === null && sum >= shares[place]! * totals.get(group)!) told[place] = known(row);
	}
	return found;
}

/** The mean of the values, each person weighing alike; Infinity when anybody has nothing, null when there is nobody. */
export function meanOf(values: Values, persons: Values): number | null {
	let sum = 0;
	let all = 0;
	for (let row = 0; row < values.length; row++) {
		if (!(persons[row]! > 0)) continue;
		sum += persons[row]! * values[row]!;
		all += persons[row]!;
	}
	return all > 0 ? sum / all : null;
}

/**
 * How the persons spread over stretches of the values: over 0 up to the first edge, and so on, and above the last. An edge
 * belongs to the stretch below it, as in `reachOf`; who has nothing is in the last. One number more than there are edges.
 */
export function histogramOf(values: Values, persons: Values, edges: readonly number[]): number[] {
	const counts = new Array<number>(edges.length + 1).fill(0);
	for (let row = 0; row < values.length; row++) {
		const place = edges.findIndex((edge) => values[row]! <= edge);
		counts[place < 0 ? edges.length : place]! += persons[row]!;
	}
	return counts;
}

/** The stretches as `histogramOf` gives them, of counts within rising limits: what lies between one and the next. */
export const between = ({ persons, within }: Reach): number[] =>
	[...within, persons].map((count, place, all) => count - (all[place - 1] ?? 0));
