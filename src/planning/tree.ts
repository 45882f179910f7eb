import { squareBetween } from './vectors.ts';

/** So many points or fewer are looked through one by one. */
const LEAF = 8;

/**
 * A static k-d tree over points on a sphere of radius one, laid out in the order of the points: the middle of each stretch
 * is its root, what is less in its dimension stands before it.
 */
export interface Tree {
	/** x, y, z of each point, in the order of the tree. */
	readonly vectors: Float64Array;
	/** What each point is called, in the order of the tree. */
	readonly rows: Int32Array;
	/** By which dimension (0, 1, 2) the stretch is split of which the point is the middle. */
	readonly by: Uint8Array;
}

/** Grows a tree over some rows of `vectors` (three numbers a row, all finite). */
export function grow(vectors: Float64Array, rows: Int32Array): Tree {
	const tree = { vectors: new Float64Array(rows.length * 3), rows: rows.slice(), by: new Uint8Array(rows.length) };
	for (let place = 0; place < rows.length; place++)
		for (let d = 0; d < 3; d++) tree.vectors[3 * place + d] = vectors[3 * rows[place]! + d]!;
	split(tree, 0, rows.length - 1);
	return tree;
}

function split(tree: Tree, from: number, to: number): void {
	if (to - from < LEAF) return;
	const middle = (from + to) >> 1;
	const by = widest(tree.vectors, from, to);
	tree.by[middle] = by;
	select(tree, middle, from, to, by);
	split(tree, from, middle - 1);
	split(tree, middle + 1, to);
}

/** The dimension in which a stretch is widest. */
function widest(vectors: Float64Array, from: number, to: number): number {
	let best = 0;
	let width = -1;
	for (let d = 0; d < 3; d++) {
		let low = Number.POSITIVE_INFINITY;
		let high = Number.NEGATIVE_INFINITY;
		for (let place = from; place <= to; place++) {
			const value = vectors[3 * place + d]!;
			if (value < low) low = value;
			if (value > high) high = value;
		}
		if (high - low > width) {
			width = high - low;
			best = d;
		}
	}
	return best;
}

/** Puts in place `k` what belongs there by its value in a dimension, what is less before it, what is more after it (quickselect, Hoare). */
function select(tree: Tree, k: number, first: number, last: number, by: number): void {
	const { vectors } = tree;
	let from = first;
	let to = last;
	while (to > from) {
		const pivot = vectors[3 * ((from + to) >> 1) + by]!;
		let low = from;
		let high = to;
		while (low <= high) {
			while (vectors[3 * low + by]! < pivot) low++;
			while (vectors[3 * high + by]! > pivot) high--;
			if (low <= high) swap(tree, low++, high--);
		}
		if (k <= high) to = high;
		else if (k >= low) from = low;
		else return;
	}
}

function swap({ vectors, rows }: Tree, a: number, b: number): void {
	if (a === b) return;
	const row = rows[a]!;
	rows[a] = rows[b]!;
	rows[b] = row;
	for (let d = 0; d < 3; d++) {
		const value = vectors[3 * a + d]!;
		vectors[3 * a + d] = vectors[3 * b + d]!;
		vectors[3 * b + d] = value;
	}
}

/** Where a search keeps what it has found: the nearest first; of those equally far, the lower row. */
export class Found {
	readonly squares: Float64Array;
	readonly rows: Int32Array;
	constructor(size: number) {
		this.squares = new Float64Array(size);
		this.rows = new Int32Array(size);
		this.clear();
	}

	clear(): void {
		this.squares.fill(Number.POSITIVE_INFINITY);
		this.rows.fill(-1);
	}

	/** Takes a point if it is nearer than the last of those kept. */
	take(square: number, row: number): void {
		const { squares, rows } = this;
		let place = squares.length - 1;
		if (!this.#before(square, row, place)) return;
		while (place > 0 && this.#before(square, row, place - 1)) {
			squares[place] = squares[place - 1]!;
			rows[place] = rows[place - 1]!;
			place--;
		}
		squares[place] = square;
		rows[place] = row;
	}

	#before(square: number, row: number, place: number): boolean {
		const kept = this.squares[place]!;
		return square < kept || (square === kept && (this.rows[place] === -1 || row < this.rows[place]!));
	}
}

/** Stretches that are still to be looked through, and the least square of a chord that they can hold. Deep enough for 2^32 points. */
const waitingFrom = new Int32Array(128);
const waitingTo = new Int32Array(128);
const waitingLeast = new Float64Array(128);

/**
 * The nearest points of one point (a row of `vectors`), as many as `found` has room for; `skip`, by row, tells which do not
 * count. The bound is exact also in floating point: subtraction and squares round the same way on both sides.
 */
export function search(tree: Tree, vectors: Float64Array, row: number, found: Found, skip?: Uint8Array): void {
	const { vectors: own, rows, by } = tree;
	const { squares } = found;
	const last = squares.length - 1;
	let waiting = 0;
	let from = 0;
	let to = rows.length - 1;
	for (;;) {
		while (to - from >= LEAF) {
			const middle = (from + to) >> 1;
			const away = vectors[3 * row + by[middle]!]! - own[3 * middle + by[middle]!]!;
			look(middle);
			waitingLeast[waiting] = away * away;
			waitingFrom[waiting] = away < 0 ? middle + 1 : from;
			waitingTo[waiting++] = away < 0 ? to : middle - 1;
			if (away < 0) to = middle - 1;
			else from = middle + 1;
		}
		for (let place = from; place <= to; place++) look(place);
		do {
			if (waiting === 0) return;
			waiting--;
		} while (waitingLeast[waiting]! > squares[last]!);
		from = waitingFrom[waiting]!;
		to = waitingTo[waiting]!;
	}

	function look(place: number): void {
		const square = squareBetween(own, place, vectors, row);
		if (square > squares[last]! || (skip && skip[rows[place]!] === 1)) return;
		found.take(square, rows[place]!);
	}
}
