import { lowestBound } from './sites-bound.ts';
import { provenBest } from './sites-exact.ts';
import { added, take, together, type Worths } from './worth.ts';

/** The sites that were chosen, and how good the choice is known to be. */
export interface Sites {
	/** Rows of candidates, the one that alone adds most first. Fewer than asked for when no more add anything. */
	chosen: number[];
	/** What each adds to those before it. */
	adds: number[];
	/** What they are worth together: person metres, or persons. */
	worth: number;
	/** No choice of as many sites is worth more than this. */
	bound: number;
	/** Whether it is proven that no choice of as many is worth more. */
	exact: boolean;
}

/** What the greedy choice is worth at least, as a share of the best choice: 1 - 1/e (Nemhauser, Wolsey, Fisher 1978). */
export const GREEDY_SHARE = 1 - 1 / Math.E;

/**
 * Chooses sites one after the other, each the one that adds most (of those that add as much, the first), looking anew only at those that may be it:
 * what a site adds can only shrink while others are chosen (Minoux 1978). Worth at least 63 % of the best choice there is.
 */
export function greedySites(worths: Worths, k: number): number[] {
	const best = new Float64Array(worths.people);
	const adds = Float64Array.from({ length: worths.from.length - 1 }, (_, site) => added(worths, site, best));
	const seen = new Int32Array(adds.length);
	const chosen: number[] = [];
	while (chosen.length < k) {
		const site = mostOf(adds);
		if (site < 0 || !(adds[site]! > 0)) break;
		if (seen[site] === chosen.length) {
			take(worths, site, best);
			chosen.push(site);
			adds[site] = -1;
			continue;
		}
		adds[site] = added(worths, site, best);
		seen[site] = chosen.length;
	}
	return chosen;
}

function mostOf(adds: Float64Array): number {
	let most = -1;
	for (let site = 0; site < adds.length; site++) if (most < 0 || adds[site]! > adds[most]!) most = site;
	return most;
}

/**
 * The best `k` of the candidates. Greedy first, then a bound on what any choice can be worth (prices on people, a Lagrange
 * relaxation), and, where that leaves room for a better one, branch and bound for as much work as `effort` allows (in
 * looks at a person's worth; the default takes less than half a second). `exact` tells whether it is proven to be the best.
 */
export function bestSites(worths: Worths, k: number, effort = 2e7): Sites {
	const greedy = greedySites(worths, k);
	const limit = lowestBound(worths, k, greedy, effort);
	const { chosen, proven } = provenBest(worths, k, limit, effort);
	const worth = together(worths, chosen);
	const bound = proven ? worth : Math.max(worth, limit.bound);
	return { ...inOrder(worths, chosen), worth, bound, exact: proven };
}

/** Chosen sites in the order of what they add, with what each adds. */
function inOrder(worths: Worths, chosen: readonly number[]): Pick<Sites, 'chosen' | 'adds'> {
	const best = new Float64Array(worths.people);
	const left = new Set(chosen);
	const order: number[] = [];
	const adds: number[] = [];
	while (left.size) {
		const each = [...left].map((site) => ({ site, adds: added(worths, site, best) }));
		const next = each.reduce((a, b) => (b.adds > a.adds || (b.adds === a.adds && b.site < a.site) ? b : a));
		left.delete(next.site);
		take(worths, next.site, best);
		order.push(next.site);
		adds.push(next.adds);
	}
	return { chosen: order, adds };
}
