import type { LonLat } from '../domain/geo.ts';
import type { Audience, Equipment, Kind, Precision, VenueKind } from '../domain/taxonomies.ts';
import type { Theme } from '../domain/theme.ts';
import type { Connection } from './connection.ts';
import { isPublic } from './public.ts';

/** A venue as planning looks at it. Without a position where only its municipality is known, or the address is kept back. */
export interface UseVenue {
	id: number;
	name: string;
	slug: string;
	/** SCB code as a number. */
	municipality: number;
	locality: string | null;
	venueKind: VenueKind;
	position: LonLat | null;
	seats: number | null;
	openingHours: string | null;
	equipment: Equipment[];
	/** Null when nobody has told. */
	stepFree: boolean | null;
	/** Public activities that happen there, at whatever time. */
	activities: number;
	/** The address is kept back: counted, and in no list. */
	masked: boolean;
}

/** Something that goes on in a venue, unix seconds. `room` is null: activities say which house, not yet which room. */
export interface UseTaken {
	venue: number;
	start: number;
	end: number;
	room: null;
}

/** An association that keeps no venue and has no activity in any; or an activity that has no place, and is not online. */
export interface UseSeeker {
	id: number;
	kind: 'organisation' | 'activity';
	name: string;
	slug: string;
	municipality: number;
	locality: string | null;
	/** Null where nobody knows better than the municipality, or where the address is kept back. */
	position: LonLat | null;
	precision: Precision | null;
	themes: Theme[];
	audiences: Audience[];
	/** The address is kept back: it may well have a place. */
	masked: boolean;
}

type Row = Record<string, string | number | null>;

/** No longer than this can something that began before a span still go on in it: as long as a schedule may say. */
const LONGEST = 7 * 86_400;

const listOf = (table: string, column: string, alias: string) =>
	`(SELECT json_group_array(${column}) FROM ${table} WHERE listing = ${alias}.id)`;
/** Public listings of a kind, `l`, by way of the index of their municipalities. */
const here = (kind: Kind) => `json_each(@municipalities) given
		CROSS JOIN listings l INDEXED BY listings_municipality
			ON l.municipality = given.value AND l.kind = '${kind}' AND ${isPublic('l')}`;
const seekerColumns = `l.id, l.kind, l.name, l.slug, CAST(l.municipality AS INTEGER) AS municipality, l.locality,
	${listOf('listing_themes', 'theme', 'l')} AS themes, ${listOf('listing_audiences', 'audience', 'l')} AS audiences`;

/** What is open, what goes on and who has no place, in municipalities (SCB codes). Public entries alone. */
export function useQueries({ sqlite }: Connection) {
	const venues = sqlite.prepare<{ municipalities: string }, Row>(`
		SELECT l.id, l.name, l.slug, CAST(l.municipality AS INTEGER) AS municipality, l.locality, l.lon, l.lat, l.precision, l.masked,
			v.venue_kind, v.seats, v.opening_hours,
			(SELECT json_group_array(DISTINCT equipment) FROM venue_equipment WHERE venue = l.id) AS equipment,
			(SELECT value FROM access_facts WHERE venue = l.id AND room IS NULL AND fact = 'step_free_entrance') AS step_free,
			(SELECT count(*) FROM activities a JOIN listings al ON al.id = a.id WHERE a.venue = l.id AND ${isPublic('al')})
				AS activities
		FROM ${here('venue')} CROSS JOIN venues v ON v.id = l.id
		ORDER BY l.id`);
	const taken = sqlite.prepare<{ municipalities: string; from: number; to: number }, UseTaken>(`
		SELECT a.venue, o.start, o.end, NULL AS room
		FROM ${here('venue')} CROSS JOIN activities a ON a.venue = l.id CROSS JOIN listings al ON al.id = a.id
			CROSS JOIN occurrences o ON o.activity = a.id AND o.start >= @from - ${LONGEST} AND o.start < @to
		WHERE ${isPublic('al')} AND o.end > @from
		ORDER BY a.venue, o.start`);
	const organisations = sqlite.prepare<{ municipalities: string; locality: string | null }, number>(`
		SELECT count(*) FROM ${here('organisation')} CROSS JOIN organisations o ON o.id = l.id
		WHERE NOT o.dormant AND (@locality IS NULL OR l.locality = @locality)`);
	const homeless = sqlite.prepare<{ municipalities: string }, Row>(`
		SELECT ${seekerColumns}, l.masked, l.lon, l.lat, l.precision
		FROM ${here('organisation')} CROSS JOIN organisations o ON o.id = l.id
		WHERE NOT o.dormant
			AND NOT EXISTS (SELECT 1 FROM venues v JOIN listings vl ON vl.id = v.id WHERE v.keeper = l.id AND ${isPublic('vl')})
			AND NOT EXISTS (SELECT 1 FROM activities a JOIN listings al ON al.id = a.id
				WHERE a.organisation = l.id AND ${isPublic('al')}
					AND (a.venue IS NOT NULL OR al.precision IN ('exact', 'street')))
		ORDER BY l.id`);
	const placeless = sqlite.prepare<{ municipalities: string }, Row>(`
		SELECT ${seekerColumns}, max(l.masked, coalesce(h.masked, 0)) AS masked,
			coalesce(l.lon, h.lon) AS lon, coalesce(l.lat, h.lat) AS lat,
			CASE WHEN l.lon IS NULL THEN h.precision ELSE l.precision END AS precision
		FROM ${here('activity')} CROSS JOIN activities a ON a.id = l.id LEFT JOIN listings h ON h.id = a.organisation AND ${isPublic('h')}
		WHERE a.venue IS NULL
			AND a.online_url IS NULL AND (l.precision IS NULL OR l.precision NOT IN ('exact', 'street'))
		ORDER BY l.id`);
	const times = sqlite.prepare<{ activities: string; from: number; to: number }, { activity: number } & Times>(`
		SELECT activity, start, end FROM occurrences
		WHERE activity IN (SELECT value FROM json_each(@activities)) AND start >= @from AND start < @to
		ORDER BY activity, start`);
	const given = (municipalities: readonly string[]) => ({ municipalities: JSON.stringify(municipalities) });

	return {
		/** Venues, by id. */
		venues: async (municipalities: readonly string[]): Promise<UseVenue[]> =>
			venues.all(given(municipalities)).map(venueOf),

		/** What goes on in the venues of municipalities at some time in [from, to), unix seconds, by venue and start. */
		taken: async (municipalities: readonly string[], from: number, to: number): Promise<UseTaken[]> =>
			taken.all({ ...given(municipalities), from, to }),

		/** How many associations there are that are not dormant; of one settlement, by its name, if it is given. */
		organisations: async (municipalities: readonly string[], locality: string | null = null): Promise<number> =>
			organisations.pluck().get({ ...given(municipalities), locality }) as number,

		/** Associations without a venue, then activities without a place. */
		seekers: async (municipalities: readonly string[]): Promise<UseSeeker[]> =>
			[...homeless.all(given(municipalities)), ...placeless.all(given(municipalities))].map(seekerOf),

		/** When activities begin in [from, to), unix seconds, each with its times in order. */
		times: async (activities: readonly number[], from: number, to: number): Promise<Map<number, Times[]>> => {
			const rows = times.all({ activities: JSON.stringify(activities), from, to });
			return Map.groupBy(rows, ({ activity }) => activity);
		},
	};
}

interface Times {
	start: number;
	end: number;
}

const point = ({ lon, lat }: Row): LonLat | null => (lon === null ? null : { lon: Number(lon), lat: Number(lat) });

/** Only a settlement's or a finer position says where somebody is. */
const FINE: readonly unknown[] = ['exact', 'street', 'locality'] satisfies Precision[];
const placed = (row: Row) => !row.masked && FINE.includes(row.precision);

function venueOf(row: Row): UseVenue {
	const { id, name, slug, municipality, locality, seats } = row as unknown as UseVenue;
	return {
		...{ id, name, slug, municipality, locality, seats },
		venueKind: row.venue_kind as VenueKind,
		position: placed(row) ? point(row) : null,
		openingHours: row.opening_hours as string | null,
		equipment: JSON.parse(row.equipment as string),
		stepFree: row.step_free === null ? null : row.step_free === 1,
		activities: row.activities as number,
		masked: row.masked === 1,
	};
}

function seekerOf(row: Row): UseSeeker {
	const { id, kind, name, slug, municipality, locality } = row as unknown as UseSeeker;
	const fine = placed(row);
	return {
		...{ id, kind, name, slug, municipality, locality },
		position: fine ? point(row) : null,
		precision: fine ? (row.precision as Precision) : null,
		themes: JSON.parse(row.themes as string),
		audiences: JSON.parse(row.audiences as string),
		masked: row.masked === 1,
	};
}
