/** A table with its sums as one network: what `maskTable` works on. Cells stand row by row; the last row and column are sums. */
export interface Cells {
	readonly values: readonly number[];
	readonly masked: boolean[];
	readonly isSum: readonly boolean[];
	/** Cells of a row, its sum among them. */
	readonly width: number;
	/** Every sum is told, whatever else is masked: nobody can be moved through one. */
	readonly sumsTold?: boolean;
}

/** The table with a sum for each row and column, nothing masked yet. */
export function totalled(rows: readonly (readonly number[])[]): Cells {
	const columns = rows[0]?.length ?? 0;
	const sum = (line: readonly number[]) => line.reduce((total, count) => total + count, 0);
	const lines = rows.map((row) => [...row, sum(row)]);
	const last = Array.from({ length: columns + 1 }, (_, column) => sum(lines.map((line) => line[column]!)));
	const values = [...lines, last].flat();
	const width = columns + 1;
	const isSum = values.map((_, cell) => cell % width === columns || cell >= rows.length * width);
	return { values, masked: values.map(() => false), isSum, width };
}

/**
 * The other cells of the cheapest ring through a cell along which `amount` persons can be moved, so that the cell grows (`up`) or
 * shrinks while every row and column still adds up: those of them that are not masked yet count with their persons.
 * Null where there is none. With `onlyMasked`, masked cells alone are gone through.
 *
 * Rows and columns are nodes, cells the arcs between them. A cell that grows brings persons from its row to its
 * column, one that shrinks the other way; a sum does the opposite. Zeros are told and can't change; what is masked is known to be at least one.
 */
export function crossing(cells: Cells, cell: number, up: boolean, amount: number, onlyMasked = false): number[] | null {
	const { values, width } = cells;
	const rows = values.length / width;
	const [from, to] = ends(cells, cell, up);
	const nodes = rows + width;
	const cost = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
	const by = new Array<number>(nodes).fill(-1);
	const done = new Array<boolean>(nodes).fill(false);
	cost[to] = 0;
	for (let node = to; node >= 0; node = cheapest(cost, done)) {
		if (node === from) return way(cells, by, from, to);
		done[node] = true;
		for (const next of around(cells, node)) {
			const arcCost = arcOf(cells, next, node, amount, onlyMasked);
			if (next === cell || arcCost === null) continue;
			const other = otherEnd(cells, next, node);
			if (cost[node]! + arcCost >= cost[other]!) continue;
			cost[other] = cost[node]! + arcCost;
			by[other] = next;
		}
	}
	return null;
}

/** From which node to which persons go when a cell grows or shrinks. Columns are numbered after the rows. */
function ends({ values, width, isSum }: Cells, cell: number, up: boolean): [from: number, to: number] {
	const [row, column] = [Math.floor(cell / width), values.length / width + (cell % width)];
	// The sum of all is a sum of sums: it goes as a cell does.
	const opposite = isSum[cell] && cell !== values.length - 1;
	return up !== opposite ? [row, column] : [column, row];
}

/** What it costs to go out of a node through a cell; null where so many persons can't. */
function arcOf(cells: Cells, cell: number, node: number, amount: number, onlyMasked: boolean): number | null {
	const value = cells.values[cell]!;
	if (value === 0 || (onlyMasked && !cells.masked[cell])) return null;
	if (cells.sumsTold && cells.isSum[cell]) return null;
	const grows = ends(cells, cell, true)[0] === node;
	if (!grows && value - 1 < amount) return null;
	// A shorter ring is better than a longer one that costs the same.
	return (cells.masked[cell] ? 0 : value) + 1e-6;
}

/** The cells of a row or a column. */
function around({ values, width }: Cells, node: number): number[] {
	const rows = values.length / width;
	if (node < rows) return Array.from({ length: width }, (_, column) => node * width + column);
	return Array.from({ length: rows }, (_, row) => row * width + node - rows);
}

function otherEnd(cells: Cells, cell: number, node: number): number {
	const [a, b] = ends(cells, cell, true);
	return a === node ? b : a;
}

function cheapest(cost: readonly number[], done: readonly boolean[]): number {
	let best = -1;
	for (let node = 0; node < cost.length; node++)
		if (!done[node] && cost[node]! < Number.POSITIVE_INFINITY && (best < 0 || cost[node]! < cost[best]!)) best = node;
	return best;
}

/** The cells that were gone through on the way to a node. */
function way(cells: Cells, by: readonly number[], end: number, start: number): number[] {
	const found: number[] = [];
	for (let node = end; node !== start; node = otherEnd(cells, by[node]!, node)) found.push(by[node]!);
	return found;
}
