import { isSmall, maskList } from './mask.ts';

/** Counts of people as they may be told. */
export interface ToldPeople {
	/** Null where it is not known or not told. */
	persons: number | null;
	/** They are fewer than five, and it is told that they are. */
	masked: boolean;
}

/**
 * Counts of people (null is unknown) beside their sum, which is told elsewhere: fewer than five are masked, and so is another
 * where the sum would tell them. What is reckoned from a masked count must not be told beside what else it is reckoned from.
 */
export function toldPeople(counts: readonly (number | null)[]): ToldPeople[] {
	const shown = maskList(counts.map((count) => count ?? 0)).counts;
	return counts.map((count, place) => ({
		persons: count === null ? null : shown[place]!,
		masked: count !== null && isSmall(count),
	}));
}
