import { Unavailable } from '../domain/errors.ts';
import { Recent } from '../domain/recent.ts';
import type { ReportPaper } from '../paper/report.ts';
import { beginThread } from './thread.ts';

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
/** Twice so many reports are kept, some hundred kilobytes each: a council's members fetch the same. */
const MOST_KEPT = 10;

/** Writes reports one after another, each in a thread of its own that is gone afterwards. */
export function createPaperOffice({ longest = LONGEST } = {}): PaperOffice {
	const kept = new Recent<string, Promise<Uint8Array>>(MOST_KEPT);
	let last: Promise<unknown> = Promise.resolve();

	return {
		report(order) {
			return kept.of(JSON.stringify(order), () => {
				const written = last.then(() => writtenApart(order, longest));
				last = written.catch(() => {});
				return written;
			});
		},
	};
}

function writtenApart(order: Order, longest: number): Promise<Uint8Array> {
	const worker = beginThread('paper-work', order, MEMORY);
	const late = setTimeout(() => void worker.terminate(), longest);
	return new Promise<Uint8Array>((resolve, reject) => {
		worker.on('message', resolve);
		worker.on('exit', () => reject(new Unavailable('planning.broken')));
	}).finally(() => clearTimeout(late));
}
