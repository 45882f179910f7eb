import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { readyAgain } from '../../src/api/ready.ts';
import { NOW, organisation } from '../store.ts';
import { testApi } from './api.ts';

const many = Array.from({ length: 5 }, (_, place) => organisation({ name: `Ljungåsa klubb ${place}` }));

async function counted() {
	const { site, app } = await testApi({}, { listings: many.slice(0, 3) });
	const search = vi.spyOn(site.finder, 'search');
	const map = vi.spyOn(site.finder, 'map');
	return { site, app, search, map };
}

test('what is asked for again and again is answered from what was sent, packed as each wants it', async () => {
	const { app, search, map } = await counted();
	const path = '/api/v1/listings?q=klubb&limit=2';
	const first = await app.inject(path);
	expect(first.json().items).toHaveLength(2);
	expect(first.headers.link).toMatch(/rel="next"/);
	for (const [encoding, unpacked] of [
		['br', brotliDecompressSync],
		['gzip', gunzipSync],
	] as const) {
		const packed = await app.inject({ url: path, headers: { 'accept-encoding': `zstd, ${encoding}` } });
		expect(packed.headers['content-encoding']).toBe(encoding);
		expect(packed.headers.vary).toMatch(/accept-encoding/i);
		expect(unpacked(packed.rawPayload).toString()).toBe(first.body);
		expect(packed.headers).toMatchObject({ etag: first.headers.etag, link: first.headers.link });
	}
	const refused = await app.inject({ url: path, headers: { 'accept-encoding': 'br;q=0, identity' } });
	expect(refused.body).toBe(first.body);
	const unchanged = await app.inject({ url: path, headers: { 'if-none-match': String(first.headers.etag) } });
	expect([unchanged.statusCode, unchanged.body]).toEqual([304, '']);
	const head = await app.inject({ url: path, method: 'HEAD' });
	expect([head.statusCode, head.body, head.headers.etag]).toEqual([200, '', first.headers.etag]);
	// What is asked for once is not kept: it was made for the first two.
	expect(search).toHaveBeenCalledTimes(2);

	const spots = await app.inject('/api/v1/map?zoom=10');
	for (let time = 0; time < 3; time++) expect((await app.inject('/api/v1/map?zoom=10')).body).toBe(spots.body);
	expect(map).toHaveBeenCalledTimes(2);
});

test('nothing that has changed is answered from what was sent', async () => {
	const { site, app } = await counted();
	const names = async () => {
		const { items } = (await app.inject('/api/v1/listings?q=klubb')).json();
		return items.map(({ name }: { name: string }) => name).sort();
	};
	for (let time = 0; time < 3; time++)
		expect(await names()).toEqual(['Ljungåsa klubb 0', 'Ljungåsa klubb 1', 'Ljungåsa klubb 2']);
	await site.store.transaction((tx) => tx.listings.archive(site.ids[0]!, 'gone', NOW));
	// Before the finder has seen it, too.
	expect(await names()).toEqual(['Ljungåsa klubb 1', 'Ljungåsa klubb 2']);
	await site.store.transaction((tx) => tx.listings.create(many[4]!, { at: NOW, publish: true }));
	await names();
	await site.finder.follow();
	expect(await names()).toEqual(['Ljungåsa klubb 1', 'Ljungåsa klubb 2', 'Ljungåsa klubb 4']);
});

test('what is written of other things lets what is kept stand; an entry that changes is told anew by every door', async () => {
	const { site, app, search } = await counted();
	const id = site.ids[0]!;
	const told = async () => {
		const { items } = (await app.inject('/api/v1/listings?q=klubb')).json();
		const whole = (await app.inject(`/api/v1/listings/${id}`)).json();
		return [items.find((item: { id: number }) => item.id === id)?.name, whole.name];
	};
	for (let time = 0; time < 2; time++) expect(await told()).toEqual(['Ljungåsa klubb 0', 'Ljungåsa klubb 0']);
	await site.store.transaction((tx) => tx.meta.set('something', 'else'));
	expect(await told()).toEqual(['Ljungåsa klubb 0', 'Ljungåsa klubb 0']);
	expect(search).toHaveBeenCalledTimes(2);
	await site.store.transaction((tx) => tx.listings.replace(id, organisation({ name: 'Ljungåsa klubb åtta' }), NOW));
	expect(await told()).toEqual(['Ljungåsa klubb åtta', 'Ljungåsa klubb åtta']);
});

test('an answer with addresses is not given to who asks at another', async () => {
	const { app } = await counted();
	const url = '/api/v1/listings?q=klubb';
	for (const host of ['en.example', 'annan.example', 'en.example', 'annan.example', 'en.example'])
		expect((await app.inject({ url, headers: { host } })).json().items[0].url).toContain(`//${host}/`);
});

test('who asks too often is told so, whatever is kept', async () => {
	const { app } = await testApi({ RATE_LIMIT: '3' });
	const statuses = [];
	for (let time = 0; time < 4; time++) statuses.push((await app.inject('/api/v1/listings?q=schack')).statusCode);
	expect(statuses).toEqual([200, 200, 200, 429]);
});

test('what is sent of one thing again is packed once, until its bytes are others', async () => {
	const again = readyAgain({ 'content-type': 'text/plain' }, 2);
	const bytes = (text: string) => Buffer.from(text);
	const first = again(1, bytes('a'));
	expect(again(1, bytes('a'))).toBe(first);
	const changed = again(1, bytes('b'));
	expect([changed.body.toString(), changed.etag === first.etag]).toEqual(['b', false]);
	again(2, bytes('c'));
	again(3, bytes('d'));
	expect(again(1, bytes('b'))).not.toBe(changed);

	const { site, app } = await testApi({}, { listings: many.slice(0, 1) });
	const whole = async () => {
		const { rawPayload } = await app.inject({
			url: `/api/v1/listings/${site.ids[0]}`,
			headers: { 'accept-encoding': 'gzip' },
		});
		return JSON.parse(gunzipSync(rawPayload).toString()).name;
	};
	expect([await whole(), await whole()]).toEqual(['Ljungåsa klubb 0', 'Ljungåsa klubb 0']);
	await site.store.transaction((tx) => tx.listings.replace(site.ids[0]!, organisation({ name: 'Ny klubb' }), NOW));
	expect(await whole()).toBe('Ny klubb');
});
