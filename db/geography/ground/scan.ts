export type Corner = { x: number; y: number };

/**
 * Calls `fill` for the columns whose middles lie within rings (even-odd), line by line. The middle of column c is c + 0.5
 * and that of line r is r + 0.5, in the coordinates of the rings.
 */
export function scan(
	rings: readonly (readonly Corner[])[],
	lines: readonly [from: number, to: number],
	fill: (line: number, from: number, to: number) => void,
): void {
	const crossings = new Map<number, number[]>();
	for (const ring of rings) {
		ring.forEach((b, i) => {
			const a = ring.at(i - 1) as Corner;
			const [upper, lower] = a.y < b.y ? [a, b] : [b, a];
			const first = Math.max(lines[0], Math.ceil(upper.y - 0.5));
			const last = Math.min(lines[1] - 1, Math.ceil(lower.y - 0.5) - 1);
			for (let line = first; line <= last; line++) {
				const x = upper.x + ((lower.x - upper.x) * (line + 0.5 - upper.y)) / (lower.y - upper.y);
				const known = crossings.get(line);
				if (known) known.push(x);
				else crossings.set(line, [x]);
			}
		});
	}
	for (const [line, xs] of crossings) {
		xs.sort((a, b) => a - b);
		for (let i = 0; i + 1 < xs.length; i += 2) {
			const from = Math.ceil((xs[i] as number) - 0.5);
			const to = Math.ceil((xs[i + 1] as number) - 0.5);
			if (to > from) fill(line, from, to);
		}
	}
}
