import type { Audience, Equipment, Language, VenueKind } from '../../src/domain/taxonomies.ts';
import type { Theme } from '../../src/domain/theme.ts';
import subjectList from './subjects.json' with { type: 'json' };
import venueList from './venues.json' with { type: 'json' };

/** An activity as it is usually held. */
export interface Pattern {
	sv: string;
	en: string;
	/** RFC 5545 weekdays that it falls on. */
	days: string[];
	hours: number[];
	minutes: number;
	ages: [number, number] | null;
	/** How often it is free, in percent. */
	free: number;
}

/** What associations of one theme are called, say of themselves and do. `{v}` is a village, `{p}` the settlement. */
export interface Subject {
	theme: Theme;
	extra: Theme[];
	weight: number;
	organisations: string[];
	activities: Pattern[];
	sv: string[];
	en: string[];
	audiences: Audience[];
	languages: Language[];
}

/** A sort of venue: its names, rooms, equipment and hours. */
export interface VenuePattern {
	kind: VenueKind;
	names: string[];
	rooms: { name: string; seats: number | null; areaM2: number | null }[];
	equipment: Equipment[];
	hours: string | null;
	weight: number;
	sv: string;
	en: string;
}

export const subjects = subjectList as unknown as Subject[];
export const venuePatterns = venueList as unknown as VenuePattern[];

/** Each as many times as it weighs, so that one can be drawn at random. */
export const weighted = <T extends { weight: number }>(list: readonly T[]): T[] =>
	list.flatMap((item) => Array.from({ length: item.weight }, () => item));
