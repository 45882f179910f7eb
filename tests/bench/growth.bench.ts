// How cost grows with the number of organisations, one size after another in processes of their own.
// SAMLAS_BENCH_SIZES=10000,20000 for other sizes.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { at, ms, printTable } from './figures.ts';
import type { Size } from './growth/one-size.ts';

const SIZES = (process.env.SAMLAS_BENCH_SIZES ?? '30000,100000,300000,1000000').split(',').map(Number);
const both = (times: number[]) => `${ms(at(times, 0.5))} / ${ms(at(times, 0.99))}`;
const lines: Record<string, string | number>[] = [];
for (const size of SIZES) {
	const child = fork(join(import.meta.dirname, 'growth', 'one-size.ts'), [String(size)], {
		execArgv: ['--expose-gc', '--max-old-space-size=12000'],
	});
	process.once('exit', () => child.kill('SIGKILL'));
	const ended = once(child, 'exit');
	const [seen] = (await Promise.race([once(child, 'message'), ended.then(([code]) => [code])])) as [Size | number];
	await ended;
	if (typeof seen !== 'object') throw new Error(`${size} organisations: ended with ${seen}.`);
	const { built, mb, search, z10, z7, snapshotMb, taken } = seen;
	lines.push({
		organisations: size.toLocaleString('en').replaceAll(',', ' '),
		'build s': (built / 1000).toFixed(1),
		'MB, whole process': mb,
		'a word, three filters, all counts: p50 / p99 ms': both(search),
		'tile z10: p50 / p99 ms': both(z10),
		'tile z7: p50 / p99 ms': both(z7),
		'snapshot MB': Math.round(snapshotMb),
		'taken from it in ms': Math.round(taken),
	});
	console.log(`  ${size}: done`);
}
printTable(lines);
