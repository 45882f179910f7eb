import type { Known } from '../domain/duplicate/pairs.ts';
import { boxAround, type Position } from '../domain/geo.ts';
import type { Kind, Precision } from '../domain/taxonomies.ts';
import type { Connection } from './connection.ts';
import { keptEntries } from './kept-entries.ts';
import { isPublic } from './public.ts';

interface Row {
	id: number;
	kind: Kind;
	name: string;
	names: string;
	municipality: string;
	town: string;
	locality: string | null;
	post_town: string | null;
	street: string | null;
	lon: number | null;
	lat: number | null;
	precision: Precision | null;
	number: string | null;
	homepage: string | null;
	email: string | null;
	phone: string | null;
	host: number | null;
}

/** Where a new entry's like may stand. */
interface Around {
	kind: Kind;
	municipality: string;
	position: Position | null;
	organisationNumber: string | null;
	km: number;
}

/** So many entries are kept as they were read last: those of a few large municipalities. */
const MOST_KEPT = 12_000;

/** What is held beside each other to find entries that are one. Public entries alone. */
export function duplicateQueries({ sqlite, watch }: Connection) {
	const select = `SELECT l.id, l.kind, l.name, l.municipality, m.name AS town, l.locality, l.post_town, l.street, l.lon, l.lat, l.precision,
			o.organisation_number AS number, l.homepage, l.email, l.phone, coalesce(a.organisation, v.keeper) AS host,
			(SELECT json_group_array(name) FROM listing_texts t WHERE t.listing = l.id AND t.name IS NOT NULL) AS names
		FROM listings l JOIN municipalities m ON m.code = l.municipality
		LEFT JOIN organisations o ON o.id = l.id LEFT JOIN venues v ON v.id = l.id LEFT JOIN activities a ON a.id = l.id
		WHERE ${isPublic('l')}`;
	const of = sqlite.prepare<[string], Row>(
		`${select} AND l.municipality = ? AND l.kind IN ('organisation', 'venue') ORDER BY l.id`,
	);
	const own = sqlite.prepare<[string, Kind], Row>(`${select} AND l.municipality = ? AND l.kind = ?`);
	const which = `SELECT l.id FROM listings l WHERE ${isPublic('l')}`;
	const near = sqlite
		.prepare<{ kind: Kind; municipality: string; w: number; s: number; e: number; n: number }, number>(
			`${which} AND l.kind = @kind AND l.municipality <> @municipality AND l.lon BETWEEN @w AND @e AND l.lat BETWEEN @s AND @n
			AND l.municipality IN (SELECT code FROM municipalities WHERE west <= @e AND east >= @w AND south <= @n AND north >= @s)
			LIMIT 5000`,
		)
		.pluck();
	const numbered = sqlite
		.prepare<[string, string], number>(
			`${which} AND l.id IN (SELECT id FROM organisations WHERE organisation_number = ?) AND l.municipality <> ? LIMIT 50`,
		)
		.pluck();
	const byIds = sqlite.prepare<[string], Row>(`${select} AND l.id IN (SELECT value FROM json_each(?)) ORDER BY l.id`);
	const apart = sqlite
		.prepare<[string], string>(
			`SELECT one || '-' || other FROM not_same WHERE one IN (SELECT id FROM listings WHERE municipality = ?)`,
		)
		.pluck();
	const setApart = sqlite.prepare('INSERT OR IGNORE INTO not_same (one, other, by, at) VALUES (?, ?, ?, ?)');

	const readIds = (ids: readonly number[]) => byIds.all(JSON.stringify(ids)).map(read);
	const readOwn = (municipality: string, kind: Kind) => own.all(municipality, kind).map(read);
	const kept = watch && keptEntries(watch, { readIds, readOwn, most: MOST_KEPT });

	return {
		/** The associations and premises of a municipality. */
		of: async (municipality: string): Promise<Known[]> => of.all(municipality).map(read),
		byIds: async (ids: readonly number[]): Promise<Known[]> => readIds(ids),
		/** Those of a kind in a municipality, those of others around a place, and those with a number. */
		around: async ({ kind, municipality, position, organisationNumber, km }: Around): Promise<Known[]> => {
			const others: number[] = [];
			if (position) {
				const [w, s, e, n] = boxAround(position, km);
				others.push(...near.all({ kind, municipality, w, s, e, n }));
			}
			if (organisationNumber) others.push(...numbered.all(organisationNumber, municipality));
			const ids = [...new Set(others)];
			if (kept) return [...kept.of(municipality, kind), ...kept.byIds(ids)];
			return [...readOwn(municipality, kind), ...readIds(ids)];
		},
		/** The pairs, "lower-higher" id, of which one lies in a municipality, that somebody has said are two. */
		apart: async (municipality: string): Promise<Set<string>> => new Set(apart.all(municipality)),
		/** Two entries are not one, for ever. `at` in unix seconds. */
		setApart: async (a: number, b: number, by: number, at: number): Promise<void> =>
			void setApart.run(Math.min(a, b), Math.max(a, b), by, at),
	};
}

function read(row: Row): Known {
	const { id, kind, name, municipality, town, locality, post_town, street, lon, lat, precision } = row;
	const { number, homepage, email, phone, host } = row;
	return {
		...{ id, kind, name, municipality, street, homepage, email, phone, host },
		otherNames: JSON.parse(row.names) as string[],
		places: [town, locality, post_town],
		organisationNumber: number,
		position: lon === null || lat === null || precision === null ? null : { lon, lat, precision },
	};
}
