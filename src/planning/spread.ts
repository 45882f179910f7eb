/** How a figure lies among several: the middle half, and the ends. */
export interface Spread {
	/** How many there are. */
	count: number;
	least: number;
	lower: number;
	median: number;
	upper: number;
	most: number;
}

/** A value that so large a share (0 to 1) lies below: between two neighbours by a straight line (R's type 7). `sorted` is not empty. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
	const at = (sorted.length - 1) * share;
	const below = Math.floor(at);
	const [from, to] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
	return from + (to - from) * (at - below);
}

/** How values lie; null when there are none. */
export function spreadOf(values: readonly number[]): Spread | null {
	if (values.length === 0) return null;
	const sorted = Float64Array.from(values).sort();
	const [least, lower, median, upper, most] = [0, 0.25, 0.5, 0.75, 1].map((share) => quantile(sorted, share));
	return { count: sorted.length, least: least!, lower: lower!, median: median!, upper: upper!, most: most! };
}

/** Where a value lies in a spread. */
export type Standing = 'below' | 'lower' | 'middle' | 'higher' | 'above';

/** Whether a value lies in the middle half, in one of the outer quarters, or beyond all others. */
export function standingIn(value: number, { least, lower, upper, most }: Spread): Standing {
	if (value < least) return 'below';
	if (value < lower) return 'lower';
	if (value <= upper) return 'middle';
	return value <= most ? 'higher' : 'above';
}
