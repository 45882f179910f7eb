import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Invalid } from '#domain/errors.ts';
import { accessOf } from '#intake/osm/access.ts';
import { prepareOsm } from '#intake/osm/import.ts';
import { venueKindOf } from '#intake/osm/kinds.ts';
import { fetchOverpass, overpassQuery } from '#intake/osm/overpass.ts';
import { publishImport } from '#intake/publish.ts';
import type { Store } from '#store/open.ts';
import { published, withStore } from './helpers/store.ts';

const node = (id: number, tags: Record<string, string>, lon = 12.86) => ({ type: 'node', id, lat: 56.67, lon, tags });
const answer = (...elements: object[]) => Buffer.from(JSON.stringify({ version: 0.6, elements }, null, 1));

async function publish(store: Store, bytes: Uint8Array) {
	const plan = await prepareOsm({ store, bytes, fileName: 'osm.json', municipality: '1380' });
	await publishImport(store, plan);
	return plan;
}

describe('kinds of venues', () => {
	it.each([
		[{ amenity: 'library', name: 'Stadsbiblioteket' }, 'library'],
		[{ amenity: 'community_centre', name: 'Exempelby bygdegård' }, 'bygdegard'],
		[{ amenity: 'community_centre', name: 'Folkets Hus' }, 'folkets_hus'],
		[{ amenity: 'community_centre', name: 'Ordenshuset' }, 'ordenshus'],
		[{ amenity: 'community_centre', name: 'Byastugan' }, 'bystuga'],
		[{ amenity: 'community_centre', name: 'Träffen' }, 'community_centre'],
		[{ amenity: 'community_centre', religion: 'christian', name: 'Gården' }, 'faith_premises'],
		[{ amenity: 'community_centre', community_centre: 'youth_centre', name: 'Huset' }, 'youth_centre'],
		[{ amenity: 'social_centre', name: 'Träffpunkten' }, 'community_centre'],
		[{ building: 'parish_hall', name: 'Prästgården' }, 'faith_premises'],
		[{ amenity: 'place_of_worship', name: 'Exempelby kyrka' }, 'faith_premises'],
		[{ leisure: 'sports_centre', name: 'Arenan' }, 'sports_hall'],
		[{ leisure: 'sports_hall', name: 'Hallen' }, 'sports_hall'],
		[{ amenity: 'school', name: 'Exempelskolan' }, 'school'],
		[{ club: 'scout', name: 'Stugan' }, 'scout_hut'],
		[{ club: 'sport', name: 'Klubbstugan' }, 'club_house'],
		[{ building: 'clubhouse', name: 'Huset' }, 'club_house'],
		[{ tourism: 'museum', name: 'Exempelby hembygdsgård' }, 'hembygdsgard'],
		[{ shop: 'bakery', name: 'Bageriet' }, null],
		[{ amenity: 'bench' }, null],
	])('%j is %j', (tags, kind) => expect(venueKindOf(tags as Record<string, string>)).toBe(kind));
});

describe('accessibility', () => {
	it.each([
		[{ wheelchair: 'yes' }, { step_free_entrance: true }],
		[{ wheelchair: 'no' }, { step_free_entrance: false }],
		[{ wheelchair: 'limited' }, {}],
		[{}, {}],
		[
			{ 'toilets:wheelchair': 'yes', 'ramp:wheelchair': 'no' },
			{ accessible_toilet: true, ramp: false },
		],
		[{ 'door:width': '0.9' }, { door_width_cm: 90 }],
		[{ 'door:width': '85 cm' }, { door_width_cm: 85 }],
		[{ 'door:width': 'bred' }, {}],
		[
			{ hearing_loop: 'yes', tactile_paving: 'no' },
			{ hearing_loop: true, tactile_signs: false },
		],
		[
			{ 'capacity:wheelchair': '4', 'capacity:disabled': '2' },
			{ wheelchair_places: 4, accessible_parking: true },
		],
	])('%j is %j', (tags, facts) => expect(accessOf(tags as Record<string, string>)).toEqual(facts));
});

describe('an import from OpenStreetMap', () => {
	const hall = node(1, {
		amenity: 'community_centre',
		name: 'Exempelby bygdegård',
		'name:en': 'Exempelby village hall',
		'name:xx': 'Xx',
		'addr:street': 'Storgatan',
		'addr:housenumber': '1',
		'addr:postcode': '302 48',
		'addr:city': 'Halmstad',
		opening_hours: 'Mo-Fr 10:00-18:00; PH off',
		wheelchair: 'yes',
		capacity: '120',
		website: 'example.org',
		'contact:phone': '+46 70 174 06 05',
		'contact:email': 'anna.svensson@example.org;info@example.org',
		internet_access: 'wlan',
	});

	it('gives venues with all that is known, and who must be named', () =>
		withStore(async (store) => {
			await publish(store, answer(hall));
			expect(await published(store)).toMatchObject([
				{
					kind: 'venue',
					venueKind: 'bygdegard',
					name: 'Exempelby bygdegård',
					street: 'Storgatan 1',
					postcode: '30248',
					position: { lon: 12.86, lat: 56.67, precision: 'exact' },
					openingHours: 'Mo-Fr 10:00-18:00; PH off',
					access: { step_free_entrance: true },
					seats: 120,
					homepage: 'https://example.org/',
					phone: '070-174 06 05',
					email: 'info@example.org',
					equipment: ['wifi'],
					texts: { en: { name: 'Exempelby village hall', description: null } },
					attribution: '© OpenStreetMap contributors, ODbL 1.0',
				},
			]);
		}));

	it('an answer without places is refused, and archives nothing', () =>
		withStore(async (store) => {
			await publish(store, answer(hall));
			await expect(publish(store, answer())).rejects.toMatchObject({ fields: { file: 'no_places' } });
			expect(await published(store)).toHaveLength(1);
		}));

	it('skips the unnamed and what is no venue, reads ways by their centre, and warns of hours nobody can read', () =>
		withStore(async (store) => {
			const way = {
				type: 'way',
				id: 1,
				center: { lat: 56.66, lon: 12.87 },
				tags: { amenity: 'school', name: 'Skolan', opening_hours: 'ibland' },
			};
			const plan = await publish(
				store,
				answer(hall, way, node(2, { amenity: 'library' }), node(3, { shop: 'bakery', name: 'B' })),
			);
			expect([plan.skipped, plan.counts.rows, plan.counts.added, plan.counts.warnings]).toEqual([1, 2, 2, 1]);
			expect(plan.problems).toMatchObject([{ field: 'openingHours', reason: 'not_opening_hours', value: 'ibland' }]);
			expect((await published(store))[1]).toMatchObject({
				name: 'Skolan',
				openingHours: null,
				position: { lat: 56.66 },
			});
		}));

	it('knows a place by its id when it is renamed and moved, and does not touch the register of associations', () =>
		withStore(async (store) => {
			await publish(store, answer(hall));
			const again = await publish(
				store,
				answer({ ...hall, lat: 56.68, tags: { ...hall.tags, name: 'Nya bygdegården' } }),
			);
			expect(again.counts).toMatchObject({ added: 0, changed: 1, gone: 0 });
			expect(
				(await publish(store, answer({ ...hall, lat: 56.68, tags: { ...hall.tags, name: 'Nya bygdegården' } }))).counts
					.unchanged,
			).toBe(1);
			expect(await store.batches.register('1380', 'associations')).toBeUndefined();
		}));

	it.each([
		['other JSON', '{"rows":[]}'],
		['no JSON', '<osm/>'],
		['an answer that ran out of time', '{"elements":[],"remark":"runtime error: Query timed out"}'],
	])('%s is refused', (_, text) =>
		withStore(async (store) => {
			const input = { store, bytes: Buffer.from(text), fileName: 'x', municipality: '1380' };
			await expect(prepareOsm(input)).rejects.toMatchObject({ fields: { file: 'not_osm' } });
		}),
	);
});

describe('asking Overpass', () => {
	async function withServer<T>(
		answerWith: (body: string) => { status: number; text: string } | 'never',
		work: (url: string) => Promise<T>,
	) {
		const server = createServer((request, response) => {
			let body = '';
			request.on('data', (part) => (body += part));
			request.on('end', () => {
				const said = answerWith(body);
				if (said !== 'never') response.writeHead(said.status).end(said.text);
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		try {
			return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/interpreter`);
		} finally {
			server.closeAllConnections();
			server.close();
		}
	}

	it('sends the question for the municipality and gives the answer', async () => {
		let asked = '';
		const text = '{"elements":[]}';
		const bytes = await withServer(
			(body) => {
				asked = new URLSearchParams(body).get('data') ?? '';
				return { status: 200, text };
			},
			(url) => fetchOverpass(url, '1380'),
		);
		expect(Buffer.from(bytes).toString()).toBe(text);
		expect(asked).toBe(overpassQuery('1380'));
		expect(asked).toContain('"ref:scb"="1380"');
	});

	it.each([
		['an error', { status: 429, text: 'slow down' } as const],
		['silence', 'never' as const],
	])('%s is refused', async (_, said) => {
		await withServer(
			() => said,
			async (url) => {
				const failed = await fetchOverpass(url, '1380', 0.3).catch((reason: unknown) => reason);
				expect(failed).toBeInstanceOf(Invalid);
				expect((failed as Invalid).fields).toEqual({ file: 'overpass_failed' });
			},
		);
	});
});
