import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { planBlind, plannedOnce } from '../../src/store/planned-once.ts';

test.each([
	['SELECT a FROM t WHERE id = ? AND b = @b', 'SELECT a FROM t WHERE id = +? AND b = +@b'],
	[
		'select "a" from "t" where "t"."id" = ? limit ? offset ?',
		'select "a" from "t" where "t"."id" = +? limit +? offset +?',
	],
	['DELETE FROM t WHERE a IS @a AND b IS NOT NULL', 'DELETE FROM t WHERE a IS +@a AND b IS NOT NULL'],
	['INSERT INTO t (a) VALUES (?), (@b)', 'INSERT INTO t (a) VALUES (?), (@b)'],
	["SELECT a FROM t WHERE b = 'x' LIMIT 1", "SELECT a FROM t WHERE b = 'x' LIMIT 1"],
])('%s is planned without its values', (sql, blind) => {
	expect(planBlind(sql)).toBe(blind);
});

test('a value means the same, whatever it is', () => {
	const plain = new Database(':memory:');
	plain.exec('CREATE TABLE t (number INTEGER, text TEXT, part REAL, bytes BLOB) STRICT');
	const values = [1, '1', 1.5, null, Buffer.from('1'), 9_007_199_254_740_993n, 'ä', '-'];
	const blind = plannedOnce(new Database(':memory:'));
	blind.exec('CREATE TABLE t (number INTEGER, text TEXT, part REAL, bytes BLOB) STRICT');
	for (const db of [plain, blind]) {
		db.prepare('INSERT INTO t VALUES (?, ?, ?, ?)').run(1, '1', 1.5, Buffer.from('1'));
		db.prepare('INSERT INTO t VALUES (?, ?, ?, ?)').run(9_007_199_254_740_993n, 'ä', 0, null);
	}
	for (const column of ['number', 'text', 'part', 'bytes'])
		for (const value of values)
			for (const how of ['=', 'IS', '<=']) {
				const sql = `SELECT rowid FROM t WHERE ${column} ${how} ? ORDER BY rowid LIMIT ?`;
				const seen = blind.prepare(sql).all(value, 5);
				expect(seen, `${sql} with ${String(value)}`).toEqual(plain.prepare(sql).all(value, 5));
			}
	blind.prepare('UPDATE t SET text = ? WHERE number = ?').run('7', 1);
	expect(blind.prepare('SELECT text FROM t WHERE number = ?').pluck().get(1)).toBe('7');
});
