import { isSmall, maskList, protect, type Shown, SMALL } from './mask.ts';
import { totalled } from './mask-paths.ts';
import type { Reach } from './reach.ts';

/** Persons, and those within each of rising limits, as they may be told; null where a count is not told. */
export interface ShownReach {
	readonly persons: Shown;
	readonly within: readonly Shown[];
}

/** The share within each limit, 0 to 1; null where it is not told, or of nobody. */
export const shownShares = ({ persons, within }: ShownReach): Shown[] =>
	within.map((count) => (count === null || !persons ? null : Math.min(1, count / persons)));

/** Persons between two limits; without an upper one beyond all of them. */
export interface Stretch {
	readonly from: number;
	readonly to: number | null;
	readonly persons: number;
}

/** So many persons at least are in a stretch that a small one is hidden in. */
const HIDING = 2 * SMALL;

/** Persons between one limit and the next, from none to all, as whoever subtracts rounded counts has them. */
export const stretchesOf = ({ persons, within }: Reach): number[] =>
	[...within, persons].map((count, place, all) => Math.round(count) - Math.round(all[place - 1] ?? 0));

/**
 * Which limits may be told, so that no difference of told counts (nobody and all are told) is of 1 to 4 persons: a small
 * stretch is put together with its neighbours until ten persons are in it. `stretches` are one more than the limits. Nothing
 * is cut before what would be left small.
 */
export function mayTell(stretches: readonly number[]): boolean[] {
	const limits = stretches.slice(1);
	if (!isTold(stretches)) return limits.map(() => false);
	let from = 0;
	return limits.map((_, limit) => {
		const told = isTold(stretches.slice(from, limit + 1)) && isTold(stretches.slice(limit + 1));
		if (told) from = limit + 1;
		return told;
	});
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** Whether stretches may be told as one: nobody is in them, or so many that a small one among them is not known. */
const isTold = (stretches: readonly number[]): boolean =>
	sumOf(stretches) === 0 || sumOf(stretches) >= (stretches.some(isSmall) ? HIDING : SMALL);

/** Reach as it may be told, and which of its limits are: all groups of the same people may be told at these alone. */
export function maskReach(reach: Reach): { shown: ShownReach; told: boolean[] } {
	const persons = Math.round(reach.persons);
	const told = isSmall(persons) ? reach.within.map(() => false) : mayTell(stretchesOf(reach));
	const within = reach.within.map((count, limit) => (told[limit] ? Math.round(count) : null));
	return { shown: { persons: isSmall(persons) ? null : persons, within }, told };
}

/**
 * The same people by finer stretches, put together where they are small. `fine` has its counts at `edges`, the told limits among
 * them: no stretch reaches over one of these. Of stretches that are told together none is small, whatever else is told.
 */
export function maskStretches(fine: Reach, edges: readonly number[], limits: ReadonlySet<number>): Stretch[] {
	if (isSmall(fine.persons)) return [];
	const counts = stretchesOf(fine);
	const found: Stretch[] = [];
	let from = 0;
	counts.forEach((_, last) => {
		if (last < edges.length && !limits.has(edges[last]!)) return;
		const between = counts.slice(from, last + 1);
		const starts = [0, ...mayTell(between).flatMap((told, place) => (told ? [place + 1] : []))];
		starts.forEach((start, place) => {
			const end = starts[place + 1] ?? between.length;
			found.push({
				from: edges[from + start - 1] ?? 0,
				to: edges[from + end - 1] ?? null,
				persons: sumOf(between.slice(start, end)),
			});
		});
		from = last + 1;
	});
	return found;
}

/** Stretches put together so that they begin and end at some edges alone. */
export function joinedAt(stretches: readonly Stretch[], edges: readonly number[]): Stretch[] {
	const found: Stretch[] = [];
	for (const stretch of stretches) {
		const last = found.at(-1);
		if (!last || edges.includes(stretch.from)) found.push(stretch);
		else found[found.length - 1] = { ...last, to: stretch.to, persons: last.persons + stretch.persons };
	}
	return found;
}

/**
 * Reach of groups that make up the people together (the last of them those of whom the group is not known, if any), as it may
 * be told beside the whole's, whose counts at the `told` limits are all told. A group of 1 to 4 is not told, nor another that
 * would give it away; in the others a limit is told where no masked stretch lies on both sides of it. Nobody who knows all that
 * is told can say of a told group's stretch of v persons, 1 to 4, which of 1 to v + 3 it is: for each there is a ring of masked
 * stretches of other groups along which people could be moved, and every sum stays as it is. So two ways of grouping the
 * same people are protected together: what is moved in one leaves the sums, and so the other, as they were. Of the groups that
 * are not told no more is known than what they have together.
 */
export function maskGroups(groups: readonly Reach[], told: readonly boolean[]): ShownReach[] {
	const rows = groups.map((group) => merged(stretchesOf(group), told));
	const sizes = maskList(groups.map(({ persons }) => persons)).counts;
	const hidden = new Set(sizes.flatMap((size, row) => (size === null ? [row] : [])));
	const shown = protectedRows(rows, hidden);
	return groups.map(({ persons, within }, row) => {
		const cells = shown.get(row);
		if (!cells) return { persons: null, within: within.map(() => null) };
		return { persons: Math.round(persons), within: cumulated(cells, Math.round(persons), told) };
	});
}

/** Counts with those added up between which no limit is told. */
function merged(counts: readonly number[], told: readonly boolean[]): number[] {
	const found = [0];
	counts.forEach((count, place) => {
		found[found.length - 1]! += count;
		if (told[place]) found.push(0);
	});
	return found;
}

/** The rows that are told, each with what of it is. What is hidden counts as one row more: it is what is left of the sums. */
function protectedRows(rows: readonly number[][], hidden: Set<number>): Map<number, Shown[]> {
	for (;;) {
		const open = rows.flatMap((_, row) => (hidden.has(row) ? [] : [row]));
		const left = rows.filter((_, row) => hidden.has(row));
		const table = [...open.map((row) => rows[row]!), ...(left.length > 0 ? [added(left)] : [])];
		if (open.length === 0) return new Map();
		const cells = { ...totalled(table), sumsTold: true };
		const stuck = protect(cells);
		if (stuck === undefined) {
			const line = (place: number) =>
				table[place]!.map((count, column) => (cells.masked[place * cells.width + column] ? null : count));
			return new Map(open.map((row, place) => [row, line(place)]));
		}
		hidden.add(open[Math.floor(stuck / cells.width)] ?? smallest(rows, open));
	}
}

const added = (rows: readonly number[][]) => rows[0]!.map((_, column) => sumOf(rows.map((row) => row[column]!)));

/** The row with the fewest persons, somebody in it if there is one. */
function smallest(rows: readonly number[][], open: readonly number[]): number {
	const size = (row: number) => sumOf(rows[row]!) || Number.MAX_VALUE;
	return open.reduce((best, row) => (size(row) < size(best) ? row : best));
}

/** Counts within each limit of a row: told where the limit is told of all, and no two masked stretches lie on its two sides. */
function cumulated(cells: readonly Shown[], persons: number, told: readonly boolean[]): Shown[] {
	let place = 0;
	return told.map((isTold) => {
		if (!isTold) return null;
		place += 1;
		const below = whole(cells.slice(0, place));
		const above = whole(cells.slice(place));
		return below ?? (above === null ? null : persons - above);
	});
}

/** The sum of counts; null where one of them is not told. */
const whole = (counts: readonly Shown[]): Shown =>
	counts.reduce<Shown>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
