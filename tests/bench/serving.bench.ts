// The whole server at the scale of the country: how soon it answers after a start from its snapshot, how much memory it holds
// then, made ready for reports, under load, and with reports and their papers beside the load, how soon an edit is found. Making its store takes minutes: SAMLAS_BENCH_STORE keeps it for the next run.
// Control: the same process with an empty store. SAMLAS_BENCH_SECONDS=60 loads it for longer.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { WORLD, worldOf } from '../../src/domain/mercator.ts';
import { openStore } from '../../src/store/open.ts';
import { organisation } from '../store.ts';

const SECONDS = Number(process.env.SAMLAS_BENCH_SECONDS ?? 20);
const PORT = 4325;
const EDITS = 20;
const root = join(import.meta.dirname, '..', '..');
const words =
	'språkkafé schack fotboll bygdegård kör gympa svenska stickcafé hembygd förening pensionär odling dans'.split(' ');
const towns = [
	[18.06, 59.33],
	[11.97, 57.7],
	[13, 55.6],
	[12.86, 56.67],
	[17.27, 63.17],
] as const;
const at = (list: number[], share: number) =>
	[...list].sort((a, b) => a - b)[Math.floor(list.length * share)] ?? Number.NaN;

/** Megabytes, as Linux tells of a process: what it holds now, and its most so far. */
function memoryOf(pid: number): { now: number; most: number } {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)![1]) / 1000);
	return { now: of('VmRSS'), most: of('VmHWM') };
}

/** The process that serves: `npm start` starts it and waits. */
const servingOf = (starter: number): number =>
	Number(readFileSync(`/proc/${starter}/task/${starter}/children`, 'utf8').trim().split(' ').at(-1));

async function start(folder: string) {
	const began = performance.now();
	const starter = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
		stdio: 'ignore',
		env: { ...process.env, PORT: String(PORT), SAMLAS_DATA: folder, SAMLAS_DEMO: '0', RATE_LIMIT: '100000000' },
	});
	const answers = () =>
		fetch(`http://localhost:${PORT}/api/v1/listings`).then(
			({ ok }) => ok,
			() => false,
		);
	while (!(await answers())) await pause(20);
	const took = performance.now() - began;
	const stop = async () => {
		starter.kill();
		await once(starter, 'exit');
	};
	return { pid: servingOf(starter.pid!), took, stop };
}

/** One of many unlike questions: half of them searches, then tiles, pages and pictures. */
function question(n: number): string {
	const params = new URLSearchParams({ q: words[n % words.length]! });
	if (n % 3 === 0) params.set('kind', 'activity');
	if (n % 5 === 0) params.set('weekday', 'tue');
	if (n % 7 === 0) params.set('municipality', '1380');
	const [lon, lat] = towns[n % towns.length]!;
	const z = 4 + (n % 11);
	const { x, y } = worldOf({ lon: lon + (n % 17) / 40, lat: lat + (n % 13) / 40 });
	const tile = `${z}/${Math.floor((x * 2 ** z) / WORLD)}/${Math.floor((y * 2 ** z) / WORLD)}`;
	if (n % 10 < 5) return `/api/v1/listings?${params}`;
	if (n % 10 < 7) return `/api/v1/tiles/${tile}.mvt${n % 2 ? `?${params}` : ''}`;
	return n % 10 < 9 ? `/sok?${params}` : `/api/v1/map.svg?${params}`;
}

async function load(seconds: number): Promise<number[]> {
	const times: number[] = [];
	const until = Date.now() + 1000 * seconds;
	let n = 0;
	const one = async () => {
		while (Date.now() < until) {
			const began = performance.now();
			const response = await fetch(`http://localhost:${PORT}${question(n++)}`);
			await response.arrayBuffer();
			if (response.status >= 400) throw new Error(`${response.status} ${response.url}`);
			times.push(performance.now() - began);
		}
	};
	await Promise.all([one(), one(), one(), one()]);
	return times;
}

/** Milliseconds from when another process has written an entry until a search of the server finds it. */
async function edits(folder: string): Promise<number[]> {
	const store = await openStore(folder);
	const times: number[] = [];
	for (let n = 0; n < EDITS; n++) {
		const name = `Zyx${Date.now().toString(36)} Qwv${n}`;
		await store.transaction((tx) =>
			tx.listings.create(organisation({ name }), { at: Math.floor(Date.now() / 1000), publish: true }),
		);
		const began = performance.now();
		for (;;) {
			const found = await fetch(`http://localhost:${PORT}/api/v1/listings?limit=1&q=${encodeURIComponent(name)}`);
			if (((await found.json()) as { total: number }).total > 0) break;
		}
		times.push(performance.now() - began);
	}
	store.close();
	return times;
}

/** Reports of a municipality, a county and the country, and one on paper. */
const reports = ['halmstad', 'goteborg', 'hallands-lan', 'sverige', 'halmstad/fil/oversikt.pdf'];

async function read(path: string): Promise<void> {
	const response = await fetch(`http://localhost:${PORT}/planering/${path}`);
	await response.arrayBuffer();
	if (response.status >= 400) throw new Error(`${response.status} ${response.url}`);
}

async function measure(folder: string) {
	// The first start may build and writes the snapshot; the second takes it.
	await (await start(folder)).stop();
	const { pid, took, stop } = await start(folder);
	const atStart = memoryOf(pid);
	// It is answered when all is made ready.
	await read('halmstad');
	const ready = memoryOf(pid);
	const times = await load(SECONDS);
	const loaded = memoryOf(pid);
	const beside = load(SECONDS);
	for (const path of reports) await read(path);
	await beside;
	const reported = memoryOf(pid);
	const found = await edits(folder);
	await stop();
	return {
		'first answer after, s': (took / 1000).toFixed(1),
		'MB then': atStart.now,
		'MB made ready for reports': ready.now,
		'MB after the load': loaded.now,
		'MB at most': loaded.most,
		'MB at most, reports beside it': reported.most,
		'requests a second': (times.length / SECONDS).toFixed(0),
		'p50 ms': at(times, 0.5).toFixed(1),
		'p99 ms': at(times, 0.99).toFixed(1),
		'an edit is found after, ms, p50': at(found, 0.5).toFixed(0),
		'at most': Math.max(...found).toFixed(0),
	};
}

const made = mkdtempSync(join(tmpdir(), 'samlas-bench-'));
const national = process.env.SAMLAS_BENCH_STORE ?? join(made, 'national');
if (!existsSync(join(national, 'samlas.db')))
	execFileSync(process.execPath, [join(root, 'scripts', 'samlas.mjs'), 'demo', '--scale', 'national'], {
		stdio: 'inherit',
		env: { ...process.env, SAMLAS_DATA: national },
	});
console.table({
	'the country': await measure(national),
	'control: an empty store': await measure(join(made, 'empty')),
});
rmSync(made, { recursive: true, force: true });
