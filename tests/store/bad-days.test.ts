import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Unavailable } from '../../src/domain/errors.ts';
import { openStore } from '../../src/store/open.ts';
import { bundled } from '../bundled.ts';
import { NOW, organisation, publish, testFolder, testStore, venue } from '../store.ts';

/** Starts a process that writes entries for ever and tells each id once it is committed; kills it, gives the ids. */
function killAfter(writer: string, folder: string, milliseconds: number): Promise<number[]> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
		let told = '';
		let counting = false;
		child.stdout.on('data', (chunk: Buffer) => {
			told += chunk;
			// From the first acknowledged write on, so that the kill falls among the next ones.
			if (!counting) void setTimeout(milliseconds).then(() => child.kill('SIGKILL'));
			counting = true;
		});
		child.on('exit', () => resolve(told.split('\n').slice(0, -1).map(Number)));
	});
}

test('fifty kills in the middle of writing: nothing half-written, nothing acknowledged is lost', async () => {
	const folder = testFolder();
	(await openStore(folder)).close();
	const writer = await bundled(join(import.meta.dirname, 'writer.ts'));
	const acknowledged = new Set<number>();
	for (let n = 0; n < 50; n++) for (const id of await killAfter(writer, folder, (n * 7) % 40)) acknowledged.add(id);
	const store = await openStore(folder);
	expect(await store.check.damage()).toEqual([]);
	expect(await store.check.orphans()).toEqual([]);
	const file = new Database(join(folder, 'samlas.db'), { readonly: true });
	const there = new Set(file.prepare('SELECT id FROM listings').pluck().all() as number[]);
	expect([...acknowledged].filter((id) => !there.has(id))).toEqual([]);
	// Each transaction writes an organisation and its venue: there are as many of one as of the other.
	const counts = file.prepare('SELECT count(*) FROM listings GROUP BY kind').pluck().all();
	expect(counts[0]).toBe(counts[1]);
	expect(acknowledged.size).toBeGreaterThan(50);
	file.close();
	store.close();
}, 120_000);

test('a full disk refuses the write, keeps what was, and goes on when there is room again', async () => {
	const store = await testStore();
	const [id] = await publish(store, venue());
	const long = 'x'.repeat(7000);
	const many = Array.from({ length: 200 }, (_, n) =>
		organisation({ name: `Förening ${n}`, texts: { sv: { description: long } } }),
	);
	// The stand-in for a full disk that needs no rights: SQLite may not grow its file by more than a few pages.
	const limit = (pages: number) => store.transaction((tx) => tx.check.limitGrowth(pages));
	await limit(5);
	await expect(publish(store, ...many)).rejects.toThrow(Unavailable);
	expect(await store.faces.byIds([id!], 'sv')).toHaveLength(1);
	expect((await store.municipalities.countsOf('1380', NOW)).reduce((sum, { count }) => sum + count, 0)).toBe(1);
	await limit(1_000_000);
	await publish(store, ...many);
	expect(await store.check.damage()).toEqual([]);
});

test('a store locked by another process: writes are refused after a while, reading goes on', async () => {
	const store = await testStore({ patience: 300 });
	const [id] = await publish(store, venue());
	const other = new Database(join(store.folder, 'samlas.db'));
	other.exec('BEGIN IMMEDIATE');
	/** Milliseconds until so many writes at once are all refused. */
	const refused = async (...names: string[]) => {
		const start = performance.now();
		const several = names.map((name) => publish(store, venue({ name })));
		for (const { reason } of (await Promise.allSettled(several)) as PromiseRejectedResult[])
			expect(reason).toMatchObject({ status: 503, key: 'store.busy' });
		return performance.now() - start;
	};
	const alone = await refused('a');
	// Nobody waits for the patience of those before: five after each other would take five times as long.
	expect(await refused('a', 'b', 'c', 'd', 'e')).toBeLessThan(3 * alone);
	expect(await store.faces.byIds([id!], 'sv')).toHaveLength(1);
	other.exec('ROLLBACK');
	other.close();
	await publish(store, venue({ name: 'En till' }));
});

test('while a write waits for another process, this one goes on with everything else', async () => {
	const store = await testStore({ patience: 5000 });
	const other = new Database(join(store.folder, 'samlas.db'));
	other.exec('BEGIN IMMEDIATE');
	let over = false;
	const waiting = publish(store, venue()).finally(() => {
		over = true;
	});
	// However slow the machine is: the turns come, and come before the write has been waited for.
	for (let turn = 0; turn < 20; turn++) await setTimeout(10);
	expect(over).toBe(false);
	other.exec('ROLLBACK');
	other.close();
	expect(await waiting).toHaveLength(1);
});
