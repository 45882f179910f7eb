import fc from 'fast-check';
import type { IndexRow } from '../../src/domain/face.ts';
import { everything, type Query } from '../../src/domain/query.ts';
import {
	accessFacts,
	audiences,
	dayParts,
	equipment,
	kinds,
	languages,
	venueKinds,
	weekdays,
} from '../../src/domain/taxonomies.ts';
import { themes } from '../../src/domain/theme.ts';
import { whens } from '../../src/domain/time.ts';
import { SearchIndex } from '../../src/finder/search-index.ts';
import { NOW } from '../store.ts';

const some = <T>(list: readonly T[], maxLength = 3) => fc.uniqueArray(fc.constantFrom(...list), { maxLength });
const names = [
	'Ljungåsa Schackvänner',
	'Björkhults IF',
	'Solvik Kör',
	'Språkkafé',
	'Äng bygdegård',
	'Gympa',
	'Öppen förskola',
];

/** Rows of the index as they could be. Their ids are set by where they stand. */
export const anyRow: fc.Arbitrary<IndexRow> = fc.record({
	id: fc.constant(0),
	kind: fc.constantFrom(...kinds),
	name: fc.constantFrom(...names),
	otherNames: fc.constant([]),
	descriptions: fc.oneof(fc.constant([]), fc.constant(['Vi ses och pratar svenska'])),
	municipality: fc.constantFrom('1380', '0180', '2283'),
	places: fc.constant([]),
	keywords: fc.oneof(fc.constant([]), fc.constant(['Schack', 'Idrottsförening'])),
	themes: some(themes),
	audiences: some(audiences),
	languages: some(languages.slice(0, 6)),
	ages: fc.option(
		fc.tuple(fc.nat(40), fc.nat(60)).map(([min, more]) => ({ min, max: min + more })),
		{ nil: null },
	),
	free: fc.constantFrom(true, false, null),
	access: some(accessFacts),
	venueKind: fc.constantFrom(...venueKinds, null),
	equipment: some(equipment),
	seats: fc.option(fc.constantFrom(5, 9, 10, 49, 50, 80, 199, 200, 450), { nil: null }),
	organisationNumber: fc.constant(null),
	position: fc.option(
		fc.record({
			lon: fc.integer({ min: 1150, max: 1300 }).map((n) => n / 100),
			lat: fc.integer({ min: 5600, max: 5750 }).map((n) => n / 100),
			precision: fc.constantFrom('exact', 'locality'),
		}),
		{ nil: null },
	),
	confirmedAt: fc.option(fc.integer({ min: NOW - 90_000_000, max: NOW }), { nil: null }),
	dormant: fc.boolean(),
	completeness: fc.integer({ min: 0, max: 8 }).map((n) => n / 8),
	starts: fc
		.uniqueArray(fc.integer({ min: -50, max: 24 * 40 }), { maxLength: 8 })
		.map((hours) => hours.sort((a, b) => a - b).map((hour) => NOW + hour * 3600)),
}) as unknown as fc.Arbitrary<IndexRow>;

/** Rows numbered from one; only activities have times, and only venues seats. */
export const rowsOf = (rows: IndexRow[]): IndexRow[] =>
	rows.map((row, place) => ({
		...row,
		id: place + 1,
		starts: row.kind === 'activity' ? row.starts : [],
		seats: row.kind === 'venue' ? row.seats : null,
	}));

/** Municipalities by code. */
export const towns = new Map([
	['1380', 'Halmstad'],
	['0180', 'Stockholm'],
	['2283', 'Sollefteå'],
]);
const fewOf = <T>(list: readonly T[]) =>
	fc.oneof(
		{ weight: 3, arbitrary: fc.constant([]) },
		fc.uniqueArray(fc.constantFrom(...list), { minLength: 1, maxLength: 2 }),
	);
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 2 });

/** Queries as they could be, words aside. */
export const anyQuery: fc.Arbitrary<Query> = fc.record({
	...(Object.fromEntries(Object.entries(everything).map(([key, value]) => [key, fc.constant(value)])) as {
		[K in keyof Query]: fc.Arbitrary<Query[K]>;
	}),
	kind: fewOf(kinds),
	theme: fewOf(themes),
	municipality: fewOf([...towns.keys()]),
	audience: fewOf(audiences),
	age: rarely(fc.nat(90)),
	language: fewOf(languages.slice(0, 6)),
	weekday: fewOf(weekdays),
	part: fewOf(dayParts),
	when: rarely(fc.constantFrom(...whens)),
	date: rarely(fc.constantFrom('2026-03-04', '2026-03-09', '2026-03-29')),
	free: fc.boolean(),
	seats: rarely(fc.constantFrom(1, 9, 10, 50, 80, 200, 300)),
	access: fewOf(accessFacts),
	venueKind: fewOf(venueKinds),
	equipment: fewOf(equipment),
	near: rarely(fc.constant({ lon: 12.5, lat: 56.8 })),
	radius: rarely(fc.constantFrom(5, 20, 60)),
	bbox: rarely(fc.constant([12, 56.2, 12.8, 57] as const)),
	sort: fc.constantFrom('relevance', 'distance', 'soonest', 'name'),
}) as fc.Arbitrary<Query>;

/** An index that holds some rows. */
export function indexOf(rows: readonly IndexRow[]): SearchIndex {
	const index = new SearchIndex(towns);
	for (const row of rows) index.put(row);
	return index;
}

/** An association that nothing is told of. */
export const blank: Omit<IndexRow, 'id' | 'name'> = {
	kind: 'organisation',
	otherNames: [],
	descriptions: [],
	municipality: '1380',
	places: [],
	keywords: [],
	themes: [],
	audiences: [],
	languages: [],
	ages: null,
	free: null,
	access: [],
	venueKind: null,
	equipment: [],
	seats: null,
	organisationNumber: null,
	position: null,
	confirmedAt: null,
	dormant: false,
	completeness: 0,
	starts: [],
};
