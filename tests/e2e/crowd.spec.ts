import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { crowd, lost, nothingYet } from '../bench/people/crowd.ts';
import { setScene } from '../bench/people/scene.ts';
import { serveStore } from '../bench/servers.ts';

// Over HTTP against the server that was built, without a browser; how long it takes is npm run bench's to say.

const freePort = () =>
	new Promise<number>((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as { port: number };
			probe.close(() => resolve(port));
		});
	});
let folder = '';
test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'samlas-crowd-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('many register, edit, ask and decide at once: nothing is lost and nobody is shown an error', async () => {
	test.setTimeout(120_000);
	const scene = await setScene(folder, 24, 3);
	const server = await serveStore(folder, await freePort());
	const went = nothingYet();
	await crowd({ origin: server.address, scene, rounds: 2, pause: null }, went);
	await server.stop();
	expect(went.errors).toEqual([]);
	expect(await lost(folder, went)).toEqual([]);
	expect(went.words).toHaveLength(24 * 2 * 2);
	expect(went.claims).toHaveLength(24);
	expect(went.registrations.filter(({ sent, words }) => sent && words.length === 2)).toHaveLength(24);
	expect(went.decided).toBe(24 * 2 + 24 + 24);
	expect(went.merged, 'two did write at once').toBeGreaterThan(0);
});

test('killed in the middle: everything that was acknowledged is there, and it goes on', async () => {
	test.setTimeout(180_000);
	const scene = await setScene(folder, 24, 3);
	const went = nothingYet();
	for (const after of [5, 25, 60]) {
		const server = await serveStore(folder, await freePort());
		const before = went.words.length;
		const going = crowd({ origin: server.address, scene, rounds: 50, begun: true, pause: null }, went).catch(
			() => 'cut off',
		);
		while (went.words.length < before + after) await setTimeout(5);
		process.kill(server.pid, 'SIGKILL');
		expect(await going).toBe('cut off');
		expect(await lost(folder, went), `after ${went.words.length}`).toEqual([]);
	}
	expect(went.words.length).toBeGreaterThanOrEqual(90);
	expect(went.registrations.flatMap(({ words }) => words).length, 'steps that were saved').toBeGreaterThan(90);
});
