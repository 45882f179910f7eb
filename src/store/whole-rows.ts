import type { Database } from 'better-sqlite3';
import { Column, getTableColumns, getTableName, type InferSelectModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/**
 * Reads whole rows of a table as `schema.ts` has them. `rest`: what stands behind FROM, such as a condition with named values.
 * Drizzle puts each row together from a list of values, which takes as long as SQLite takes to find them.
 */
export function wholeRows<T extends SQLiteTable, P extends object>(sqlite: Database, table: T, rest: string) {
	type Row = InferSelectModel<T>;
	const columns = Object.entries(getTableColumns(table) as Record<string, Column>);
	const selected = columns.map(([key, { name }]) => `"${name}" AS "${key}"`).join(', ');
	const statement = sqlite.prepare<[P], Record<string, unknown>>(
		`SELECT ${selected} FROM "${getTableName(table)}" ${rest}`,
	);
	const decoded = columns.filter(([, column]) => column.mapFromDriverValue !== Column.prototype.mapFromDriverValue);
	function read(row: Record<string, unknown>): Row {
		for (const [key, column] of decoded) if (row[key] !== null) row[key] = column.mapFromDriverValue(row[key]);
		return row as Row;
	}
	return {
		get(values: P): Row | undefined {
			const row = statement.get(values);
			return row && read(row);
		},
		all: (values: P): Row[] => statement.all(values).map(read),
	};
}
