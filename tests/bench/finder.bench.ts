// The finder on 510 000 entries, beside SQLite's FTS5 with GROUP BY for the questions that both can answer.
// SAMLAS_BENCH_ROWS=50000 for another size.

import { deserialize, serialize } from 'node:v8';
import Database from 'better-sqlite3';
import { everything, type Query } from '../../src/domain/query.ts';
import { SearchIndex } from '../../src/finder/search-index.ts';
import { manyRows } from './many-rows.ts';

const ROWS = Number(process.env.SAMLAS_BENCH_ROWS ?? 510_000);
const now = Math.floor(Date.now() / 1000);
const rows = await manyRows(ROWS, now);

const started = performance.now();
const index = new SearchIndex(new Map([['1380', 'Halmstad']]));
for (const row of rows) index.put(row);
const built = performance.now() - started;
const memory = (process.memoryUsage().rss / 1e6).toFixed(0);
const frozen = serialize(index.freeze());
const thawing = performance.now();
new SearchIndex(new Map()).thaw(deserialize(frozen));
const thawed = performance.now() - thawing;

const control = new Database(':memory:');
control.exec(`CREATE VIRTUAL TABLE words USING fts5(name, description, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
	CREATE TABLE listings (id INTEGER PRIMARY KEY, kind TEXT, municipality TEXT);
	CREATE TABLE facts (listing INTEGER, name TEXT, value TEXT, PRIMARY KEY (listing, name, value)) WITHOUT ROWID;`);
const insert = {
	words: control.prepare('INSERT INTO words (rowid, name, description) VALUES (?, ?, ?)'),
	listing: control.prepare('INSERT INTO listings VALUES (?, ?, ?)'),
	fact: control.prepare('INSERT OR IGNORE INTO facts VALUES (?, ?, ?)'),
};
control.transaction(() => {
	for (const { id, kind, name, descriptions, municipality, themes, audiences, languages } of rows) {
		insert.words.run(id, name, descriptions.join(' '));
		insert.listing.run(id, kind, municipality);
		for (const [fact, values] of Object.entries({ themes, audiences, languages }))
			for (const value of values) insert.fact.run(id, fact, value);
	}
})();
const found = 'FROM words JOIN listings l ON l.id = words.rowid WHERE words MATCH @q AND l.kind = @kind';
const statements = [
	`SELECT l.id ${found} ORDER BY bm25(words, 10, 1) LIMIT 20`,
	'SELECT l.kind, count(*) FROM words JOIN listings l ON l.id = words.rowid WHERE words MATCH @q GROUP BY 1',
	`SELECT l.municipality, count(*) ${found} GROUP BY 1`,
	...['themes', 'audiences', 'languages'].map(
		(name) => `SELECT f.value, count(*) FROM words JOIN listings l ON l.id = words.rowid
			JOIN facts f ON f.listing = l.id AND f.name = '${name}' WHERE words MATCH @q AND l.kind = @kind GROUP BY 1`,
	),
].map((sql) => control.prepare(sql));

const words = 'språkkafé schack fotboll bygdegård kör öppen gympa barn svenska björk stickcafé hembygd'.split(' ');
/** A number in letters. */
const letters = (number: number) => number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!);
const near = { lon: 12.86, lat: 56.67 };
const questions: Record<string, Partial<Query>[]> = {
	'a word, three filters': words.map((q) => ({
		q,
		kind: ['activity'],
		weekday: ['tue', 'thu'],
		audience: ['seniors'],
	})),
	'a word, activities': words.map((q) => ({ q, kind: ['activity'] })),
	'two words': words.slice(1).map((word, place) => ({ q: `${words[place]} ${word}` })),
	'a misspelt word': ['spårkkafé', 'schakc', 'fotbol', 'bygdegrd', 'stikcafé'].map((q) => ({ q })),
	'everything, relevance': [{}],
	'everything, by name': [{ sort: 'name' }],
	'by distance': [
		{ near, sort: 'distance' },
		{ near, radius: 20, sort: 'distance' },
	],
	'when and what': [
		{ when: 'week', theme: ['sport'] },
		{ weekday: ['thu'], part: ['evening'] },
	],
	'nothing left': [{ q: 'xyzzyq schack', kind: ['venue'], free: true, audience: ['seniors'] }],
	'a plain word, as a control to the next': words.map((q) => ({ q })),
	'the nastiest: twelve words of forty letters that nobody has, others each time': Array.from(
		{ length: 120 },
		(_, at) => ({
			q: Array.from({ length: 12 }, (_, n) => `${letters(at * 12 + n)}qx`.repeat(10).slice(0, 40)).join(' '),
		}),
	),
	'the nastiest: marks, bombs and signs': [
		{ q: `s${'\u0301\u0308'.repeat(80)}chack` },
		{ q: `${'(a+)+$|'.repeat(20)}${'a'.repeat(40)}!` },
		{ q: 'a b c d e f g h k l m n' },
	],
	'twelve long words': [
		{ q: 'aaaaaaaaab baaaaaaaac caaaaaaad daaaaaaae eaaaaaaaf faaaaaaag gaaaaaaah haaaaaaai iaaaaaaaj' },
	],
};
const at = (list: number[], share: number) => [...list].sort((a, b) => a - b)[Math.floor(list.length * share)]!;
const row = (list: number[]) => ({
	'p50 ms': at(list, 0.5).toFixed(2),
	'p99 ms': at(list, 0.99).toFixed(2),
	'first ms': list[0]!.toFixed(2),
});
function timed(list: number[], work: () => unknown): void {
	const began = performance.now();
	work();
	list.push(performance.now() - began);
}

const table: Record<string, ReturnType<typeof row>> = {};
for (const [name, queries] of Object.entries(questions)) {
	const times: number[] = [];
	for (let round = 0; round < Math.ceil(120 / queries.length); round++)
		// Another limit each time: an answer that is remembered is not measured.
		for (const query of queries)
			timed(times, () => index.search({ ...everything, ...query, limit: 20 + (round % 80) }, now));
	table[name] = row(times);
}
const times: number[] = [];
for (let round = 0; round < 3; round++)
	for (const q of words)
		timed(times, () => statements.map((statement) => statement.all({ q: `"${q}"*`, kind: 'activity' })));
table['control: a word, activities, five counts by FTS5'] = row(times);

console.log(
	`${ROWS} entries; the index is built in ${Math.round(built)} ms, taken from a snapshot of ${Math.round(frozen.length / 1e6)} MB in ${Math.round(thawed)} ms; the whole process holds ${memory} MB then.`,
);
console.table(table);
control.close();
