// The finder on 510 000 entries, beside SQLite's FTS5 with GROUP BY for the very same answer.
// SAMLAS_BENCH_ROWS=50000 for another size.

import { deserialize, serialize } from 'node:v8';
import { everything, type Query } from '../../src/domain/query.ts';
import { SearchIndex } from '../../src/finder/search-index.ts';
import { at, ms, printTable, shares, timed } from './figures.ts';
import { manyRows } from './many-rows.ts';
import { assertSameCounts, sqlSearch } from './sql-search.ts';

/** So many questions a line at least: a p99 is then that of twenty, and not of one that came at a bad time. */
const QUESTIONS = 2000;
/** After so many times each word is new again: an entry was edited. */
const NEW_AFTER = 10;
/** So many times SQLite is asked for each word; the finder as often as makes `QUESTIONS`. */
const SQL_ROUNDS = 12;
const ROWS = Number(process.env.SAMLAS_BENCH_ROWS ?? 510_000);
const now = Math.floor(Date.now() / 1000);
const rows = await manyRows(ROWS, now);

const started = performance.now();
const index = new SearchIndex(new Map([['1380', 'Halmstad']]));
for (const row of rows) index.put(row);
const built = performance.now() - started;
const memory = (process.memoryUsage().rss / 1e6).toFixed(0);
const { frozen, thawed } = snapshot();
// As the server does before it answers.
const began = performance.now();
index.warm(now);
const warmed = performance.now() - began;
const [first] = rows;

/** Words that people use and that stand in the texts as they are: to SQLite and to the finder they can mean the same. */
const wordsOfBoth =
	'tillsammans gratis pubkväll frågesport vuxna modersmål medlem matlagning seniorkaffe föredrag språkkrets verktyg lugn utflykter soppa welcome'.split(
		' ',
	);
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
const lines: Record<string, string>[] = [];
for (const [name, queries] of Object.entries(questions)) {
	const times: number[] = [];
	for (let round = 0; round < Math.ceil(QUESTIONS / queries.length); round++) {
		if (round % NEW_AFTER === 0) index.put(first!);
		// Another name each time, which changes nothing: an answer that is remembered is not measured.
		for (const query of queries)
			timed(times, () => index.search({ ...everything, ...query, limit: 20 + (round % 80), place: `${round}` }, now));
	}
	lines.push({ question: name, ...shares(times), 'first ms': ms(times[0]!) });
}
console.log(
	`${ROWS} entries; the index is built in ${Math.round(built)} ms, taken from a snapshot of ${Math.round(frozen / 1e6)} MB in ${Math.round(thawed)} ms, rehearsed in ${Math.round(warmed)} ms; the whole process holds ${memory} MB then.`,
);
printTable(lines);

console.log('The same answer by SQLite: a word, three filters, the first twenty and every count.');
const sql = sqlSearch(rows, now);
const filters = {
	kind: ['activity' as const],
	weekday: ['tue' as const, 'thu' as const],
	audience: ['seniors' as const],
};
const asked = wordsOfBoth.map((q) => ({ q, ...filters }));
const ask = (query: Partial<Query>, place = '') => index.search({ ...everything, ...query, place }, now);
/** Where a word means the same to both, so do the totals and all counts, or this throws. */
const same = asked.filter((query) => ask({ q: query.q }).total === sql.countOf(query.q));
for (const query of same)
	for (const answer of [sql.usual(query), sql.careful(query)]) assertSameCounts(query.q, ask(query), answer);
const left = wordsOfBoth.filter((word) => !same.some(({ q }) => q === word));
console.log(
	`${same.length} of ${asked.length} words find the same entries in both (${same.map(({ q }) => `${q} ${sql.countOf(q)}`).join(', ')}), and there every total and count is the same.${left.length ? ` Left out, since the finder's forms and themes find more: ${left.join(', ')}.` : ''}`,
);
const ways: Record<string, (query: (typeof asked)[number], round: number) => unknown> = {
	'finder, nothing remembered': (query) => ask(query),
	'finder, the word was asked before': (query, round) => ask(query, `${round}`),
	'SQLite, a query for each count': (query) => sql.usual(query),
	'SQLite, all counts from one list': (query) => sql.careful(query),
};
const measured = Object.entries(ways).map(([name, way]) => {
	const times: number[] = [];
	const rounds = name.startsWith('SQLite') ? SQL_ROUNDS : Math.ceil(QUESTIONS / same.length);
	for (let round = 0; round < rounds; round++)
		for (const query of same) {
			// An entry written anew lets go of every answer that is kept; of the words' own only then.
			if (name.includes('nothing')) index.put(first!);
			timed(times, () => way(query, round));
		}
	return { name, times };
});
const [ours] = measured;
const ratio = (times: number[], share: number) => `${(at(times, share) / at(ours!.times, share)).toFixed(1)} ×`;
printTable(
	measured.map(({ name, times }) => ({
		way: name,
		...shares(times),
		'p50 beside the first line': ratio(times, 0.5),
		'p99 beside the first line': ratio(times, 0.99),
	})),
);
sql.close();

/** Bytes of the snapshot, and milliseconds to take it; the bytes are let go of. */
function snapshot() {
	const bytes = serialize(index.freeze());
	const began = performance.now();
	new SearchIndex(new Map()).thaw(deserialize(bytes));
	return { frozen: bytes.length, thawed: performance.now() - began };
}
