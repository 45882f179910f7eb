import { openInEvenings } from '../domain/opening-hours.ts';
import {
	type Audience,
	audiences,
	type Language,
	languages,
	type Precision,
	type VenueKind,
	venueKinds,
} from '../domain/taxonomies.ts';
import { type Theme, themes } from '../domain/theme.ts';
import { type Activities, bits, NO_KIND, PlaceBit, type Places } from '../planning/ground.ts';
import type { Connection } from './connection.ts';
import { isMet, isPublic } from './public.ts';

/** An activity that begins at this hour or later is one of the evening. */
const EVENING = 17;

interface VenueRow {
	id: number;
	municipality: string;
	lon: number;
	lat: number;
	precision: Precision;
	venue_kind: VenueKind;
	opening_hours: string | null;
	step_free: number;
}

interface ActivityRow {
	id: number;
	venue: number | null;
	municipality: string;
	lon: number | null;
	lat: number | null;
	precision: Precision | null;
	evening: number;
	audiences: string | null;
	languages: string | null;
	themes: string | null;
}

/** What planning reads of the public entries: where people can meet, and what happens there. */
export function supplyQueries({ sqlite }: Connection) {
	const venues = sqlite.prepare<[], VenueRow>(`
		SELECT l.id, l.municipality, l.lon, l.lat, l.precision, v.venue_kind, v.opening_hours,
			EXISTS (SELECT 1 FROM access_facts WHERE venue = l.id AND fact = 'step_free_entrance' AND ${isMet}) AS step_free
		FROM listings l JOIN venues v ON v.id = l.id
		WHERE ${isPublic('l')} AND l.lon IS NOT NULL AND l.precision <> 'municipality' ORDER BY l.id`);
	const activities = sqlite.prepare<[], ActivityRow>(`
		SELECT l.id, vl.id AS venue, l.municipality, l.lon, l.lat, l.precision,
			EXISTS (SELECT 1 FROM schedules WHERE activity = l.id AND CAST(substr(start, 12, 2) AS INTEGER) >= ${EVENING}) AS evening,
			(SELECT group_concat(audience) FROM listing_audiences WHERE listing = l.id) AS audiences,
			(SELECT group_concat(language) FROM listing_languages WHERE listing = l.id) AS languages,
			(SELECT group_concat(theme) FROM listing_themes WHERE listing = l.id) AS themes
		FROM listings l JOIN activities a ON a.id = l.id
		LEFT JOIN listings vl ON vl.id = a.venue AND ${isPublic('vl')}
		WHERE ${isPublic('l')} ORDER BY l.id`);
	const unplaced = sqlite.prepare<[], { municipality: string; count: number }>(`
		SELECT l.municipality, count(*) AS count FROM listings l JOIN venues v ON v.id = l.id
		WHERE ${isPublic('l')} AND (l.lon IS NULL OR l.precision = 'municipality') GROUP BY l.municipality`);

	return {
		/** Places to meet, what happens there, and how many venues of each municipality (SCB code as a number) have no place of their own. */
		read: async (): Promise<{ places: Places; activities: Activities; unplaced: Map<number, number> }> => {
			const places = placeColumns(venues.all(), activities.all());
			return {
				...places,
				unplaced: new Map(unplaced.all().map(({ municipality, count }) => [Number(municipality), count])),
			};
		},
	};
}

/** A point that is known better than by its municipality. */
const isPlaced = (row: ActivityRow): row is ActivityRow & { lon: number; lat: number } =>
	row.lon !== null && row.lat !== null && row.precision !== 'municipality';

function placeColumns(venues: readonly VenueRow[], all: readonly ActivityRow[]) {
	const placeOf = new Map(venues.map(({ id }, at) => [id, at]));
	const bare = all.filter((row) => row.venue === null && isPlaced(row)) as (ActivityRow & {
		lon: number;
		lat: number;
	})[];
	for (const [at, { id }] of bare.entries()) placeOf.set(id, venues.length + at);
	const rows = [...venues, ...bare];
	const opens = eveningOf(venues);
	const places: Places = {
		listing: Int32Array.from(rows, ({ id }) => id),
		lon: Float64Array.from(rows, ({ lon }) => lon),
		lat: Float64Array.from(rows, ({ lat }) => lat),
		municipality: Uint16Array.from(rows, ({ municipality }) => Number(municipality)),
		kind: Uint8Array.from(rows, (row) => ('venue_kind' in row ? venueKinds.indexOf(row.venue_kind) : NO_KIND)),
		known: Uint8Array.from(rows, (row) => {
			const rough = row.precision === 'locality' ? PlaceBit.rough : 0;
			if (!('venue_kind' in row)) return PlaceBit.bare | rough;
			return rough | (row.step_free ? PlaceBit.stepFree : 0) | (opens(row.opening_hours) ? PlaceBit.openEvening : 0);
		}),
	};
	const placed = all
		.map((row) => ({ row, place: placeOf.get(row.venue ?? row.id) }))
		.filter((one): one is { row: ActivityRow; place: number } => one.place !== undefined)
		.sort((a, b) => a.place - b.place);
	return { places, activities: activityColumns(placed) };
}

function activityColumns(placed: readonly { row: ActivityRow; place: number }[]): Activities {
	const themeLists = placed.map(({ row }) => codes<Theme>(row.themes).map((theme) => themes.indexOf(theme)));
	const themesFrom = new Uint32Array(placed.length + 1);
	themeLists.forEach((list, at) => {
		themesFrom[at + 1] = themesFrom[at]! + list.length;
	});
	return {
		listing: Int32Array.from(placed, ({ row }) => row.id),
		place: Int32Array.from(placed, ({ place }) => place),
		themesFrom,
		themes: Uint8Array.from(themeLists.flat()),
		audiences: Uint16Array.from(placed, ({ row }) => bits(codes<Audience>(row.audiences), audiences)),
		languages: Uint32Array.from(placed, ({ row }) => bits(codes<Language>(row.languages), languages)),
		evening: Uint8Array.from(placed, ({ row }) => row.evening),
	};
}

const codes = <T extends string>(list: string | null) => (list ? list.split(',') : []) as T[];

/** Whether opening hours reach into the evening; many venues have the same. */
function eveningOf(venues: readonly VenueRow[]): (text: string | null) => boolean {
	const known = new Map<string | null, boolean>([[null, false]]);
	for (const { opening_hours: text } of venues)
		if (text !== null && !known.has(text)) known.set(text, openInEvenings(text));
	return (text) => known.get(text) ?? false;
}
