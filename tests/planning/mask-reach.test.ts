import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSmall, type Shown } from '../../src/planning/mask.ts';
import {
	joinedAt,
	maskGroups,
	maskReach,
	maskStretches,
	mayTell,
	type ShownReach,
	shownShares,
	stretchesOf,
} from '../../src/planning/mask-reach.ts';
import { type Reach, reachBy, reachMetres, reachOf } from '../../src/planning/reach.ts';

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** Few people in many stretches, and a town in some: where much has to be masked. */
const few = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 400 }));

/** Squares with people: metres to the nearest, a group, how many. */
const squares = fc.array(
	fc.record({ metres: fc.integer({ min: 0, max: 24_000 }), group: fc.integer({ min: 0, max: 4 }), persons: few }),
	{ maxLength: 25 },
);

type Square = { metres: number; group: number; persons: number };
const columnsOf = (all: readonly Square[]) => ({
	metres: Float64Array.from(all, ({ metres }) => metres),
	persons: Float64Array.from(all, ({ persons }) => persons),
	group: Uint8Array.from(all, ({ group }) => group),
});

/** What is told of counts that rise: nobody, the told ones, and all. */
const risingOf = (all: Shown, points: readonly { at: number; count: number }[]) => [
	{ at: 0, count: 0 },
	...points.toSorted((a, b) => a.at - b.at),
	...(all === null ? [] : [{ at: Number.POSITIVE_INFINITY, count: all }]),
];

test('no difference of what is told of limits and of finer stretches, of nobody and of all, is of one to four', () => {
	const edges = Array.from({ length: 20 }, (_, at) => (at + 1) * 500);
	fc.assert(
		fc.property(squares, fc.constantFrom(edges, [2000, 4000, 6000, 8000, 10_000, 12_000]), (all, wanted) => {
			const { metres, persons } = columnsOf(all);
			const reach = reachOf(metres, persons, reachMetres);
			const { shown, told } = maskReach(reach);
			const limits = reachMetres.filter((_, at) => told[at]);
			const union = [...new Set([...wanted, ...limits])].sort((a, b) => a - b);
			const stretches = joinedAt(maskStretches(reachOf(metres, persons, union), union, new Set(limits)), wanted);
			let below = 0;
			const points = stretches.flatMap(({ to, persons: count }) => {
				below += count;
				return to === null ? [] : [{ at: to, count: below }];
			});
			if (shown.persons !== null) expect(below).toBe(sum(all.map(({ persons: count }) => count)));
			const within = reachMetres.flatMap((at, place) => {
				const count = shown.within[place]!;
				return count === null ? [] : [{ at, count }];
			});
			for (const { at, count } of [...points, ...within])
				expect(count).toBe(sum(all.filter(({ metres: far }) => far <= at).map((one) => one.persons)));
			const rising = risingOf(shown.persons, [...points, ...within]);
			for (let place = 1; place < rising.length; place++)
				expect(isSmall(rising[place]!.count - rising[place - 1]!.count)).toBe(false);
		}),
		{ numRuns: 500 },
	);
});

test('a limit is kept back only where telling it would tell of few', () => {
	expect(mayTell([200, 300, 0, 50, 0, 9])).toEqual([true, true, true, true, true]);
	expect(mayTell([200, 3, 40, 0, 0, 0])).toEqual([true, false, true, true, true]);
	expect(mayTell([200, 300, 40, 0, 0, 3])).toEqual([true, true, false, false, false]);
	expect(mayTell([3, 4, 0, 0, 0, 0])).toEqual([false, false, false, false, false]);
	expect(mayTell([2, 0, 0, 0, 0, 0])).toEqual([false, false, false, false, false]);
	expect(mayTell([0, 0, 0, 0, 0, 0])).toEqual([true, true, true, true, true]);
});

/** What is told of a group's stretches: a count where both ends are told. */
function cellsOf({ persons, within }: ShownReach, told: readonly boolean[]): Shown[] {
	const ends = [0, ...within.filter((_, at) => told[at]), persons];
	return ends.slice(1).map((end, at) => (end === null || ends[at] === null ? null : end - ends[at]!));
}

/** Whether unknown cells (null) can be filled with whole numbers from none up so that rows and columns have their sums. */
function fits(cells: readonly (readonly Shown[])[], rows: readonly number[], columns: readonly number[]): boolean {
	const left = rows.map((total, row) => total - sum(cells[row]!.map((count) => count ?? 0)));
	const open = columns.map((total, column) => total - sum(cells.map((row) => row[column] ?? 0)));
	if ([...left, ...open].some((rest) => rest < 0) || sum(left) !== sum(open)) return false;
	const flow = cells.map((row) => row.map(() => 0));
	for (let row = 0; row < left.length; row++)
		while (left[row]! > 0) {
			const way = augmenting(cells, flow, open, row);
			if (!way) return false;
			const back = way.filter(({ up }) => !up).map((step) => flow[step.row]![step.column]!);
			const amount = Math.min(left[row]!, open[way.at(-1)!.column]!, ...back);
			for (const step of way) flow[step.row]![step.column]! += step.up ? amount : -amount;
			left[row]! -= amount;
			open[way.at(-1)!.column]! -= amount;
		}
	return true;
}

interface Step {
	row: number;
	column: number;
	up: boolean;
}

/** A way from a row to a column that still lacks people, over cells that are not known. */
function augmenting(cells: readonly (readonly Shown[])[], flow: number[][], open: number[], from: number) {
	const seen = new Set([from]);
	const queue: { row: number; way: Step[] }[] = [{ row: from, way: [] }];
	const columnsSeen = new Set<number>();
	for (let next = queue.shift(); next; next = queue.shift())
		for (const [column, rest] of open.entries()) {
			if (cells[next.row]![column] !== null || columnsSeen.has(column)) continue;
			columnsSeen.add(column);
			const way = [...next.way, { row: next.row, column, up: true }];
			if (rest > 0) return way;
			for (const row of cells.keys())
				if (!seen.has(row) && flow[row]![column]! > 0) {
					seen.add(row);
					queue.push({ row, way: [...way, { row, column, up: false }] });
				}
		}
	return undefined;
}

test('what is masked of groups can not be had from the other groups, the other limits and the sums of all', () => {
	fc.assert(
		fc.property(squares, fc.boolean(), (all, isPartial) => {
			const { metres, persons, group } = columnsOf(all);
			const whole = reachOf(metres, persons, reachMetres);
			const { told, shown } = maskReach(whole);
			fc.pre(shown.persons !== null && all.length > 0);
			const groups = [...reachBy(metres, persons, reachMetres, group).values()];
			// The last group is not told at all: those of unknown age.
			const masked = maskGroups(groups, told).slice(0, isPartial ? -1 : undefined);
			const columns = cut(whole, told);
			const cells = masked.map((one) => cellsOf(one, told));
			const isOpen = (row: number) => masked[row]!.persons !== null;
			const open = masked.flatMap((_, row) => (isOpen(row) ? [row] : []));
			const known = open.map((row) => masked[row]!.persons!);
			const rest = sum(columns) - sum(known);
			const hidden = columns.map((): Shown => null);
			masked.forEach((one, row) => {
				const real = cut(groups[row]!, told);
				const size = Math.round(groups[row]!.persons);
				if (one.persons !== null) expect(one.persons).toBe(size);
				expect(isSmall(one.persons ?? 0)).toBe(false);
				real.forEach((value, column) => {
					if (cells[row]![column] !== null) expect(cells[row]![column]).toBe(value);
					if (!isSmall(value)) return;
					expect(cells[row]![column]).toBe(null);
					const fixed = (wanted: number) =>
						open.map((at) => cells[at]!.map((count, place) => (at === row && place === column ? wanted : count)));
					if (isOpen(row))
						for (let wanted = 1; wanted <= value + 3; wanted++)
							expect(fits([...fixed(wanted), hidden], [...known, rest], columns)).toBe(true);
					// A group that is not told at all: its people are some of those who are left, as many others are.
					else {
						const others = hidden.map((_, place) => (place === column ? value + 1 : null));
						const table = [...open.map((at) => cells[at]!), others, hidden];
						expect(anySplit(rest, value + 1, (size) => fits(table, [...known, size, rest - size], columns))).toBe(true);
					}
				});
			});
		}),
		{ numRuns: 400 },
	);
}, 60_000);

const anySplit = (rest: number, least: number, may: (size: number) => boolean) =>
	Array.from({ length: Math.max(0, rest - least + 1) }, (_, at) => least + at).some(may);

/** A reach's stretches between the told limits. */
function cut(reach: Reach, told: readonly boolean[]): number[] {
	const found = [0];
	stretchesOf(reach).forEach((count, at) => {
		found[found.length - 1]! += count;
		if (told[at]) found.push(0);
	});
	return found;
}

const reachFrom = (...stretches: number[]): Reach => ({
	persons: sum(stretches),
	within: stretches.slice(0, -1).map((_, at) => sum(stretches.slice(0, at + 1))),
});

test('a small stretch of a group takes another group along, so that the sums do not tell it', () => {
	const groups = [reachFrom(300, 3, 0), reachFrom(80, 90, 20), reachFrom(500, 60, 700)];
	const { shown, told } = maskReach(reachFrom(880, 153, 720));
	expect(shown).toEqual({ persons: 1753, within: [880, 1033] });
	const masked = maskGroups(groups, told);
	expect(masked.map(({ persons }) => persons)).toEqual([303, 190, 1260]);
	expect(masked[0]!.within).toEqual([null, 303]);
	expect(masked.slice(1).map(({ within }) => within)).toEqual([
		[null, 170],
		[500, 560],
	]);
	expect(shownShares(masked[1]!)).toEqual([null, 170 / 190]);
});

test('a group of few is not told, nor the smallest beside it; of few people in all nothing is', () => {
	const groups = [reachFrom(2, 1, 0), reachFrom(20, 10, 0), reachFrom(500, 60, 40)];
	const { told } = maskReach(reachFrom(522, 71, 40));
	const masked = maskGroups(groups, told);
	expect(masked.map(({ persons }) => persons)).toEqual([null, null, 600]);
	expect(maskReach(reachFrom(2, 1, 0)).shown).toEqual({ persons: null, within: [null, null] });
});
