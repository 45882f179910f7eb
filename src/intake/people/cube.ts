import JSONstat from 'jsonstat-toolkit';
import { z } from 'zod';
import { Invalid } from '../../domain/errors.ts';
import type { RawRow } from './raw.ts';

/** The names under which the parts of a table's cells are given on, whatever the table calls them. */
const PARTS: readonly [name: string, pattern: RegExp][] = [
	['region', /^(region|omrade|område|kommun|deso|regso|area)/i],
	['alder', /^(alder|ålder|age)/i],
	['kon', /^(kon|kön|sex)/i],
	['ar', /^(tid|ar|år|year|time|period|månad|manad)/i],
];

const partOf = (id: string, label: string) =>
	PARTS.find(([, pattern]) => pattern.test(id) || pattern.test(label))?.[0] ?? id;

/** More cells than any table of areas by age and sex has. */
const MAX_CELLS = 2_000_000;

/** The cells of a JSON-stat 2 dataset as rows: the code of each dimension (words for age and sex), and the value. */
export function jsonStatRows(dataset: Record<string, unknown>): RawRow[] {
	const { size } = dataset;
	const isSized = Array.isArray(size) && size.every((count) => Number.isSafeInteger(count) && count > 0);
	if (!isSized) throw new Invalid({ file: 'broken_jsonstat' });
	if (size.reduce((all: number, count: number) => all * count, 1) > MAX_CELLS)
		throw new Invalid({ file: 'too_many_rows' });
	try {
		return readCube(dataset);
	} catch {
		// The library takes a dataset to be whole: what is missing in it shows as an error of its own.
		throw new Invalid({ file: 'broken_jsonstat' });
	}
}

function readCube(dataset: object): RawRow[] {
	const read = JSONstat(dataset);
	const table = read?.class === 'dataset' ? read : null;
	if (!table?.id || !table.value) throw new Error('no dataset');
	const names = new Map(table.id.map((id) => [id, partOf(id, String(table.Dimension(id)?.label ?? ''))]));
	const rows = table.toTable({ type: 'arrobj', field: 'id', content: 'id' });
	const labels = new Map(
		table.id.flatMap((id) =>
			names.get(id) === 'alder' || names.get(id) === 'kon'
				? (table.Dimension(id)?.id ?? []).map((code): [string, string] => [
						`${id} ${code}`,
						String(table.Dimension(id)?.Category(code)?.label ?? code),
					])
				: [],
		),
	);
	return rows.map((row, at) => {
		const cells: Record<string, string> = {};
		for (const [id, name] of names) cells[name] = labels.get(`${id} ${row[id]}`) ?? String(row[id] ?? '');
		cells.antal = row.value === null || row.value === undefined ? '..' : String(row.value);
		return { line: at + 1, cells, geometry: null };
	});
}

const value = z.union([z.string(), z.number(), z.null()]);
const PxWebSchema = z.object({
	columns: z.array(z.object({ code: z.string(), text: z.string().default(''), type: z.string().default('d') })),
	data: z.array(z.object({ key: z.array(value), values: z.array(value) })),
});

/** The cells of PxWeb's own JSON as rows: keys by column, and the first value. */
export function pxWebRows(table: unknown): RawRow[] {
	const { success, data: read } = PxWebSchema.safeParse(table);
	if (!success) throw new Invalid({ file: 'broken_jsonstat' });
	const names = read.columns.filter(({ type }) => type !== 'c').map(({ code, text }) => partOf(code, text));
	return read.data.map(({ key, values }, at) => {
		const cells: Record<string, string> = {};
		names.forEach((name, i) => {
			cells[name] = String(key[i] ?? '');
		});
		cells.antal = String(values[0] ?? '..');
		return { line: at + 1, cells, geometry: null };
	});
}
