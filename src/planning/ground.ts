/**
 * What planning computes on: columns of equal length, one place a row. Positions are WGS84 degrees. Pure data, given by the
 * store, and sent between threads as it is.
 */

/** Points on the map, in the order of whatever they belong to. */
export interface Points {
	readonly lon: Float64Array;
	readonly lat: Float64Array;
}

/**
 * Lower bounds of the age bands, in years: 0-5, 6-15, 16-19, 20-24, 25-44, 45-64, 65-79, 80 and more. SCB's groups for
 * small areas (DeSO, RegSO) add up to them.
 */
export const ageBands = [0, 6, 16, 20, 25, 45, 65, 80] as const;

/** How large the settlement is in which somebody lives, from none to a town. Bounds by docs/planning-method.md. */
export const settlementClasses = ['outside', 'under200', 'under1000', 'under10000', 'larger'] as const;
export type SettlementClass = (typeof settlementClasses)[number];

/** The index in `settlementClasses` of a settlement with so many persons. */
export function settlementClassOf(persons: number): number {
	if (persons < 200) return 1;
	if (persons < 1000) return 2;
	return persons < 10_000 ? 3 : 4;
}

/** Where people live: the middles of grid cells or small areas, settlements, or points over which a rest is spread. */
export interface People extends Points {
	/** Persons who live there; with a fraction where it is an estimate. */
	readonly persons: Float64Array;
	/**
	 * The same by `ageBands`, one column a band; no columns when nobody's ages are known. Where only some are, the others have 0
	 * in every band: a share by age is of those whose ages are known.
	 */
	readonly byAge: readonly Float64Array[];
	/** SCB code of the municipality as a number (0380 is 380). */
	readonly municipality: Uint16Array;
	/** Id of the settlement (`localities.id`); 0 outside any. */
	readonly locality: Int32Array;
	/** Index in `settlementClasses`. */
	readonly settlement: Uint8Array;
	/** 1 where people were spread by rule, as in all that the package alone tells; 0 where they were counted. */
	readonly estimated: Uint8Array;
}

/** What is known of a place beside where it is; bits of `Places.known`. */
export const PlaceBit = {
	/** One gets in without a step. Not set is unknown, never no. */
	stepFree: 1,
	/** Its own opening hours reach past 18 on some weekday. */
	openEvening: 2,
	/** Its position is its settlement's, not its own. */
	rough: 4,
	/** No venue of ours: the place of an activity that names none. */
	bare: 8,
} as const;

/** Where people can meet: public venues with a position, and places of activities that name no venue. */
export interface Places extends Points {
	/** The entry of which it is the place. */
	readonly listing: Int32Array;
	readonly municipality: Uint16Array;
	/** Index in `venueKinds`; `NO_KIND` for a bare place. */
	readonly kind: Uint8Array;
	/** `PlaceBit`s. */
	readonly known: Uint8Array;
}
export const NO_KIND = 255;

/** What happens at places: public activities that have one, in the order of their places. */
export interface Activities {
	readonly listing: Int32Array;
	/** Index in `Places`. */
	readonly place: Int32Array;
	/** Themes (indices in `themes`) of activity n: `themes[themesFrom[n] .. themesFrom[n + 1]]`. */
	readonly themesFrom: Uint32Array;
	readonly themes: Uint8Array;
	/** A bit for each of `audiences`. */
	readonly audiences: Uint16Array;
	/** A bit for each of `languages`. */
	readonly languages: Uint32Array;
	/** 1 where it begins at 17 or later on some day. */
	readonly evening: Uint8Array;
}

/** All that planning knows of, as of one moment. */
export interface Ground {
	readonly people: People;
	readonly places: Places;
	readonly activities: Activities;
	/** Public entries that could not be put on the map better than by their municipality, by its code: they are left out. */
	readonly unplaced: ReadonlyMap<number, number>;
	/** Unix seconds at which it was read. */
	readonly at: number;
}

/** A bit for each code by its place in the list of all: what the columns of audiences and languages hold. */
export const bits = <T>(codes: readonly T[], all: readonly T[]): number =>
	codes.reduce((mask, code) => (mask | (1 << all.indexOf(code))) >>> 0, 0);
