// Vector tiles at 510 000 entries, beside the same spots as clusters in GeoJSON. Each tile is made anew: none is remembered.
// SAMLAS_BENCH_ROWS=50000 for another size.

import { gzipSync } from 'node:zlib';
import { boxOf, WORLD, worldOf } from '../../src/domain/mercator.ts';
import { everything, type Query } from '../../src/domain/query.ts';
import { SearchIndex } from '../../src/finder/search-index.ts';
import { manyRows } from './many-rows.ts';

const ROWS = Number(process.env.SAMLAS_BENCH_ROWS ?? 510_000);
/** So many tiles a line: a p99 is then that of twenty, and not of one that came at a bad time. */
const ROUNDS = 400;
const now = Math.floor(Date.now() / 1000);
const index = new SearchIndex(new Map([['1380', 'Halmstad']]));
for (const row of await manyRows(ROWS, now)) index.put(row);
// As the server does before it answers.
index.warm(now);

const towns = [
	[18.06, 59.33],
	[11.97, 57.7],
	[13.0, 55.6],
	[12.86, 56.67],
	[17.27, 63.17],
] as const;
const queries: Record<string, Partial<Query>> = {
	everything: {},
	'two filters': { kind: ['activity'], audience: ['seniors'] },
	'a word and three filters': { q: 'schack', kind: ['activity'], weekday: ['tue', 'thu'], audience: ['seniors'] },
};
const at = (list: number[], share: number) => [...list].sort((a, b) => a - b)[Math.floor(list.length * share)]!;
function timed<T>(list: number[], work: () => T): T {
	const began = performance.now();
	const made = work();
	list.push(performance.now() - began);
	return made;
}

const table: Record<string, Record<string, string>> = {};
for (const [name, part] of Object.entries(queries))
	for (let z = 4; z <= 14; z += 2) {
		const tiles: number[] = [];
		const warm: number[] = [];
		const controls: number[] = [];
		let largest = 0;
		let json = 0;
		for (let round = 0; round < ROUNDS; round++)
			for (const [lon, lat] of towns) {
				const { x, y } = worldOf({ lon, lat });
				const side = WORLD / 2 ** z;
				const tile = { z, x: Math.floor(x / side), y: Math.floor(y / side) };
				// A row that changes nothing of the answer empties what is remembered.
				index.drop(-1);
				const query = { ...everything, ...part };
				const made = timed(tiles, () => index.tile(query, tile, now));
				timed(warm, () => index.tile(query, tile, now));
				if (round > 1) continue;
				largest = Math.max(largest, gzipSync(made).length);
				const spots = timed(controls, () => JSON.stringify(index.map({ ...query, bbox: boxOf(tile) }, z, now)));
				json = Math.max(json, gzipSync(spots).length);
			}
		table[`${name}, z${z}`] = {
			'p50 ms': at(tiles, 0.5).toFixed(2),
			'p99 ms': at(tiles, 0.99).toFixed(2),
			'again ms': at(warm, 0.5).toFixed(3),
			'largest kB': (largest / 1000).toFixed(1),
			'control: GeoJSON p50 ms': at(controls, 0.5).toFixed(2),
			'control: kB': (json / 1000).toFixed(1),
		};
	}
console.log(`${ROWS} entries; no query, mask or tile is remembered from one to the next, except under "again".`);
console.table(table);
