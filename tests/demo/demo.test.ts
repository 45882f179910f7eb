import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { removeDemo, seedDemo } from '../../db/demo/index.ts';
import { ListingSchema } from '../../src/domain/listing.ts';
import { personIn } from '../../src/domain/organisation-number.ts';
import { spanOf } from '../../src/domain/time.ts';
import type { Store } from '../../src/store/open.ts';
import { openStore } from '../../src/store/open.ts';
import { NOW, organisation, publish, testFolder, testStore } from '../store.ts';

async function all(store: Store) {
	const ids = await store.demo.ids();
	return Promise.all(ids.map(async (id) => (await store.listings.get(id))!));
}

test('an invented Sweden: the same from the same seed, in every municipality, and of nobody who exists', async () => {
	const store = await testStore();
	const { count } = await seedDemo(store, { now: NOW, seed: 7 });
	const listings = await all(store);
	expect(listings).toHaveLength(count);

	const other = await testStore();
	await seedDemo(other, { now: NOW + 3600, seed: 7 });
	const print = (entries: unknown) => createHash('sha256').update(JSON.stringify(entries)).digest('hex');
	expect(print(await all(other))).toBe(print(listings));

	const kindsIn = Map.groupBy(listings, ({ municipality }) => municipality);
	expect(kindsIn.size).toBe(290);
	for (const entries of kindsIn.values()) expect(new Set(entries.map(({ kind }) => kind)).size).toBe(3);
	for (const code of ['1380', '1480', '2283', '2313', '1270']) expect(kindsIn.get(code)!.length).toBeGreaterThan(200);

	for (const listing of listings) {
		expect(ListingSchema.safeParse(listing).success).toBe(true);
		expect(listing.email ?? 'a@b.example').toMatch(/\.example$/);
		expect(listing.homepage ?? 'https://b.example/').toMatch(/\.example\//);
		expect(listing.phone ?? '08-465 004 00').toMatch(
			/^(08-465 004 \d\d|031-390 06 \d\d|040-628 04 \d\d|070-174 06 (0[5-9]|[1-9]\d))$/,
		);
		expect(personIn(JSON.stringify([listing.name, listing.texts]))).toBe(false);
		expect(listing.kind === 'organisation' ? listing.organisationNumber : null).toBeNull();
	}
	expect(new Set(listings.filter(({ masked }) => masked).map(({ street }) => street))).toEqual(new Set([null]));
	expect(await store.check.orphans()).toEqual([]);
	expect(await store.check.occurrences()).toEqual([]);
});

test.each([
	['Christmas Eve', '2026-12-23T09:00Z'],
	['midsummer', '2026-06-18T09:00Z'],
	['the change to winter time', '2026-10-24T09:00Z'],
])('the coming week is alive in every dense place: %s', async (_name, date) => {
	const now = Date.parse(date) / 1000;
	const store = await openStore(testFolder());
	await store.transaction((tx) => tx.occurrences.roll(now));
	await seedDemo(store, { now });
	const { from, to } = spanOf('week', now);
	const active = new Set((await store.occurrences.within(from, to)).map(({ activity }) => activity));
	const byPlace = Map.groupBy(await all(store), ({ municipality }) => municipality);
	for (const code of ['1380', '1480', '2283', '2313', '1270'])
		expect(byPlace.get(code)!.filter(({ id }) => active.has(id)).length).toBeGreaterThan(30);
	store.close();
});

test('taking it away leaves what is real, and nothing else', async () => {
	const store = await testStore();
	const [real] = await publish(store, organisation({ name: 'En riktig förening' }));
	const { count } = await seedDemo(store, { now: NOW });
	expect(await store.municipalities.hasDemo()).toBe(true);
	expect(await removeDemo(store)).toBe(count);
	expect(await store.municipalities.hasDemo()).toBe(false);
	expect(await store.municipalities.addresses()).toHaveLength(1);
	expect(await store.listings.get(real!)).toMatchObject({ name: 'En riktig förening' });
	expect(await store.check.orphans()).toEqual([]);
});
