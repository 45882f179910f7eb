import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { checkStore } from '../../src/cli/check.ts';
import { activity, NOW, organisation, publish, testStore, venue } from '../store.ts';

const weekly = { start: '2026-03-03T18:00', minutes: 60, rule: 'FREQ=WEEKLY;BYDAY=TU' };

async function filled() {
	const store = await testStore();
	await publish(store, organisation(), venue({ keeper: 1 }), activity({ venue: 2, schedules: [weekly] }));
	const damage = (sql: string) => {
		const file = new Database(join(store.folder, 'samlas.db'));
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
