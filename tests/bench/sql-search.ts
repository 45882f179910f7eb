import { isDeepStrictEqual } from 'node:util';
import Database from 'better-sqlite3';
import type { IndexRow } from '../../src/domain/face.ts';
import type { Query } from '../../src/domain/query.ts';
import { seatSteps } from '../../src/domain/search.ts';
import { withParents } from '../../src/domain/theme.ts';
import { dayPartOf, spanOf, weekdayOf, whens } from '../../src/domain/time.ts';

/** What is asked here: a word, kinds, audiences and weekdays. */
export type Asked = Pick<Query, 'q' | 'kind' | 'audience' | 'weekday'>;

/** The same answer as the finder's: the total, the first twenty, and for each filter how many are left for each value. */
export interface SqlAnswer {
	total: number;
	hits: number[];
	facets: Record<string, Record<string, number>>;
}

const schema = `
	CREATE VIRTUAL TABLE words USING fts5(name, number, others, places, description,
		tokenize = 'unicode61 remove_diacritics 2', prefix = '3 4 5 6');
	CREATE TABLE listings (id INTEGER PRIMARY KEY, kind TEXT, municipality TEXT, free TEXT, venue_kind TEXT);
	CREATE TABLE facts (listing INTEGER, name TEXT, value TEXT, PRIMARY KEY (listing, name, value)) WITHOUT ROWID;
	CREATE TABLE starts (listing INTEGER, start INTEGER, day TEXT, part TEXT, PRIMARY KEY (listing, start)) WITHOUT ROWID;
	CREATE TEMP TABLE found (id INTEGER PRIMARY KEY, score REAL, kind INTEGER, audience INTEGER, time INTEGER);`;

/** Each filter of `Asked`, as a condition on a listing `l`. An entry for everyone is for those who were asked for too. */
const conditions = {
	kind: 'l.kind IN (SELECT value FROM json_each(@kind))',
	audience: `EXISTS (SELECT 1 FROM facts a WHERE a.listing = l.id AND a.name = 'audience'
		AND (a.value = 'everyone' OR a.value IN (SELECT value FROM json_each(@audience))))`,
	time: `EXISTS (SELECT 1 FROM starts s WHERE s.listing = l.id AND s.start >= @since
		AND s.day IN (SELECT value FROM json_each(@weekday)))`,
};
type Filter = keyof typeof conditions;
const filters = Object.keys(conditions) as Filter[];

/** Each count: what is joined to the listings, what is grouped by, and the filter that it sets aside. */
const counts: { facet: string; join: string; value: string; where?: string; aside?: Filter }[] = [
	{ facet: 'kind', join: '', value: 'l.kind', aside: 'kind' },
	{ facet: 'municipality', join: '', value: 'l.municipality' },
	{ facet: 'free', join: '', value: 'l.free', where: 'l.free IS NOT NULL' },
	{ facet: 'venueKind', join: '', value: 'l.venue_kind', where: 'l.venue_kind IS NOT NULL' },
	...['theme', 'language', 'access', 'equipment', 'seats'].map((facet) => ({
		facet,
		join: `CROSS JOIN facts f ON f.listing = l.id AND f.name = '${facet}'`,
		value: 'f.value',
	})),
	{
		facet: 'audience',
		join: "CROSS JOIN facts f ON f.listing = l.id AND f.name = 'audience'",
		value: 'f.value',
		// What is for everyone is counted for every audience, once.
		where: `(f.value = 'everyone' OR NOT EXISTS (SELECT 1 FROM facts e WHERE e.listing = l.id AND e.name = 'audience' AND e.value = 'everyone'))`,
		aside: 'audience',
	},
	{
		facet: 'weekday',
		join: 'CROSS JOIN starts s ON s.listing = l.id AND s.start >= @since',
		value: 's.day',
		aside: 'time',
	},
	{
		facet: 'part',
		join: 'CROSS JOIN starts s ON s.listing = l.id AND s.start >= @since AND s.day IN (SELECT value FROM json_each(@weekday))',
		value: 's.part',
		aside: 'time',
	},
	...whens.map((when) => ({
		facet: 'when',
		join: `CROSS JOIN starts s ON s.listing = l.id AND s.start >= @${when}From AND s.start < @${when}To AND s.day IN (SELECT value FROM json_each(@weekday))`,
		value: `'${when}'`,
		aside: 'time' as const,
	})),
];

const matched = 'FROM words CROSS JOIN listings l ON l.id = words.rowid WHERE words MATCH @match';
const rank = 'bm25(words, 10, 10, 4, 3, 1)';
const together = (names: readonly Filter[], each: (name: Filter) => string) =>
	names.map((name) => ` AND ${each(name)}`).join('');
const others = (aside?: Filter) => filters.filter((name) => name !== aside);

/** SQLite with FTS5, tables and indexes as one would lay them, asked in two ways. `now` in unix seconds. */
export function sqlSearch(rows: Iterable<IndexRow>, now: number) {
	const db = new Database(':memory:');
	db.exec(schema);
	fill(db, rows);
	db.exec('ANALYZE');

	/** As it is usually written: each count is a query of its own, with the words and the filters in it. */
	const top = db.prepare<object, number>(
		`SELECT l.id ${matched}${together(filters, (name) => conditions[name])} ORDER BY ${rank} LIMIT 20`,
	);
	const total = db.prepare<object, number>(
		`SELECT count(*) ${matched}${together(filters, (name) => conditions[name])}`,
	);
	const each = counts.map(({ facet, join, value, where, aside }) => ({
		facet,
		statement: db.prepare<object, { value: string; count: number }>(
			`SELECT ${value} AS value, count(DISTINCT l.id) AS count FROM words CROSS JOIN listings l ON l.id = words.rowid ${join}
			WHERE words MATCH @match${where ? ` AND ${where}` : ''}${together(others(aside), (name) => conditions[name])} GROUP BY 1`,
		),
	}));

	/** With care: what the words find is written down once, with which filters it passes; everything else is asked of that. */
	const empty = db.prepare('DELETE FROM found');
	const find = db.prepare(
		`INSERT INTO found SELECT l.id, ${rank}, ${filters.map((name) => conditions[name]).join(', ')} ${matched}`,
	);
	const passed = (aside?: Filter) =>
		others(aside)
			.map((name) => `p.${name}`)
			.join(' AND ');
	const topOfFound = db.prepare<object, number>(`SELECT id FROM found p WHERE ${passed()} ORDER BY score LIMIT 20`);
	const totalOfFound = db.prepare<object, number>(`SELECT count(*) FROM found p WHERE ${passed()}`);
	const eachOfFound = counts.map(({ facet, join, value, where, aside }) => ({
		facet,
		statement: db.prepare<object, { value: string; count: number }>(
			`SELECT ${value} AS value, count(DISTINCT l.id) AS count FROM found p CROSS JOIN listings l ON l.id = p.id ${join}
			WHERE ${passed(aside)}${where ? ` AND ${where}` : ''} GROUP BY 1`,
		),
	}));

	const spans = Object.fromEntries(
		whens.flatMap((when) => {
			const { from, to } = spanOf(when, now);
			return [
				[`${when}From`, from],
				[`${when}To`, to],
			];
		}),
	);
	const parametersOf = ({ q, kind, audience, weekday }: Asked) => ({
		match: `"${q}"*`,
		kind: JSON.stringify(kind),
		audience: JSON.stringify(audience),
		weekday: JSON.stringify(weekday),
		// What began less than an hour ago can still be gone to.
		since: now - (now % 60) - 3600,
		...spans,
	});
	function facetsOf(list: typeof each, given: object) {
		const facets: SqlAnswer['facets'] = {};
		for (const { facet, statement } of list) {
			const values = Object.fromEntries(statement.all(given).map(({ value, count }) => [value, count]));
			facets[facet] = { ...facets[facet], ...values };
		}
		const { everyone = 0 } = facets.audience ?? {};
		for (const value in facets.audience) if (value !== 'everyone') facets.audience[value]! += everyone;
		return facets;
	}

	return {
		/** How many entries a word finds, whatever the filters. */
		countOf: (q: string) =>
			db.prepare<[string], number>('SELECT count(*) FROM words WHERE words MATCH ?').pluck().get(`"${q}"*`)!,
		/** A query for each count. */
		usual(asked: Asked): SqlAnswer {
			const given = parametersOf(asked);
			return { total: total.pluck().get(given)!, hits: top.pluck().all(given), facets: facetsOf(each, given) };
		},
		/** All counts from one list. */
		careful: db.transaction((asked: Asked): SqlAnswer => {
			const given = parametersOf(asked);
			empty.run();
			find.run(given);
			return {
				total: totalOfFound.pluck().get(given)!,
				hits: topOfFound.pluck().all(given),
				facets: facetsOf(eachOfFound, given),
			};
		}),
		close: () => db.close(),
	};
}

function fill(db: Database.Database, rows: Iterable<IndexRow>): void {
	const words = db.prepare(
		'INSERT INTO words (rowid, name, number, others, places, description) VALUES (?, ?, ?, ?, ?, ?)',
	);
	const listing = db.prepare('INSERT INTO listings VALUES (?, ?, ?, ?, ?)');
	const fact = db.prepare('INSERT OR IGNORE INTO facts VALUES (?, ?, ?)');
	const start = db.prepare('INSERT OR IGNORE INTO starts VALUES (?, ?, ?, ?)');
	const dayOf = remembered(weekdayOf);
	const partOf = remembered(dayPartOf);
	db.transaction(() => {
		for (const row of rows) {
			const { id, kind, free, venueKind, audiences, languages, access, equipment } = row;
			const [others, places, told] = [row.otherNames, row.places, row.descriptions].map((texts) => texts.join(' '));
			words.run(id, row.name, row.organisationNumber ?? '', others, places, told);
			listing.run(id, kind, row.municipality, free ? 'true' : null, kind === 'venue' ? venueKind : null);
			const given = {
				theme: row.themes.flatMap(withParents),
				audience: audiences,
				language: languages,
				access,
				equipment,
				seats: seatSteps.filter((step) => (row.seats ?? 0) >= step).map(String),
			};
			for (const [name, values] of Object.entries(given)) for (const value of values) fact.run(id, name, value);
			for (const second of row.starts) start.run(id, second, dayOf(second), partOf(second));
		}
	})();
}

/** The zone's rules are asked once for each instant: the same ones come again and again. */
function remembered<T>(ask: (second: number) => T): (second: number) => T {
	const known = new Map<number, T>();
	return (second) => {
		const before = known.get(second);
		if (before !== undefined) return before;
		const answer = ask(second);
		known.set(second, answer);
		return answer;
	};
}

/** Throws unless two answers have the same total and the same counts; zeros are the same as nothing. */
export function assertSameCounts(
	q: string,
	ours: { total: number; facets: Record<string, Record<string, number>> },
	other: SqlAnswer,
): void {
	const bare = (facets: Record<string, Record<string, number>>) =>
		Object.fromEntries(
			Object.entries(facets)
				.map(([name, values]) => [name, Object.fromEntries(Object.entries(values).filter(([, count]) => count > 0))])
				.filter(([, values]) => Object.keys(values!).length > 0),
		);
	const [mine, theirs] = [bare(ours.facets), bare(other.facets)];
	if (ours.total === other.total && isDeepStrictEqual(mine, theirs)) return;
	throw new Error(
		`Not the same answer to “${q}”: ${ours.total} and ${other.total}; ${JSON.stringify(mine)} and ${JSON.stringify(theirs)}`,
	);
}
