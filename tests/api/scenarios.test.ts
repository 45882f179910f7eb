import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { check } from '@placemarkio/check-geojson';
import { Validator } from '@seriousme/openapi-schema-validator';
import Database from 'better-sqlite3';
import Fastify, { type LightMyRequestResponse } from 'fastify';
import { expect, test } from 'vitest';
import { sendProblem } from '../../src/api/problems.ts';
import { EntryShape, MapShape, SearchShape } from '../../src/api/shapes.ts';
import { Unavailable } from '../../src/domain/errors.ts';
import { serverOptions } from '../../src/server/options.ts';
import { shared } from '../store.ts';
import { testApi } from './api.ts';

const get: [url: string, status: number, has: string, hasNot?: string][] = [
	['/health', 200, '"status":"ok","version":"1.0.0","listings":3'],
	['/listings', 200, '"total":3', 'Borttagna'],
	['/listings?q=schack', 200, '"total":2'],
	['/listings?q=schack&kind=activity&matches=true', 200, '"free":true'],
	['/listings?theme=hobby', 200, '"total":2'],
	['/listings?near=12.97,56.8&radius=5', 200, '"distance":0'],
	['/listings?place=Oskarstr%C3%B6m&sort=distance', 200, '"place":{"name":"Oskarström"'],
	[
		`/listings?q=${encodeURIComponent('gratis schack på tisdagar nära Oskarström')}`,
		200,
		'"understood":{"q":"schack","weekday":"tue","free":"1","place":"Oskarström"}',
	],
	[`/listings?q=${encodeURIComponent('gratis schack på tisdagar')}&literal=1`, 200, '"total":0'],
	['/listings?q=schack&literal=1', 200, '"understood":null'],
	['/listings?q=schack', 200, '"understood":null'],
	['/listings?q=shcack', 200, '"understood":{"q":"schack"}'],
	['/listings?q=chess', 200, '"heard":[{"words":"chess","as":[{"in":"theme","text":"chess"}]}]'],
	['/listings?q=chess&lang=en', 200, '"heard":[]'],
	['/listings?q=%D8%B4%D8%B7%D8%B1%D9%86%D8%AC&lang=en', 200, '"as":[{"in":"theme","text":"chess"}]'],
	['/listings?q=chess&literal=1', 200, '"heard":[]'],
	['/listings?q=shcack&literal=1', 200, '"total":0'],
	[
		'/listings?q=schack&kind=activity&matches=true',
		200,
		'"matches":[{"word":"schack","in":"name","text":"Schackkväll"}',
	],
	['/listings?q=chess&matches=true', 200, '{"word":"chess","in":"theme","text":"chess"}'],
	['/listings?kind=activity&matches=true', 200, '"matches":[]'],
	['/listings?kind=activity&facets=false', 200, '"total":1'],
	['/listings?facets=maybe', 400, 'facets'],
	['/listings?weekday=tue&part=evening', 200, '"total":1'],
	['/listings?access=step_free_entrance', 200, '"total":2'],
	['/listings?access=lift', 200, '"total":0'],
	['/listings?limit=1', 200, '"next":"'],
	['/listings/', 200, '"total":3'],
	['/listings?limit=abc', 400, '"limit"'],
	['/listings?near=1', 400, '"near"'],
	['/listings?bbox=13,57,12,56', 400, 'box_order'],
	['/listings?nonsense=1', 400, 'nonsense'],
	['/listings?cursor=abc', 400, '"cursor":"not_ours"'],
	['/listings/1', 200, 'Ljungåsa', 'hemlig'],
	['/listings/2', 200, 'ODbL'],
	['/listings/3', 200, '"lon":12.97'],
	['/listings/4', 410, 'listing.archived'],
	['/listings/99', 404, 'listing.unknown'],
	['/listings/0', 400, '"id"'],
	['/listings/abc', 400, '"id"'],
	['/listings/99999999999999999999', 400, '"id"'],
	['/listings/3/occurrences?limit=2', 200, '"start":'],
	['/listings/2/occurrences', 404, 'activity.unknown'],
	['/listings/3/calendar.ics', 200, 'RRULE:FREQ=WEEKLY;BYDAY=TU'],
	['/listings/1/calendar.ics', 404, 'activity.unknown'],
	['/listings/4/calendar.ics', 410, 'listing.archived'],
	['/listings/4/occurrences', 410, 'listing.archived'],
	['/listings/99/occurrences', 404, 'listing.unknown'],
	['/map?zoom=4', 200, '"count":2'],
	['/map?zoom=99', 400, '"zoom"'],
	['/map.svg', 200, 'träffar på kartan', '<script'],
	['/map.svg?lang=en&place=Oskarstr%C3%B6m&width=600&height=300', 200, 'viewBox="0 0 600 300"'],
	['/map.svg?width=99', 400, '"width"'],
	['/map.svg?bbox=13,57,12,56', 400, 'box_order'],
	['/map.svg?nonsense=1', 400, 'nonsense'],
	['/map?kind=activity&lang=en&zoom=14', 200, 'Chess night'],
	['/map?kind=activity&zoom=14', 200, 'Schackkväll'],
	['/map?bbox=11,50,12,51', 200, '"features":[]'],
	['/tiles/4/8/4.mvt', 200, 'spots'],
	['/tiles/4/8/4.mvt?q=schack&kind=activity&sort=name&limit=1', 200, 'activity', 'count'],
	['/tiles/14/8782/5056.mvt', 204, ''],
	['/tiles/0/0/0.mvt?nonsense=1', 400, 'nonsense'],
	['/tiles/4/16/4.mvt', 400, '"x":"outside_the_world"'],
	['/tiles/4/8/16.mvt', 400, '"y":"outside_the_world"'],
	['/tiles/23/0/0.mvt', 400, '"z"'],
	['/tiles/4/-1/4.mvt', 400, '"x"'],
	['/tiles/4/a/4.mvt', 400, '"x"'],
	['/tiles/4/8/1.5.mvt', 400, '"y"'],
	['/places?q=oskar', 200, '"name":"Oskarström","text":"Oskarström"'],
	['/places?q=bergshamra', 200, '"text":"Bergshamra, Solna"'],
	['/places?q=mora', 200, '"text":"Mora, Säter"', '"text":"Mora, Mora"'],
	['/places?q=halmstad', 200, '"name":"Halmstads kommun","text":"Halmstads kommun"', '"text":"Halmstad, Halmstad"'],
	['/places?q=halmstads%20k', 200, '"name":"Halmstads kommun"'],
	['/places?lang=en', 400, 'lang'],
	['/suggest?q=scha', 200, 'Schackkväll'],
	[
		`/suggest?q=${encodeURIComponent('schack i Oskarström')}`,
		200,
		'"themes":[{"code":"chess","count":2}],"entries":[{"id":3,',
	],
	['/suggest?q=scha', 200, '"themes":[{"code":"chess","count":2}]'],
	['/suggest?q=oskar', 200, '"locality":"Oskarström","municipality":{"code":"1380","name":"Halmstad"}'],
	['/suggest?q=scha&lang=en', 200, 'Chess night', 'Schackkväll'],
	[`/suggest?q=scha&place=${encodeURIComponent('Sollefteå kommun')}`, 200, '"entries":[]'],
	['/suggest?q=scha&lang=xx', 400, '"lang"'],
	['/suggest?q=scha&near=12.97,56.8', 200, '"name":"Schackkväll"'],
	['/suggest?q=scha&near=1', 400, '"near"'],
	['/listings?radius=5', 200, '"ignored":["radius"]'],
	['/listings?radius=5&sort=distance&place=Ingenstansby', 200, '"ignored":["radius","sort"]'],
	['/listings?radius=5&place=Halmstad', 200, '"ignored":[]'],
	['/suggest?q=s', 200, '"themes":[],"entries":[]'],
	['/municipalities', 200, '"code":"2584"'],
	['/municipalities/1380', 200, '"organisation":1'],
	['/municipalities/9999', 404, 'municipality.unknown'],
	['/municipalities/halmstad', 400, '"code"'],
	['/themes', 200, '"code":"chess","parent":"hobby"'],
	['/nope', 404, 'route.unknown'],

	['/listings?q=%00%F0', 200, '"total":0'],
];

const reading = shared((atEnd) => testApi({}, { atEnd }));

test.each(get)('GET /api/v1%s answers %i', async (url, status, has, hasNot) => {
	const { app } = reading();
	const response = await app.inject(`/api/v1${url}`);
	expect(response.body).toContain(has);
	expect(response.statusCode).toBe(status);
	if (hasNot) expect(response.body).not.toContain(hasNot);
	if (status >= 400) expect(response.headers['content-type']).toContain('application/problem+json');
	expect(response.headers['access-control-allow-origin']).toBe('*');
	expect(response.headers['content-security-policy']).toContain("default-src 'none'");
});

test('an address that can not even be read is told so in the same form', async () => {
	const { app } = await testApi();
	const response = await app.inject('/api/v1/listings/%E0%A4%A');
	expect(response.headers['content-type']).toContain('application/problem+json');
	expect(response.json()).toMatchObject({ status: 400, code: 'request.refused' });
	const page = await app.inject('/en/venue/%E0%A4%A');
	expect(page.statusCode).toBe(400);
	expect(page.body).toContain('We did not understand the address');
});

test('answers are what their schemas promise, field by field', async () => {
	const { app } = await testApi();
	const strict = { listings: SearchShape.strict(), entry: EntryShape, map: MapShape.strict() };
	strict.listings.parse((await app.inject('/api/v1/listings?near=12.5,56.7')).json());
	strict.listings.parse((await app.inject('/api/v1/listings?q=shcack')).json());
	for (const id of [1, 2, 3]) strict.entry.parse((await app.inject(`/api/v1/listings/${id}`)).json());
	const map = (await app.inject('/api/v1/map?zoom=12')).json();
	strict.map.parse(map);
	expect(() => check(JSON.stringify(map))).not.toThrow();
});

test('the description is valid OpenAPI, and every route is described', async () => {
	const { app } = await testApi();
	const document = (await app.inject('/api/v1/openapi.json')).json();
	const { valid, errors } = await new Validator().validate(document);
	expect(errors ?? []).toEqual([]);
	expect(valid).toBe(true);
	expect(Object.keys(document.paths).sort()).toEqual(
		[
			'/api/v1/health',
			'/api/v1/listings',
			'/api/v1/listings/{id}',
			'/api/v1/listings/{id}/calendar.ics',
			'/api/v1/listings/{id}/occurrences',
			'/api/v1/map',
			'/api/v1/map.svg',
			'/api/v1/municipalities',
			'/api/v1/municipalities/{code}',
			'/api/v1/places',
			'/api/v1/suggest',
			'/api/v1/themes',
			'/api/v1/tiles/{z}/{x}/{y}.mvt',
		].sort(),
	);
	for (const path of Object.values<Record<string, object>>(document.paths))
		for (const operation of Object.values(path))
			expect(operation).toMatchObject({ summary: expect.any(String), tags: expect.any(Array) });
	for (const route of ['/api/v1/listings', '/api/v1/map', '/api/v1/tiles/{z}/{x}/{y}.mvt'])
		for (const parameter of document.paths[route].get.parameters)
			expect(parameter).toMatchObject({ name: expect.any(String), description: expect.any(String) });
	expect(Object.keys(document.components.schemas).filter((name) => name.endsWith('Input'))).toEqual([]);
});

test('every answer that is given is one that is described, by status and type', async () => {
	const { app } = await testApi();
	const { paths } = (await app.inject('/api/v1/openapi.json')).json();
	for (const [url] of get) {
		const path = new URL(`http://x/api/v1${url}`).pathname.replace(/(.)\/$/, '$1');
		const like = (route: string) => new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
		const route = Object.keys(paths).find(like);
		if (!route) continue;
		const response = await app.inject(`/api/v1${url}`);
		const described = paths[route].get.responses[response.statusCode];
		const type = response.headers['content-type']?.toString().split(';')[0];
		expect(described, `${response.statusCode} of ${url}`).toBeDefined();
		expect(Object.keys(described.content ?? {}), `${response.statusCode} of ${url}`).toEqual(type ? [type] : []);
	}
});

test('pages follow each other by cursor and by the Link header', async () => {
	const { app } = await testApi();
	const names: string[] = [];
	let url: string | undefined = '/api/v1/listings?limit=1&sort=name';
	while (url) {
		const response: LightMyRequestResponse = await app.inject({ url, headers: { host: 'samlas.example' } });
		names.push(...response.json().items.map(({ name }: { name: string }) => name));
		url = /<https?:\/\/samlas\.example([^>]*)>; rel="next"/.exec(String(response.headers.link ?? ''))?.[1];
	}
	expect(names).toEqual(['Ljungåsa Schackvänner', 'Oskarströms bygdegård', 'Schackkväll']);
});

test('a page that has not changed is not sent again', async () => {
	const { app } = await testApi();
	const { headers } = await app.inject('/api/v1/listings?q=schack');
	const again = await app.inject({
		url: '/api/v1/listings?q=schack',
		headers: { 'if-none-match': String(headers.etag) },
	});
	expect(again.statusCode).toBe(304);
});

test('too many requests from one address are refused in the same words', async () => {
	const { app } = await testApi({ RATE_LIMIT: '3' });
	const statuses = [];
	for (let n = 0; n < 5; n++) statuses.push((await app.inject('/api/v1/health')).statusCode);
	expect(statuses).toEqual([200, 200, 200, 429, 429]);
	expect((await app.inject('/api/v1/health')).json()).toMatchObject({ status: 429, code: 'too_many_requests' });
});

test.each(['[', 'a"><script>', 'a b', '1.2.3.4.5', '', undefined])(
	'a Host of %j is no host: answers name one that is',
	async (host) => {
		const { app } = reading();
		const request = { url: '/api/v1/listings?limit=1', headers: host === undefined ? {} : { host } };
		const response = await app.inject(request);
		expect(response.statusCode).toBe(200);
		expect(response.headers.link).toMatch(/^<http:\/\/localhost(:80)?\/api\/v1\/listings\?/);
	},
);

test('of a request line with a whole address only the path counts', async () => {
	const { app } = await testApi();
	await app.listen({ port: 0, host: '127.0.0.1' });
	const { port } = app.server.address() as AddressInfo;
	const socket = connect(port, '127.0.0.1');
	socket.end('GET http://evil.example/api/v1/listings?limit=1 HTTP/1.0\r\nHost: samlas.example\r\n\r\n');
	const answer = await text(socket);
	expect(answer).toContain('link: <http://samlas.example/api/v1/listings?limit=1&cursor=');
	expect(answer).not.toContain('evil');
});

test('a page from elsewhere may ask, whatever it sends along', async () => {
	const { app } = await testApi({ RATE_LIMIT: '1' });
	const headers = { 'access-control-request-method': 'GET', 'access-control-request-headers': 'content-type' };
	for (const url of ['/api/v1/listings', '/api/v1/listings/1', '/api/v1/openapi.json']) {
		const response = await app.inject({ method: 'OPTIONS', url, headers });
		expect(response.statusCode).toBe(204);
		expect(response.headers['access-control-allow-headers']).toBe('*');
	}
	// The next page stands in a header, which a page from elsewhere sees only when told.
	const { headers: answered } = await app.inject('/api/v1/listings?limit=1');
	expect(answered['access-control-expose-headers']).toContain('link');
});

test('an entry that was merged leads to the one it is now, also as times and as a calendar', async () => {
	const { app, site } = await testApi();
	const file = new Database(join(site.store.folder, 'samlas.db'));
	file.exec('UPDATE listings SET merged_into = 3 WHERE id = 1');
	file.close();
	for (const rest of ['', '/occurrences', '/calendar.ics']) {
		const response = await app.inject(`/api/v1/listings/1${rest}`);
		expect(response.statusCode).toBe(301);
		expect(response.headers.location).toBe(`/api/v1/listings/3${rest}`);
	}
});

test('a store that takes nothing now is told with when to come back', async () => {
	const { site } = await testApi();
	const app = Fastify(serverOptions(site.config));
	app.setErrorHandler(sendProblem);
	app.get('/', async () => {
		throw new Unavailable('store.full');
	});
	const response = await app.inject('/');
	expect(response.statusCode).toBe(503);
	expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
});

test('the address people use comes from the settings, not from a Host header', async () => {
	const { app } = await testApi({ ORIGIN: 'https://samlas.example' });
	const response = await app.inject({ url: '/api/v1/listings?q=schackkv', headers: { host: 'evil.example' } });
	expect(response.body).toContain('https://samlas.example/aktivitet/schackkvall');
	expect(response.body).not.toContain('evil.example');
});
