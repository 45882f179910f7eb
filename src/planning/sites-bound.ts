import { added, take, together, type Worths } from './worth.ts';

/** What no choice of `k` sites can be worth more than, and what it follows from. */
export interface Limit {
	bound: number;
	/** Price of each row of people: whatever a site is worth to them above it counts for the site. */
	prices: Float64Array;
	/** What each site is worth above the prices. */
	above: Float64Array;
	/** The best choice that was met on the way. */
	chosen: number[];
	worth: number;
}

const MOST_STEPS = 200;
/** Steps without a lower bound after which smaller ones are taken. */
const PATIENCE = 8;

/**
 * A bound on the worth of any `k` sites. For any prices of people that are 0 or more, no choice is worth more than the sum of
 * the prices and what the k best sites are worth above them: a row of people is worth at most its price and what one of the
 * chosen is above it. With the worth of the greedy choice as prices this is the bound of Leskovec et al. (2007); from
 * there prices are moved by subgradients (Held, Wolfe, Crowder 1974) for as long as it pays or `effort` lasts.
 */
export function lowestBound(worths: Worths, k: number, greedy: readonly number[], effort: number): Limit {
	const prices = new Float64Array(worths.people);
	let limit = limitAt(worths, k, prices, [...greedy]);
	for (const site of greedy) {
		take(worths, site, prices);
		limit = better(limit, limitAt(worths, k, prices, limit.chosen));
	}
	const current = limit.prices.slice();
	const steps = Math.min(MOST_STEPS, Math.floor(effort / Math.max(1, worths.rows.length)));
	let size = 1;
	let since = 0;
	for (let step = 0; step < steps && limit.bound > limit.worth * (1 + 1e-12) && size > 1e-4; step++) {
		const here = limitAt(worths, k, current, limit.chosen);
		since = here.bound < limit.bound ? 0 : since + 1;
		limit = better(limit, here);
		if (since === PATIENCE) {
			size /= 2;
			since = 0;
			current.set(limit.prices);
			continue;
		}
		move(worths, current, topOf(here.above, k), size * (here.bound - limit.worth));
	}
	return limit;
}

/** The bound by some prices; the k sites that are best by them are tried as a choice too. */
function limitAt(worths: Worths, k: number, prices: Float64Array, known: number[]): Limit {
	const above = Float64Array.from({ length: worths.from.length - 1 }, (_, site) => added(worths, site, prices));
	const top = topOf(above, k);
	const sum = prices.reduce((total, price) => total + price, 0);
	const bound = top.reduce((total, site) => total + above[site]!, sum);
	const [worth, tried] = [together(worths, known), together(worths, top)];
	const chosen = tried > worth ? top : known;
	return { bound, prices: prices.slice(), above, chosen, worth: Math.max(worth, tried) };
}

/** The lower bound, with the better choice of both. */
function better(a: Limit, b: Limit): Limit {
	const { chosen, worth } = b.worth > a.worth ? b : a;
	return { ...(b.bound < a.bound ? b : a), chosen, worth };
}

/** The k sites that are worth most, of those that are worth anything; the first of equals. */
export const topOf = (above: Float64Array, k: number): number[] =>
	[...above.keys()]
		.filter((site) => above[site]! > 0)
		.sort((a, b) => above[b]! - above[a]! || a - b)
		.slice(0, k);

/** Raises the prices of rows that several of the sites would serve, lowers those that none would. */
function move({ from, rows, worth }: Worths, prices: Float64Array, sites: readonly number[], gap: number): void {
	const slope = prices.map((price) => (price > 0 ? 1 : 0));
	for (const site of sites)
		for (let at = from[site]!; at < from[site + 1]!; at++) if (worth[at]! > prices[rows[at]!]!) slope[rows[at]!]! -= 1;
	const steep = slope.reduce((sum, one) => sum + one * one, 0);
	if (steep === 0) return;
	for (let row = 0; row < prices.length; row++) prices[row] = Math.max(0, prices[row]! - (gap / steep) * slope[row]!);
}
