import { FARTHEST } from './gaps.ts';
import type { People, Points } from './ground.ts';
import { metresOf, squareBetween, squareOf, vectorsOf } from './vectors.ts';

/** What new places are to do: shorten people's way (persons times metres), or bring people within some metres (persons). */
export type Aim = { kind: 'distance' } | { kind: 'within'; metres: number };

/**
 * What each candidate alone is worth to each row of people, where it is worth anything: candidate n's stand from `from[n]` to
 * `from[n + 1]`. Several are worth to a row what the best of them is.
 */
export interface Worths {
	readonly from: Uint32Array;
	readonly rows: Uint32Array;
	readonly worth: Float64Array;
	/** So many rows of people there are. */
	readonly people: number;
}

/**
 * What candidates are worth to people who have `metres` to the nearest now (`Nearest.metres`; nobody's way counts as more than
 * `FARTHEST`). For `distance` persons times metres saved, for `within` persons who are not within now and would be.
 */
export function worthsOf(people: People, metres: Float64Array, candidates: Points, aim: Aim): Worths {
	const vectors = vectorsOf(people);
	const sites = vectorsOf(candidates);
	const most = Float64Array.from(metres, (now) => furthest(now, aim));
	// A little more than needed, for rounding: what is within is then asked in metres.
	const squares = most.map((far) => (far < 0 ? -1 : squareOf(far) * (1 + 1e-9) + 1e-30));
	const from = new Uint32Array(candidates.lon.length + 1);
	const rows: number[] = [];
	const worth: number[] = [];
	for (let site = 0; site < candidates.lon.length; site++) {
		for (let row = 0; row < most.length; row++) {
			const square = squareBetween(sites, site, vectors, row);
			if (!(square <= squares[row]!)) continue;
			const far = metresOf(square);
			const value = people.persons[row]! * (aim.kind === 'distance' ? most[row]! - far : Number(far <= most[row]!));
			if (!(value > 0)) continue;
			rows.push(row);
			worth.push(value);
		}
		from[site + 1] = rows.length;
	}
	return { from, rows: Uint32Array.from(rows), worth: Float64Array.from(worth), people: most.length };
}

/** How far a new place may be from a row of people and still be worth something; -1 where none can be. */
function furthest(now: number, aim: Aim): number {
	if (aim.kind === 'distance') return Math.min(FARTHEST, now);
	return now > aim.metres ? aim.metres : -1;
}

/** What all are worth together: to each row of people what the best of them is. */
export function together({ from, rows, worth, people }: Worths, sites: Iterable<number>): number {
	const best = new Float64Array(people);
	for (const site of sites)
		for (let at = from[site]!; at < from[site + 1]!; at++)
			if (worth[at]! > best[rows[at]!]!) best[rows[at]!] = worth[at]!;
	return best.reduce((sum, one) => sum + one, 0);
}

/**
 * What a site adds to what each row has already: the sum of what it is worth more to them than `price` (what the best of those
 * chosen is worth, or a price in the bound of `sites.ts`).
 */
export function added({ from, rows, worth }: Worths, site: number, price: Float64Array): number {
	let sum = 0;
	for (let at = from[site]!; at < from[site + 1]!; at++) {
		const more = worth[at]! - price[rows[at]!]!;
		if (more > 0) sum += more;
	}
	return sum;
}

/** Adds a site to those chosen: `best` rises to what it is worth where that is more. */
export function take({ from, rows, worth }: Worths, site: number, best: Float64Array): void {
	for (let at = from[site]!; at < from[site + 1]!; at++)
		if (worth[at]! > best[rows[at]!]!) best[rows[at]!] = worth[at]!;
}
