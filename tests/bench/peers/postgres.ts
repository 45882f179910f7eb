import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { CELLS } from '../../../src/domain/mercator.ts';
import type { Build } from './peer.ts';

/** Rows of one INSERT. */
const AT_ONCE = 1000;
/** So many letters in common, 0 to 1, make a word a misspelling of another. */
const LIKE_ENOUGH = 0.4;

/** PostgreSQL: Swedish full text, pg_trgm on names where that finds nothing, PostGIS for places and tiles. Over a socket, as an app has it. */
export const build: Build = async (docs, fields, { socket, port }) => {
	const client = new pg.Client({ host: socket, port, user: 'postgres', database: 'postgres' });
	await client.connect();
	await client.query(`CREATE EXTENSION IF NOT EXISTS postgis; CREATE EXTENSION IF NOT EXISTS pg_trgm;
		DROP TABLE IF EXISTS entries;
		CREATE TABLE entries (id bigint PRIMARY KEY, kind text, approximate boolean, at geometry(Point, 4326),
			projected geometry(Point, 3857), words text, weighed tsvector);
		SET pg_trgm.word_similarity_threshold = ${LIKE_ENOUGH};`);
	await insert(
		client,
		docs,
		fields.map(({ weight }) => weight),
	);
	await client.query(`CREATE INDEX ON entries USING gin (weighed);
		CREATE INDEX ON entries USING gin (words gin_trgm_ops);
		CREATE INDEX ON entries USING gist (at);
		CREATE INDEX ON entries USING gist (projected);`);
	await client.query('VACUUM ANALYZE entries');
	const ask = async <T extends object>(name: string, text: string, values: unknown[]) =>
		(await client.query<T>({ name, text, values })).rows;
	return {
		async text(q, limit) {
			const found = await ask<{ id: string }>('words', byWords, [q, limit]);
			const rows = found.length ? found : await ask<{ id: string }>('letters', byLetters, [q.toLowerCase(), limit]);
			return rows.map(({ id }) => Number(id));
		},
		radius: async ({ lon, lat }, km, limit) =>
			(await ask<{ id: string }>('radius', byDistance, [lon, lat, km * 1000, limit])).map(({ id }) => Number(id)),
		box: (bbox) => ask('box', inBox, [...bbox]),
		tile: async ({ z, x, y }) => (await ask<{ tile: Buffer }>('tile', asTile, [z, x, y]))[0]!.tile,
		elsewhereMb: () => processesMb(Number(readFileSync(join(socket, 'postmaster.pid'), 'utf8').split('\n')[0])),
		close: () => client.end(),
	};
};

const byWords = `SELECT id FROM entries, plainto_tsquery('swedish', $1) asked WHERE weighed @@ asked
	ORDER BY ts_rank(weighed, asked) DESC LIMIT $2`;
const byLetters = `SELECT id FROM entries WHERE $1 <% words ORDER BY $1 <<-> words LIMIT $2`;
/** By the sphere, within a box of degrees that the index answers. */
const byDistance = `WITH point AS (SELECT ST_SetSRID(ST_MakePoint($1, $2), 4326) AS p)
	SELECT id FROM entries, point
	WHERE at && ST_Expand(p, $3::float8 / (111195 * cos(radians($2::float8))), $3::float8 / 111195)
		AND ST_DistanceSphere(at, p) <= $3::float8
	ORDER BY ST_DistanceSphere(at, p) LIMIT $4`;
const inBox =
	'SELECT id, kind, ST_X(at) AS lon, ST_Y(at) AS lat FROM entries WHERE at && ST_MakeEnvelope($1, $2, $3, $4, 4326)';
const asTile = `WITH tile AS (SELECT ST_TileEnvelope($1, $2, $3) AS envelope),
	size AS (SELECT envelope, (ST_XMax(envelope) - ST_XMin(envelope)) / ${2 ** CELLS} AS cell FROM tile),
	cells AS (SELECT count(*)::int AS count, sum((kind = 'organisation')::int)::int AS organisation,
			sum((kind = 'venue')::int)::int AS venue, sum((kind = 'activity')::int)::int AS activity, bool_and(approximate) AS approximate,
			ST_SetSRID(ST_MakePoint(avg(ST_X(projected)), avg(ST_Y(projected))), 3857) AS middle
		FROM entries, size WHERE projected && envelope
		GROUP BY floor(ST_X(projected) / cell), floor(ST_Y(projected) / cell)),
	drawn AS (SELECT count, organisation, venue, activity, approximate, ST_AsMVTGeom(middle, envelope, 4096, 0) AS geom FROM cells, size)
	SELECT ST_AsMVT(drawn, 'spots', 4096, 'geom') AS tile FROM drawn`;

async function insert(client: pg.Client, docs: Parameters<Build>[0], weights: readonly number[]): Promise<void> {
	// The four weights that a tsvector knows, the heaviest first.
	const letters = weights.map((weight) => (weight >= 10 ? 'A' : weight >= 4 ? 'B' : weight >= 3 ? 'C' : 'D'));
	const weighed = letters.map(
		(letter, place) => `setweight(to_tsvector('swedish', d->'texts'->>${place}), '${letter}')`,
	);
	const told = weights.flatMap((weight, place) => (weight >= 10 ? [`d->'texts'->>${place}`] : []));
	const statement = `INSERT INTO entries SELECT (d->>'id')::bigint, d->>'kind', (d->'position'->>'approximate')::boolean, at,
			ST_Transform(at, 3857), lower(concat_ws(' ', ${told.join(', ')})), ${weighed.join(' || ')}
		FROM json_array_elements($1::json) d,
		LATERAL (SELECT ST_SetSRID(ST_MakePoint((d->'position'->>'lon')::float8, (d->'position'->>'lat')::float8), 4326) AS at) point`;
	let waiting: unknown[] = [];
	const flush = async () => {
		if (waiting.length) await client.query({ name: 'insert', text: statement, values: [JSON.stringify(waiting)] });
		waiting = [];
	};
	await client.query('BEGIN');
	for (const { id, kind, position, texts } of docs) {
		waiting.push({ id, kind, position, texts });
		if (waiting.length === AT_ONCE) await flush();
	}
	await flush();
	await client.query('COMMIT');
}

/** Memory of a server's processes, in MB: what they share is counted once. */
function processesMb(postmaster: number): number {
	let kilobytes = 0;
	for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
		try {
			const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]);
			if (parent !== postmaster && Number(pid) !== postmaster) continue;
			kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))![1]);
		} catch {
			// It has ended meanwhile.
		}
	return Math.round(kilobytes / 1000);
}
