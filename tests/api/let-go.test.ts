// An edit lets go of what is kept of one entry, and of those that tell of it: whatever is edited, every door tells what a door
// tells that has kept nothing.

import Fastify from 'fastify';
import { expect, onTestFinished, test, vi } from 'vitest';
import { chance } from '../../db/demo/chance.ts';
import { apiRoutes } from '../../src/api/index.ts';
import type { Listing } from '../../src/domain/listing.ts';
import { serverOptions } from '../../src/server/options.ts';
import type { Site } from '../../src/site.ts';
import { openStore, type Queries } from '../../src/store/open.ts';
import { testSite } from '../site.ts';
import { activity, NOW, organisation, venue } from '../store.ts';

const EDITS = 160;
/** After so many of them a door is opened that has kept nothing, which takes a while. */
const BETWEEN = 5;
const SEED = 7;
const YEAR = 365 * 86_400;

async function doorOf(site: Site) {
	const app = Fastify(serverOptions(site.config));
	await app.register(apiRoutes, { site });
	onTestFinished(() => app.close());
	return async (path: string) => {
		const { statusCode, body, headers } = await app.inject(path);
		return { statusCode, body, etag: headers.etag };
	};
}

const kinds = ['organisation', 'venue', 'activity'] as const;
type Known = Record<(typeof kinds)[number], number[]>;

/** Somebody says yes to being shown as a contact person, or takes it back. */
async function shown(tx: Queries, listing: number, now: number): Promise<void> {
	const [before] = await tx.contactPersons.of(listing);
	if (before) return tx.contactPersons.erase(before.id);
	const asked = { name: `Kontakt ${now}`, role: 'Kassör', email: null, phone: '070-1740605' };
	const letter = { listing, token: `${now}`, email: `kontakt${now}@example.org`, locale: 'sv' as const };
	const by = await tx.people.known('reviewer@example.org', 'sv', NOW);
	await tx.contactPersons.show(await tx.contactPersons.ask({ ...letter, asked, by, now }), NOW + YEAR, now);
}

/** Edits of every kind, by chance: also of what others name. */
function editor(seed: number, by: number) {
	const mine = chance(seed);
	let time = 0;
	/** What something was merged into is not erased. */
	const stays = new Set<number>();
	const some = (ids: number[]) => (ids.length && mine.whole(0, 3) > 0 ? mine.one(ids) : null);
	const name = (what: string) => `${what} ${mine.whole(1, 900)}`;
	const anything = (kind: keyof Known, known: Known): Listing => {
		const position = { lon: 12.9 + mine.whole(0, 9) / 100, lat: 56.7, precision: 'exact' as const };
		if (kind === 'organisation') return organisation({ name: name('Klubb'), position });
		const host = some(known.organisation);
		if (kind === 'venue')
			return venue({ name: name('Hus'), position, keeper: host, access: { lift: mine.whole(0, 1) > 0 } });
		return activity({ name: name('Kväll'), organisation: host, venue: some(known.venue) });
	};
	return async (tx: Queries, known: Known): Promise<void> => {
		const kind = mine.one(kinds);
		const at = NOW + ++time;
		const id = some(known[kind]);
		if (id === null) {
			known[kind].push(await tx.listings.create(anything(kind, known), { at, publish: mine.whole(0, 4) > 0 }));
			return;
		}
		const way = mine.whole(0, 11);
		if (way > 9) return shown(tx, id, at);
		if (way < 5) return tx.listings.replace(id, anything(kind, known), at);
		if (way === 5) return tx.listings.archive(id, 'gone', at);
		if (way === 6) return tx.listings.restore(id, at);
		if (way === 7) return tx.listings.publish(id, 'owner', at);
		const other = known[kind].find((one) => one !== id);
		if (other === undefined || stays.has(id)) return tx.listings.confirm(id, 'owner', at);
		known[kind] = known[kind].filter((one) => one !== id);
		if (way === 8) return tx.listings.erase(id);
		stays.add(other);
		await tx.merges.join({ kept: other, gone: id, by, at, changes: [], slugBefore: 'x', keeps: [] });
	};
}

test('after any edit all is told as by a door that has kept nothing', async () => {
	const site = await testSite([
		organisation({ name: 'Klubb 0' }),
		venue({ name: 'Hus 0' }),
		activity({ name: 'Kväll 0' }),
	]);
	const [organisations, venues, activities] = site.ids.map((id) => [id]) as [number[], number[], number[]];
	const known: Known = { organisation: organisations, venue: venues, activity: activities };
	const by = await site.store.transaction((tx) => tx.people.known('reviewer@example.org', 'sv', NOW));
	const edit = editor(SEED, by);
	const mine = chance(SEED + 1);
	const kept = await doorOf(site);
	for (let time = 0; time < EDITS; time++) {
		await site.store.transaction((tx) => edit(tx, known));
		if (mine.whole(0, 2) > 0) await site.finder.follow();
		const ids = Object.values(known).flat();
		const paths = [
			'/api/v1/listings?limit=100',
			'/api/v1/listings?limit=100&lang=en',
			'/api/v1/map?zoom=17',
			...ids.slice(-8).map((id) => `/api/v1/listings/${id}`),
		];
		const told = await Promise.all(paths.map(kept));
		if (time % BETWEEN > 0) continue;
		const store = await openStore(site.store.folder);
		const fresh = await doorOf({ ...site, store });
		expect(told, `after edit ${time}`).toEqual(await Promise.all(paths.map(fresh)));
		store.close();
	}
	expect(Math.min(...Object.values(known).map((ids) => ids.length))).toBeGreaterThan(2);
});

test('an edit has one entry read anew and lets the others stand', async () => {
	const site = await testSite([
		...Array.from({ length: 20 }, (_, place) => organisation({ name: `Klubb ${place}` })),
		venue({ name: 'Huset', keeper: 3 }),
		activity({ name: 'Kvällen', organisation: 3 }),
	]);
	const read = vi.spyOn(site.store.faces, 'read');
	const door = await doorOf(site);
	const asked = async () => {
		read.mockClear();
		await door('/api/v1/listings?limit=100');
		return read.mock.calls.flatMap(([ids]) => ids).sort((a, b) => a - b);
	};
	expect(await asked()).toEqual(site.ids);
	await site.store.transaction((tx) => tx.listings.replace(site.ids[5]!, organisation({ name: 'Klubb fem' }), NOW));
	expect(await asked()).toEqual([site.ids[5]]);
	await site.store.transaction((tx) => tx.listings.replace(site.ids[2]!, organisation({ name: 'Klubb två' }), NOW));
	// It, the venue that it keeps and the activity that it holds.
	expect(await asked()).toEqual([site.ids[2], site.ids[20], site.ids[21]]);
});

test('many edits at once let go of all', async () => {
	const site = await testSite(Array.from({ length: 3 }, (_, place) => organisation({ name: `Klubb ${place}` })));
	const door = await doorOf(site);
	await door('/api/v1/listings');
	await site.store.transaction(async (tx) => {
		for (let place = 0; place < 600; place++)
			await tx.listings.create(organisation({ name: `Ny ${place}` }), { at: NOW, publish: true });
		await tx.listings.replace(site.ids[0]!, organisation({ name: 'Klubb noll' }), NOW);
	});
	expect((await door(`/api/v1/listings/${site.ids[0]}`)).body).toContain('Klubb noll');
	expect((await door('/api/v1/listings?q=klubb')).body).toContain('Klubb noll');
});
