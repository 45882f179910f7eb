// 200 people who register, edit and ask for entries at once while reviewers decide, against the real server, a process for each of
// two cores: what was lost, what errors anybody was shown, and how long each request took beside the same requests one at a time.
// SAMLAS_BENCH_PEOPLE=50 for another crowd, SAMLAS_BENCH_WORKERS=1 for fewer processes, SAMLAS_BENCH_PAUSE=5000 for
// people in less haste, SAMLAS_BENCH_ROUNDS, SAMLAS_BENCH_PORT for another port.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at, ms, printTable } from './figures.ts';
import { crowd, lost, nothingYet, type Went } from './people/crowd.ts';
import { setScene } from './people/scene.ts';
import { stampede } from './people/stampede.ts';
import { warm } from './people/warm.ts';
import { cpuSeconds, serveStore } from './servers.ts';

const PEOPLE = Number(process.env.SAMLAS_BENCH_PEOPLE ?? 200);
const ROUNDS = Number(process.env.SAMLAS_BENCH_ROUNDS ?? 2);
const WORKERS = process.env.SAMLAS_BENCH_WORKERS ?? '2';
const PORT = Number(process.env.SAMLAS_BENCH_PORT ?? 4340);
const REVIEWERS = 20;
/** Milliseconds between two requests of a person, on average; by itself somebody who reads and types in great haste. */
const PAUSE = Number(process.env.SAMLAS_BENCH_PAUSE ?? 2000);
const folder = mkdtempSync(join(tmpdir(), 'samlas-bench-people-'));

async function run(name: string, people: number, pause: number | null, port: number): Promise<Went> {
	const data = join(folder, name);
	const scene = await setScene(data, people, people === 1 ? 1 : REVIEWERS);
	const server = await serveStore(data, port, { WORKERS });
	await warm(server.address, scene);
	const before = cpuSeconds(server.pid) ?? 0;
	const went = nothingYet();
	const began = performance.now();
	await crowd({ origin: server.address, scene, rounds: people === 1 ? 20 : ROUNDS, pause }, went);
	const seconds = (performance.now() - began) / 1000;
	const requests = Object.values(went.times).reduce((sum, list) => sum + list.length, 0);
	const total = cpuSeconds(server.pid);
	const used = total === null ? null : total - before;
	await server.stop();
	const missing = await lost(data, went);
	const steps = went.registrations.flatMap(({ words }) => words).length;
	const sent = went.registrations.filter((one) => one.sent).length;
	const saves = went.words.length + went.claims.length + steps + sent;
	console.log(
		`${name}: ${people} people, ${requests} requests in ${seconds.toFixed(0)} s (${Math.round(requests / seconds)} a second, ` +
			`${used === null ? '?' : `${used.toFixed(1)} s of processor, ${((1000 * used) / requests).toFixed(1)} ms each`}); ${saves} saves acknowledged (${sent} registrations sent in), ${went.decided} decided, ` +
			`${went.merged} merged with what another wrote; lost ${missing.length}, errors shown ${went.errors.length}`,
	);
	for (const line of [...missing, ...went.errors].slice(0, 10)) console.log(`  ${line}`);
	return went;
}

const alone = await run('one at a time', 1, null, PORT);
const together = await run('at once', PEOPLE, PAUSE, PORT + 1);
const all = ({ times }: Went) => Object.values(times).flat();
const line = (what: string, one: readonly number[], many: readonly number[]) => ({
	what,
	asked: many.length,
	'alone p50 ms': ms(at(one, 0.5)),
	'alone p99 ms': ms(at(one, 0.99)),
	'at once p50 ms': ms(at(many, 0.5)),
	'at once p99 ms': ms(at(many, 0.99)),
	'times alone (p99)': (at(many, 0.99) / at(one, 0.99)).toFixed(1),
});
printTable([
	...Object.keys(together.times).map((what) => line(what, alone.times[what] ?? [0], together.times[what]!)),
	line('all', all(alone), all(together)),
]);
// Nobody comes over a pause here, and none is hidden among the others: what all of them opening one page at once is like.
const storm = join(folder, 'stampede');
const scene = await setScene(storm, PEOPLE, 1);
const stormed = [await stampede(storm, PORT + 3, scene, 1), await stampede(storm, PORT + 4, scene, 2)];
printTable(stormed.flatMap(({ lines }) => lines));
const shown = stormed.flatMap(({ errors }) => errors);
console.log(`stampede: errors shown ${shown.length}`);
for (const error of shown.slice(0, 10)) console.log(`  ${error}`);
// How much there is to spare: nobody reads or types, so that the times are those of a queue.
await run('at once, without a pause', PEOPLE, null, PORT + 2);
rmSync(folder, { recursive: true, force: true });
