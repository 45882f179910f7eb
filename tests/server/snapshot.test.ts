import { appendFileSync, copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IndexRow } from '../../src/domain/face.ts';
import { everything, type Query } from '../../src/domain/query.ts';
import { createFinder } from '../../src/finder/finder.ts';
import { SearchIndex } from '../../src/finder/search-index.ts';
import { SnapshotFile } from '../../src/server/snapshot.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { anyRow, rowsOf } from '../finder/invented.ts';
import { NOW, organisation, publish, testFolder, testStore, venue } from '../store.ts';

const towns = new Map([['1380', 'Halmstad']]);
const questions: Partial<Query>[] = [
	{},
	{ q: 'schack' },
	{ q: 'halmstd björkhult' },
	{ kind: ['activity'], when: 'week', weekday: ['tue', 'thu'] },
	{ near: { lon: 12.5, lat: 56.8 }, radius: 60, sort: 'distance' },
	{ bbox: [12, 56.2, 12.8, 57], sort: 'name' },
	{ audience: ['women'], free: true },
];
const answers = (index: SearchIndex) => questions.map((one) => index.search({ ...everything, ...one }, NOW));

test('what was written down answers as before, and goes on as one that never rested', () => {
	fc.assert(
		fc.property(
			fc.array(anyRow, { minLength: 1, maxLength: 60 }).map(rowsOf),
			fc.array(fc.tuple(fc.nat(80), fc.option(anyRow, { nil: null })), { maxLength: 60 }),
			(rows, edits) => {
				const index = new SearchIndex(towns);
				for (const row of rows) index.put(row);
				const awake = new SearchIndex(towns);
				awake.thaw(deserialize(serialize(index.freeze())));
				expect(answers(awake)).toEqual(answers(index));
				for (const [id, edit] of edits) {
					const row = edit && ({ ...rowsOf([edit])[0]!, id: id + 1 } as IndexRow);
					for (const one of [index, awake]) row ? one.put(row) : one.drop(id + 1);
				}
				expect(answers(awake)).toEqual(answers(index));
			},
		),
		{ numRuns: 60 },
	);
});

/** A snapshot that can be told from what the store holds: it has an entry that nobody has. */
async function saved(store: Store, program = 'v1') {
	const index = new SearchIndex(towns);
	for await (const rows of store.indexRows.all()) for (const row of rows) index.put(row);
	const [ghost] = rowsOf(fc.sample(anyRow, { numRuns: 1, seed: 1 }));
	index.put({ ...ghost!, id: 999, name: 'Gengångarna' });
	await new SnapshotFile(store, program).save({ sequence: await store.changes.newest(), index: index.freeze() });
	return { store, file: join(store.folder, 'finder.snapshot') };
}

async function finds(store: Store, q: string, program = 'v1'): Promise<boolean> {
	const finder = await createFinder(store, new SnapshotFile(store, program));
	const { total } = finder.search({ ...everything, q }, NOW);
	finder.close();
	return total > 0;
}

async function many(): Promise<Store> {
	const store = await testStore();
	await publish(store, ...Array.from({ length: 20 }, (_, n) => organisation({ name: `Förening ${n}` })));
	return store;
}

test('a snapshot is used at the next start, and what changed since is taken up', async () => {
	const { store } = await saved(await many());
	await publish(store, venue({ name: 'Solviks bygdegård' }));
	expect([await finds(store, 'gengångarna'), await finds(store, 'solvik')]).toEqual([true, true]);
});

test('when much has changed, the index is built anew', async () => {
	const { store } = await saved(await many());
	await publish(store, ...Array.from({ length: 10 }, (_, n) => venue({ name: `Sal ${n}` })));
	expect(await finds(store, 'gengångarna')).toBe(false);
});

test('a newer program builds anew', async () => {
	const { store } = await saved(await many());
	expect(await finds(store, 'gengångarna', 'v2')).toBe(false);
	expect(await finds(store, 'förening', 'v2')).toBe(true);
});

test.each([
	['cut short', (file: string) => truncateSync(file, 1000)],
	['empty', (file: string) => truncateSync(file, 0)],
	['longer than it was', (file: string) => appendFileSync(file, 'x')],
	['with one byte changed', (file: string) => writeFileSync(file, readFileSync(file).fill(7, 500, 501))],
	['of another kind', (file: string) => writeFileSync(file, 'hej')],
])('a file that is %s is not used', async (_name, harm) => {
	const { store, file } = await saved(await many());
	harm(file);
	expect(await finds(store, 'gengångarna')).toBe(false);
	expect(await finds(store, 'förening')).toBe(true);
});

test('a store restored from an older copy does not take a newer snapshot', async () => {
	const { store } = await saved(await many());
	const copy = join(testFolder(), 'copy.db');
	await store.backup(copy);
	await publish(store, venue({ name: 'Solviks bygdegård' }));
	await saved(store);
	store.close();
	for (const end of ['', '-wal', '-shm']) writeFileSync(join(store.folder, `samlas.db${end}`), '');
	copyFileSync(copy, join(store.folder, 'samlas.db'));
	const restored = await openStore(store.folder);
	expect(await finds(restored, 'solvik')).toBe(false);
	expect(await finds(restored, 'gengångarna')).toBe(false);
	restored.close();
});
