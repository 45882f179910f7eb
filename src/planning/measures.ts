import {
	type Audience,
	audiences,
	type Confirmer,
	confirmers,
	type Kind,
	kinds,
	type Language,
	languages,
	type VenueKind,
	venueKinds,
} from '../domain/taxonomies.ts';
import { type Theme, themes } from '../domain/theme.ts';
import { ageBands, type SettlementClass, settlementClasses } from './ground.ts';

/**
 * What is counted of an area. Each measure is a number of entries (of `hosts`: of organisers, each once in a municipality),
 * so that those of a county or the country are the sums of those of its municipalities. The names are kept in monthly
 * snapshots: a name once used keeps its meaning.
 */

/** Where an entry lies; `unplaced` when nobody has told us well enough. */
export const whereabouts = [...settlementClasses, 'unplaced'] as const;
export type Whereabouts = SettlementClass | 'unplaced';

/** Kinds that have themes, audiences and languages. */
export const themed = ['organisation', 'activity'] as const satisfies readonly Kind[];
export type Themed = (typeof themed)[number];

/**
 * How an entry stands: confirmed in term (`term`) or silent (`old`), by domain/freshness.ts; never confirmed by anybody;
 * looked after by somebody with an account; in a register that was read in; things told, of things that could be.
 */
const states = ['term', 'old', 'unconfirmed', 'kept', 'registered', 'told', 'tellable'] as const;
type State = (typeof states)[number];

type Band = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** `none`: nothing is told of it. `open`: somebody of that age band may come; `aimed`: of those, where not all ages may. */
export type Measure =
	| Kind
	| `${Kind}.where.${Whereabouts}`
	| `${Kind}.${State}`
	| `${Kind}.by.${Confirmer}`
	| `${Themed}.theme.${Theme | 'none'}`
	| `${Themed}.theme.${Theme}.${'old' | 'kept'}`
	| `activity.theme.${Theme}.hosts`
	| `${Themed}.audience.${Audience | 'none'}`
	| `${Themed}.language.${Language | 'none'}`
	| `activity.${'open' | 'aimed'}.${Band}`
	| 'activity.ages.none'
	| `venue.kind.${VenueKind}`;

const bands = ageBands.map((_, place) => place as Band);

/** Every measure, in the order of a tally. */
export const measures: readonly Measure[] = [
	...kinds,
	...kinds.flatMap((kind) => [
		...whereabouts.map((where): Measure => `${kind}.where.${where}`),
		...states.map((state): Measure => `${kind}.${state}`),
		...confirmers.map((by): Measure => `${kind}.by.${by}`),
	]),
	...themed.flatMap((kind) => [
		...themes.flatMap((theme): Measure[] => [
			`${kind}.theme.${theme}`,
			`${kind}.theme.${theme}.old`,
			`${kind}.theme.${theme}.kept`,
		]),
		...audiences.map((audience): Measure => `${kind}.audience.${audience}`),
		...languages.map((language): Measure => `${kind}.language.${language}`),
		...(['theme', 'audience', 'language'] as const).map((what): Measure => `${kind}.${what}.none`),
	]),
	...themes.map((theme): Measure => `activity.theme.${theme}.hosts`),
	...bands.flatMap((band): Measure[] => [`activity.open.${band}`, `activity.aimed.${band}`]),
	'activity.ages.none',
	...venueKinds.map((kind): Measure => `venue.kind.${kind}`),
];

const places = new Map<string, number>(measures.map((measure, place) => [measure, place]));

/** The figures of an area, in the order of `measures`. */
export type Tally = Float64Array;

/** A tally of nothing. */
export const emptyTally = (): Tally => new Float64Array(measures.length);

/** One figure of a tally. */
export const figure = (tally: Tally, measure: Measure): number => tally[places.get(measure)!]!;

/** Where a measure stands in a tally; undefined for what is none (a code that a later version has, or a wrong one). */
export const placeOf = (measure: string): number | undefined => places.get(measure);

/** The figures of areas together. */
export function sumOf(tallies: Iterable<Tally>): Tally {
	const sum = emptyTally();
	for (const tally of tallies) for (let place = 0; place < sum.length; place++) sum[place]! += tally[place]!;
	return sum;
}
