import type { Typed } from './part.ts';

/** Answers that come as rows: `rooms.0.name`, `rooms.1.name` …, each row with names of its own. */
export interface Row {
	/** Its number in the form. */
	at: number;
	/** The answers, by what stands behind the number: `name`. */
	typed: Typed;
}

/** More rows than this were typed by nobody. */
const MOST = 60;

/** The rows of a form under a prefix, in their order. */
export function rowsOf(typed: Typed, prefix: string): Row[] {
	const rows = new Map<number, Record<string, readonly string[]>>();
	for (const [name, answers] of Object.entries(typed)) {
		const [, number, rest] = new RegExp(`^${prefix}\\.(\\d{1,2})\\.(.+)$`).exec(name) ?? [];
		if (number === undefined || Number(number) >= MOST) continue;
		const row = rows.get(Number(number)) ?? {};
		row[rest!] = answers;
		rows.set(Number(number), row);
	}
	return [...rows].sort(([a], [b]) => a - b).map(([at, row]) => ({ at, typed: row }));
}

/** Rows as a form holds them. */
export const typedRows = (prefix: string, rows: readonly Typed[]): Typed =>
	Object.fromEntries(
		rows.flatMap((row, at) => Object.entries(row).map(([name, answers]) => [`${prefix}.${at}.${name}`, answers])),
	);

/** Whether a name is one of a row with one of these names. */
export const isOfRow = (prefix: string, names: readonly string[], name: string): boolean => {
	const [, rest] = new RegExp(`^${prefix}\\.\\d{1,2}\\.(.+)$`).exec(name) ?? [];
	return rest !== undefined && names.includes(rest);
};

/** A number as people write it, "12,5"; null when nothing was written, undefined when it is none within the bounds. */
export function numberIn(
	text: string,
	{ most, whole = true }: { most: number; whole?: boolean },
): number | null | undefined {
	const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.');
	if (!plain) return null;
	const number = /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
	return number <= most && (!whole || Number.isInteger(number)) ? number : undefined;
}
