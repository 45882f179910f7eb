import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { root } from '../root.ts';

/**
 * Begins a thread that runs a file of this folder (its name without ending): beside the bundle what was bundled, else the
 * source. It may have so many megabytes, keeps no process alive, and tells the log what it dies of.
 */
export function beginThread(name: string, workerData: unknown, megabytes: number): Worker {
	const bundled = import.meta.url.includes('/dist-server/');
	const file = bundled ? join(root, 'dist-server', `${name}.js`) : join(root, 'src', 'server', `${name}.ts`);
	const begun = new Worker(file, {
		workerData,
		resourceLimits: { maxOldGenerationSizeMb: megabytes },
		execArgv: ['--disable-warning=ExperimentalWarning'],
	});
	begun.on('error', (reason) => console.error(reason));
	begun.unref();
	return begun;
}
