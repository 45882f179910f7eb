import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fold, stopWords } from '../../src/finder/fold.ts';
import type { ControlField } from './fts5.ts';
import { ask } from './peers/ask.ts';
import { startCluster } from './peers/cluster.ts';

const PORT = Number(process.env.SAMLAS_BENCH_PORT ?? 4335);
/** Seconds that each may take. */
const LIMIT = 150;
const peers: Record<string, string> = {
	postgres: 'PostgreSQL',
	minisearch: 'MiniSearch',
	orama: 'Orama',
	flexsearch: 'FlexSearch',
};

/** What each peer finds first for some queries, over the same texts: by its name the hits of each query, and the times. */
export async function askPeers(
	fields: readonly ControlField[],
	docs: readonly { id: number; texts: string[] }[],
	queries: readonly string[],
	limit: number,
): Promise<{ name: string; found: number[][]; times: number[] }[]> {
	const folder = mkdtempSync(join(tmpdir(), 'samlas-bench-'));
	const file = join(folder, 'docs.jsonl');
	const handle = openSync(file, 'w');
	for (const { id, texts } of docs)
		writeSync(handle, `${JSON.stringify({ id, kind: 'organisation', position: null, texts })}\n`);
	closeSync(handle);
	// They are spared the small words, as the finder and FTS5 are.
	const labelled = queries.map(
		(q) =>
			q
				.split(' ')
				.filter((word) => !stopWords.has(fold(word)))
				.join(' ') || q,
	);
	const cluster = startCluster(PORT);
	const answers: { name: string; found: number[][]; times: number[] }[] = [];
	for (const [peer, name] of Object.entries(peers)) {
		if (peer === 'postgres' && !cluster) continue;
		const asked = { texts: { labelled }, rounds: 1, near: [], boxes: [], tiles: {}, hits: true };
		const where = { socket: cluster?.socket ?? '', port: PORT };
		const outcome = await ask({ peer, docs: file, fields, limit, ...asked, ...where }, folder, LIMIT);
		if (outcome.hits) answers.push({ name, found: outcome.hits, times: outcome.questions['labelled']!.times });
		else console.warn(`!!! ${name}: ${outcome.failure}; it has no figures here.`);
	}
	cluster?.stop();
	rmSync(folder, { recursive: true, force: true });
	return answers;
}
