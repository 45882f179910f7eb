import cluster, { type Worker } from 'node:cluster';
import { answerPlanning } from './planning-elsewhere.ts';
import type { PlanningOffice } from './planning-office.ts';

/** The name of the variable that tells a worker which it is, from 1. */
const NUMBER = 'SAMLAS_WORKER';
/** A worker that dies is started again after so long, milliseconds: one that can't run does not keep the machine busy. */
const AGAIN = 1000;

/** Whether this process is the one that does what only one may do: it tells the terminal, and keeps times and snapshots. */
export const isFirst = (): boolean => (process.env[NUMBER] ?? '1') === '1';

/** Whether this process is to look after others and serves nobody itself. */
export const supervises = (workers: number): boolean => workers > 1 && cluster.isPrimary;

/** Whether this process is one of several that another looks after. */
export const isLookedAfter = (): boolean => cluster.isWorker;

/**
 * Runs some processes that share one port, until it is told to stop. The first opens the store and builds the finder before the
 * others begin; one that dies is started again. When the first can't even begin, all end with its exit code. What they ask of
 * `planning` is answered here, for all of them by one thread.
 */
export function supervise(workers: number, planning: PlanningOffice): void {
	// Answers hold what JSON can not.
	cluster.setupPrimary({ serialization: 'advanced' });
	let begun = false;
	let stopping = false;
	const running = new Map<Worker, number>();

	function start(number: number): void {
		const worker = cluster.fork({ [NUMBER]: String(number) });
		running.set(worker, number);
		answerPlanning(worker, planning);
		worker.on('listening', () => {
			if (begun) return;
			begun = true;
			void planning.warm();
			for (let next = 2; next <= workers; next++) start(next);
		});
		worker.on('exit', (code) => {
			running.delete(worker);
			if (!begun && !stopping) process.exit(code || 1);
			if (stopping && running.size === 0) process.exit(0);
			if (!stopping) setTimeout(() => stopping || start(number), AGAIN);
		});
	}

	for (const signal of ['SIGINT', 'SIGTERM'] as const)
		process.once(signal, () => {
			stopping = true;
			if (running.size === 0) process.exit(0);
			for (const worker of running.keys()) worker.process.kill('SIGTERM');
		});
	start(1);
}
