// One size of growth.bench.ts, in a process of its own: builds the index, asks it, writes it down and takes it again.

import { deserialize, serialize } from 'node:v8';
import { loadGeography } from '../../../db/geography/index.ts';
import { type TileAt, worldOf } from '../../../src/domain/mercator.ts';
import { everything, type Query } from '../../../src/domain/query.ts';
import { SearchIndex } from '../../../src/finder/search-index.ts';
import { memoryMb, timed } from '../figures.ts';
import { manyRows } from '../many-rows.ts';

/** What was seen at a size; times in milliseconds, memory of the whole process. */
export interface Size {
	built: number;
	mb: number;
	search: number[];
	z10: number[];
	z7: number[];
	snapshotMb: number;
	taken: number;
}

const ROUNDS = 6;
const count = Number(process.argv[2]);
const now = Math.floor(Date.now() / 1000);
const rows = await manyRows(count, now, 'organisation');
const [first] = rows;
const building = performance.now();
const index = new SearchIndex(new Map());
for (const row of rows) index.put(row);
const built = performance.now() - building;
// The first of all pays for the minute's times.
index.search(everything, now);
const mb = memoryMb();

const words = 'schack fotboll kör gympa barn svenska hembygd teater scout musik dans odling'.split(' ');
const filters: Partial<Query>[] = [
	{ kind: ['organisation'], theme: ['culture'], audience: ['seniors'] },
	{ kind: ['organisation'], theme: ['sport'], audience: ['children', 'youth'] },
	{ kind: ['organisation'], language: ['sv'], municipality: ['1380', '0180', '1480'] },
];
const towns = loadGeography().localities.filter(({ population }) => population > 15_000);
const tileOf = (z: number, town: { lon: number; lat: number }): TileAt => {
	const { x, y } = worldOf(town);
	return { z, x: Math.floor(x / 2 ** (32 - z)), y: Math.floor(y / 2 ** (32 - z)) };
};
const search: number[] = [];
const tiles: Record<10 | 7, number[]> = { 10: [], 7: [] };
for (let round = 0; round < ROUNDS; round++) {
	for (const q of words)
		for (const filter of filters) {
			// An entry written anew lets go of every answer that is kept.
			index.put(first!);
			timed(search, () => index.search({ ...everything, q, ...filter }, now));
		}
	for (const z of [10, 7] as const)
		for (const town of towns) {
			index.drop(-1);
			timed(tiles[z], () => index.tile(everything, tileOf(z, town), now));
		}
}
const bytes = serialize(index.freeze());
const taking = performance.now();
new SearchIndex(new Map()).thaw(deserialize(bytes));
const taken = performance.now() - taking;
const seen: Size = { built, mb, search, z10: tiles[10], z7: tiles[7], snapshotMb: bytes.length / 1e6, taken };
process.send!(seen, () => process.disconnect());
