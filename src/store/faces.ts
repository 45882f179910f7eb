import type { Face } from '../domain/face.ts';
import { Recent } from '../domain/recent.ts';
import type { AccessFact, Audience, Confirmer, Kind, Language, Precision, VenueKind } from '../domain/taxonomies.ts';
import type { Theme } from '../domain/theme.ts';
import type { Connection } from './connection.ts';
import { isMet, isPublic, roomInVenue } from './public.ts';

interface Row {
	id: number;
	kind: Kind;
	slug: string;
	name: string;
	excerpt: string | null;
	excerpt_language: Language;
	code: string;
	municipality: string;
	locality: string | null;
	street: string | null;
	lon: number | null;
	lat: number | null;
	precision: Precision | null;
	themes: string;
	audiences: string;
	languages: string;
	age_min: number | null;
	age_max: number | null;
	confirmed_at: number | null;
	confirmed_by: Confirmer | null;
	venue_kind: VenueKind | null;
	seats: number | null;
	access: string;
	free: number | null;
	drop_in: number | null;
	online: number;
	host_name: string | null;
	host_slug: string | null;
	at_name: string | null;
	at_slug: string | null;
	dormant: number;
	demo: number;
}

/** An entry on a map: WGS84, an activity without a place of its own where its venue lies. */
export type Placed = Pick<Face, 'id' | 'kind' | 'slug' | 'name'> & Pick<Row, 'lon' | 'lat' | 'precision'>;

const select = `
	SELECT l.id, l.kind, l.slug, coalesce(t.name, l.name) AS name,
		substr(coalesce(t.description, sv.description), 1, 240) AS excerpt,
		CASE WHEN t.description IS NULL THEN 'sv' ELSE @language END AS excerpt_language,
		m.code, m.name AS municipality, coalesce(l.locality, vl.locality) AS locality, l.street,
		coalesce(l.lon, vl.lon) AS lon, coalesce(l.lat, vl.lat) AS lat, coalesce(l.precision, vl.precision) AS precision,
		(SELECT json_group_array(theme) FROM listing_themes WHERE listing = l.id) AS themes,
		(SELECT json_group_array(audience) FROM listing_audiences WHERE listing = l.id) AS audiences,
		(SELECT json_group_array(language) FROM listing_languages WHERE listing = l.id) AS languages,
		l.age_min, l.age_max, l.confirmed_at, l.confirmed_by,
		v.venue_kind, ${roomInVenue} AS seats,
		(SELECT json_group_array(DISTINCT fact) FROM access_facts WHERE venue = coalesce(v.id, a.venue) AND ${isMet}) AS access,
		a.free, a.drop_in, a.online_url IS NOT NULL AS online,
		h.name AS host_name, h.slug AS host_slug, vl.name AS at_name, vl.slug AS at_slug,
		coalesce(o.dormant, 0) AS dormant, l.demo
	FROM listings l
	JOIN municipalities m ON m.code = l.municipality
	LEFT JOIN listing_texts t ON t.listing = l.id AND t.language = @language
	LEFT JOIN listing_texts sv ON sv.listing = l.id AND sv.language = 'sv'
	LEFT JOIN organisations o ON o.id = l.id
	LEFT JOIN venues v ON v.id = l.id
	LEFT JOIN activities a ON a.id = l.id
	LEFT JOIN listings h ON h.id = coalesce(a.organisation, v.keeper) AND ${isPublic('h')}
	LEFT JOIN listings vl ON vl.id = a.venue AND ${isPublic('vl')}
	WHERE ${isPublic('l')}`;

/** Twice so many faces are kept for each language, at most: some five megabytes. */
const MOST_FACES = 2000;

/** Faces for lists, public entries only, in one language (falling back to Swedish). */
export function faceQueries({ sqlite, watch }: Connection) {
	const some = sqlite.prepare<{ ids: string; language: string }, Row>(
		`${select} AND l.id IN (SELECT value FROM json_each(@ids))`,
	);
	const named = sqlite.prepare<{ ids: string; language: string }, Pick<Face, 'id' | 'kind' | 'slug' | 'name'>>(
		`SELECT l.id, l.kind, l.slug, coalesce(t.name, l.name) AS name FROM listings l
		LEFT JOIN listing_texts t ON t.listing = l.id AND t.language = @language
		WHERE ${isPublic('l')} AND l.id IN (SELECT value FROM json_each(@ids))`,
	);
	const placed = sqlite.prepare<{ ids: string; language: string }, Placed>(
		`SELECT l.id, l.kind, l.slug, coalesce(t.name, l.name) AS name, coalesce(l.lon, vl.lon) AS lon,
			coalesce(l.lat, vl.lat) AS lat, coalesce(l.precision, vl.precision) AS precision
		FROM listings l
		LEFT JOIN listing_texts t ON t.listing = l.id AND t.language = @language
		LEFT JOIN activities a ON a.id = l.id
		LEFT JOIN listings vl ON vl.id = a.venue AND ${isPublic('vl')}
		WHERE ${isPublic('l')} AND l.id IN (SELECT value FROM json_each(@ids))`,
	);
	const ofHost = sqlite.prepare<{ host: number; kind: Kind; limit: number; language: string }, Row>(
		`${select} AND l.kind = @kind AND coalesce(a.organisation, v.keeper) = @host ORDER BY l.name LIMIT @limit`,
	);
	const atVenue = sqlite.prepare<{ venue: number; limit: number; language: string }, Row>(
		`${select} AND a.venue = @venue ORDER BY l.name LIMIT @limit`,
	);
	// Word for word as the index has it; what was published in the same second is spread over its register.
	const lastPublished = 'ORDER BY l.published_at DESC, (l.id * 2654435761 & 4294967295) LIMIT @limit';
	const newest = sqlite.prepare<{ limit: number; language: string }, Row>(
		`${select} AND l.kind = 'organisation' ${lastPublished}`,
	);
	const newestIn = sqlite.prepare<{ municipality: string; limit: number; language: string }, Row>(
		`${select} AND l.kind = 'organisation' AND l.municipality = @municipality ${lastPublished}`,
	);

	const recent = new Map<Language, Recent<number, Face>>();
	watch?.keep((ids) => {
		for (const lately of recent.values())
			if (ids === 'all') lately.clear();
			else for (const id of ids) lately.forget(id);
	});

	/** The faces read lately in a language: each is good until something that it tells is changed by anybody. A connection that writes keeps none. */
	function recentIn(language: Language): Recent<number, Face> {
		if (!watch) return new Recent(0);
		watch.look();
		watch.newest();
		const known = recent.get(language) ?? new Recent<number, Face>(MOST_FACES);
		recent.set(language, known);
		return known;
	}

	return {
		/** The faces with these ids, in the order of the ids; what is not public is left out. */
		byIds: async (ids: readonly number[], language: Language): Promise<Face[]> => {
			const lately = recentIn(language);
			const found = new Map(ids.map((id) => [id, lately.get(id)]));
			const missing = ids.filter((id) => found.get(id) === undefined);
			if (missing.length)
				for (const row of some.all({ ids: JSON.stringify(missing), language })) {
					const face = Object.freeze(faceOf(row));
					lately.set(row.id, face);
					found.set(row.id, face);
				}
			return ids.flatMap((id) => found.get(id) ?? []);
		},
		/** The same in no order, kept nowhere: for who keeps what is made of them. */
		read: async (ids: readonly number[], language: Language): Promise<Face[]> =>
			some.all({ ids: JSON.stringify(ids), language }).map(faceOf),
		/** Kind, address and name of the public entries with these ids, in no order. */
		named: async (ids: readonly number[], language: Language): Promise<Pick<Face, 'id' | 'kind' | 'slug' | 'name'>[]> =>
			named.all({ ids: JSON.stringify(ids), language }),
		/** What a map tells of the public entries with these ids, in no order. */
		placed: async (ids: readonly number[], language: Language): Promise<Placed[]> =>
			placed.all({ ids: JSON.stringify(ids), language }),
		/** The activities an organisation holds, or the venues it keeps. */
		ofHost: async (host: number, kind: 'activity' | 'venue', language: Language, limit = 100) =>
			ofHost.all({ host, kind, limit, language }).map(faceOf),
		/** The activities at a venue. */
		atVenue: async (venue: number, language: Language, limit = 100) =>
			atVenue.all({ venue, limit, language }).map(faceOf),
		/** The organisations published last, in one municipality or anywhere; those of one second in no order that means anything. */
		newest: async (municipality: string | null, language: Language, limit = 6) =>
			(municipality === null ? newest.all({ limit, language }) : newestIn.all({ municipality, limit, language })).map(
				faceOf,
			),
	};
}

function faceOf(row: Row): Face {
	const { lon, lat, precision } = row;
	return {
		id: row.id,
		kind: row.kind,
		slug: row.slug,
		name: row.name,
		excerpt: row.excerpt,
		excerptLanguage: row.excerpt_language,
		municipality: { code: row.code, name: row.municipality },
		locality: row.locality,
		street: row.street,
		position: lon === null || lat === null || precision === null ? null : { lon, lat, precision },
		themes: JSON.parse(row.themes) as Theme[],
		audiences: JSON.parse(row.audiences) as Audience[],
		languages: JSON.parse(row.languages) as Language[],
		ages: row.age_min === null || row.age_max === null ? null : { min: row.age_min, max: row.age_max },
		confirmedAt: row.confirmed_at,
		confirmedBy: row.confirmed_by,
		venueKind: row.venue_kind,
		seats: row.seats,
		access: JSON.parse(row.access) as AccessFact[],
		free: row.free === null ? null : row.free === 1,
		dropIn: row.drop_in === null ? null : row.drop_in === 1,
		online: row.online === 1,
		host: row.host_name && row.host_slug ? { name: row.host_name, slug: row.host_slug } : null,
		at: row.at_name && row.at_slug ? { name: row.at_name, slug: row.at_slug } : null,
		dormant: row.dormant === 1,
		invented: row.demo === 1,
	};
}
