import Database from 'better-sqlite3';
import { boxAround, distanceKm } from '../../../src/domain/geo.ts';
import { BITS, boxOf, CELLS, type TileAt, worldOf } from '../../../src/domain/mercator.ts';
import { stopWords, wordsOf } from '../../../src/finder/fold.ts';
import { EXTENT, encodePoints } from '../../../src/finder/mvt.ts';
import type { Build } from './peer.ts';

interface Cell {
	count: number;
	id: number;
	x: number;
	y: number;
	organisation: number;
	venue: number;
	activity: number;
	approximate: number;
}

/** SQLite as it comes: FTS5 with bm25 for words, an R*Tree for places. */
export const build: Build = async (docs, fields) => {
	const db = new Database(':memory:');
	const names = fields.map(({ name }) => name).join(', ');
	db.exec(`CREATE VIRTUAL TABLE words USING fts5(${names}, tokenize = 'unicode61 remove_diacritics 2', prefix = '3 4 5');
		CREATE VIRTUAL TABLE places USING rtree(id, west, east, south, north);
		CREATE TABLE entries (id INTEGER PRIMARY KEY, kind TEXT, lon REAL, lat REAL, x INTEGER, y INTEGER, approximate INTEGER);`);
	const words = db.prepare(`INSERT INTO words (rowid, ${names}) VALUES (?, ${fields.map(() => '?').join(', ')})`);
	const place = db.prepare('INSERT INTO places VALUES (?, ?, ?, ?, ?)');
	const entry = db.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)');
	db.transaction(() => {
		for (const { id, kind, position, texts } of docs) {
			words.run(id, ...texts);
			if (!position) continue;
			const { lon, lat, approximate } = position;
			const { x, y } = worldOf(position);
			place.run(id, lon, lon, lat, lat);
			entry.run(id, kind, lon, lat, x, y, approximate ? 1 : 0);
		}
	})();
	const find = db
		.prepare<[string, number], number>(
			`SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, ${fields.map(({ weight }) => weight).join(', ')}) LIMIT ?`,
		)
		.pluck();
	const within =
		'FROM places p JOIN entries e ON e.id = p.id WHERE p.west >= ? AND p.east <= ? AND p.south >= ? AND p.north <= ?';
	const inBox = db.prepare<number[], { id: number; lon: number; lat: number; kind: string }>(
		`SELECT e.id, e.lon, e.lat, e.kind ${within}`,
	);
	const cells = db.prepare<number[], Cell>(
		`SELECT count(*) AS count, min(e.id) AS id, avg(e.x) AS x, avg(e.y) AS y, sum(e.kind = 'organisation') AS organisation,
			sum(e.kind = 'venue') AS venue, sum(e.kind = 'activity') AS activity, min(e.approximate) AS approximate
		${within} GROUP BY CAST(e.x / ? AS INTEGER), CAST(e.y / ? AS INTEGER)`,
	);
	const bounds = ([west, south, east, north]: readonly number[]) => [west!, east!, south!, north!];
	return {
		text(q, limit) {
			const asked = wordsOf(q).filter((word) => !stopWords.has(word));
			return asked.length ? find.all(asked.map((word) => `"${word}"*`).join(' AND '), limit) : [];
		},
		radius: (near, km, limit) =>
			inBox
				.all(...bounds(boxAround(near, km)))
				.map(({ id, lon, lat }) => ({ id, away: distanceKm({ lon, lat }, near) }))
				.filter(({ away }) => away <= km)
				.sort((a, b) => a.away - b.away)
				.slice(0, limit)
				.map(({ id }) => id),
		box: (bbox) => inBox.all(...bounds(bbox)),
		tile(at: TileAt) {
			const length = 2 ** (BITS - at.z);
			const cell = length / 2 ** CELLS;
			const step = (world: number, tile: number) => Math.floor(((world - tile * length) / length) * EXTENT);
			const points = cells.all(...bounds(boxOf(at)), cell, cell).map(({ id, x, y, count, approximate, ...kinds }) => ({
				...(count === 1 ? { id } : {}),
				x: step(x, at.x),
				y: step(y, at.y),
				properties: { count, ...kinds, approximate: approximate === 1 },
			}));
			return points.length ? encodePoints('spots', points) : new Uint8Array();
		},
		close: () => void db.close(),
	};
};
