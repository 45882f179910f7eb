import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const folder = mkdtempSync(join(tmpdir(), 'samlas-start-'));
const noFolder = join(folder, 'a-file');
writeFileSync(noFolder, 'not a folder');
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(env: Record<string, string>) {
	const { status, stdout, stderr } = spawnSync('node', ['scripts/start.mjs'], {
		env: { ...process.env, SAMLAS_DATA: join(folder, 'data'), SAMLAS_DEMO: '0', SAMLAS_LANG: 'en', ...env },
		encoding: 'utf8',
		timeout: 60_000,
	});
	return { status, said: `${stdout}${stderr}` };
}

for (const [what, env, sentence] of [
	['a port that is taken', { PORT: '' }, /Port \d+ is taken by something else\. Choose another: PORT=3001 npm start/],
	[
		'an address that is not here',
		{ PORT: '0', HOST: '192.0.2.1' },
		/Listening on 192\.0\.2\.1, port 0 is not possible/,
	],
	['a port that is none', { PORT: 'havet' }, /PORT/],
	['a folder that is a file', { PORT: '0', SAMLAS_DATA: noFolder }, /The register in .*a-file can't be opened/],
] as const)
	test(`${what} is a clear sentence, not a stack`, ({ baseURL }) => {
		const taken = what === 'a port that is taken' ? { PORT: new URL(baseURL!).port } : {};
		const { status, said } = start({ ...env, ...taken });
		expect(said).toMatch(sentence);
		expect(said).not.toMatch(/\n\s+at .*:\d+/);
		expect(status).toBe(1);
	});
