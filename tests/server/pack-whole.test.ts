import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import compression from '@polka/compression';
import { expect, onTestFinished, test } from 'vitest';
import { packWhole } from '../../src/server/pack-whole.ts';

type Compress = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

/** Asks a server that sends `body` in so many pieces, as pages are sent. Gives what came over the line, and what it means. */
async function sent(body: string, { accept = 'br, gzip', type = 'text/html', pieces = 1, headers = {} } = {}) {
	const compress = compression({ threshold: 1024, brotli: true, level: 5 }) as unknown as Compress;
	const server = createServer((req, res) =>
		compress(req, res, () => {
			packWhole(req, res, 5);
			const bytes = Buffer.from(body);
			for (const [name, value] of Object.entries({ 'content-type': type, ...headers })) res.setHeader(name, value);
			if (pieces === 1) res.setHeader('content-length', bytes.length);
			res.writeHead(200);
			const length = Math.ceil(bytes.length / pieces);
			for (let from = 0; from < bytes.length; from += length) res.write(bytes.subarray(from, from + length));
			res.end();
		}),
	).listen(0);
	onTestFinished(() => void server.close());
	const { port } = server.address() as AddressInfo;
	const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'accept-encoding': accept } });
	const text = await response.text();
	const length = response.headers.get('content-length');
	return { text, length: length && Number(length), encoding: response.headers.get('content-encoding') };
}

const page = 'Vi ses varje vecka. '.repeat(500);

test.each([
	['a page, for a browser that takes Brotli', page, {}, 'br', true],
	['a page, for one that takes gzip', page, { accept: 'gzip, deflate' }, 'gzip', true],
	['a page that comes in pieces', page, { pieces: 3 }, 'br', false],
	['a page of great length', page.repeat(20), {}, 'br', false],
])('%s is packed and means the same', async (_, body, how, encoding, atOnce) => {
	const got = await sent(body, how);
	expect(got.text).toBe(body);
	expect(got.encoding).toBe(encoding);
	// How long it is can be told beforehand by who has packed it whole.
	expect(got.length !== null).toBe(atOnce);
	if (atOnce) expect(got.length).toBeLessThan(body.length / 10);
});

test.each([
	['for who takes none of it', page, { accept: 'identity' }],
	['a few words', 'Vi ses.', {}],
	['what is no text', page, { type: 'image/png' }],
])('as it is: %s', async (_, body, how) => {
	const got = await sent(body, how);
	expect(got).toEqual({ text: body, length: body.length, encoding: null });
});

test('what is packed already is packed no more', async () => {
	const got = await sent(page, { headers: { 'content-encoding': 'identity' } });
	expect(got).toMatchObject({ text: page, length: page.length, encoding: 'identity' });
});
