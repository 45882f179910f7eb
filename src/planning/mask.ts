import { type Cells, crossing, totalled } from './mask-paths.ts';

/** Counts of people below this are masked; none is told as none. */
export const SMALL = 5;
/** A masked count may be this much more, for all that one can work out: with itself as many values as a small count has. */
const ROOM = SMALL - 2;

/** A count as it may be told; null where it is masked. */
export type Shown = number | null;

/** A table of counts with the sums of its rows and columns, as it may be told. */
export interface ShownTable {
	cells: Shown[][];
	/** Of each row, of each column, and of all. */
	rows: Shown[];
	columns: Shown[];
	total: Shown;
}

/** Whether a count is of so few that it is masked. Fractions are rounded first. */
export const isSmall = (count: number): boolean => Math.round(count) > 0 && Math.round(count) < SMALL;

/** A count that nothing else tells of: no sum and no other part of the same people. */
export const maskOne = (count: number): Shown => (isSmall(count) ? null : Math.round(count));

/**
 * Counts whose sum is told too. A small one is masked, and of the others the smallest that it takes so that no small one
 * can be had by subtraction; the sum only when nothing else is left to mask. Whoever knows all that is told, and that zeros
 * are told, can't say of a masked small count v which of 1 to v + 3 it is. The sum is that of the rounded counts.
 */
export function maskList(counts: readonly number[]): { counts: Shown[]; total: Shown } {
	const whole = counts.map((count) => Math.round(count));
	const total = whole.reduce((sum, count) => sum + count, 0);
	const small = whole.filter(isSmall);
	const shown = whole.map(maskOne);
	if (small.length === 0 || isSmall(total)) return { counts: shown, total: maskOne(total) };
	// What all other masked ones could give away to the largest small one, each keeping at least one.
	const others = small.reduce((sum, count) => sum + count - 1, 0) - (Math.max(...small) - 1);
	if (others >= ROOM) return { counts: shown, total };
	const next = smallestOpen(shown);
	if (next < 0) return { counts: shown, total: null };
	shown[next] = null;
	return { counts: shown, total };
}

function smallestOpen(shown: readonly Shown[]): number {
	let best = -1;
	for (const [place, count] of shown.entries()) if (count && (best < 0 || count < shown[best]!)) best = place;
	return best;
}

/**
 * A table of counts (rows of equal length) with sums both ways, as it may be told: what is small is masked, and as little
 * else as was found to be needed so that no small count can be worked out from what is told: not by subtraction, nor by all equations
 * together. Whoever knows all that is told, and that zeros are told, can't say of a masked small cell v which of 1 to v + 3
 * it is, nor of a masked small sum which of v to v + 3. Each masked cell is protected by a ring of masked ones along which people could
 * be moved (as in network flow methods for cell suppression); a ring is the one that hides the fewest, and what turns out
 * to be needless is told after all. The sums are those of the rounded counts.
 */
export function maskTable(counts: readonly (readonly number[])[]): ShownTable {
	const cells = totalled(counts.map((row) => row.map((count) => Math.round(count))));
	protect(cells);
	return shownOf(cells);
}

/**
 * Masks the small cells of a network, and as little else as was found to be needed. Gives the first cell for which there is no
 * ring, which can only be where sums may not be masked; undefined when all are protected.
 */
export function protect(cells: Cells): number | undefined {
	const primary = cells.values.flatMap((value, cell) => (isSmall(value) ? [cell] : []));
	for (const cell of primary) cells.masked[cell] = true;
	for (const cell of primary)
		for (const [up, amount] of neededBy(cells, cell)) {
			const ring = crossing(cells, cell, up, amount);
			if (!ring && cells.sumsTold) return cell;
			for (const hidden of ring ?? []) cells.masked[hidden] = true;
		}
	tellWhatMay(cells, primary);
	return undefined;
}

/** How much a small count must be able to grow, and, if it is no sum, to shrink. */
function neededBy({ values, isSum }: Cells, cell: number): [up: boolean, amount: number][] {
	const grow: [boolean, number] = [true, ROOM];
	return isSum[cell] || values[cell] === 1 ? [grow] : [grow, [false, values[cell]! - 1]];
}

/** Tells again what was masked for others' sake and is not needed for it, the largest first. */
function tellWhatMay(cells: Cells, primary: readonly number[]): void {
	const small = new Set(primary);
	const secondary = [...cells.masked.keys()].filter((cell) => cells.masked[cell] && !small.has(cell));
	secondary.sort((a, b) => cells.values[b]! - cells.values[a]! || a - b);
	const safe = () =>
		primary.every((cell) => neededBy(cells, cell).every(([up, amount]) => crossing(cells, cell, up, amount, true)));
	for (const cell of secondary) {
		cells.masked[cell] = false;
		if (!safe()) cells.masked[cell] = true;
	}
}

function shownOf({ values, masked, width }: Cells): ShownTable {
	const shown = values.map((value, cell) => (masked[cell] ? null : value));
	const lines = Array.from({ length: values.length / width }, (_, row) => shown.slice(row * width, (row + 1) * width));
	const columns = lines.pop()!;
	const total = columns.pop()!;
	return { rows: lines.map((line) => line.pop()!), cells: lines, columns, total };
}

/** Steps in which a share may be told, in per cent, the finest first. */
const STEPS = [1, 5, 10, 20] as const;
/** So many persons at least lie within a step. */
const WITHIN_STEP = 2 * SMALL;

/**
 * The step in per cent in which a share of so many persons is told, so that it gives away no small count: at least ten
 * persons lie within it. Null where even a fifth of them is fewer: then no share is told.
 */
export const shareStep = (persons: number): number | null =>
	STEPS.find((step) => (persons * step) / 100 >= WITHIN_STEP) ?? null;

/** A share (0 to 1) of so many persons in that step; null where none is told. */
export function steppedShare(share: number | null, persons: number): number | null {
	const step = shareStep(persons);
	return share === null || step === null ? null : (Math.round((share * 100) / step) * step) / 100;
}
