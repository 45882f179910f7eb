import cluster, { type Worker } from 'node:cluster';

/** The name of the variable that tells a worker which it is, from 1. */
const NUMBER = 'SAMLAS_WORKER';
/** A worker that dies is started again after so long, milliseconds: one that can't run does not keep the machine busy. */
const AGAIN = 1000;

/** Whether this process is the one that does what only one may do: it tells the terminal, and keeps times and snapshots. */
export const isFirst = (): boolean => (process.env[NUMBER] ?? '1') === '1';

/** Whether this process is to look after others and serves nobody itself. */
export const supervises = (workers: number): boolean => workers > 1 && cluster.isPrimary;

/**
 * Runs some processes that share one port, until it is told to stop. The first opens the store and builds the finder before the
 * others begin; one that dies is started again. When the first can't even begin, all end with its exit code.
 */
export function supervise(workers: number): void {
	let begun = false;
	let stopping = false;
	const running = new Map<Worker, number>();

	function start(number: number): void {
		const worker = cluster.fork({ [NUMBER]: String(number) });
		running.set(worker, number);
		worker.on('listening', () => {
			if (begun) return;
			begun = true;
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
