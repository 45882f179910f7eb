import { expect, test } from 'vitest';
import { repeat } from '../../src/server/jobs.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('a job that fails is told of once, goes on, and stops when it is told to', async () => {
	const told: unknown[] = [];
	let times = 0;
	const work = async () => {
		times++;
		if (times !== 3) throw new Error('store.full');
	};
	const stop = repeat(work, { every: 5, onFailure: (reason) => told.push(String(reason)) });
	while (times < 6) await pause(5);
	stop();
	expect(told).toEqual(['Error: store.full', 'Error: store.full']);
	const before = times;
	await pause(40);
	expect(times).toBe(before);
});
