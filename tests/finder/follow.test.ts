import { expect, test } from 'vitest';
import { everything } from '../../src/domain/query.ts';
import { createFinder } from '../../src/finder/finder.ts';
import { createPlaces, withPlace } from '../../src/finder/places.ts';
import { openStore } from '../../src/store/open.ts';
import { activity, NOW, organisation, publish, testStore, venue } from '../store.ts';

const ids = (finder: Awaited<ReturnType<typeof createFinder>>, q: string) =>
	finder.search({ ...everything, q }, NOW).hits.map(({ id }) => id);

test('the finder follows what is written, here and by another process', async () => {
	const store = await testStore();
	const [hall] = await publish(store, venue({ name: 'Solviks bygdegård', locality: 'Oskarström' }));
	const finder = await createFinder(store);
	expect(ids(finder, 'solvik')).toEqual([hall]);

	const [meeting] = await publish(
		store,
		activity({ name: 'Bokträff', venue: hall!, schedules: [{ start: '2026-03-05T18:00', minutes: 60 }] }),
	);
	expect(ids(finder, 'bokträff')).toEqual([]);
	await finder.follow();
	expect(ids(finder, 'bokträff')).toEqual([meeting]);

	// The activity is found by the name of its venue, also when that changes.
	await store.transaction((tx) => tx.listings.replace(hall!, venue({ name: 'Rosendals bystuga' }), NOW));
	await finder.follow();
	expect(ids(finder, 'rosendal').sort()).toEqual([hall, meeting].sort());
	expect(ids(finder, 'solvik')).toEqual([]);

	const other = await openStore(store.folder);
	const [club] = await publish(other, organisation({ name: 'Långt bort IF' }));
	await other.transaction((tx) => tx.listings.archive(hall!, 'gone', NOW));
	other.close();
	await finder.follow();
	expect(ids(finder, 'långt bort')).toEqual([club]);
	expect(ids(finder, 'rosendal')).toEqual([]);
	expect(finder.size).toBe(2);
});

test('an activity forgets the name of an organisation that is erased', async () => {
	const store = await testStore();
	const [club] = await publish(store, organisation({ name: 'Solviks schackvänner' }));
	const [meeting] = await publish(store, activity({ name: 'Spelkväll', organisation: club! }));
	const finder = await createFinder(store);
	expect(ids(finder, 'solvik').sort()).toEqual([club, meeting].sort());
	await store.transaction((tx) => tx.listings.erase(club!));
	await finder.follow();
	expect(ids(finder, 'solvik')).toEqual([]);
	expect(ids(finder, 'spelkväll')).toEqual([meeting]);
});

const places = createPlaces();

test.each([
	['Oskarström', 'Oskarström', 'locality', '1380'],
	['oskarstrom', 'Oskarström', 'locality', '1380'],
	['OSKARSTRÖM', 'Oskarström', 'locality', '1380'],
	['Halmstad', 'Halmstad', 'locality', '1380'],
	['Halmstads kommun', 'Halmstads kommun', 'municipality', '1380'],
	['1380', 'Halmstads kommun', 'municipality', '1380'],
	['Holm, Halmstad', 'Holm', 'locality', '1380'],
	['Hoting', 'Hoting', 'locality', '2313'],
])('%s is the place %s', (text, name, kind, code) => {
	expect(places.find(text)).toMatchObject({ name, kind, municipality: { code } });
});

test.each([['Ingenstansby'], [''], ['   '], ['Holm, Ingenstans'], ['%'], ['x'.repeat(120)]])(
	'"%s" is no place',
	(text) => {
		expect(places.find(text)?.name ?? null).toSatisfy((name) => name === null || name === 'Holm');
	},
);

test('a place becomes a point, a municipality a filter, and an unknown place is said to be so', () => {
	expect(withPlace({ ...everything, place: 'Oskarström' }, places)).toMatchObject({
		query: { sort: 'distance', near: { lon: 12.96667, lat: 56.8 } },
	});
	expect(withPlace({ ...everything, place: '1380' }, places).query.municipality).toEqual(['1380']);
	expect(withPlace({ ...everything, place: '1380', radius: 20 }, places).query).toMatchObject({
		municipality: [],
		near: { lon: expect.any(Number), lat: expect.any(Number) },
	});
	expect(withPlace({ ...everything, place: 'Ingenstansby' }, places)).toMatchObject({
		unknownPlace: true,
		query: { near: null },
	});
	expect(places.suggest('osk').map(({ name }) => name)).toContain('Oskarström');
});
