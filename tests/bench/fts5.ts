import Database from 'better-sqlite3';
import { stopWords, wordsOf } from '../../src/finder/fold.ts';

/** A field of the control and how much bm25 lets it weigh. */
export interface ControlField {
	name: string;
	weight: number;
}

/** SQLite's FTS5 as it comes, over given fields: letters without marks, whole words, bm25. */
export function fts5(fields: readonly ControlField[], docs: Iterable<{ id: number; texts: readonly string[] }>) {
	const db = new Database(':memory:');
	const names = fields.map(({ name }) => name).join(', ');
	db.exec(`CREATE VIRTUAL TABLE words USING fts5(${names}, tokenize = 'unicode61 remove_diacritics 2')`);
	const insert = db.prepare(`INSERT INTO words (rowid, ${names}) VALUES (?, ${fields.map(() => '?').join(', ')})`);
	db.transaction(() => {
		for (const { id, texts } of docs) insert.run(id, ...texts);
	})();
	const find = db
		.prepare<[string], number>(
			`SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, ${fields.map(({ weight }) => weight).join(', ')}) LIMIT 10`,
		)
		.pluck();
	/** The first ten of a query. It is spared the small words, as the finder is. */
	return (q: string, every: 'AND' | 'OR'): number[] => {
		const words = wordsOf(q).filter((word) => !stopWords.has(word));
		return words.length ? find.all(words.map((word) => `"${word}"`).join(` ${every} `)) : [];
	};
}
