import type { LonLat } from '#domain/geo.ts';
import { listingPath } from '#domain/paths.ts';
import type { About, Column, Linked, Table } from '#planning/table.ts';
import type { Named, PairTold, UseAnswer } from '#planning/topics/use.ts';
import { listed } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { themeLabel, venueKindLabel } from '#text/labels.ts';
import { reasonsSaid } from '#text/planning-use.ts';

/** So many rows stand on the page of long lists. */
const SHOWN = 10;

/** The lists of names that go with the figures: halls that stand empty, who has none, and pairs. */
export function useTables(answer: UseAnswer, about: About, pairing: About): Table[] {
	const tables = [
		halls(answer, about),
		pairsOf('use-pairs-activities', m.plan_use_pairs_activities(), answer.activityPairs ?? [], pairing),
		pairsOf('use-pairs-organisations', m.plan_use_pairs_organisations(), answer.organisationPairs ?? [], pairing),
		silent(answer, about),
		homeless(answer, about),
	];
	return tables.filter(({ rows }) => rows.length);
}

const linked = ({ kind, slug, name }: Named): Linked => ({ text: name, href: listingPath(kind, slug) });
const pointOf = (position: LonLat | null): GeoJSON.Point | null =>
	position && { type: 'Point', coordinates: [position.lon, position.lat] };
const text = (key: string, label: string): Column => ({ key, label, kind: 'text' });

function halls({ halls: all }: UseAnswer, about: About): Table {
	const hours = (key: string, label: string): Column => ({
		...{ key, label, unit: m.plan_use_week_unit(), kind: 'number', digits: 1 },
	});
	return {
		key: 'use-halls',
		title: m.plan_use_halls(),
		columns: [
			text('venue', m.plan_use_col_venue()),
			text('kind', m.plan_use_col_kind()),
			text('locality', m.plan_use_col_place()),
			{ key: 'seats', label: m.plan_use_col_seats(), kind: 'count' },
			hours('open_hours', m.plan_use_col_all_open()),
			hours('used_hours', m.plan_use_col_used()),
			hours('idle_6_22_hours', m.plan_use_col_all_idle()),
			{ key: 'idle_6_22_share', label: m.plan_use_col_share(), kind: 'share' },
			hours('idle_weekday_evening_hours', m.plan_use_col_evenings()),
		],
		rows: all.map((hall) => ({
			cells: [
				linked(hall),
				venueKindLabel(hall.venueKind),
				...[hall.locality, hall.seats, hall.open, hall.used, hall.idle],
				hall.openByDay ? hall.idle / hall.openByDay : null,
				hall.evenings,
			],
			shape: pointOf(hall.position),
		})),
		shown: SHOWN,
		notes: [m.plan_use_halls_note()],
		about,
	};
}

function pairsOf(key: string, title: string, pairs: PairTold[], about: About): Table {
	return {
		...{ key, title, about },
		columns: [
			text('seeker', m.plan_use_col_seeker()),
			text('hall', m.plan_use_col_hall()),
			text('why', m.plan_use_col_why()),
		],
		rows: pairs.map(({ hall, seeker, reasons }) => ({ cells: [linked(seeker), linked(hall), reasonsSaid(reasons)] })),
		notes: [m.plan_use_pairs_note()],
	};
}

function silent({ silent: all }: UseAnswer, about: About): Table {
	const told = {
		known: m.plan_use_hours_known(),
		agreement: m.plan_use_hours_agreement(),
		unknown: m.plan_use_hours_unknown(),
	};
	return {
		key: 'use-silent',
		title: m.plan_use_silent_table(),
		columns: [
			text('venue', m.plan_use_col_venue()),
			text('kind', m.plan_use_col_kind()),
			text('locality', m.plan_use_col_place()),
			text('hours', m.plan_use_col_hours()),
		],
		rows: all.map((venue) => ({
			cells: [linked(venue), venueKindLabel(venue.venueKind), venue.locality, told[venue.hours]],
			shape: pointOf(venue.position),
		})),
		shown: SHOWN,
		notes: [m.plan_use_silent_note()],
		about,
	};
}

function homeless({ homeless: all }: UseAnswer, about: About): Table {
	return {
		key: 'use-homeless',
		title: m.plan_use_homeless_table(),
		columns: [
			text('organisation', m.plan_use_col_organisation()),
			text('locality', m.plan_use_col_place()),
			text('themes', m.plan_use_col_themes()),
		],
		rows: all.map(({ locality, themes, ...one }) => ({
			cells: [linked(one), locality, themes.length ? listed(themes.map(themeLabel)) : null],
		})),
		shown: SHOWN,
		notes: [m.plan_use_homeless_note()],
		about,
	};
}
