import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { diskOf } from '../../src/store/disk.ts';
import { testFolder } from '../store.ts';

/** A store of one table, and a disk that answers when it is told to. */
function slowDisk() {
	const file = join(testFolder(), 'samlas.db');
	const sqlite = new Database(file, { timeout: 0 });
	sqlite.pragma('journal_mode = WAL');
	sqlite.exec('CREATE TABLE words (word TEXT)');
	const asked: PromiseWithResolvers<void>[] = [];
	const sync = () => {
		asked.push(Promise.withResolvers());
		return asked.at(-1)!.promise;
	};
	const disk = diskOf(sqlite, `${file}-wal`, sync);
	const write = (word: string) => sqlite.prepare('INSERT INTO words VALUES (?)').run(word);
	return { sqlite, disk, asked, write };
}

test('what is committed while the disk is busy waits for the next time, all of it together', async () => {
	const { disk, asked } = slowDisk();
	const told: string[] = [];
	const tell = (name: string) => disk.reached().then(() => void told.push(name));
	const first = tell('first');
	await setImmediate();
	expect(asked).toHaveLength(1);
	const others = [tell('second'), tell('third')];
	await setImmediate();
	expect(asked).toHaveLength(1);
	asked[0]!.resolve();
	await first;
	await setImmediate();
	expect(told).toEqual(['first']);
	expect(asked).toHaveLength(2);
	asked[1]!.resolve();
	await Promise.all(others);
	expect(told).toEqual(['first', 'second', 'third']);
	expect(asked).toHaveLength(2);
});

test('after a failure nothing is written behind what may never have arrived', async () => {
	const { sqlite, disk, asked, write } = slowDisk();
	/** Pages that still stand beside the store's own file. */
	const beside = () => (sqlite.pragma('wal_checkpoint(PASSIVE)') as { log: number }[])[0]!.log;
	write('a');
	const refused = expect(disk.reached()).rejects.toMatchObject({ code: 'EIO' });
	await setImmediate();
	asked[0]!.reject(Object.assign(new Error('i/o error'), { code: 'EIO' }));
	await refused;
	// As long as somebody reads what was before, it can't be done, and nobody may write.
	const reader = new Database(sqlite.name, { readonly: true });
	reader.exec('BEGIN');
	reader.prepare('SELECT * FROM words').all();
	write('b');
	expect(() => disk.mend()).toThrow();
	reader.exec('COMMIT');
	disk.mend();
	expect(beside()).toBe(0);
	// Mended, it goes on as before.
	write('c');
	disk.mend();
	expect(beside()).toBeGreaterThan(0);
	const again = disk.reached();
	await setImmediate();
	asked[1]!.resolve();
	await again;
	reader.close();
});
