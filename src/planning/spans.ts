/** Spans of time as half-open intervals [start, end), and sets of them: in order, apart from each other, none empty. */

/** Unix seconds; `end` is exclusive. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** The set of all that some spans cover, in whatever order they come: what overlaps or touches becomes one. */
export function union(spans: readonly Span[]): Span[] {
	const whole: { start: number; end: number }[] = [];
	for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
		if (end <= start) continue;
		const last = whole.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else whole.push({ start, end });
	}
	return whole;
}

/** What two sets have in common. */
export function common(a: readonly Span[], b: readonly Span[]): Span[] {
	const found: Span[] = [];
	for (let i = 0, j = 0; i < a.length && j < b.length; ) {
		const start = Math.max(a[i]!.start, b[j]!.start);
		const end = Math.min(a[i]!.end, b[j]!.end);
		if (start < end) found.push({ start, end });
		if (a[i]!.end < b[j]!.end) i++;
		else j++;
	}
	return found;
}

/** What the first set has and the second has not. */
export function without(a: readonly Span[], b: readonly Span[]): Span[] {
	const left: Span[] = [];
	let j = 0;
	for (const { start, end } of a) {
		let from = start;
		while (j < b.length && b[j]!.end <= from) j++;
		for (let k = j; k < b.length && b[k]!.start < end; k++) {
			if (b[k]!.start > from) left.push({ start: from, end: b[k]!.start });
			from = Math.max(from, b[k]!.end);
		}
		if (from < end) left.push({ start: from, end });
	}
	return left;
}

/** Whether a set covers a span whole. */
export function covers(set: readonly Span[], { start, end }: Span): boolean {
	let low = 0;
	let high = set.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (set[middle]!.end <= start) low = middle + 1;
		else high = middle;
	}
	const found = set[low];
	return found !== undefined && found.start <= start && found.end >= end;
}

/** Seconds in a set. */
export const length = (set: readonly Span[]): number => set.reduce((sum, { start, end }) => sum + end - start, 0);
