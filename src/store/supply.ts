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
			const found = placeColumns(venues.iterate());
			const { listing: venueIds } = found;
			const placeOf = new Map(venueIds.map((id, at) => [id, at]));
			const happening = activityColumns(activities.iterate(), placeOf, found);
			return {
				places: {
					listing: Int32Array.from(found.listing),
					lon: Float64Array.from(found.lon),
					lat: Float64Array.from(found.lat),
					municipality: Uint16Array.from(found.municipality),
					kind: Uint8Array.from(found.kind),
					known: Uint8Array.from(found.known),
				},
				activities: happening,
				unplaced: new Map(unplaced.all().map(({ municipality, count }) => [Number(municipality), count])),
			};
		},
	};
}

/** Columns while they grow. Rows are read one by one: half a million of them at a time would be a hundred megabytes. */
type Growing<Columns> = Record<keyof Columns, number[]>;

/** A point that is known better than by its municipality. */
const isPlaced = (row: ActivityRow): row is ActivityRow & { lon: number; lat: number; precision: Precision } =>
	row.lon !== null && row.lat !== null && row.precision !== 'municipality';

const roughOf = (precision: Precision) => (precision === 'locality' ? PlaceBit.rough : 0);

function placeColumns(venues: Iterable<VenueRow>): Growing<Places> {
	const opens = eveningOf();
	const places: Growing<Places> = { listing: [], lon: [], lat: [], municipality: [], kind: [], known: [] };
	for (const row of venues) {
		const evening = opens(row.opening_hours) ? PlaceBit.openEvening : 0;
		const stepFree = row.step_free ? PlaceBit.stepFree : 0;
		add(places, row, venueKinds.indexOf(row.venue_kind), roughOf(row.precision) | stepFree | evening);
	}
	return places;
}

function add(
	places: Growing<Places>,
	{ id, lon, lat, municipality }: Pick<VenueRow, 'id' | 'lon' | 'lat' | 'municipality'>,
	kind: number,
	known: number,
): number {
	places.lon.push(lon);
	places.lat.push(lat);
	places.municipality.push(Number(municipality));
	places.kind.push(kind);
	places.known.push(known);
	return places.listing.push(id) - 1;
}

/** What happens at places, by place; where an activity names no venue its own position becomes a place. */
function activityColumns(
	all: Iterable<ActivityRow>,
	venueAt: ReadonlyMap<number, number>,
	places: Growing<Places>,
): Activities {
	const read: Growing<Omit<Activities, 'themesFrom'>> & { themesFrom: number[] } = {
		...{ listing: [], place: [], themesFrom: [0], themes: [] },
		...{ audiences: [], languages: [], evening: [] },
	};
	const placeOf = (row: ActivityRow) => {
		if (row.venue !== null) return venueAt.get(row.venue);
		return isPlaced(row) ? add(places, row, NO_KIND, PlaceBit.bare | roughOf(row.precision)) : undefined;
	};
	for (const row of all) {
		const place = placeOf(row);
		if (place === undefined) continue;
		read.listing.push(row.id);
		read.place.push(place);
		for (const theme of codes<Theme>(row.themes)) read.themes.push(themes.indexOf(theme));
		read.themesFrom.push(read.themes.length);
		read.audiences.push(bits(codes<Audience>(row.audiences), audiences));
		read.languages.push(bits(codes<Language>(row.languages), languages));
		read.evening.push(row.evening);
	}
	const order = Uint32Array.from(read.place.keys()).sort((a, b) => read.place[a]! - read.place[b]! || a - b);
	const themesOf = (at: number) => read.themes.slice(read.themesFrom[at], read.themesFrom[at + 1]);
	const themesFrom = new Uint32Array(order.length + 1);
	const sorted = new Uint8Array(read.themes.length);
	order.forEach((at, place) => {
		const own = themesOf(at);
		sorted.set(own, themesFrom[place]);
		themesFrom[place + 1] = themesFrom[place]! + own.length;
	});
	return {
		listing: Int32Array.from(order, (at) => read.listing[at]!),
		place: Int32Array.from(order, (at) => read.place[at]!),
		themesFrom,
		themes: sorted,
		audiences: Uint16Array.from(order, (at) => read.audiences[at]!),
		languages: Uint32Array.from(order, (at) => read.languages[at]!),
		evening: Uint8Array.from(order, (at) => read.evening[at]!),
	};
}

const codes = <T extends string>(list: string | null) => (list ? list.split(',') : []) as T[];

/** Whether opening hours reach into the evening; many venues have the same. */
function eveningOf(): (text: string | null) => boolean {
	const known = new Map<string, boolean>();
	return (text) => {
		if (text === null) return false;
		const found = known.get(text) ?? openInEvenings(text);
		known.set(text, found);
		return found;
	};
}
