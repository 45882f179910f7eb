import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { atOnce } from '../../src/store/at-once.ts';
import { testFolder } from '../store.ts';

function connections() {
	const file = `${testFolder()}/x.db`;
	const writer = new Database(file);
	writer.exec("PRAGMA journal_mode = WAL; CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('before')");
	const reader = new Database(file);
	reader.pragma('query_only = ON');
	return { writer, reader };
}

test('what is read at once is of one moment, whatever is committed between', () => {
	const { writer, reader } = connections();
	const one = reader.prepare('SELECT a FROM t').pluck();
	const twice = atOnce(reader, (commit: () => void) => {
		const first = one.get();
		commit();
		return [first, one.get()];
	});
	expect(twice(() => writer.exec("UPDATE t SET a = 'after'"))).toEqual(['before', 'before']);
	expect(twice(() => {})).toEqual(['after', 'after']);
});

test('what fails leaves nothing open, and who writes sees what they have written', () => {
	const { writer, reader } = connections();
	const failing = atOnce(reader, () => {
		throw new Error('no');
	});
	expect(failing).toThrow('no');
	expect(reader.inTransaction).toBe(false);
	const read = atOnce(writer, () => writer.prepare('SELECT a FROM t').pluck().get());
	writer.exec("BEGIN; UPDATE t SET a = 'mine'");
	expect(read()).toBe('mine');
	expect(writer.inTransaction).toBe(true);
	writer.exec('ROLLBACK');
	expect(read()).toBe('before');
});
