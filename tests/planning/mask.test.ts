import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	isSmall,
	maskList,
	maskOne,
	maskTable,
	type Shown,
	type ShownTable,
	shareStep,
} from '../../src/planning/mask.ts';

/** Somebody who knows all that is told, that zeros are told, and that people are whole: may a masked cell be `wanted`? */
function mayBe(shown: ShownTable, [atRow, atColumn]: [number, number], wanted: number, most: number): boolean {
	const cells = shown.cells.map((row) => [...row]);
	if (atRow < cells.length && atColumn < cells[0]!.length) cells[atRow]![atColumn] = wanted;
	const rows = [...shown.rows];
	const columns = [...shown.columns];
	let total = shown.total;
	if (atRow < rows.length && atColumn === columns.length) rows[atRow] = wanted;
	if (atRow === rows.length && atColumn < columns.length) columns[atColumn] = wanted;
	if (atRow === rows.length && atColumn === columns.length) total = wanted;
	return fits(cells, rows, columns, total, most, 0);
}

/** Whether the masked cells can be filled with 1 to `most` so that every told sum is right; one cell after the other. */
function fits(cells: Shown[][], rows: Shown[], columns: Shown[], total: Shown, most: number, from: number): boolean {
	const width = columns.length;
	const lines = [
		...cells.map((row, place) => [row, rows[place]!] as const),
		...columns.map((sum, column) => [cells.map((row) => row[column]!), sum] as const),
		[cells.flat(), total] as const,
	];
	let least = 1;
	let greatest = most;
	for (const [line, sum] of lines) {
		const known = line.reduce<number>((all, count) => all + (count ?? 1), 0);
		const complete = line.every((count) => count !== null);
		if (sum !== null && (known > sum || (complete && known !== sum))) return false;
		if (sum === null && complete && known < 1) return false;
	}
	// Sums of sums: told sums of rows must leave room in the total.
	for (const sums of [rows, columns]) {
		const known = sums.reduce<number>((all, count) => all + (count ?? 1), 0);
		if (total !== null && (known > total || (sums.every((count) => count !== null) && known !== total))) return false;
	}
	let place = from;
	while (place < cells.length * width && cells[Math.floor(place / width)]![place % width] !== null) place++;
	if (place === cells.length * width) return true;
	const [row, column] = [Math.floor(place / width), place % width];
	for (const [line, sum] of [
		[cells[row]!, rows[row]!] as const,
		[cells.map((each) => each[column]!), columns[column]!] as const,
	]) {
		if (sum === null) continue;
		const known = line.reduce<number>((all, count) => all + (count ?? 0), 0);
		const open = line.filter((count) => count === null).length;
		greatest = Math.min(greatest, sum - known - (open - 1));
		if (open === 1) least = Math.max(least, sum - known);
	}
	for (let value = least; value <= greatest; value++) {
		cells[row]![column] = value;
		if (fits(cells, rows, columns, total, most, place + 1)) {
			cells[row]![column] = null;
			return true;
		}
	}
	cells[row]![column] = null;
	return false;
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** A table with its sums, as [row, column, value, whether it is a sum]. */
function everyCell(
	counts: readonly (readonly number[])[],
): [row: number, column: number, value: number, isSum: boolean][] {
	const columns = counts[0]!.map((_, column) => counts.map((row) => row[column]!));
	return [
		...counts.flatMap((row, r) => row.map((value, c) => [r, c, value, false] as [number, number, number, boolean])),
		...counts.map((row, r) => [r, row.length, sum(row), true] as [number, number, number, boolean]),
		...columns.map((column, c) => [counts.length, c, sum(column), true] as [number, number, number, boolean]),
		[counts.length, columns.length, sum(counts.flat()), true],
	];
}

const shownAt = (table: ShownTable, row: number, column: number): Shown => {
	if (row === table.rows.length) return column === table.columns.length ? table.total : table.columns[column]!;
	return column === table.columns.length ? table.rows[row]! : table.cells[row]![column]!;
};

const few = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 7 }) }, fc.integer({ min: 0, max: 20 }));
const tables = (most: number, count: fc.Arbitrary<number>) =>
	fc
		.tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
		.chain(([rows, columns]) =>
			fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
		);

test('what is told is right, and no small count is told', () => {
	fc.assert(
		fc.property(tables(6, few), (counts) => {
			const table = maskTable(counts);
			for (const [row, column, value] of everyCell(counts)) {
				const shown = shownAt(table, row, column);
				if (isSmall(value)) expect(shown).toBe(null);
				if (shown !== null) expect(shown).toBe(value);
				if (value === 0) expect(shown).toBe(0);
			}
		}),
	);
});

test('masked counts of a table can not be worked out: somebody who tries every table that fits finds each of 1 to v + 3', () => {
	fc.assert(
		fc.property(tables(3, few), (counts) => {
			const table = maskTable(counts);
			const most = sum(counts.flat()) + 3;
			for (const [row, column, value, isSum] of everyCell(counts)) {
				if (!isSmall(value)) continue;
				for (let wanted = isSum ? value : 1; wanted <= value + 3; wanted++)
					expect({ row, column, wanted, may: mayBe(table, [row, column], wanted, most) }).toMatchObject({ may: true });
			}
		}),
		{ numRuns: 400 },
	);
});

test('nor by equations in a larger table: no small count is a sum or difference of what is told', () => {
	fc.assert(
		fc.property(tables(9, fc.oneof(few, fc.integer({ min: 0, max: 400 }))), (counts) => {
			const table = maskTable(counts);
			const solved = determined(table);
			for (const [row, column, value] of everyCell(counts))
				if (isSmall(value)) expect(solved.has(`${row} ${column}`)).toBe(false);
		}),
	);
});

/** Masked cells that the equations of rows and columns give, by elimination (of numbers modulo a prime). */
function determined({ cells, rows, columns, total }: ShownTable): Set<string> {
	const prime = 1_000_003n;
	const shown = [...cells.map((row, place) => [...row, rows[place]!]), [...columns, total]];
	const unknown = shown.flatMap((row, r) => row.flatMap((value, c) => (value === null ? [`${r} ${c}`] : [])));
	const number = new Map(unknown.map((name, place) => [name, place]));
	const sums = [
		...shown.map((_, r) => shown[0]!.map((__, c) => [r, c] as const)),
		...shown[0]!.map((_, c) => shown.map((__, r) => [r, c] as const)),
	];
	const matrix = sums.map((line) => {
		const row = new Array<bigint>(unknown.length).fill(0n);
		line.forEach(([r, c], place) => {
			const at = number.get(`${r} ${c}`);
			if (at !== undefined) row[at] = place === line.length - 1 ? prime - 1n : 1n;
		});
		return row;
	});
	const power = (base: bigint, exponent: bigint): bigint =>
		exponent === 0n
			? 1n
			: exponent % 2n
				? (base * power(base, exponent - 1n)) % prime
				: power((base * base) % prime, exponent / 2n);
	let lead = 0;
	for (let column = 0; column < unknown.length && lead < matrix.length; column++) {
		const pivot = matrix.findIndex((row, place) => place >= lead && row[column] !== 0n);
		if (pivot < 0) continue;
		[matrix[lead], matrix[pivot]] = [matrix[pivot]!, matrix[lead]!];
		const inverse = power(matrix[lead]![column]!, prime - 2n);
		matrix[lead] = matrix[lead]!.map((value) => (value * inverse) % prime);
		for (let row = 0; row < matrix.length; row++) {
			const factor = matrix[row]![column]!;
			if (row !== lead && factor !== 0n)
				matrix[row] = matrix[row]!.map(
					(value, place) => (((value - factor * matrix[lead]![place]!) % prime) + prime) % prime,
				);
		}
		lead++;
	}
	const alone = matrix.filter((row) => row.filter((value) => value !== 0n).length === 1);
	return new Set(alone.map((row) => unknown[row.findIndex((value) => value !== 0n)]!));
}

test('the elimination of the test finds what subtraction gives away', () => {
	const naive: ShownTable = {
		cells: [
			[null, 10],
			[20, 30],
		],
		rows: [13, 50],
		columns: [23, 40],
		total: 63,
	};
	expect(determined(naive)).toEqual(new Set(['0 0']));
	expect(mayBe(naive, [0, 0], 3, 66)).toBe(true);
	expect(mayBe(naive, [0, 0], 2, 66)).toBe(false);
});

test('nothing is masked for nothing: were one of those masked beside the small ones told, a small one could be had', () => {
	const table = maskTable([
		[3, 40, 50],
		[60, 70, 80],
		[90, 100, 110],
	]);
	// The cheapest ring through the small cell: 40, 60 and 70 persons.
	expect(table.cells).toEqual([
		[null, null, 50],
		[null, null, 80],
		[90, 100, 110],
	]);
	expect([table.rows, table.columns, table.total]).toEqual([[93, 210, 300], [153, 210, 240], 603]);
	expect(
		maskTable([
			[50, 60],
			[70, 0],
		]),
	).toEqual({
		cells: [
			[50, 60],
			[70, 0],
		],
		rows: [110, 70],
		columns: [120, 60],
		total: 180,
	});
});

test('masked counts of a list can not be had from its sum', () => {
	fc.assert(
		fc.property(fc.array(few, { maxLength: 6 }), (counts) => {
			const { counts: shown, total } = maskList(counts);
			const table: ShownTable = { cells: [shown], rows: [total], columns: shown, total: null };
			const most = sum(counts) + 3;
			counts.forEach((value, column) => {
				if (shown[column] !== null) expect(shown[column]).toBe(value);
				if (!isSmall(value)) return;
				expect(shown[column]).toBe(null);
				for (let wanted = 1; wanted <= value + 3; wanted++) expect(mayBe(table, [0, column], wanted, most)).toBe(true);
			});
			if (total !== null) expect(total).toBe(sum(counts));
			else expect(counts.some(isSmall)).toBe(true);
		}),
		{ numRuns: 500 },
	);
});

test('of a list as little as can be is masked beside the small ones', () => {
	expect(maskList([3, 200, 7, 0])).toEqual({ counts: [null, 200, null, 0], total: 210 });
	expect(maskList([4, 4, 200])).toEqual({ counts: [null, null, 200], total: 208 });
	expect(maskList([1, 1, 200])).toEqual({ counts: [null, null, null], total: 202 });
	expect(maskList([2, 2])).toEqual({ counts: [null, null], total: null });
	expect(maskList([1, 2])).toEqual({ counts: [null, null], total: null });
	expect(maskList([10, 20])).toEqual({ counts: [10, 20], total: 30 });
	expect(maskList([])).toEqual({ counts: [], total: 0 });
});

test('estimates are rounded before they are looked at', () => {
	expect([0, 0.4, 0.6, 4.4, 4.6, 5].map(maskOne)).toEqual([0, 0, null, null, 5, 5]);
});

test('a share is told in steps in which ten persons lie', () => {
	expect([1000, 999, 200, 199, 100, 99, 50, 49, 0].map(shareStep)).toEqual([1, 5, 5, 10, 10, 20, 20, null, null]);
});
