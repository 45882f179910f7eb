import type { KeptFigures } from '../store/monthly-figures.ts';
import { emptyTally, type Measure, placeOf, type Tally } from './measures.ts';

/** The figures of a municipality as they were kept in some month. */
export interface Kept {
	/** "2026-11", in Swedish time. */
	month: string;
	/** Unix seconds. */
	takenAt: number;
	population: number;
	tally: Tally;
	/** Names of what was counted then: what is not among them is unknown, not none. */
	counted: ReadonlySet<string>;
}

/** Reads figures that were kept under names: a name that is known no more is left out. */
export function keptFrom({ month, takenAt, population, measures, figures }: KeptFigures): Kept {
	const tally = emptyTally();
	for (const [place, name] of measures.entries()) {
		const to = placeOf(name);
		if (to !== undefined) tally[to] = figures[place] ?? 0;
	}
	return { month, takenAt, population, tally, counted: new Set(measures) };
}

/** The value of a measure in each month, oldest first; months in which it was not counted are left out. */
export function courseOf(measure: Measure, kept: readonly Kept[]): { month: string; value: number }[] {
	return kept
		.filter(({ counted }) => counted.has(measure))
		.map(({ month, tally }) => ({ month, value: tally[placeOf(measure)!]! }))
		.sort((a, b) => a.month.localeCompare(b.month));
}

/** Change is told over so many months, where there are figures that old. */
const MONTHS = 12;

/** The month from which change is told: the newest that is a year old, else the oldest there is; null without any before `now`. */
export function baseMonth(months: readonly string[], now: string): string | null {
	const before = months.filter((month) => month < now).sort();
	const old = before.filter((month) => monthsBetween(month, now) >= MONTHS);
	return old.at(-1) ?? before[0] ?? null;
}

/** Whole months from one to another: "2025-11" to "2026-02" is 3. */
export function monthsBetween(from: string, to: string): number {
	const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
	return count(to) - count(from);
}

/** A figure then and now; null when it was not counted then. */
export interface Change {
	measure: Measure;
	before: number | null;
	now: number;
}

/** Measures then and now. */
export function changesSince(measures: readonly Measure[], before: Kept, now: Tally): Change[] {
	return measures.map((measure) => ({
		measure,
		before: before.counted.has(measure) ? before.tally[placeOf(measure)!]! : null,
		now: now[placeOf(measure)!]!,
	}));
}
