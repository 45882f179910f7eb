import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { checkStore } from '../../src/cli/check.ts';
import { openStore } from '../../src/store/open.ts';
import { activity, NOW, organisation, publish, testStore, venue } from '../store.ts';

const weekly = { start: '2026-03-03T18:00', minutes: 60, rule: 'FREQ=WEEKLY;BYDAY=TU' };

/** Fills a page of a file with what means nothing. */
function spoil(file: string, page: number): void {
	const handle = openSync(file, 'r+');
	writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, (page - 1) * 4096);
	closeSync(handle);
}

async function filled() {
	const store = await testStore();
	await publish(store, organisation(), venue({ keeper: 1 }), activity({ venue: 2, schedules: [weekly] }));
	const damage = (sql: string) => {
		const file = new Database(join(store.folder, 'samlas.db'));
		file.unsafeMode();
		file.pragma('foreign_keys = OFF');
		file.exec(sql);
		file.close();
	};
	return { store, damage, check: async () => (await checkStore(store, NOW)).map(({ what }) => what) };
}

test('a store that is well has no findings', async () => {
	const { check } = await filled();
	expect(await check()).toEqual([]);
});

test.each([
	['a venue whose keeper is gone', 'DELETE FROM organisations WHERE id = 1', 'orphan'],
	['an entry without what its kind has', 'DELETE FROM venues WHERE id = 2', 'orphan'],
	['a theme of no entry', "INSERT INTO listing_themes VALUES (99, 'chess')", 'orphan'],
	['a time that no schedule makes', 'INSERT INTO occurrences VALUES (3, 1772700000, 1772703600)', 'occurrences'],
	[
		'a time that is missing',
		'DELETE FROM occurrences WHERE start = (SELECT max(start) FROM occurrences)',
		'occurrences',
	],
])('%s is found', async (_name, sql, what) => {
	const { damage, check } = await filled();
	damage(sql);
	expect(await check()).toContain(what);
});

test.each(['listings_municipality', 'listings', 'occurrences', 'sqlite_autoindex_listings_1'])(
	'a spoilt page of %s is found, and the look goes on',
	async (name) => {
		const { store } = await filled();
		const file = new Database(join(store.folder, 'samlas.db'));
		const page = file.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(name) as number;
		file.pragma('wal_checkpoint(TRUNCATE)');
		file.close();
		spoil(join(store.folder, 'samlas.db'), page);
		const opened = await openStore(store.folder);
		expect((await checkStore(opened, NOW)).map(({ what }) => what)).toContain('damaged');
		opened.close();
	},
);

test('an index that lacks an entry of its table is found', async () => {
	const { damage, check } = await filled();
	// The index is hidden while the row changes, and put back as it was.
	damage(`PRAGMA writable_schema = ON;
		CREATE TEMP TABLE hidden AS SELECT * FROM sqlite_master WHERE name = 'listings_municipality';
		DELETE FROM sqlite_master WHERE name = 'listings_municipality';
		PRAGMA writable_schema = RESET;
		UPDATE listings SET municipality = '0180' WHERE id = 1;
		PRAGMA writable_schema = ON;
		INSERT INTO sqlite_master SELECT * FROM hidden;`);
	expect(await check()).toContain('damaged');
});
