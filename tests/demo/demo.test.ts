import { expect, test } from 'vitest';
import { removeDemo, seedDemo } from '../../db/demo/index.ts';
import { openStore } from '../../src/store/open.ts';
import { NOW, organisation, publish, testStore } from '../store.ts';

test('it comes whole and goes whole: what is real stays, and nothing else', async () => {
	const store = await testStore();
	expect(await store.municipalities.invented()).toBe('none');
	const [real] = await publish(store, organisation({ name: 'En riktig förening' }));
	const seen: number[] = [];
	const { count } = await seedDemo(store, { now: NOW, seed: 7, onProgress: (done, total) => seen.push(done / total) });
	expect(seen.at(-1)).toBe(1);
	expect(await store.demo.ids()).toHaveLength(count);
	expect(await store.municipalities.invented()).toBe('some');
	expect(JSON.parse((await store.meta.get('demo'))!)).toMatchObject({ seed: 7, scale: 'normal' });
	expect(await store.check.orphans()).toEqual([]);
	expect(await store.check.occurrences()).toEqual([]);
	expect((await store.occurrences.within(NOW, NOW + 7 * 86_400)).length).toBeGreaterThan(1000);

	const before = await store.changes.newest();
	expect(await removeDemo(store)).toBe(count);
	expect(await store.changes.newest()).toBe(before + count);
	expect(await store.municipalities.invented()).toBe('none');
	expect(await store.meta.get('demo')).toBeNull();
	expect(await store.municipalities.addresses()).toHaveLength(1);
	expect(await store.listings.get(real!)).toMatchObject({ name: 'En riktig förening' });
	expect(await store.occurrences.within(0, NOW * 2)).toEqual([]);
	expect(await store.check.orphans()).toEqual([]);
}, 60_000);

test('two processes that start at once in an empty folder fill it once', async () => {
	const store = await testStore();
	const other = await openStore(store.folder);
	const both = await Promise.allSettled([store, other].map((one) => seedDemo(one, { now: NOW })));
	other.close();
	expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { key: 'demo.there' } });
}, 120_000);
