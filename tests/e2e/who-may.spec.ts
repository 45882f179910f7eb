import { type APIRequestContext, expect, test } from '@playwright/test';
import { ListingSchema } from '../../src/domain/listing.ts';
import type { RoleHeld } from '../../src/domain/permission.ts';
import { digest, randomToken } from '../../src/domain/secret.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { cellOf, type Line, roles, type Who, whoMay } from '../people/who-may.ts';

/** Two municipalities in which no other test does anything. */
const OWN = '2425';
const OTHER = '2418';
const kindOf = { forening: 'organisation', lokal: 'venue', aktivitet: 'activity' } as const;
type Segment = keyof typeof kindOf;

interface Place {
	/** The municipality's, in an address. */
	slug: string;
	/** Sent to somebody that nobody is. */
	invitation: number;
	entries: Record<Segment, { id: number; slug: string }>;
	/** The organisation that holds the activity. */
	host: number;
	revision: number;
	claim: number;
	/** Of an error, of a place that is missing, and a register that was handed in: all decided. */
	report: number;
	suggestion: number;
	upload: number;
	/** Of people and areas, dropped. */
	people: number;
	/** Somebody else's. */
	draft: number;
	registration: number;
	/** Two associations, and the merge of them that was taken back. */
	pair: string;
	merge: number;
}

const now = Math.floor(Date.now() / 1000);
let store: Store;
let own: Place;
let other: Place;

/** What lies in a municipality: an entry of each kind, a change that the entry has changed under, and a claim long decided. */
async function placeIn(municipality: string, request: APIRequestContext): Promise<Place> {
	const entryOf = async (kind: string) => {
		const { items } = await (
			await request.get(`/api/v1/listings?kind=${kind}&municipality=${municipality}&limit=1`)
		).json();
		return { id: items[0].id as number, slug: new URL(items[0].url).pathname.split('/')[2]! };
	};
	const entries = {
		forening: await entryOf('organisation'),
		lokal: await entryOf('venue'),
		aktivitet: await entryOf('activity'),
	};
	const listing = entries.forening.id;
	const activity = await store.listings.get(entries.aktivitet.id);
	const host = activity?.kind === 'activity' && activity.organisation;
	if (!host) throw new Error('the invented activity is held by nobody');
	return store.transaction(async (tx) => {
		// A worker that begins anew makes all of this anew.
		const person = await tx.people.known(`asker-${municipality}-${process.pid}@example.org`, 'sv', now);
		const changes = [{ field: 'homepage', before: 'https://never.example/', after: 'https://new.example/' }];
		const revision = await tx.revisions.add({ listing, municipality, person, changes, published: false }, now);
		const claim = { listing, municipality, person, way: 'reviewer', note: 'x', code: null, expiresAt: null } as const;
		await tx.claims.add({ ...claim, state: 'waiting', now });
		const { id } = (await tx.claims.of(person))[0]!;
		await tx.claims.decide(id, { state: 'declined', words: 'x', by: person, now });
		const told = { municipality, message: 'x', replyTo: null, locale: 'sv', follow: randomToken(), at: now } as const;
		const report = await tx.errorReports.add({ ...told, listing, what: 'other' });
		await tx.errorReports.decide(report, { state: 'mended', words: null, by: person, now });
		const suggestion = await tx.suggestions.add({ ...told, entryKind: 'venue', name: 'x', place: null });
		await tx.suggestions.decide(suggestion, { state: 'declined', listing: null, words: 'x', by: person, now });
		const handed = { municipality, person, fileName: 'r.csv', size: 1, token: crypto.randomUUID(), now };
		const upload = await tx.uploads.add(handed);
		await tx.uploads.move(upload, ['reading'], { state: 'dropped', now, token: null });
		const counted = { what: 'file', level: null, municipality, person, fileName: 'deso.csv', size: 1, now } as const;
		const people = await tx.peopleUploads.add({ ...counted, token: crypto.randomUUID() });
		await tx.peopleUploads.move(people, ['reading'], { state: 'dropped', now, token: null });
		const draft = await tx.drafts.add({ kind: 'organisation', device: null, person, typed: {}, done: [] }, now);
		const sent = { kind: 'organisation', name: 'x', note: null, municipality, person, listing, draft } as const;
		const registration = await tx.registrations.add(sent, now);
		await tx.registrations.decide(registration, { state: 'declined', words: 'x', by: person, now });
		const two = ListingSchema.parse({ kind: 'organisation', name: 'Provföreningen', municipality });
		const kept = await tx.listings.create(two, { at: now, publish: true });
		const gone = await tx.listings.create(two, { at: now, publish: true });
		const joined = { kept, gone, by: person, at: now, changes: [], slugBefore: '', keeps: [] };
		const merge = await tx.merges.join(joined);
		await tx.merges.part((await tx.merges.get(merge))!, person, now);
		const invitation = await tx.invitations.add({
			...{ email: `nobody-${process.pid}@example.org`, role: 'operator', listing: null, municipality: null },
			...{ by: person, now, expiresAt: now + 3600 },
		});
		const { slug } = (await tx.geography.municipalities()).find(({ code }) => code === municipality)!;
		return {
			...{ entries, host, revision, claim: id, draft, registration, report, suggestion, upload, people },
			...{ pair: `${kept}-${gone}`, merge, slug, invitation },
		};
	});
}

/** Makes somebody with a role in what is `own`, signed in; gives their cookie. */
async function somebody(who: Who, segment: Segment): Promise<string> {
	if (who === 'visitor') return '';
	const scope: Partial<Record<Who, Omit<RoleHeld, 'role'>>> = {
		editor: { listing: own.entries[segment].id, municipality: null },
		// Of an activity: who owns the organisation that holds it.
		owner: { listing: segment === 'aktivitet' ? own.host : own.entries[segment].id, municipality: null },
		reviewer: { listing: null, municipality: OWN },
		administrator: { listing: null, municipality: OWN },
		operator: { listing: null, municipality: null },
	};
	const token = randomToken();
	const kept = await digest(token);
	await store.transaction(async (tx) => {
		const person = await tx.people.known(`${who}-${token.slice(0, 9).toLowerCase()}@example.org`, 'sv', now);
		if (who !== 'person') await tx.people.give(person, { role: who, ...scope[who]! }, null, now);
		await tx.sessions.add({ person, token: kept, agent: '', now });
	});
	return `session=${token}`;
}

/** The address itself, of what lies in a place. */
function addressIn(route: string, place: Place): string {
	const [, segment = '', kept = ''] = route.split('/');
	const slug: Record<string, string> = { kommun: 'dorotea', tema: 'chess', 'logga-in': 'dorotea', granska: place.slug };
	const ids: Record<string, number> = {
		...{ ansprak: place.claim, registrering: place.registration, dubbletter: place.merge },
		...{ fel: place.report, forslag: place.suggestion, inlasning: place.upload, underlag: place.people },
	};
	const own = { registrera: place.draft, inbjudan: place.invitation }[segment];
	return route
		.replace('[slug]', () => place.entries[segment as Segment]?.slug ?? slug[segment]!)
		.replace('[part]', 'namn')
		.replace('[area]/fil/[file]', 'dorotea/fil/oversikt.xlsx')
		.replace('[area]', place.slug)
		.replace('[kind]', 'forening')
		.replace('[pair]', place.pair)
		.replace('[format]', 'csv')
		.replace('[id]', String(own ?? ids[kept] ?? place.revision));
}

test.beforeAll(async ({ playwright, baseURL }) => {
	store = await openStore(process.env.SAMLAS_TEST_DATA!);
	const request = await playwright.request.newContext({ baseURL: baseURL! });
	[own, other] = [await placeIn(OWN, request), await placeIn(OTHER, request)];
	await request.dispose();
});
test.afterAll(() => store.close());

function bodyOf(method: string, { form, json }: Line): { body?: string | URLSearchParams; type?: string } {
	if (method === 'GET') return {};
	if (json) return { body: JSON.stringify(json), type: 'application/json' };
	return { body: new URLSearchParams(form ?? { nothing: '' }) };
}

/** What somebody is answered, in the words of the table. */
async function answered(does: string, path: string, line: Line, cookie: string, origin: string) {
	const method = does.startsWith('?') ? 'POST' : does;
	const { body, type } = bodyOf(method, line);
	const response = await fetch(origin + (does.startsWith('?') ? path + does : path), {
		method,
		headers: { cookie, origin, accept: 'text/html', ...(type ? { 'content-type': type } : {}) },
		redirect: 'manual',
		...(body === undefined ? {} : { body }),
	});
	await response.arrayBuffer();
	const to = response.headers.get('location') ?? '';
	// A form is taken along to where one signs in (307).
	const asked = /^\/logga-in(\/igen)?\?till=/.test(to) && [303, 307].includes(response.status);
	return asked ? 'in' : String(response.status);
}

for (const [route, lines] of Object.entries(whoMay))
	test(`who may: ${route}`, async ({ baseURL }) => {
		const [, first = ''] = route.split('/');
		const segment = first in kindOf ? (first as Segment) : 'forening';
		const seen: string[] = [];
		const expected: string[] = [];
		for (const who of roles) {
			let cookie = await somebody(who, segment);
			for (const [does, line] of Object.entries(lines))
				for (const [whose, place] of [
					['own', own],
					['other', other],
				] as const) {
					if (whose === 'other' && !route.includes('[')) continue;
					const what = `${who} ${does} ${whose}:`;
					expected.push(`${what} ${cellOf(line, who)[whose]}`);
					// Who looks after several entries is asked about the one that the address names.
					const query = does === 'GET' && route === '/paminnelse/stangd' ? `?uppslag=${place.entries.forening.id}` : '';
					seen.push(`${what} ${await answered(does, addressIn(route, place) + query, line, cookie, baseURL!)}`);
					if (line.spends) cookie = await somebody(who, segment);
				}
		}
		expect(seen).toEqual(expected);
	});

test('the open API has nothing but reading, and asks nobody who they are', async ({ request }) => {
	const { paths } = await (await request.get('/api/v1/openapi.json')).json();
	const methods = Object.values<object>(paths).flatMap((path) => Object.keys(path));
	expect(methods.length).toBeGreaterThan(5);
	expect(new Set(methods)).toEqual(new Set(['get']));
	const cookie = await somebody('operator', 'forening');
	for (const path of ['/api/v1/listings?limit=5', '/api/v1/municipalities']) {
		const plain = await request.get(path);
		const known = await request.get(path, { headers: { cookie } });
		expect(await known.text(), path).toBe(await plain.text());
		expect(known.headers()['set-cookie'], path).toBeUndefined();
	}
});
