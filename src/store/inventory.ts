import { loadGeography } from '../../db/geography/index.ts';
import { completeness, tellings } from '../domain/completeness.ts';
import type { Kind, Precision } from '../domain/taxonomies.ts';
import type { Theme } from '../domain/theme.ts';
import type { Entry } from '../planning/inventory.ts';
import type { Settlement } from '../planning/settled.ts';
import type { Connection } from './connection.ts';
import { keptBy } from './keeping.ts';
import { isPublic } from './public.ts';

type Flags = 'kept' | 'registered' | 'reached' | 'masked' | 'described' | 'hours' | 'access' | 'equipment';
type Row = Omit<Entry, 'kept' | 'registered' | 'told' | 'tellable' | 'themes' | 'audiences' | 'languages'> &
	Record<Flags | 'times' | 'elsewhere' | 'priced', number> &
	Record<'themes' | 'audiences' | 'languages', string | null>;

/** A register of a municipality, and when it was read in last (and not taken back); unix seconds. */
export interface RegisterRead {
	municipality: string;
	name: string;
	readAt: number;
}

/** What planning counts: every public entry of a municipality, in one statement that goes by indexes alone. */
export function inventoryQueries({ sqlite }: Connection) {
	const rows = sqlite.prepare<[string], Row>(`
		SELECT l.id, l.kind, coalesce(l.locality, p.locality) AS locality,
			coalesce(l.lon, p.lon) AS lon, coalesce(l.lat, p.lat) AS lat, coalesce(l.precision, p.precision) AS precision,
			coalesce(l.confirmed_at, l.published_at) AS since, l.confirmed_by AS confirmedBy,
			l.age_min AS ageMin, l.age_max AS ageMax, v.venue_kind AS venueKind, h.id AS host, l.masked,
			coalesce(l.homepage, l.email, l.phone, a.organisation) IS NOT NULL AS reached,
			v.opening_hours IS NOT NULL AS hours, a.venue IS NOT NULL OR a.online_url IS NOT NULL AS elsewhere,
			a.free IS NOT NULL OR a.price IS NOT NULL AS priced,
			EXISTS (SELECT 1 FROM listing_texts t WHERE t.listing = l.id AND t.description IS NOT NULL) AS described,
			EXISTS (SELECT 1 FROM access_facts f WHERE f.venue = v.id) AS access,
			EXISTS (SELECT 1 FROM venue_equipment e WHERE e.venue = v.id) AS equipment,
			EXISTS (SELECT 1 FROM schedules s WHERE s.activity = a.id) AS times,
			${keptBy('l.id', 'a.organisation')} AS kept,
			EXISTS (SELECT 1 FROM register_rows g WHERE g.listing = l.id AND g.gone_at IS NULL) AS registered,
			(SELECT group_concat(theme) FROM listing_themes t WHERE t.listing = l.id) AS themes,
			(SELECT group_concat(audience) FROM listing_audiences t WHERE t.listing = l.id) AS audiences,
			(SELECT group_concat(language) FROM listing_languages t WHERE t.listing = l.id) AS languages
		FROM listings l
		LEFT JOIN venues v ON v.id = l.id
		LEFT JOIN activities a ON a.id = l.id
		LEFT JOIN listings p ON p.id = a.venue AND ${isPublic('p')}
		LEFT JOIN listings h ON h.id = a.organisation AND ${isPublic('h')}
		WHERE l.municipality = ? AND ${isPublic('l')}`);
	const homes = sqlite
		.prepare<[string], [id: number, municipality: string]>(
			'SELECT id, municipality FROM listings WHERE id IN (SELECT value FROM json_each(?))',
		)
		.raw();
	const registers = sqlite.prepare<[], RegisterRead>(
		`SELECT r.municipality, r.name, max(b.published_at) AS readAt FROM registers r JOIN batches b ON b.register = r.id
		WHERE b.undone_at IS NULL GROUP BY r.id ORDER BY r.municipality, r.name`,
	);
	return {
		/** The public entries of a municipality. */
		of: async (municipality: string): Promise<Entry[]> => rows.all(municipality).map(read),
		/** In which municipality entries lie, by id; what is erased is not there. */
		homes: async (ids: readonly number[]): Promise<Map<number, string>> => new Map(homes.all(JSON.stringify(ids))),
		/** The settlements of Sweden, parts of towns among them. */
		settlements: (): readonly Settlement[] => loadGeography().localities,
		/** Registers that were read in. */
		registers: async (): Promise<RegisterRead[]> => registers.all(),
	};
}

const split = (codes: string | null): string[] => (codes === null ? [] : codes.split(','));

function read(row: Row): Entry {
	const { id, kind, locality, lon, lat, precision, since, confirmedBy, ageMin, ageMax, venueKind, host } = row;
	const themes = split(row.themes);
	const audiences = split(row.audiences);
	const languages = split(row.languages);
	const tellable = tellings[kind].length;
	const told = Math.round(completenessOf(row, { themes, audiences, languages }) * tellable);
	return {
		...{ id, kind, locality, lon, lat, precision, since, confirmedBy, ageMin, ageMax, venueKind, host },
		...{ kept: row.kept === 1, registered: row.registered === 1, told, tellable, themes, audiences, languages },
	};
}

/** As search weighs it, but that a time counts as told also when it is over. */
function completenessOf(
	row: Row & { kind: Kind; precision: Precision | null },
	{ themes, audiences, languages }: { themes: string[]; audiences: string[]; languages: string[] },
): number {
	return completeness({
		kind: row.kind,
		described: row.described === 1,
		reached: row.reached === 1,
		...{ themes: themes as Theme[], audiences, languages },
		precision: row.precision,
		elsewhere: row.elsewhere === 1,
		masked: row.masked === 1,
		access: row.access,
		hours: row.hours === 1,
		equipment: row.equipment,
		times: row.times,
		priced: row.priced === 1,
	});
}
