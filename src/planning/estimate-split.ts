import type { Settlement } from './estimate-ground.ts';
import { shareOut } from './share-out.ts';

/** A municipality as the package has it. */
export interface Registered {
	/** Four-digit SCB code. */
	readonly code: string;
	readonly skrGroup: string;
	/** Registered population. */
	readonly population: number;
	/** Its seat. */
	readonly lon: number;
	readonly lat: number;
}

/** How a municipality's people are shared between its settlements and the countryside; together they are its population. */
export interface Split {
	/** Persons in each of its settlements, in their order. */
	readonly towns: Float64Array;
	/** Persons outside them. */
	readonly rest: number;
}

/** Persons to the square kilometre that no municipality's countryside exceeds; what is above lives in its towns. */
const MOST_RURAL = 40;

/**
 * The rest is the registered population less the settlements', where these say less; never more than 40 persons to the square
 * kilometre of the municipality's land. Where they say more, it is the share that a quarter of the group's municipalities are
 * below. The settlements are then scaled to what is left. `km2` is the land of each municipality, by code.
 */
export function splitAll(
	municipalities: readonly Registered[],
	settlementsOf: (code: string) => readonly Settlement[],
	km2: (code: string) => number,
): Map<string, Split> {
	const weights = new Map(municipalities.map(({ code }) => [code, townWeights(settlementsOf(code))]));
	const shares = new Map<string, number[]>();
	for (const { code, skrGroup, population } of municipalities) {
		const share = population > 0 ? 1 - sum(weights.get(code)!) / population : -1;
		if (share > 0 && share < 1) shares.set(skrGroup, [...(shares.get(skrGroup) ?? []), share]);
	}
	return new Map(
		municipalities.map(({ code, skrGroup, population }) => {
			const towns = weights.get(code)!;
			const known = sum(towns);
			const wanted = population > known ? population - known : population * quartile(shares.get(skrGroup) ?? []);
			const most = Math.min(population, MOST_RURAL * km2(code));
			const rest = known > 0 ? Math.round(Math.min(wanted, most)) : population;
			return [code, { towns: known > 0 ? shareOut(population - rest, towns) : towns, rest }];
		}),
	);
}

/** What settlements count for: a seat less the parts of it that are settlements of their own. */
function townWeights(settlements: readonly Settlement[]): Float64Array {
	const weights = Float64Array.from(settlements, ({ population }) => Math.max(0, population));
	const parts = sum(settlements.filter(({ part }) => part).map(({ population }) => population));
	const seat = seatOf(settlements);
	if (seat >= 0) weights[seat] = Math.max(weights[seat]! - parts, weights[seat]! / 4);
	return weights;
}

/** The settlement that districts are parts of: the largest that is none itself; -1 where there are only parts. */
export function seatOf(settlements: readonly Settlement[]): number {
	let seat = -1;
	settlements.forEach(({ part, population }, at) => {
		if (!part && (seat < 0 || population > settlements[seat]!.population)) seat = at;
	});
	return seat;
}

/** What a quarter of them are below; 0 of none. */
function quartile(shares: readonly number[]): number {
	const sorted = [...shares].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 4)] ?? 0;
}

const sum = (values: Iterable<number>) => {
	let total = 0;
	for (const value of values) total += value;
	return total;
};
