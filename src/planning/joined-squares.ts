import type { CountedCell } from './imported-people.ts';
import { SMALL } from './mask.ts';

type Square = { -readonly [Key in keyof CountedCell]: CountedCell[Key] };

/**
 * Counted people so that wherever there are any there are at least five: fewer are counted with the nearest others of their
 * municipality, where the more of the two live, until they are five. Each municipality keeps its sum; its people stay fewer
 * than five only where it has no more. So whatever is told of people, by whatever outline, distance or choice of places, and
 * whatever is subtracted from what, is of none or of five and more: a row is counted whole or not at all.
 */
export function joinedSquares(squares: readonly CountedCell[]): CountedCell[] {
	const lived = squares.filter(({ persons }) => persons > 0);
	return [...Map.groupBy(lived, ({ municipality }) => municipality).values()].flatMap(joined);
}

function joined(squares: readonly CountedCell[]): CountedCell[] {
	const alive: (Square | null)[] = squares.map((square) => ({ ...square }));
	for (let at = 0; at < alive.length; at++) {
		for (let one = alive[at]; one && one.persons < SMALL; one = alive[at]) {
			const near = nearestTo(one, alive);
			if (near < 0) break;
			const both = together(one, alive[near]!);
			// What is five by now stays where it was met; what is still few goes on looking.
			alive[at] = both;
			alive[near] = null;
		}
	}
	return alive.filter((square) => square !== null);
}

/** The place of the nearest other square; -1 where there is none. Flat, which decides rightly between neighbours. */
function nearestTo(one: CountedCell, all: readonly (CountedCell | null)[]): number {
	const narrow = Math.cos((one.lat * Math.PI) / 180);
	let best = -1;
	let least = Number.POSITIVE_INFINITY;
	for (let at = 0; at < all.length; at++) {
		const other = all[at];
		if (!other || other === one) continue;
		const away = ((other.lon - one.lon) * narrow) ** 2 + (other.lat - one.lat) ** 2;
		if (away >= least) continue;
		least = away;
		best = at;
	}
	return best;
}

/** Both where more of them live. Never in between: a middle weighed by persons would tell how many each has. */
function together(one: CountedCell, other: CountedCell): Square {
	const { lon, lat } = one.persons > other.persons ? one : other;
	const ages = one.ages && other.ages ? one.ages.map((count, band) => count + other.ages![band]!) : null;
	return {
		...{ lon, lat, municipality: one.municipality },
		persons: one.persons + other.persons,
		ages: ages ?? one.ages ?? other.ages,
	};
}
