import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const folder = mkdtempSync(join(tmpdir(), 'samlas-workers-'));
const env = { ...process.env, SAMLAS_DATA: join(folder, 'data'), SAMLAS_DEMO: '0', SAMLAS_LANG: 'en' };
let server: ChildProcess;
let origin = '';

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as { port: number };
			probe.close(() => resolve(port));
		});
	});
}

/**
 * What many requests, each by a line of its own, are told: processes take turns. Null when one of them waited in vain, on a
 * process that died or a machine that is busy: asked once more.
 */
const answers = (): Promise<number[] | null> => askedOfAll().catch(() => null);

async function askedOfAll(): Promise<number[]> {
	const asked = Array.from({ length: 12 }, async () => {
		const response = await fetch(`${origin}/api/v1/health`, {
			headers: { connection: 'close' },
			signal: AbortSignal.timeout(2000),
		});
		return (await response.json()).listings as number;
	});
	return [...new Set(await Promise.all(asked))];
}

/** The processes that serve, as Linux shows them. */
const workers = (): number[] =>
	readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((pid) => environmentOf(pid).includes(`SAMLAS_DATA=${env.SAMLAS_DATA}`))
		.filter((pid) => environmentOf(pid).includes('SAMLAS_WORKER='));

function environmentOf(pid: number): string {
	try {
		return readFileSync(`/proc/${pid}/environ`, 'utf8');
	} catch {
		return '';
	}
}

test.beforeAll(async () => {
	const port = await freePort();
	origin = `http://127.0.0.1:${port}`;
	server = spawn('node', ['scripts/start.mjs'], {
		env: { ...env, WORKERS: '2', HOST: '127.0.0.1', PORT: String(port), RATE_LIMIT: '100000' },
		stdio: 'ignore',
	});
	const status = async () => (await fetch(`${origin}/api/v1/health`).catch(() => null))?.status;
	await expect.poll(status, { timeout: 50_000 }).toBe(200);
});
test.afterAll(async () => {
	if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
	rmSync(folder, { recursive: true, force: true });
});

test('two processes on one port agree on what another has written, survive a death, and end together', async () => {
	test.setTimeout(120_000);
	test.skip(process.platform !== 'linux', 'looks at processes as Linux shows them');
	await expect.poll(() => workers().length).toBe(2);
	await expect.poll(answers).toEqual([0]);

	const file = join(folder, 'register.csv');
	writeFileSync(file, 'Namn;Typ\nSkogsby Schackklubb;Schack\nSkogsby Kör;Körsång\n');
	execFileSync('node', ['scripts/samlas.mjs', 'import', file, '--municipality', '1380'], { env, stdio: 'ignore' });
	await expect.poll(answers).toEqual([2]);

	const [victim] = workers();
	process.kill(victim!, 'SIGKILL');
	// Who was handed to the dead one waits in vain; the next are answered by the other.
	await expect.poll(answers).toEqual([2]);
	await expect.poll(() => workers().length, { timeout: 20_000 }).toBe(2);

	server.kill('SIGTERM');
	await expect.poll(() => workers().length, { timeout: 20_000 }).toBe(0);
	await expect.poll(() => server.exitCode).toBe(0);
});
