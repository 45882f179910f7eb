import type { Untold } from '#domain/search.ts';
import { lowerFirst } from '#text/format.ts';
import { m } from '#text/generated/messages.js';

const labels: Record<string, () => string> = {
	kind: m.filter_kind,
	theme: m.filter_theme,
	municipality: m.filter_municipality,
	audience: m.filter_who,
	age: m.filter_age,
	language: m.filter_language,
	weekday: m.filter_weekday,
	part: m.filter_part,
	when: m.filter_when,
	date: m.filter_date,
	access: m.filter_access,
	venueKind: m.filter_venue_kind,
	equipment: m.filter_equipment,
	near: m.filter_near,
	place: m.filter_near,
	seats: m.filter_seats,
	radius: m.filter_radius,
	bbox: m.filter_bbox,
	sort: m.filter_sort,
};

/** What a parameter of the address is called on the page; its own name where it is not shown there. */
const problemLabel = (field: string): string => (labels[field] ? lowerFirst(labels[field]()) : field);

/** What of an address was not understood, as a sentence. */
export const problemText = (field: string, reason: string, value: string): string =>
	field === 'q' && reason === 'too_long'
		? m.search_too_long()
		: m.search_problem({ field: problemLabel(field), value });

const unmet = {
	seats: m.search_unmet_seats,
	hours: m.search_unmet_hours,
	price: m.search_unmet_price,
	me: m.search_unmet_me,
	country: m.search_unmet_country,
} satisfies Record<Untold, () => string>;

/** What of a sentence nothing can be found by, and what to do instead. */
export const unmetText = (what: Untold): string => unmet[what]();
