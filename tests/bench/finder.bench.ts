// Search with text, filters and all counts: the finder beside SQLite's FTS5 with GROUP BY for the same questions.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { seedDemo } from '../../db/demo/index.ts';
import { everything, type Query } from '../../src/domain/query.ts';
import { createFinder } from '../../src/finder/finder.ts';
import { openStore } from '../../src/store/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'samlas-bench-'));
const store = await openStore(folder);
const now = Math.floor(Date.now() / 1000);
await store.transaction((tx) => tx.occurrences.roll(now));
const { count } = await seedDemo(store, { now });

const started = performance.now();
const finder = await createFinder(store);
const built = performance.now() - started;

const control = new Database(join(folder, 'control.db'));
control.exec(`ATTACH '${join(folder, 'samlas.db')}' AS s;
	CREATE VIRTUAL TABLE words USING fts5(name, description, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
	INSERT INTO words (rowid, name, description) SELECT l.id, l.name, t.description FROM s.listings l
		LEFT JOIN s.listing_texts t ON t.listing = l.id AND t.language = 'sv';`);
const found = 'FROM words JOIN s.listings l ON l.id = words.rowid WHERE words MATCH @q AND l.kind = @kind';
const hits = control.prepare(`SELECT l.id ${found} ORDER BY bm25(words, 10, 1) LIMIT 20`);
const facets = [
	`SELECT l.kind, count(*) FROM words JOIN s.listings l ON l.id = words.rowid WHERE words MATCH @q GROUP BY 1`,
	`SELECT l.municipality, count(*) ${found} GROUP BY 1`,
	...['theme', 'audience', 'language'].map(
		(name) => `SELECT f.${name}, count(*) FROM words JOIN s.listings l ON l.id = words.rowid
			JOIN s.listing_${name}s f ON f.listing = l.id WHERE words MATCH @q AND l.kind = @kind GROUP BY 1`,
	),
].map((sql) => control.prepare(sql));

const words = ['språkkafé', 'schack', 'fotboll', 'bygdegård', 'kör', 'öppen', 'gympa', 'barn', 'svenska', 'halmstad'];
const times = { finder: [] as number[], control: [] as number[] };
for (let round = 0; round < 40; round++)
	for (const q of words) {
		const query: Query = { ...everything, q, kind: ['activity'] };
		let began = performance.now();
		finder.search(query, now);
		times.finder.push(performance.now() - began);
		began = performance.now();
		const asked = { q: `"${q}"*`, kind: 'activity' };
		hits.all(asked);
		for (const statement of facets) statement.all(asked);
		times.control.push(performance.now() - began);
	}

const at = (list: number[], share: number) => [...list].sort((a, b) => a - b)[Math.floor(list.length * share)]!;
const row = (list: number[]) => ({ 'p50 ms': at(list, 0.5).toFixed(2), 'p99 ms': at(list, 0.99).toFixed(2) });
console.log(`${count} entries; the index is built in ${Math.round(built)} ms.`);
console.table({
	'finder: hits and all twelve counts': row(times.finder),
	'FTS5: hits and five counts (control)': row(times.control),
});
console.log(
	`Ratio at p50: ${(at(times.control, 0.5) / at(times.finder, 0.5)).toFixed(1)} times as quick as the control, with more counts.`,
);
finder.close();
control.close();
store.close();
rmSync(folder, { recursive: true, force: true });
