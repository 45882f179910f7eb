import { Worker } from 'node:worker_threads';
import { programPath } from './program.ts';

/**
 * Begins a thread that runs a program of this folder (its name without ending). It may have so many megabytes, keeps no
 * process alive, and tells the log what it dies of.
 */
export function beginThread(name: string, workerData: unknown, megabytes: number): Worker {
	const begun = new Worker(programPath(name), {
		workerData,
		resourceLimits: { maxOldGenerationSizeMb: megabytes },
		execArgv: ['--disable-warning=ExperimentalWarning'],
	});
	begun.on('error', (reason) => console.error(reason));
	begun.unref();
	return begun;
}
