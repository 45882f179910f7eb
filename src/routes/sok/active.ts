import type { Query } from '#domain/query.ts';
import { civilDay, lowerFirst } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import {
	accessMetLabel,
	audienceLabel,
	dayPartLabel,
	equipmentLabel,
	kindsLabel,
	languageLabel,
	themeLabel,
	venueKindLabel,
	weekdayLabel,
	whenLabel,
} from '#text/labels.ts';

/** One thing that narrows the search: its words, and the change of the query that takes it away. */
export interface ActiveFilter {
	key: string;
	label: string;
	without: Partial<Query>;
}

/** Everything that narrows a query, in the order it is said. `place` is the name of the place searched around. */
export function activeFilters(
	query: Query,
	place: string | null,
	municipalities: Record<string, string>,
): ActiveFilter[] {
	return [
		...text(query),
		...each(query, 'kind', within(kindsLabel)),
		...each(query, 'theme', within(themeLabel)),
		...each(query, 'venueKind', within(venueKindLabel)),
		...each(query, 'equipment', within(equipmentLabel)),
		...(query.seats === null ? [] : [one('seats', m.seats_for({ count: query.seats }), { seats: null })]),
		...(query.free ? [one('free', lowerFirst(m.filter_free()), { free: false })] : []),
		...times(query),
		...each(query, 'audience', within(audienceLabel)),
		...(query.age === null ? [] : [one('age', m.age_years({ age: query.age }), { age: null })]),
		...each(query, 'language', languageLabel),
		...each(query, 'access', within(accessMetLabel)),
		...each(query, 'municipality', (code) => municipalities[code] ?? code),
		...places(query, place),
	];
}

/** The words of a code as they stand within a sentence. */
const within =
	<C>(label: (code: C) => string) =>
	(code: C) =>
		lowerFirst(label(code));

const one = (key: string, label: string, without: Partial<Query>): ActiveFilter => ({ key, label, without });

const text = ({ q }: Query) => (q ? [one('q', m.text_quoted({ text: q }), { q: '' })] : []);

function each<K extends keyof Query>(
	query: Query,
	key: K,
	label: (code: Query[K] extends (infer C)[] ? C : never) => string,
): ActiveFilter[] {
	const codes = query[key] as (Query[K] extends (infer C)[] ? C : never)[];
	return codes.map((code) =>
		one(`${key}-${code}`, label(code), { [key]: codes.filter((other) => other !== code) } as Partial<Query>),
	);
}

function times(query: Query): ActiveFilter[] {
	return [
		...(query.when ? [one('when', whenLabel(query.when), { when: null })] : []),
		...(query.date ? [one('date', civilDay(query.date), { date: null })] : []),
		...each(query, 'weekday', weekdayLabel),
		...each(query, 'part', dayPartLabel),
	];
}

function places(query: Query, place: string | null): ActiveFilter[] {
	const gone = { place: '', near: null, radius: null };
	const name = place ?? m.place_you();
	// A place that is not known narrows nothing.
	const around = query.near || place;
	const label =
		query.radius === null ? m.near_place({ place: name }) : m.radius_within_of({ km: query.radius, place: name });
	return [
		...(around ? [one('place', label, gone)] : []),
		...(query.bbox ? [one('bbox', m.in_map_area(), { bbox: null })] : []),
	];
}
