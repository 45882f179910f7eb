import pg from 'pg';
import type { Points } from '../../../src/planning/ground.ts';
import { reachMetres } from '../../../src/planning/reach.ts';
import type { Cluster } from '../peers/cluster.ts';
import type { Sweden } from './sweden.ts';

/** The same reach by PostGIS: on the sphere (`use_spheroid` false), as ours is. */
export async function postgis({ socket, port }: Cluster, { people, places }: Sweden) {
	const client = new pg.Client({ host: socket, port, user: 'postgres', database: 'postgres' });
	await client.connect();
	await client.query(`CREATE EXTENSION IF NOT EXISTS postgis;
		CREATE TABLE cells (id int PRIMARY KEY, municipality int, persons float8, at geography(Point), flat geometry(Point, 3006));
		CREATE TABLE venues (id int PRIMARY KEY, at geography(Point), flat geometry(Point, 3006));`);
	const point = ({ lon, lat }: Points) => [[...lon.keys()], [...lon], [...lat]];
	await client.query(
		`INSERT INTO cells SELECT id, municipality, persons, ST_MakePoint(lon, lat)::geography
			FROM unnest($1::int[], $2::float8[], $3::float8[], $4::int[], $5::float8[]) t(id, lon, lat, municipality, persons)`,
		[...point(people), [...people.municipality], [...people.persons]],
	);
	await client.query(
		`INSERT INTO venues SELECT id, ST_MakePoint(lon, lat)::geography FROM unnest($1::int[], $2::float8[], $3::float8[]) t(id, lon, lat)`,
		point(places),
	);
	for (const table of ['cells', 'venues'])
		await client.query(`UPDATE ${table} SET flat = ST_Transform(at::geometry, 3006)`);
	await client.query(`CREATE INDEX ON venues USING gist (at); CREATE INDEX ON venues USING gist (flat);
		CREATE INDEX ON cells (municipality)`);
	await client.query('VACUUM ANALYZE cells');
	await client.query('VACUUM ANALYZE venues');
	const within = reachMetres
		.map((limit, n) => `coalesce(sum(persons) FILTER (WHERE metres <= ${limit}), 0) AS w${n}`)
		.join(', ');
	const nearestOf = (where: string, and: string) => `SELECT c.id, c.municipality, c.persons, v.metres FROM cells c
		CROSS JOIN LATERAL (SELECT ST_Distance(c.at, v.at, false) AS metres FROM venues v ${and} ORDER BY c.at <-> v.at LIMIT 1) v ${where}`;
	const rows = async (text: string, values: unknown[] = []) =>
		(await client.query<Record<string, number>>(text, values)).rows;
	return {
		/** Metres of each cell to the nearest venue, by KNN. */
		metres: async () => Float64Array.from(await rows(`${nearestOf('', '')} ORDER BY c.id`), ({ metres }) => metres!),
		/** Persons within each limit by municipality, by KNN. */
		byNearest: async () =>
			(await rows(`SELECT municipality, ${within} FROM (${nearestOf('', '')}) near GROUP BY municipality`)).length,
		/** The same by KNN on the plane of SWEREF 99 TM, which is quicker and stretches what lies far from its meridian. */
		byNearestOnPlane: async () =>
			(
				await rows(`SELECT municipality, ${within} FROM (SELECT c.municipality, c.persons, v.metres FROM cells c
				CROSS JOIN LATERAL (SELECT ST_Distance(c.flat, v.flat) AS metres FROM venues v ORDER BY c.flat <-> v.flat LIMIT 1) v) near
				GROUP BY municipality`)
			).length,
		/** Persons within a limit, by ST_DWithin. */
		byWithin: async (metres: number) =>
			(
				await rows(
					'SELECT sum(persons) AS persons FROM cells c WHERE EXISTS (SELECT FROM venues v WHERE ST_DWithin(c.at, v.at, $1, false))',
					[metres],
				)
			)[0]!.persons!,
		/** The same for one municipality were a venue closed. */
		without: async (municipality: number, closed: number) =>
			(
				await rows(`SELECT ${within} FROM (${nearestOf('WHERE c.municipality = $1', 'WHERE v.id <> $2')}) near`, [
					municipality,
					closed,
				])
			)[0]!,
		close: () => client.end(),
	};
}
