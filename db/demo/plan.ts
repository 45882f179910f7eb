import type { VenueKind } from '../../src/domain/taxonomies.ts';
import type { Theme } from '../../src/domain/theme.ts';
import type { Locality } from '../geography/index.ts';
import type { Chance } from './chance.ts';
import type { Density } from './density.ts';
import { subjects } from './subjects/index.ts';
import type { Subject } from './subjects/types.ts';
import { venuePatterns } from './venues/index.ts';
import type { VenuePattern } from './venues/types.ts';

/** What people look for first: in each settlement of a dense place. */
const essentials: readonly Theme[] = ['language_cafe', 'chess', 'meeting_places', 'seniors', 'open_preschool'];

/** Each as many times as it weighs, so that one can be drawn at random. */
const weighted = <T extends { weight: number }>(list: readonly T[]): T[] =>
	list.flatMap((item) => Array.from({ length: item.weight }, () => item));

const inCity = ({ family, theme }: Subject) => family !== 'village' || theme === 'housing' || theme === 'temperance';
const drawn = {
	country: { subjects: weighted(subjects), venues: weighted(venuePatterns) },
	city: { subjects: weighted(subjects.filter(inCity)), venues: weighted(venuePatterns.filter(({ rural }) => !rural)) },
};

/** One thing to invent, and in which settlement; drawn by size where none is said. */
export interface Planned<T> {
	what: T;
	locality?: Locality;
}

/** The associations of a municipality: the essentials, one of each sort, then by weight. */
export function organisationsOf(density: Density, chance: Chance): Planned<Subject>[] {
	const { localities, organisations, city } = density;
	const pool = city ? drawn.city.subjects : drawn.country.subjects;
	const of = (theme: Theme) => subjects.find((subject) => subject.theme === theme)!;
	const first: Planned<Subject>[] = density.dense
		? [
				...localities.flatMap((locality) =>
					essentials.filter((theme) => !city || inCity(of(theme))).map((theme) => ({ what: of(theme), locality })),
				),
				...[...new Set(pool)].map((what) => ({ what })),
			]
		: [{ what: of('meeting_places') }];
	const rest = Array.from({ length: Math.max(0, organisations - first.length) }, () => ({ what: chance.one(pool) }));
	return [...first, ...rest].slice(0, Math.max(1, organisations));
}

/** Sorts of venue, beside those that associations keep themselves: in dense places one of each first. */
export function venuesOf({ city, dense }: Density, count: number, chance: Chance): VenuePattern[] {
	const pool = city ? drawn.city.venues : drawn.country.venues;
	const first = dense ? [...new Set(pool)] : [];
	const rest = Array.from({ length: Math.max(0, count - first.length) }, () => chance.one(pool));
	return [...first, ...rest].slice(0, Math.max(0, count));
}

const byKind = new Map(venuePatterns.map((pattern) => [pattern.kind, pattern]));

/** The house that an association keeps itself, if any. */
export function houseOf({ keeps }: Subject, { city }: Density): VenuePattern | null {
	const pattern = keeps && byKind.get(keeps as VenueKind);
	return pattern && !(city && pattern.rural) ? pattern : null;
}
