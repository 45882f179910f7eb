import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { stop } from '../../src/server/stop.ts';

test('a client that stalls does not keep the server from stopping; one that is being answered gets its answer', async () => {
	const app = Fastify();
	app.get('/', async () => {
		await new Promise((resolve) => setTimeout(resolve, 100));
		return 'well';
	});
	await app.listen({ port: 0, host: '127.0.0.1' });
	const { port } = app.server.address() as AddressInfo;
	const stalled = connect(port, '127.0.0.1').on('error', () => {});
	stalled.write('GET / HTTP/1.1\r\nHost: lo');
	const answered = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
	await once(app.server, 'request');
	const start = Date.now();
	await stop(app, 400);
	expect(Date.now() - start).toBeLessThan(3000);
	expect(await answered).toBe('well');
});
