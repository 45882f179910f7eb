// No zod here: pages import it.

/** Ways to come somewhere, as routing servers call them too. */
export const ways = ['foot', 'bicycle', 'car'] as const;
export type Way = (typeof ways)[number];

/**
 * How much longer the way is than the straight line: 1.3 for all ways. Motorway networks give 1.3 +- 0.1 (Wang and others,
 * npj Complexity 1:22, 2024), ways to the centres of 300 European cities 1.34 (Environment and Planning B, 2023,
 * doi:10.1177/23998083231168870). Round a lake or a fjord it is far more.
 */
export const DETOUR = 1.3;

/** Kilometres an hour on the road: so many kilometres at the first speed, the rest at the last. Assumptions of ours. */
const speeds: Record<Way, { slow: number; first: number; later: number }> = {
	foot: { slow: 0, first: 5, later: 5 },
	bicycle: { slow: 0, first: 15, later: 15 },
	// Out of the settlement, and then on Swedish main roads (70 to 90 km/h) and the smaller ones beside them.
	car: { slow: 3, first: 30, later: 65 },
};

/** Minutes for a straight line in kilometres, by rule of thumb: not rounded, and no more exact for it. Infinity stays so. */
export function minutesFor(way: Way, km: number): number {
	const { slow, first, later } = speeds[way];
	const road = km * DETOUR;
	const slowly = Math.min(road, slow);
	return (slowly / first + (road - slowly) / later) * 60;
}

/** Kilometres of the straight line that takes so many minutes: the inverse of `minutesFor`. */
export function kmWithin(way: Way, minutes: number): number {
	const { slow, first, later } = speeds[way];
	const slowly = (slow / first) * 60;
	const road = minutes <= slowly ? (minutes / 60) * first : slow + ((minutes - slowly) / 60) * later;
	return road / DETOUR;
}

/** Minutes by car for a straight line in kilometres, to be shown as "about": in steps of five. */
export const carMinutes = (km: number): number => Math.max(5, Math.round(minutesFor('car', km) / 5) * 5);
