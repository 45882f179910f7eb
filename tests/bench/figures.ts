/** What the benches share: times, shares of them, and tables that can be pasted into docs/benchmarks.md. */

/** The value under which a share of the values lies, 0 to 1. */
export const at = (list: readonly number[], share: number): number =>
	[...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))]!;

/** Does work, notes the milliseconds it took, and gives what it gave. */
export function timed<T>(list: number[], work: () => T): T {
	const began = performance.now();
	const made = work();
	list.push(performance.now() - began);
	return made;
}

/** Milliseconds as they are read: three figures that count. */
export const ms = (value: number): string =>
	value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value >= 1 ? value.toFixed(2) : value.toFixed(3);

/** The two figures of a list of times. */
export const shares = (list: readonly number[]) => ({ 'p50 ms': ms(at(list, 0.5)), 'p99 ms': ms(at(list, 0.99)) });

/** Memory that the process holds now, in MB, once what nobody needs is gone (run with --expose-gc). */
export function memoryMb(): number {
	(globalThis as { gc?: () => void }).gc?.();
	return Math.round(process.memoryUsage().rss / 1e6);
}

/** Prints lines as a table in Markdown; the columns are those of the first line and whatever later ones add. */
export function printTable(lines: readonly Record<string, string | number>[]): void {
	const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
	const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
	const body = lines.map((line) => row(columns.map((column) => line[column] ?? '')));
	console.log(['', row(columns), row(columns.map(() => '---')), ...body, ''].join('\n'));
}
