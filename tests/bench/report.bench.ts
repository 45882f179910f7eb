// A municipality's report as a reader meets it, over the invented Sweden: the first after a start, one that nobody asked for
// before, one just asked for again, and the same on paper. Control: the front page of the same server, asked in between.
// SAMLAS_BENCH_STORE takes another store; SAMLAS_BENCH_ROUNDS more rounds.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { seedDemo } from '../../db/demo/index.ts';
import { openStore } from '../../src/store/open.ts';
import { at, ms, printTable } from './figures.ts';
import { cpuSeconds, residentMb, serveStore } from './servers.ts';

const PORT = Number(process.env.SAMLAS_BENCH_PORT ?? 4326);
const ROUNDS = Number(process.env.SAMLAS_BENCH_ROUNDS ?? 15);
/** Seconds in which a server that nobody asks makes itself ready. */
const READY = 30;
const LARGE = 'halmstad';
const OTHERS = ['stromsund', 'goteborg', 'bjurholm', 'kalmar'];

const given = process.env.SAMLAS_BENCH_STORE;
const folder = given ?? mkdtempSync(join(tmpdir(), 'samlas-bench-'));
if (!given) {
	const store = await openStore(folder);
	await seedDemo(store, { now: Math.floor(Date.now() / 1000) });
	store.close();
}

/** Milliseconds until an address has answered whole, what of them the processor worked, and what came. */
async function asked(pid: number, url: string) {
	const before = cpuSeconds(pid);
	const began = performance.now();
	const body = Buffer.from(await (await fetch(url)).arrayBuffer());
	const took = performance.now() - began;
	return { took, cpu: before === null ? Number.NaN : (cpuSeconds(pid)! - before) * 1000, body };
}

const lines: Record<string, string | number>[] = [];
const line = (what: string, all: { took: number; cpu: number }[], control: number) =>
	lines.push({
		what,
		'p50 ms': ms(
			at(
				all.map(({ took }) => took),
				0.5,
			),
		),
		'processor ms': ms(all.reduce((sum, { cpu }) => sum + cpu, 0) / all.length),
		'beside the front page': control
			? `${(
					at(
						all.map(({ took }) => took),
						0.5,
					) / control
				).toFixed(1)} ×`
			: '',
	});

async function rounds(pid: number, url: string) {
	const found = [];
	for (let round = 0; round < ROUNDS; round++) found.push(await asked(pid, url));
	return found;
}

const hasty = await serveStore(folder, PORT);
const first = await asked(hasty.pid, `${hasty.address}/planering/${LARGE}`);
await hasty.stop();

const server = await serveStore(folder, PORT);
const { pid } = server;
const began = residentMb(pid)?.now ?? 0;
await pause(READY * 1000);
const ready = residentMb(pid)?.now ?? 0;
const report = (slug: string) => `${server.address}/planering/${slug}`;
await rounds(pid, `${server.address}/`);
const control = await rounds(pid, `${server.address}/`);
const middle = at(
	control.map(({ took }) => took),
	0.5,
);
line('control: the front page', control, 0);
line(`the report of ${LARGE}, asked as soon as the server answers`, [first], middle);
line('the first report of a server that has made itself ready', [await asked(pid, report(LARGE))], middle);
const fresh = [];
for (const slug of OTHERS) fresh.push(await asked(pid, report(slug)));
line('a report that nobody asked for before', fresh, middle);
line('a report that was just asked for', await rounds(pid, report(LARGE)), middle);
line('a report on paper, written', [await asked(pid, `${report(LARGE)}/fil/oversikt.pdf`)], middle);
line('the same report on paper again', await rounds(pid, `${report(LARGE)}/fil/oversikt.pdf`), middle);
printTable(lines);

printTable(
	await Promise.all(
		[LARGE, ...OTHERS, 'hallands-lan', 'sverige'].map(async (slug) => {
			const { body } = await asked(pid, report(slug));
			const kb = (bytes: number) => (bytes / 1000).toFixed(0);
			return {
				report: slug,
				'HTML kB': kb(body.length),
				gzip: kb(gzipSync(body).length),
				brotli: kb(brotliCompressSync(body).length),
			};
		}),
	),
);
console.log(`Memory: ${began} MB as it answers, ${ready} MB made ready, ${residentMb(pid)?.most} MB at most.`);
await server.stop();
if (!given) rmSync(folder, { recursive: true, force: true });
