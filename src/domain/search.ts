import type { Face } from './face.ts';
import type { Bbox, LonLat } from './geo.ts';
import type { Query } from './query.ts';
import type { Theme } from './theme.ts';

/** The filters that carry a count for each of their values. */
export const facetNames = [
	'kind',
	'theme',
	'municipality',
	'audience',
	'language',
	'weekday',
	'part',
	'when',
	'free',
	'access',
	'venueKind',
	'equipment',
	'seats',
	'radius',
] as const;
export type FacetName = (typeof facetNames)[number];

/** Kilometres around a place that are offered. */
export const radii = [2, 5, 10, 20, 50, 100] as const;

/** How many are to have room: what is offered. */
export const seatSteps = [10, 20, 50, 100, 200] as const;

/** For each filter, how many would be left for each value, the filter's own choice set aside. */
export type Facets = Record<FacetName, Record<string, number>>;

/** What people ask and nothing can be found by: room for so many at something that is no venue, when a room is free, what one costs, near whoever asks, out in the country. */
export const untolds = ['seats', 'hours', 'price', 'me', 'country'] as const;
export type Untold = (typeof untolds)[number];
/** Whether a code is one of these. */
export const isUntold = (code: string): code is Untold => (untolds as readonly string[]).includes(code);

/** One hit. */
export interface Hit {
	id: number;
	/** Kilometres from `near`; null without it or without a position. */
	distance: number | null;
	/** Unix seconds of the next occurrence that fits the query; null where there is none. */
	next: number | null;
}

/** Where a word of a query can be met in an entry: a text of it, or a value it has in a filter. */
export const matchPlaces = [
	'name',
	'number',
	'otherName',
	'keyword',
	'theme',
	'audience',
	'language',
	'venueKind',
	'equipment',
	'kind',
	'host',
	'venue',
	'place',
	'municipality',
	'description',
] as const;
export type MatchPlace = (typeof matchPlaces)[number];

/** Why a hit is one: a word of the query and what answers it. */
export interface Match {
	/** The word as it was asked, in lower case. */
	word: string;
	in: MatchPlace;
	/** The word that answers it, as it is written there (a keyword whole); of a theme, audience, language, venue kind, equipment or kind its code. */
	text: string;
}

/** What words of another language can be heard as: a word in the reader's own, a place, or a code of a closed list. */
export const heardIns = ['word', 'place', 'theme', 'audience', 'language', 'venueKind', 'equipment', 'kind'] as const;

/** Words of another language than the reader's, as they were typed, and what they were read as: any of it, at most three. */
export interface Heard {
	words: string;
	as: { in: (typeof heardIns)[number]; text: string }[];
}

/** What the finder answers. */
export interface Answer {
	total: number;
	hits: Hit[];
	facets: Facets;
	/** The words as they were read, when one was taken for a misspelling of another; else null. */
	readAs: string | null;
	/** Where the next page begins; null on the last. */
	next: string | null;
	/**
	 * When nothing is left: what to give up, the least that helps, with what there is then. For `radius` the nearest that has
	 * anything, if one of those offered does. For `q` the words to keep, none where none helps. `also`: what goes besides. Null
	 * where only to look for nothing would help.
	 */
	widen: { drop: keyof Query; count: number; words?: string; radius?: number; also?: (keyof Query)[] } | null;
}

/** What of an answer is wanted beside its hits: each takes as long as they do. Both unless told. */
export interface Wanted {
	/** How many would be left for each value of each filter; empty when not wanted. */
	facets?: boolean;
	/** What would give something where nothing is left; null when not wanted. */
	widen?: boolean;
	/** Whether the same asked again is answered from what is kept; a door that keeps its answers itself does without. */
	keep?: boolean;
}

/** A spot on the map: one or several entries at the same place, or a cluster of them. */
export interface MapSpot extends LonLat {
	count: number;
	/** How many of each kind. */
	organisation: number;
	venue: number;
	activity: number;
	/** Up to twenty ids when everything in it lies at one and the same point, else empty. */
	ids: number[];
	/** True when every entry in it has a position no finer than its locality. */
	approximate: boolean;
}

/** The in-process index behind search. Pages, API and map know only this. */
export interface Finder {
	/** Answers a query; `now` in unix seconds. Throws `Invalid` for a cursor it did not write. */
	search(query: Query, now: number, wanted?: Wanted): Answer;
	/** The first hits of a query without its counts: for what is shown beside something else, or while somebody types. */
	top(query: Query, now: number): Hit[];
	/**
	 * Why the entries that a query has found are found, by id: which words were met where. For the entries of one page. What a
	 * card shows is looked at first; the rest of an entry only where that does not answer every word.
	 */
	why(query: Query, faces: readonly Face[]): Promise<Map<number, Match[]>>;
	/** The themes that a text being typed can stand for, best first, at most three, each with how many entries have it. */
	themesFor(text: string): { theme: Theme; count: number }[];
	/** Clusters for a map: those of the query that lie in its bbox (or anywhere), in cells for a zoom 0-22. */
	map(query: Query, zoom: number, now: number): MapSpot[];
	/** The box around what a query finds in Sweden; null when it finds nothing with a position. */
	extent(query: Query, now: number): Bbox | null;
	/**
	 * A vector tile (specification 2.1) of the query by zoom 0-22, column and row: clusters, from zoom 14 on every entry by itself.
	 * The same bytes while nothing has changed; none where nothing lies.
	 */
	tile(query: Query, at: { z: number; x: number; y: number }, now: number): Uint8Array;
	/** How many published entries it holds. */
	readonly size: number;
	/** The change sequence it has followed to. */
	readonly sequence: number;
}
