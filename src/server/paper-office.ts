import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Unavailable } from '../domain/errors.ts';
import type { ReportPaper } from '../paper/report.ts';
import { root } from '../root.ts';

/** What is to be put on paper, in whose language. */
export interface Order {
	report: ReportPaper;
	locale: 'sv' | 'en';
}

export interface PaperOffice {
	/** A report as PDF, written off the thread that answers requests. Throws `Unavailable` when it takes too long or fails. */
	report(order: Order): Promise<Uint8Array>;
}

/** Milliseconds. */
const LONGEST = 60_000;
const MEMORY = 384;
/** Reports that are kept, some hundred kilobytes each: a council's members fetch the same. */
const MOST_KEPT = 20;

/** What the thread runs: beside the bundle what was bundled, else the source. */
const program = () =>
	import.meta.url.includes('/dist-server/')
		? join(root, 'dist-server', 'paper-work.js')
		: join(root, 'src', 'server', 'paper-work.ts');

/** Writes reports one after another, each in a thread of its own that is gone afterwards. */
export function createPaperOffice({ longest = LONGEST } = {}): PaperOffice {
	const kept = new Map<string, Promise<Uint8Array>>();
	let last: Promise<unknown> = Promise.resolve();

	return {
		report(order) {
			const key = JSON.stringify(order);
			const known = kept.get(key);
			if (known) return known;
			const written = last.then(() => writtenApart(order, longest));
			last = written.catch(() => {});
			kept.set(key, written);
			written.catch(() => kept.delete(key));
			const [oldest] = kept.keys();
			if (kept.size > MOST_KEPT) kept.delete(oldest!);
			return written;
		},
	};
}

function writtenApart(order: Order, longest: number): Promise<Uint8Array> {
	const worker = new Worker(program(), {
		workerData: order,
		resourceLimits: { maxOldGenerationSizeMb: MEMORY },
		execArgv: ['--disable-warning=ExperimentalWarning'],
	});
	worker.unref();
	const late = setTimeout(() => void worker.terminate(), longest);
	return new Promise<Uint8Array>((resolve, reject) => {
		worker.on('message', resolve);
		worker.on('error', (reason) => console.error(reason));
		worker.on('exit', () => reject(new Unavailable('planning.broken')));
	}).finally(() => clearTimeout(late));
}
