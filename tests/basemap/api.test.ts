import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BasemapOptions, basemapRoutes } from '../../src/api/basemap.ts';
import { OPENMAPTILES, PROTOMAPS, tileBytes, writeArchive } from './synthetic.ts';

let folder: string;
const inFolder = (name: string) => join(folder, name);
const opened: FastifyInstance[] = [];

async function serve(options: BasemapOptions, log: string[] = []): Promise<FastifyInstance> {
	const stream = { write: (line: string) => void log.push(line) };
	const app = Fastify({ logger: { level: 'warn', stream } });
	app.setErrorHandler((error: Error & { status?: number }, _request, reply) => reply.code(error.status ?? 500).send());
	await app.register(basemapRoutes, options);
	await app.ready();
	opened.push(app);
	return app;
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'samlas-basemap-'));
	await writeArchive(inFolder('omt.pmtiles'), OPENMAPTILES);
	await writeArchive(inFolder('proto.pmtiles'), PROTOMAPS, '<a href="x" onclick="evil()">Someone</a> & co');
	await writeArchive(inFolder('other.pmtiles'), ['mountains']);
	await writeFile(inFolder('text.pmtiles'), 'this is no map');
});
afterAll(async () => {
	await Promise.all(opened.map((app) => app.close()));
	await rm(folder, { recursive: true });
});

describe('the built-in map', () => {
	test('about tells where the tiles are and whom to thank', async () => {
		const app = await serve({});
		const about = (await app.inject('/basemap/about')).json();
		expect(about).toMatchObject({ minzoom: 0, maxzoom: 9, bounds: [-25, 47, 57, 73], streets: null });
		expect(about.attribution).toContain('OpenStreetMap');
		expect(about.attribution).toContain('GeoNames');
		expect(about.tiles).toBe(`/basemap/{z}/{x}/{y}.pbf?v=${about.version}`);
	});

	test('a tile comes as it is stored to who takes gzip, and unpacked to who does not', async () => {
		const app = await serve({});
		const url = '/basemap/4/8/4.pbf';
		const packed = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
		const plain = await app.inject({ url });
		const refused = await app.inject({ url, headers: { 'accept-encoding': 'gzip;q=0, br' } });
		expect(packed.statusCode).toBe(200);
		expect(packed.headers['content-encoding']).toBe('gzip');
		expect(packed.headers['content-type']).toBe('application/vnd.mapbox-vector-tile');
		expect(plain.headers['content-encoding']).toBeUndefined();
		expect(gunzipSync(packed.rawPayload).equals(plain.rawPayload)).toBe(true);
		expect(refused.rawPayload.equals(plain.rawPayload)).toBe(true);
		expect(plain.rawPayload.includes(Buffer.from('sweden'))).toBe(true);
	});

	test('it may be kept for ever under its version, and is asked for again by its tag', async () => {
		const app = await serve({});
		const { version } = (await app.inject('/basemap/about')).json();
		const versioned = await app.inject(`/basemap/4/8/4.pbf?v=${version}`);
		const unversioned = await app.inject('/basemap/4/8/4.pbf?v=old');
		expect(versioned.headers['cache-control']).toBe('public, max-age=31536000, immutable');
		expect(unversioned.headers['cache-control']).toBe('public, max-age=3600');
		const again = await app.inject({
			url: '/basemap/4/8/4.pbf',
			headers: { 'if-none-match': String(unversioned.headers.etag) },
		});
		expect(again.statusCode).toBe(304);
		expect(again.body).toBe('');
	});

	test.for([
		['/basemap/4/8/4.pbf', 200],
		['/basemap/9/0/0.pbf', 204],
		['/basemap/10/548/313.pbf', 204],
		['/basemap/4/16/4.pbf', 400],
		['/basemap/4/8/16.pbf', 400],
		['/basemap/23/8/4.pbf', 400],
		['/basemap/-1/8/4.pbf', 400],
		['/basemap/4/8/4.png', 400],
		['/basemap/4/8/x.pbf', 400],
		['/basemap/4.5/8/4.pbf', 400],
		['/basemap/4/8/99999999999999999999.pbf', 400],
		['/streets/4/8/4.pbf', 204],
		['/streets/4/8/16.pbf', 400],
	] as const)('%s answers %i', async ([url, status]) => {
		const app = await serve({});
		expect((await app.inject(url)).statusCode).toBe(status);
	});

	test('any address gets an answer that is no server error', async () => {
		const app = await serve({});
		const part = fc.oneof(fc.integer({ min: -2, max: 1e9 }).map(String), fc.string({ maxLength: 12 }));
		await fc.assert(
			fc.asyncProperty(part, part, part, async (z, x, y) => {
				const url = `/basemap/${[z, x, y].map(encodeURIComponent).join('/')}.pbf`;
				expect((await app.inject(url)).statusCode).toBeLessThan(500);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('streets of the operator', () => {
	test.for([
		['omt.pmtiles', 'openmaptiles'],
		['proto.pmtiles', 'protomaps'],
	] as const)('%s is recognised as %s and served', async ([file, schema]) => {
		const app = await serve({ streetsFile: inFolder(file) });
		const { streets } = (await app.inject('/basemap/about')).json();
		expect(streets).toMatchObject({ schema, minzoom: 10, maxzoom: 12, bounds: [12.7, 56.6, 13, 56.9] });
		const tile = await app.inject('/streets/11/1097/626.pbf');
		expect(tile.rawPayload.equals(Buffer.from(tileBytes(11, 1097, 626)))).toBe(true);
		expect((await app.inject('/streets/11/1099/626.pbf')).statusCode).toBe(204);
	});

	test('what the file says of itself is shown as text', async () => {
		const app = await serve({ streetsFile: inFolder('proto.pmtiles') });
		expect((await app.inject('/basemap/about')).json().streets.attribution).toBe('Someone &amp; co');
	});

	test.for([
		['missing.pmtiles', 'ENOENT'],
		['text.pmtiles', 'cannot be used'],
		['other.pmtiles', 'neither the layers of OpenMapTiles nor those of Protomaps'],
	] as const)('%s is told at start and the map goes on without streets', async ([file, reason]) => {
		const log: string[] = [];
		const app = await serve({ streetsFile: inFolder(file) }, log);
		expect(log.join('')).toContain(reason);
		expect(log.join('')).toContain('without streets');
		expect((await app.inject('/basemap/about')).json().streets).toBeNull();
		expect((await app.inject('/basemap/4/8/4.pbf')).statusCode).toBe(200);
	});

	test('a built-in map that is missing stops the start with a sentence', async () => {
		const app = Fastify();
		app.register(basemapRoutes, { file: inFolder('missing.pmtiles') });
		await expect(app.ready()).rejects.toThrow(/The map file .*missing\.pmtiles cannot be opened: ENOENT/);
	});
});
