import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '#store/open.ts';
import { inventedRegister } from './helpers/invented.ts';

const ROWS = 3000;
const child = resolve('tests/intake/helpers/import-child.ts');

/** Imports in a process of its own and kills it (SIGKILL) after so many signs of writing; gives what it said. */
function importAndKill(folder: string, file: string, after: number): Promise<string> {
	return new Promise((done, fail) => {
		const running = spawn(process.execPath, [child, folder, file], { stdio: ['ignore', 'pipe', 'inherit'] });
		let said = '';
		running.stdout.on('data', (part) => {
			said += String(part);
			if (said.length >= after) running.kill('SIGKILL');
		});
		running.on('error', fail);
		running.on('close', () => done(said));
	});
}

async function count(folder: string): Promise<number> {
	const store = await openStore(folder);
	const { length } = await store.changes.since(0, 1_000_000);
	store.close();
	return length;
}

it('a killed import leaves nothing or all, and one that said it was done leaves all', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'samlas-kill-'));
	const file = join(folder, 'r.csv');
	writeFileSync(file, inventedRegister(ROWS));
	const counts: number[] = [];
	for (const after of [1, 4, 8, 12]) {
		const said = await importAndKill(join(folder, `data-${after}`), file, after);
		const rows = await count(join(folder, `data-${after}`));
		expect(said.includes('done') ? [ROWS] : [0, ROWS]).toContain(rows);
		counts.push(rows);
	}
	// The kill must have come in time at least once, or this has shown nothing.
	expect(counts).toContain(0);
	expect(await importAndKill(join(folder, 'data-1'), file, 1000)).toContain('done');
	expect(await count(join(folder, 'data-1'))).toBe(ROWS);
	rmSync(folder, { recursive: true, force: true });
}, 60_000);
