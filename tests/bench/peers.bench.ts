// What others would have used, over the same invented organisations: build time, memory, and how long a text, a radius, a box
// and a tile take. Each in a process of its own. SAMLAS_BENCH_ROWS=10000 for another size; SAMLAS_BENCH_PORT for PostgreSQL's.

import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance } from '../../db/demo/chance.ts';
import { loadGeography } from '../../db/geography/index.ts';
import type { Bbox, LonLat } from '../../src/domain/geo.ts';
import { worldOf } from '../../src/domain/mercator.ts';
import { at, ms, printTable } from './figures.ts';
import { manyRows } from './many-rows.ts';
import { ask, type Outcome } from './peers/ask.ts';
import { startCluster } from './peers/cluster.ts';
import { docFields, docOf } from './peers/doc.ts';
import type { Job } from './peers/peer.ts';

const ROWS = Number(process.env.SAMLAS_BENCH_ROWS ?? 100_000);
const PORT = Number(process.env.SAMLAS_BENCH_PORT ?? 4335);
/** Seconds that each may take. */
const LIMIT = 150;
const FEATURES = 200;
const peers: Record<string, string> = {
	finder: 'Samlas’ finder',
	sqlite: 'SQLite: FTS5, R*Tree',
	postgres: 'PostgreSQL, PostGIS, pg_trgm',
	minisearch: 'MiniSearch 7',
	orama: 'Orama 3, Swedish',
	flexsearch: 'FlexSearch 0.8',
};
const questions = ['a word', 'two words', 'misspelt', 'radius', 'box', 'tile z10', 'tile z7'];
const folder = mkdtempSync(join(tmpdir(), 'samlas-bench-'));
const mine = chance(1);

const places: LonLat[] = [];
const file = join(folder, 'docs.jsonl');
const handle = openSync(file, 'w');
for (const row of await manyRows(ROWS, Math.floor(Date.now() / 1000), 'organisation')) {
	writeSync(handle, `${JSON.stringify({ ...docOf(row), row })}\n`);
	if (row.position) places.push(row.position);
}
closeSync(handle);
const towns = loadGeography().localities.filter(({ population }) => population > 15_000);
const words = 'språkkafé schack fotboll bygdegård kör gympa barn svenska björk hembygd teater scout musik dans'.split(
	' ',
);
const tilesAt = (z: number) =>
	towns.map((town) => {
		const { x, y } = worldOf(town);
		return { z, x: Math.floor(x / 2 ** (32 - z)), y: Math.floor(y / 2 ** (32 - z)) };
	});
const job: Omit<Job, 'peer' | 'socket'> = {
	docs: file,
	fields: docFields,
	port: PORT,
	limit: 20,
	texts: {
		'a word': words,
		'two words': words.slice(1).map((word, place) => `${words[place]} ${word}`),
		misspelt: ['fotbol', 'schakc', 'bygdegrd', 'gymppa', 'hembgyd'],
	},
	rounds: 4,
	near: Array.from({ length: 40 }, () => mine.one(towns)),
	boxes: Array.from({ length: 40 }, () => boxAround(mine.one(towns))),
	tiles: { 'tile z10': tilesAt(10), 'tile z7': tilesAt(7) },
};
console.log(`${ROWS} organisations. Each peer has ${LIMIT} s.`);
const cluster = startCluster(PORT);
const outcomes: Record<string, Outcome> = {};
for (const peer of Object.keys(peers)) {
	if (peer === 'postgres' && !cluster) continue;
	outcomes[peer] = await ask({ ...job, peer, socket: cluster?.socket ?? '' }, folder, LIMIT);
	console.log(`  ${peers[peer]}: ${outcomes[peer].failure ?? 'done'}`);
}
cluster?.stop();
rmSync(folder, { recursive: true, force: true });

printTable(
	Object.entries(outcomes).map(([peer, { built, mb, questions: told, failure }]) => ({
		'p50 / p99 ms': peers[peer]!,
		'build s': built?.toFixed(1) ?? failure ?? '',
		MB: mb ?? '',
		...Object.fromEntries(questions.map((question) => [question, cellOf(told[question], failure)])),
	})),
);
console.log('How much is answered on average: hits, features, bytes of a tile.');
printTable(
	Object.entries(outcomes).map(([peer, { questions: told }]) => ({
		answered: peers[peer]!,
		...Object.fromEntries(
			questions.map((question) => [question, told[question] ? Math.round(told[question].results) : '']),
		),
	})),
);

function cellOf(told: Outcome['questions'][string] | undefined, failure: string | null): string {
	if (told) return `${ms(at(told.times, 0.5))} / ${ms(at(told.times, 0.99))}`;
	return failure ?? '';
}

/** A box around a place with about so many organisations. */
function boxAround({ lon, lat }: LonLat): Bbox {
	const away = places
		.map((one) => Math.max(Math.abs(one.lon - lon) / 2, Math.abs(one.lat - lat)))
		.sort((a, b) => a - b);
	const half = away[Math.min(FEATURES, away.length) - 1]!;
	return [lon - half * 2, lat - half, lon + half * 2, lat + half];
}
