import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { activity, NOW, organisation, publish, testStore, venue } from '../store.ts';

test('a face is read anew as soon as anything of it has changed, whoever changed it', async () => {
	const store = await testStore();
	const [host, hall, evening] = await publish(
		store,
		organisation({ name: 'Ljungåsa Schackvänner' }),
		venue({ name: 'Ljungåsa bygdegård' }),
		activity({ name: 'Schackkväll', organisation: 1, venue: 2 }),
	);
	const faces = () => store.faces.byIds([evening!, hall!, host!], 'sv');
	expect((await faces()).map(({ name }) => name)).toEqual([
		'Schackkväll',
		'Ljungåsa bygdegård',
		'Ljungåsa Schackvänner',
	]);

	await store.transaction((tx) => tx.listings.replace(host!, organisation({ name: 'Ljungåsa Schackklubb' }), NOW));
	expect((await faces())[0]!.host?.name).toBe('Ljungåsa Schackklubb');

	const other = await openStore(store.folder);
	await other.transaction((tx) => tx.listings.archive(hall!, 'gone', NOW));
	other.close();
	const left = await faces();
	expect(left.map(({ id }) => id)).toEqual([evening, host]);
	expect(left[0]!.at).toBeNull();
});

test('who writes sees what is written before it is committed', async () => {
	const store = await testStore();
	const [id] = await publish(store, organisation({ name: 'Före' }));
	await store.transaction(async (tx) => {
		expect((await tx.faces.byIds([id!], 'sv'))[0]!.name).toBe('Före');
		await tx.listings.replace(id!, organisation({ name: 'Efter' }), NOW);
		expect((await tx.faces.byIds([id!], 'sv'))[0]!.name).toBe('Efter');
		expect((await store.faces.byIds([id!], 'sv'))[0]!.name).toBe('Före');
	});
	expect((await store.faces.byIds([id!], 'sv'))[0]!.name).toBe('Efter');
});

test('each language has faces of its own, and the same one is asked for twice', async () => {
	const store = await testStore();
	const [id] = await publish(store, activity({ name: 'Schackkväll', texts: { en: { name: 'Chess night' } } }));
	for (let time = 0; time < 2; time++) {
		expect((await store.faces.byIds([id!, id!], 'sv')).map(({ name }) => name)).toEqual(['Schackkväll', 'Schackkväll']);
		expect((await store.faces.byIds([id!], 'en'))[0]!.name).toBe('Chess night');
	}
});

test('more faces than are kept are all read, whatever their order', async () => {
	const store = await testStore();
	const count = 6500;
	const ids = await publish(
		store,
		...Array.from({ length: count }, (_, place) => organisation({ name: `Klubb ${place}` })),
	);
	for (const asked of [ids, ids.toReversed(), ids.slice(0, 50), ids]) {
		const faces = await store.faces.byIds(asked, 'sv');
		expect(faces.map(({ id }) => id)).toEqual(asked);
		expect(faces.map(({ name }) => name)).toEqual(asked.map((id) => `Klubb ${ids.indexOf(id)}`));
	}
});
