import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Listing, ListingSchema } from '../../src/domain/listing.ts';
import { accessFacts, audiences, equipment, languages, precisions, venueKinds } from '../../src/domain/taxonomies.ts';
import { type Theme, themes } from '../../src/domain/theme.ts';
import { activity, NOW, organisation, publish, testFolder, testStore, venue } from '../store.ts';

/** An entry as a value, its lists and texts in one order. */
function canonical(listing: Record<string, unknown>): unknown {
	const { id, slug, createdAt, updatedAt, publishedAt, archivedAt, mergedInto, ...rest } = listing;
	return JSON.parse(JSON.stringify(rest), (_key, value) => {
		if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return [...value].sort();
		if (value && typeof value === 'object' && !Array.isArray(value))
			return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)));
		return value;
	});
}

const word = fc
	.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
	.filter((text) => text.trim().length > 0 && text.trim().length < 100);
const some = <T>(list: readonly T[]) => fc.uniqueArray(fc.constantFrom(...list), { maxLength: 4 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const position = fc.record({
	lon: fc.double({ min: 10, max: 24, noNaN: true }),
	lat: fc.double({ min: 55, max: 69, noNaN: true }),
	precision: fc.constantFrom(...precisions),
});
const access = fc.dictionary(fc.constantFrom(...accessFacts), fc.oneof(fc.boolean(), fc.nat(500)));
const anyListing = fc.record({
	kind: fc.constantFrom('organisation', 'venue'),
	name: word,
	municipality: fc.constantFrom('1380', '0180', '2283'),
	locality: maybe(word),
	keywords: fc.uniqueArray(
		word.map((text) => text.trim()),
		{ maxLength: 4 },
	),
	position: maybe(position),
	themes: some(themes) as fc.Arbitrary<Theme[]>,
	audiences: some(audiences),
	languages: some(languages),
	ages: maybe(fc.tuple(fc.nat(60), fc.nat(60)).map(([min, more]) => ({ min, max: min + more }))),
	texts: fc.dictionary(fc.constantFrom(...languages), fc.record({ name: maybe(word), description: maybe(word) })),
	venueKind: fc.constantFrom(...venueKinds),
	equipment: some(equipment),
	access,
	rooms: fc.array(fc.record({ name: word, seats: maybe(fc.nat(400)), equipment: some(equipment), access }), {
		maxLength: 4,
	}),
	dormant: fc.boolean(),
});

test('the newest come first; what one import published is spread over it', async () => {
	const store = await testStore();
	const ids = await publish(store, ...Array.from({ length: 200 }, (_, n) => organisation({ name: `Förening ${n}` })));
	const [last] = await store.transaction(async (tx) => [
		await tx.listings.create(organisation({ name: 'Den nyaste' }), { at: NOW + 10, publish: true }),
	]);
	const newest = (await store.faces.newest(null, 'sv', 21)).map(({ id }) => id);
	expect(newest[0]).toBe(last);
	// Twenty of two hundred: from every quarter of them.
	const quarters = new Set(newest.slice(1).map((id) => Math.floor(ids.indexOf(id) / 50)));
	expect([...quarters].sort()).toEqual([0, 1, 2, 3]);
	expect((await store.faces.newest('1380', 'sv', 21)).map(({ id }) => id)).toEqual(newest);
	expect(await store.faces.newest('0180', 'sv', 21)).toEqual([]);
	const plan = new Database(join(store.folder, 'samlas.db'), { readonly: true });
	const steps = plan
		.prepare(`EXPLAIN QUERY PLAN SELECT l.id FROM listings l WHERE l.published_at IS NOT NULL AND l.archived_at IS NULL
			AND l.merged_into IS NULL AND l.kind = 'organisation'
			ORDER BY l.published_at DESC, (l.id * 2654435761 & 4294967295) LIMIT 20`)
		.all() as { detail: string }[];
	plan.close();
	expect(steps.map(({ detail }) => detail)).toEqual([expect.stringContaining('listings_newest')]);
});

test('what is written is read back, whatever it is', async () => {
	const store = await testStore();
	await fc.assert(
		fc.asyncProperty(anyListing, anyListing, async (first, second) => {
			const one = ListingSchema.parse(first) as Listing;
			const other = ListingSchema.parse({ ...second, kind: first.kind }) as Listing;
			const id = await store.transaction((tx) => tx.listings.create(one, { at: NOW }));
			expect(canonical((await store.listings.get(id))!)).toEqual(canonical(one));
			await store.transaction((tx) => tx.listings.replace(id, other, NOW + 1));
			expect(canonical((await store.listings.get(id))!)).toEqual(canonical(other));
		}),
		{ numRuns: 60 },
	);
	expect(await store.check.orphans()).toEqual([]);
});

test('a new name gives a new address, and the old one leads to it for ever', async () => {
	const store = await testStore();
	const [id] = await publish(store, organisation({ name: 'Åsa & Önas IF' }));
	await store.transaction((tx) => tx.listings.replace(id!, organisation({ name: 'Önas Idrottsförening' }), NOW));
	expect(await store.listings.bySlug('organisation', 'asa-onas-if')).toMatchObject({
		moved: { slug: 'onas-idrottsforening' },
	});
	const [other] = await publish(store, organisation({ name: 'Åsa & Önas IF' }));
	expect((await store.listings.get(other!))!.slug).toBe('asa-onas-if-1380');
	await store.transaction((tx) => tx.listings.replace(id!, organisation({ name: 'Åsa & Önas IF' }), NOW));
	expect((await store.listings.get(id!))!.slug).toBe('asa-onas-if');
});

test.each([
	['a district is finer than its town', { locality: 'Andersberg', postTown: 'Halmstad' }, 'Halmstad', 'locality'],
	['a settlement is what may be told', { locality: 'OSKARSTRÖM' }, 'Oskarström', 'locality'],
	['what is no settlement tells the municipality', { locality: 'Andersberg' }, null, 'municipality'],
])('of a masked address: %s', async (_what, given, locality, precision) => {
	const store = await testStore();
	const [id] = await publish(store, organisation({ masked: true, areas: ['Nyhem'], ...given }));
	expect(await store.listings.get(id!)).toMatchObject({ locality, areas: [], position: { precision } });
});

test('a masked activity names no venue, and what happens at a masked venue is masked with it', async () => {
	const store = await testStore();
	const address = {
		street: 'Storgatan 1',
		postcode: '31331',
		locality: 'Oskarström',
		position: { lon: 12.9712, lat: 56.8034, precision: 'exact' as const },
	};
	const [open, hidden] = await publish(store, venue(address), venue({ name: 'Huset', masked: true, ...address }));
	const [secret, guest, late] = await publish(
		store,
		activity({ name: 'Stödgrupp', masked: true, venue: open!, ...address }),
		activity({ name: 'Samtal', venue: hidden!, ...address }),
		activity({ name: 'Kör', venue: open!, ...address }),
	);
	expect(await store.listings.get(secret!)).toMatchObject({ venue: null, street: null });
	expect(await store.listings.get(guest!)).toMatchObject({ street: null, postcode: null, position: null });
	await store.transaction((tx) => tx.listings.replace(open!, venue({ masked: true, ...address }), NOW + 1));
	expect(await store.listings.get(late!)).toMatchObject({ street: null, postcode: null, position: null });
	const faces = await store.faces.byIds([secret!, guest!, late!, open!, hidden!], 'sv');
	expect(faces.map(({ street, position }) => [street, position?.precision])).toEqual(
		faces.map(() => [null, 'locality']),
	);
	const rows = await store.indexRows.byIds([secret!, guest!, late!, open!, hidden!]);
	expect(rows.map(({ position }) => position?.precision)).toEqual(rows.map(() => 'locality'));
});

test('a masked address is nowhere in the store, not even in the file', async () => {
	const store = await testStore();
	const secret = {
		street: 'Hemligastigen 7',
		postcode: '30241',
		position: { lon: 12.91234567, lat: 56.71234567, precision: 'exact' as const },
	};
	const [id] = await publish(store, organisation({ masked: true, locality: 'Oskarström', ...secret }));
	const stored = (await store.listings.get(id!))!;
	expect(stored).toMatchObject({ street: null, postcode: null, position: { precision: 'locality' } });
	expect(JSON.stringify(await store.faces.byIds([id!], 'sv'))).not.toMatch(/Hemliga|12\.9123/);
	const copy = join(testFolder(), 'copy.db');
	await store.backup(copy);
	const raw = new Database(copy, { readonly: true });
	const dump = raw.prepare('SELECT * FROM listings').all();
	raw.close();
	expect(JSON.stringify(dump)).not.toMatch(/Hemliga|12\.9123|30241/);
});

test('only what is public leaves by faces and index rows', async () => {
	const store = await testStore();
	const [shown, archived] = await publish(store, venue(), venue({ name: 'Stängda salen' }));
	const draft = await store.transaction((tx) => tx.listings.create(venue({ name: 'Utkast' }), { at: NOW }));
	await store.transaction((tx) => tx.listings.archive(archived!, 'gone', NOW));
	const ids = [shown!, archived!, draft];
	expect((await store.faces.byIds(ids, 'sv')).map(({ id }) => id)).toEqual([shown]);
	expect((await store.indexRows.byIds(ids)).map(({ id }) => id)).toEqual([shown]);
	await store.transaction((tx) => tx.listings.restore(archived!, NOW));
	expect(await store.faces.byIds(ids, 'sv')).toHaveLength(2);
});

test('a room without a step does not make the house step-free; its hearing loop is one to come for', async () => {
	const store = await testStore();
	const rooms = [{ name: 'Symaskinsrummet', access: { step_free_entrance: true, lift: true, hearing_loop: true } }];
	const [inside] = await publish(store, venue({ rooms, access: { accessible_toilet: true, door_width_cm: 79 } }));
	const [house] = await publish(
		store,
		venue({ name: 'Villan', rooms, access: { step_free_entrance: true, ramp: false, door_width_cm: 80 } }),
	);
	const facts = new Map((await store.indexRows.byIds([inside!, house!])).map(({ id, access }) => [id, access.sort()]));
	expect(facts.get(inside!)).toEqual(['accessible_toilet', 'hearing_loop']);
	expect(facts.get(house!)).toEqual(['door_width_cm', 'hearing_loop', 'step_free_entrance']);
	const faces = await store.faces.byIds([inside!, house!], 'sv');
	expect(faces.map(({ access }) => access.sort())).toEqual([facts.get(inside!), facts.get(house!)]);
});

test('a failed transaction leaves nothing, and those after it go on', async () => {
	const store = await testStore();
	const failing = store.transaction(async (tx) => {
		await tx.listings.create(organisation(), { at: NOW, publish: true });
		throw new Error('stopped');
	});
	const next = store.transaction((tx) => tx.listings.create(venue(), { at: NOW, publish: true }));
	await expect(failing).rejects.toThrow('stopped');
	expect((await store.listings.get(await next))!.kind).toBe('venue');
	expect(await store.municipalities.countsOf('1380', NOW)).toMatchObject([{ kind: 'venue', count: 1 }]);
});

test('two hundred writers at once: each sees the one before, none is lost', async () => {
	const store = await testStore();
	const add = () =>
		store.transaction(async (tx) => {
			const seen = Number((await tx.meta.get('count')) ?? 0);
			await new Promise((resolve) => setImmediate(resolve));
			await tx.meta.set('count', String(seen + 1));
		});
	await Promise.all(Array.from({ length: 200 }, add));
	expect(await store.meta.get('count')).toBe('200');
});

test('a backup taken while entries are written is whole', async () => {
	const store = await testStore();
	const file = join(testFolder(), 'backup.db');
	const writing = (async () => {
		for (let n = 0; n < 60; n++)
			await publish(store, organisation({ name: `Nummer ${n}` }), activity({ name: `Träff ${n}` }));
	})();
	await Promise.all([writing, store.backup(file)]);
	expect(existsSync(file)).toBe(true);
	const copy = new Database(file, { readonly: true });
	expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
	const counts = copy.prepare('SELECT kind, count(*) AS n FROM listings GROUP BY kind').all() as { n: number }[];
	expect(new Set(counts.map(({ n }) => n)).size).toBeLessThanOrEqual(1);
	copy.close();
});
