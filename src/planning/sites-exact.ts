import type { Limit } from './sites-bound.ts';
import { added, take, type Worths } from './worth.ts';

/** What a site costs beside its looks at people, in such looks. */
const NODE = 20;
/** Less than this share better is no better: sums in another order differ by as much. */
const SAME = 1e-12;

/**
 * Branch and bound: the best choice of `k` sites, if looking through all that the bounds leave takes no more looks than `effort`. Sites
 * are gone through by what they are worth above the prices; a branch is left when neither by the prices nor by what its sites
 * still add it can be better than the best that is known.
 */
export function provenBest(
	worths: Worths,
	k: number,
	limit: Limit,
	effort: number,
): { chosen: number[]; proven: boolean } {
	const { above } = limit;
	const order = undominated(worths).sort((a, b) => above[b]! - above[a]! || a - b);
	const priced = limit.prices.reduce((sum, price) => sum + price, 0);
	const known = { chosen: [...limit.chosen], worth: limit.worth };
	let looks = 0;
	const enough = () => known.worth * (1 + SAME);
	const looked = (site: number) => {
		looks += worths.from[site + 1]! - worths.from[site]! + NODE;
	};

	/** Choices that begin with `chosen` and go on with sites from `place` on. */
	function branch(chosen: number[], best: Float64Array, worth: number, byPrice: number, place: number): void {
		if (worth > enough()) Object.assign(known, { chosen: [...chosen], worth });
		const more = k - chosen.length;
		if (more === 0 || looks > effort) return;
		const top = order.slice(place, place + more).reduce((sum, site) => sum + above[site]!, priced + byPrice);
		if (top <= enough()) return;
		const adds = order.slice(place).map((site) => {
			looked(site);
			return added(worths, site, best);
		});
		const most = [...adds].sort((a, b) => b - a).slice(0, more);
		if (worth + most.reduce((sum, one) => sum + one, 0) <= enough()) return;
		for (let next = place; next < order.length && looks <= effort; next++) {
			const rest = order.slice(next, next + more).reduce((sum, site) => sum + above[site]!, priced + byPrice);
			if (rest <= enough()) return;
			const site = order[next]!;
			// What the site adds, and the most that others can add beside it.
			const others = most.slice(0, more - 1).reduce((sum, one) => sum + one, 0);
			if (worth + adds[next - place]! + others <= enough()) continue;
			const then = best.slice();
			take(worths, site, then);
			looked(site);
			branch([...chosen, site], then, worth + adds[next - place]!, byPrice + above[site]!, next + 1);
		}
	}

	branch([], new Float64Array(worths.people), 0, 0, 0);
	return { chosen: known.chosen, proven: looks <= effort };
}

/** Sites that no other is worth at least as much as to everybody; of those that are worth the same the first. */
function undominated(worths: Worths): number[] {
	const { from, rows, worth } = worths;
	const left = new Set(Array.from(from.keys()).filter((site) => from[site + 1]! > from[site]!));
	const dense = new Float64Array(worths.people);
	const isWithin = (site: number) => {
		for (let at = from[site]!; at < from[site + 1]!; at++) if (worth[at]! > dense[rows[at]!]!) return false;
		return true;
	};
	for (const site of left) {
		dense.fill(0);
		take(worths, site, dense);
		for (const other of left) if (other !== site && isWithin(other)) left.delete(other);
	}
	return [...left];
}
