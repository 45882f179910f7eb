// Builds one peer and asks it everything, in a process of its own. Started by `ask.ts`, which stops it when it takes too long.

import { readFileSync } from 'node:fs';
import { memoryMb } from '../figures.ts';
import type { Build, Doc, Job, Told } from './peer.ts';

const job = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Job;
const tell = (told: Told) => new Promise((resolve) => process.send!(told, resolve));
const { build } = (await import(`./${job.peer}.ts`)) as { build: Build };

/** The entries one at a time: no list of them stands beside what the peer makes of them. */
function* entries(): Iterable<Doc> {
	const bytes = readFileSync(job.docs);
	for (let from = 0; from < bytes.length; ) {
		const end = bytes.indexOf(10, from);
		yield JSON.parse(bytes.toString('utf8', from, end)) as Doc;
		from = end + 1;
	}
}

// Reading them alone takes time and memory too, which is not the peer's.
const reading = performance.now();
for (const _ of entries());
const read = performance.now() - reading;
const before = memoryMb();
const building = performance.now();
const peer = await build(entries(), job.fields, job);
const built = (performance.now() - building - read) / 1000;
await tell({ built, mb: memoryMb() - before + (peer.elsewhereMb?.() ?? 0) });

/** Each question in turn, several times over; the milliseconds of each, and how much was answered on average. */
async function asked<T>(question: string, list: readonly T[], ask: (one: T) => unknown) {
	const times: number[] = [];
	let results = 0;
	for (let round = 0; round < job.rounds; round++)
		for (const one of list) {
			peer.forget?.(question in job.texts);
			const began = performance.now();
			const answer = (await ask(one)) as { length: number };
			times.push(performance.now() - began);
			results += answer.length;
		}
	if (times.length) await tell({ question, times, results: results / times.length });
}

// The first of all pays for what is compiled and opened.
await peer.text(Object.values(job.texts)[0]![0]!, job.limit);
const { radius, box, tile } = peer;
if (radius) await asked('radius', job.near, (near) => radius(near, 5, job.limit));
if (box) await asked('box', job.boxes, box);
if (tile) for (const [name, tiles] of Object.entries(job.tiles)) await asked(name, tiles, tile);
const hits: number[][] = [];
for (const [name, texts] of Object.entries(job.texts))
	await asked(name, texts, async (q) => {
		const found = await peer.text(q, job.limit);
		if (job.hits) hits.push(found);
		return found;
	});
if (job.hits) await tell({ hits });
await peer.close?.();
process.disconnect();
