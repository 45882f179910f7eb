import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '#store/open.ts';
import { bundled } from '../bundled.ts';
import { inventedRegister } from './helpers/invented.ts';

const ROWS = 600;
const KILLS = 16;

/** When a run is killed: at a sign of writing, or so many milliseconds after the last one, where the commit is. */
interface Moment {
	sign: number;
	later: number;
}

/** The signs of writing that an import gives: one for each 200 rows, one before the commit. */
const SIGNS = ROWS / 200 + 1;
const momentOf = (n: number): Moment =>
	n % 3 === 0 ? { sign: 1 + ((n / 3) % (SIGNS - 1)), later: 0 } : { sign: SIGNS, later: (n % 10) * 0.7 };

/** Imports in a process of its own and kills it (SIGKILL) at a moment; gives what it said. */
function importAndKill(child: string, folder: string, file: string, moment: Moment | null): Promise<string> {
	return new Promise((done, fail) => {
		const running = spawn(process.execPath, [child, folder, file], { stdio: ['ignore', 'pipe', 'inherit'] });
		const kill = () => running.kill('SIGKILL');
		let said = '';
		running.stdout.on('data', (part) => {
			said += String(part);
			if (!moment || said.length < moment.sign) return;
			if (moment.later) setTimeout(kill, moment.later);
			else kill();
		});
		running.on('error', fail);
		running.on('close', () => done(said));
	});
}

/** What a store holds after a kill; it must be whole. */
async function look(folder: string): Promise<{ entries: number; batch: boolean }> {
	const store = await openStore(folder);
	expect(await store.check.damage()).toEqual([]);
	expect(await store.check.orphans()).toEqual([]);
	const counts = await store.municipalities.countsOf('1380', 0);
	const register = await store.batches.register('1380', 'associations');
	const batch = register !== undefined && (await store.batches.newest(register)) !== undefined;
	store.close();
	return { entries: counts.reduce((sum, { count }) => sum + count, 0), batch };
}

it('sixteen kills of an import, at its first signs and around its commit, leave nothing or all, and one that said it was done leaves all', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'samlas-kill-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const file = join(folder, 'r.csv');
	writeFileSync(file, inventedRegister(ROWS));
	const child = await bundled(resolve('tests/intake/helpers/import-child.ts'));
	const empty = join(folder, 'empty');
	(await openStore(empty)).close();
	const data = join(folder, 'data');
	const begin = () => {
		rmSync(data, { recursive: true, force: true });
		cpSync(empty, data, { recursive: true });
	};
	let nothing = 0;
	let late = 0;
	for (let n = 0; n < KILLS; n++) {
		begin();
		const said = await importAndKill(child, data, file, momentOf(n));
		const { entries, batch } = await look(data);
		expect(said.includes('done') ? [ROWS] : [0, ROWS]).toContain(entries);
		expect(batch).toBe(entries === ROWS);
		if (entries === 0) nothing++;
		else late++;
	}
	// The kills fell on both sides of the commit, or this has shown nothing.
	expect(nothing).toBeGreaterThan(2);
	expect(late).toBeGreaterThan(0);
	begin();
	await importAndKill(child, data, file, { sign: 1, later: 0 });
	expect(await importAndKill(child, data, file, null)).toContain('done');
	expect((await look(data)).entries).toBe(ROWS);
}, 240_000);
