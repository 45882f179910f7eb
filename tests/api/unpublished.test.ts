import { expect, test } from 'vitest';
import { beginDraft } from '../../src/domain/draft.ts';
import { decideRegistration, sendIn } from '../../src/domain/registration.ts';
import { kinds } from '../../src/domain/taxonomies.ts';
import { testApi } from './api.ts';

/** What was sent in of each kind, and nobody has published: the word that must not be found stands in all of it. */
const SECRET = 'Hemlighetsfull';
const common = {
	municipality: ['1380'],
	locality: ['Oskarström'],
	street: [`${SECRET}gatan 1`],
	lon: ['12.97'],
	lat: ['56.80'],
	'texts.sv.description': [SECRET],
	'texts.en.name': [SECRET],
	homepage: ['hemlighetsfull.example'],
	email: ['hemlighetsfull@example.org'],
	themes: ['dogs'],
};
const own = {
	organisation: { organisationNumber: ['899999-0012'] },
	venue: { venueKind: ['library'] },
	activity: { organisation: ['1'], venue: ['2'] },
};

async function scene() {
	const { site, app } = await testApi();
	const { store, places } = site;
	const now = site.now();
	const person = await store.transaction((tx) => tx.people.known('anna@example.org', 'sv', now));
	const actor = (await store.people.actor(person))!;
	const sent: { registration: number; listing: number }[] = [];
	for (const kind of kinds) {
		const typed = { ...common, ...own[kind], name: [`${SECRET} ${kind}`], organisationNumber: [''] };
		const { id } = await beginDraft(store, { actor, device: undefined }, { kind, typed, done: [] }, now);
		await sendIn(store, actor, id, { note: SECRET }, { now, places });
		const { id: registration, listing } = (await store.registrations.byDraft(id))!;
		sent.push({ registration, listing: listing! });
	}
	await site.finder.follow();
	return { site, app, actor, sent };
}

const search = [
	'q=Hemlighetsfull',
	'theme=dogs',
	'venueKind=library',
	'near=12.97,56.80&radius=1',
	'municipality=1380',
];
const doors = [
	...search.flatMap((query) => [`listings?${query}`, `map?${query}`, `map.svg?${query}`]),
	...['suggest?q=Hemlighetsfull', 'suggest?q=Heml', 'places?q=Hemlighetsfull'],
	...['municipalities', 'municipalities/1380', 'openapi.json', 'health'],
	...['{id}', '{id}?lang=en', '{id}/calendar.ics', '{id}/occurrences'].map((path) => `listings/${path}`),
	// What names it: the association and the venue of the activity.
	...['listings/1', 'listings/2'],
];

test('what is not published is told by no door of the API', async () => {
	const { app, sent } = await scene();
	const before = (await app.inject('/api/v1/listings?municipality=1380')).json();
	for (const { listing } of sent)
		for (const door of doors) {
			const path = `/api/v1/${door.replace('{id}', String(listing))}`;
			const { statusCode, body } = await app.inject(path);
			expect(body, path).not.toMatch(/hemlighets/i);
			expect(statusCode, path).toBe(door.includes('{id}') ? 404 : 200);
		}
	expect(before.total).toBe(3);
	const tiles = Array.from({ length: 15 }, (_, z) => z).map((z) => {
		const x = Math.floor(((12.97 + 180) / 360) * 2 ** z);
		const sin = Math.sin((56.8 * Math.PI) / 180);
		const y = Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * 2 ** z);
		return `/api/v1/tiles/${z}/${x}/${y}.mvt?theme=dogs`;
	});
	for (const tile of tiles) expect((await app.inject(tile)).rawPayload.length, tile).toBe(0);
});

test('nor by what pages are made of: faces, the sitemap, counts, neighbours, known addresses, what is newest', async () => {
	const { site, sent } = await scene();
	const { store } = site;
	const ids = sent.map(({ listing }) => listing);
	const made = [
		await store.faces.byIds(ids, 'sv'),
		await store.faces.named(ids, 'sv'),
		await store.faces.ofHost(1, 'activity', 'sv'),
		await store.faces.atVenue(2, 'sv'),
		await store.faces.newest(null, 'sv'),
		await store.municipalities.addresses(),
		await store.municipalities.countsOf('1380', site.now()),
		await store.addresses.at('1380', 'Hemlighets', 9),
		await store.indexRows.byIds(ids),
		await store.duplicates.of('1380'),
	];
	expect(JSON.stringify(made)).not.toMatch(/hemlighets/i);
	expect(made[4]).toHaveLength(1);
});

test('published, every one of them tells it', async () => {
	const { site, app, actor, sent } = await scene();
	await site.store.transaction((tx) =>
		tx.people.give(actor.id, { role: 'operator', listing: null, municipality: null }, null, site.now()),
	);
	const operator = (await site.store.people.actor(actor.id))!;
	const letter = () => ({ kind: 'x', recipient: 'a@example.org', subject: '', text: '', html: '', usefulFor: 9 });
	for (const { registration } of sent)
		await decideRegistration(
			site.store,
			operator,
			registration,
			{ decision: 'published', turn: 1 },
			{ now: site.now(), letter },
		);
	await site.finder.follow();
	for (const query of search)
		expect((await app.inject(`/api/v1/listings?${query}`)).body, query).toMatch(/hemlighets/i);
	for (const { listing } of sent) expect((await app.inject(`/api/v1/listings/${listing}`)).statusCode).toBe(200);
	expect(await site.store.addresses.at('1380', 'Hemlighets', 9)).toHaveLength(1);
});
