import { join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import * as schema from '../../db/schema.ts';
import { openStore } from '../../src/store/open.ts';
import { testFolder } from '../store.ts';

async function opened() {
	const folder = testFolder();
	(await openStore(folder)).close();
	return new Database(join(folder, 'samlas.db'), { readonly: true });
}

test('Drizzle sees the tables as the migrations make them', async () => {
	const file = await opened();
	const tables = Object.values(schema).filter((value) => is(value, SQLiteTable));
	const names = file
		.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
		.pluck()
		.all();
	expect(tables.map(getTableName).sort()).toEqual(names.sort());
	for (const table of tables) {
		const columns = file.pragma(`table_info(${getTableName(table)})`) as {
			name: string;
			type: string;
			notnull: number;
			pk: number;
		}[];
		const seen = Object.values(getTableColumns(table)).map((column) => [
			column.name,
			column.getSQLType().toUpperCase(),
		]);
		expect(seen.sort(), getTableName(table)).toEqual(columns.map(({ name, type }) => [name, type]).sort());
	}
	file.close();
});

test('every table is strict, and a second opening changes nothing', async () => {
	const file = await opened();
	const loose = file
		.prepare(
			"SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
		)
		.pluck();
	expect(loose.all()).toEqual([]);
	const version = file.pragma('user_version', { simple: true });
	const folder = join(file.name, '..');
	file.close();
	(await openStore(folder)).close();
	const again = new Database(join(folder, 'samlas.db'), { readonly: true });
	expect(again.pragma('user_version', { simple: true })).toBe(version);
	expect(again.pragma('journal_mode', { simple: true })).toBe('wal');
	again.close();
});

test('what must always hold is held by the database itself', async () => {
	const folder = testFolder();
	const store = await openStore(folder);
	store.close();
	const file = new Database(join(folder, 'samlas.db'));
	file.pragma('foreign_keys = ON');
	const insert = (values: string) =>
		file.exec(
			`INSERT INTO listings (kind, slug, name, municipality, created_at, updated_at, lon, lat, precision, age_min, age_max) VALUES ${values}`,
		);
	insert("('venue', 'a', 'A', '1380', 1, 1, 12, 56, 'exact', NULL, NULL)");
	expect(() => insert("('venue', 'a', 'A', '1380', 1, 1, NULL, NULL, NULL, NULL, NULL)")).toThrow('UNIQUE');
	expect(() => insert("('venue', 'b', 'B', '9999', 1, 1, NULL, NULL, NULL, NULL, NULL)")).toThrow('FOREIGN KEY');
	expect(() => insert("('place', 'c', 'C', '1380', 1, 1, NULL, NULL, NULL, NULL, NULL)")).toThrow('CHECK');
	expect(() => insert("('venue', 'd', 'D', '1380', 1, 1, 12, NULL, NULL, NULL, NULL)")).toThrow('CHECK');
	expect(() => insert("('venue', 'e', 'E', '1380', 1, 1, NULL, NULL, NULL, 12, 7)")).toThrow('CHECK');
	expect(() => insert("('venue', 'f', '', '1380', 1, 1, NULL, NULL, NULL, NULL, NULL)")).toThrow('CHECK');
	file.close();
});
