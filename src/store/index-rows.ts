import { completeness } from '../domain/completeness.ts';
import type { IndexRow } from '../domain/face.ts';
import type { AccessFact, Audience, Kind, Language, Precision, VenueKind } from '../domain/taxonomies.ts';
import type { Theme } from '../domain/theme.ts';
import type { Connection } from './connection.ts';
import { isMet, isPublic, roomInVenue } from './public.ts';

interface Row {
	id: number;
	kind: Kind;
	name: string;
	municipality: string;
	locality: string | null;
	post_town: string | null;
	areas: string;
	keywords: string;
	lon: number | null;
	lat: number | null;
	precision: Precision | null;
	age_min: number | null;
	age_max: number | null;
	confirmed_at: number | null;
	free: number | null;
	venue: number | null;
	venue_kind: VenueKind | null;
	seats: number | null;
	organisation_number: string | null;
	dormant: number | null;
	host_name: string | null;
	at_name: string | null;
	at_locality: string | null;
	reached: number;
	masked: number;
	online: number;
	opening_hours: string | null;
	price: string | null;
	facts: number;
}

const CHUNK = 1000;

/** What the finder is built from and follows: public entries, whole. */
export function indexRowQueries({ sqlite }: Connection) {
	const ids = sqlite
		.prepare<[number, number], number>(
			`SELECT id FROM listings WHERE id > ? AND published_at IS NOT NULL AND archived_at IS NULL AND merged_into IS NULL
			ORDER BY id LIMIT ?`,
		)
		.pluck();
	const rows = sqlite.prepare<[string], Row>(`
		SELECT l.id, l.kind, l.name, l.municipality, l.locality, l.post_town, l.areas, l.keywords,
			coalesce(l.lon, vl.lon) AS lon, coalesce(l.lat, vl.lat) AS lat, coalesce(l.precision, vl.precision) AS precision,
			l.age_min, l.age_max, coalesce(l.confirmed_at, l.published_at) AS confirmed_at, a.free, coalesce(v.id, a.venue) AS venue, v.venue_kind,
			o.organisation_number, o.dormant, h.name AS host_name, vl.name AS at_name, vl.locality AS at_locality,
			coalesce(l.homepage, l.email, l.phone, a.organisation) IS NOT NULL AS reached, l.masked,
			a.online_url IS NOT NULL AS online, v.opening_hours, a.price,
			${roomInVenue} AS seats,
			(SELECT count(*) FROM access_facts f WHERE f.venue = v.id) AS facts
		FROM listings l
		LEFT JOIN organisations o ON o.id = l.id
		LEFT JOIN venues v ON v.id = l.id
		LEFT JOIN activities a ON a.id = l.id
		LEFT JOIN listings h ON h.id = a.organisation AND ${isPublic('h')}
		LEFT JOIN listings vl ON vl.id = a.venue AND ${isPublic('vl')}
		WHERE l.id IN (SELECT value FROM json_each(?))
			AND ${isPublic('l')} ORDER BY l.id`);
	const dependants = sqlite
		.prepare<[string], number>(
			`WITH changed AS MATERIALIZED (SELECT value AS id FROM json_each(?))
			SELECT id FROM changed UNION SELECT a.id FROM changed JOIN activities a ON a.venue = changed.id
			UNION SELECT a.id FROM changed JOIN activities a ON a.organisation = changed.id`,
		)
		.pluck();
	const themes = beside<Theme>(sqlite, 'SELECT listing AS id, theme AS value FROM listing_themes WHERE listing IN');
	const audiences = beside<Audience>(
		sqlite,
		'SELECT listing AS id, audience AS value FROM listing_audiences WHERE listing IN',
	);
	const languages = beside<Language>(
		sqlite,
		'SELECT listing AS id, language AS value FROM listing_languages WHERE listing IN',
	);
	const names = beside<string>(
		sqlite,
		'SELECT listing AS id, name AS value FROM listing_texts WHERE name IS NOT NULL AND listing IN',
	);
	const descriptions = beside<string>(
		sqlite,
		'SELECT listing AS id, description AS value FROM listing_texts WHERE description IS NOT NULL AND listing IN',
	);
	const access = beside<AccessFact>(
		sqlite,
		`SELECT DISTINCT venue AS id, fact AS value FROM access_facts WHERE ${isMet} AND venue IN`,
	);
	const equipment = beside<string>(
		sqlite,
		'SELECT DISTINCT venue AS id, equipment AS value FROM venue_equipment WHERE venue IN',
	);
	const starts = beside<number>(sqlite, 'SELECT activity AS id, start AS value FROM occurrences WHERE activity IN');

	function load(wanted: readonly number[]): IndexRow[] {
		const found = rows.all(JSON.stringify(wanted));
		const own = JSON.stringify(found.map((row) => row.id));
		const places = JSON.stringify(found.flatMap((row) => row.venue ?? []));
		const lists = {
			themes: themes(own),
			audiences: audiences(own),
			languages: languages(own),
			names: names(own),
			descriptions: descriptions(own),
			starts: starts(own),
			access: access(places),
			equipment: equipment(places),
		};
		return found.map((row) => ({
			id: row.id,
			kind: row.kind,
			name: row.name,
			otherNames: [...(lists.names.get(row.id) ?? []), row.host_name, row.at_name].filter((name) => name !== null),
			descriptions: lists.descriptions.get(row.id) ?? [],
			municipality: row.municipality,
			places: [row.locality, row.post_town, row.at_locality, ...(JSON.parse(row.areas) as string[])].filter(
				(place) => place !== null,
			),
			keywords: JSON.parse(row.keywords) as string[],
			themes: lists.themes.get(row.id) ?? [],
			audiences: lists.audiences.get(row.id) ?? [],
			languages: lists.languages.get(row.id) ?? [],
			ages: row.age_min === null || row.age_max === null ? null : { min: row.age_min, max: row.age_max },
			free: row.free === null ? null : row.free === 1,
			access: lists.access.get(row.venue ?? 0) ?? [],
			venueKind: row.venue_kind,
			equipment: lists.equipment.get(row.venue ?? 0) ?? [],
			seats: row.seats,
			organisationNumber: row.organisation_number,
			position:
				row.lon === null || row.lat === null || row.precision === null
					? null
					: { lon: row.lon, lat: row.lat, precision: row.precision },
			confirmedAt: row.confirmed_at,
			dormant: row.dormant === 1,
			completeness: completeness({
				kind: row.kind,
				described: lists.descriptions.has(row.id),
				reached: row.reached === 1,
				themes: lists.themes.get(row.id) ?? [],
				audiences: lists.audiences.get(row.id) ?? [],
				languages: lists.languages.get(row.id) ?? [],
				precision: row.precision,
				elsewhere: row.kind === 'activity' && (row.venue !== null || row.online === 1),
				masked: row.masked === 1,
				access: row.facts,
				hours: row.opening_hours !== null,
				equipment: lists.equipment.get(row.venue ?? 0)?.length ?? 0,
				times: lists.starts.get(row.id)?.length ?? 0,
				priced: row.kind === 'activity' && (row.free !== null || row.price !== null),
			}),
			starts: (lists.starts.get(row.id) ?? []).sort((a, b) => a - b),
		}));
	}

	return {
		/** Every public entry, in order of id, some thousand at a time. */
		all: async function* (): AsyncGenerator<IndexRow[]> {
			for (let last = 0; ; ) {
				const next = ids.all(last, CHUNK);
				if (next.length === 0) return;
				yield load(next);
				last = next.at(-1)!;
			}
		},
		/** Those of these entries that are public now. */
		byIds: async (wanted: readonly number[]): Promise<IndexRow[]> => load(wanted),
		/** What must be indexed again when these changed: themselves, and the activities that name them or happen there. */
		dependants: async (wanted: readonly number[]): Promise<number[]> => dependants.all(JSON.stringify(wanted)),
	};
}

function beside<T>(sqlite: Connection['sqlite'], query: string) {
	const statement = sqlite.prepare<[string], { id: number; value: T }>(`${query} (SELECT value FROM json_each(?))`);
	return (ids: string): Map<number, T[]> => {
		const lists = new Map<number, T[]>();
		for (const { id, value } of statement.all(ids)) {
			const list = lists.get(id);
			if (list) list.push(value);
			else lists.set(id, [value]);
		}
		return lists;
	};
}
