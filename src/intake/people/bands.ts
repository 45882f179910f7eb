import { OLDEST } from './columns.ts';

/** Lower bounds of planning's age bands (`ageBands` of src/planning/ground.ts; a test holds them together). */
export const BANDS = [0, 6, 16, 20, 25, 45, 65, 80] as const;
/** Where an open age is taken to end when it has to be parted. */
const LAST = 94;

/** Persons of an age group: both years included. */
export interface AgeGroup {
	from: number;
	to: number;
	persons: number;
}

/**
 * Persons by planning's bands. A group that lies over several bands is parted by years (5-9 years: a fifth to 0-5, four fifths
 * to 6-15). Null when groups overlap, leave years out, or do not reach from 0 to 80 and more.
 */
export function bandsOf(groups: readonly AgeGroup[]): number[] | null {
	const sorted = groups.toSorted((a, b) => a.from - b.from || a.to - b.to);
	const isWhole = sorted.every(({ from }, at) => from === (at === 0 ? 0 : sorted[at - 1]!.to + 1));
	if (!isWhole || (sorted.at(-1)?.to ?? 0) < 80) return null;
	const bands = BANDS.map(() => 0);
	for (const { from, to, persons } of sorted) {
		const end = to >= OLDEST ? Math.max(from, LAST) : to;
		BANDS.forEach((lower, band) => {
			const upper = BANDS[band + 1] ?? OLDEST + 1;
			const years = Math.min(end, upper - 1) - Math.max(from, lower) + 1;
			if (years > 0) bands[band]! += (persons * years) / (end - from + 1);
		});
	}
	return bands;
}
