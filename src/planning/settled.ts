import { distanceKm } from '../domain/geo.ts';
import type { Entry } from './inventory.ts';
import type { Whereabouts } from './measures.ts';

/** A settlement as the store has it; a `district` is a part of a town. */
export interface Settlement {
	id: number;
	name: string;
	municipality: string;
	lon: number;
	lat: number;
	population: number;
	kind?: 'seat' | 'locality' | 'district';
}

/** Where an entry was found to lie. */
export interface Placed {
	where: Whereabouts;
	/** Id of the settlement, 0 outside any or when it is not known. */
	locality: number;
}

const UNKNOWN: Placed = { where: 'unplaced', locality: 0 };
const OUTSIDE: Placed = { where: 'outside', locality: 0 };

/** Persons a square kilometre over which a settlement is thought to spread, and how far beyond that it is still meant. */
const DENSITY = 1500;
const EDGE_KM = 0.5;

/** How far from its middle a settlement is thought to reach, kilometres. */
export const reachKm = (population: number): number => Math.sqrt(population / (Math.PI * DENSITY)) + EDGE_KM;

/** The class of a settlement with so many people. */
export function classOf(population: number): Exclude<Whereabouts, 'outside' | 'unplaced'> {
	if (population < 200) return 'under200';
	if (population < 1000) return 'under1000';
	return population < 10_000 ? 'under10000' : 'larger';
}

/**
 * Finds in which settlement of one municipality an entry lies: the one that it names, else the nearest that reaches so far;
 * `outside` when none does. What has neither a known name nor a position better than its municipality is `unplaced`.
 */
export function settlerOf(settlements: readonly Settlement[]): (entry: Entry) => Placed {
	const placed = settlements.map((one) => ({
		...one,
		placed: placedIn(one, settlements),
		reach: reachKm(one.population),
	}));
	const byName = new Map(placed.toReversed().map((one) => [one.name.toLowerCase(), one.placed]));
	return ({ locality, lon, lat, precision }) => {
		const named = locality === null ? undefined : byName.get(locality.toLowerCase());
		if (named) return named;
		if (lon === null || lat === null || precision === null || precision === 'municipality') return UNKNOWN;
		let nearest = OUTSIDE;
		let least = Number.POSITIVE_INFINITY;
		for (const one of placed) {
			const km = distanceKm({ lon, lat }, one);
			if (km > one.reach || km >= least) continue;
			[least, nearest] = [km, one.placed];
		}
		return nearest;
	};
}

/** A part of a town is as large as the town: the nearest settlement that is larger and no part itself. */
function placedIn(one: Settlement, all: readonly Settlement[]): Placed {
	const towns = all.filter(({ kind, population }) => kind !== 'district' && population > one.population);
	const town = one.kind !== 'district' ? undefined : towns.sort((a, b) => distanceKm(one, a) - distanceKm(one, b))[0];
	return { where: classOf((town ?? one).population), locality: one.id };
}
