import type { Position } from './geo.ts';
import type { AccessFact, Audience, Confirmer, Kind, Language, VenueKind } from './taxonomies.ts';
import type { Theme } from './theme.ts';

/** The face of an entry in a list: what a card shows, in one language. Holds nothing that is not public. */
export interface Face {
	id: number;
	kind: Kind;
	slug: string;
	name: string;
	/** The beginning of the description, at most 240 characters; null without one. */
	excerpt: string | null;
	excerptLanguage: Language;
	municipality: { code: string; name: string };
	locality: string | null;
	street: string | null;
	position: Position | null;
	themes: Theme[];
	audiences: Audience[];
	languages: Language[];
	ages: { min: number; max: number } | null;
	confirmedAt: number | null;
	confirmedBy: Confirmer | null;
	/** Of a venue. */
	venueKind: VenueKind | null;
	seats: number | null;
	/** Facts that are known to be there (yes, or more than none). */
	access: AccessFact[];
	/** Of an activity. */
	free: boolean | null;
	dropIn: boolean | null;
	online: boolean;
	/** Who holds an activity or keeps a venue. */
	host: { name: string; slug: string } | null;
	/** Where an activity happens. */
	at: { name: string; slug: string } | null;
	/** Of an organisation. */
	dormant: boolean;
	/** Of the invented Sweden: nobody's. */
	invented: boolean;
}

/** What a card in a list shows of a face, and no more: twenty of them are sent with every page of hits. */
export type CardFace = Omit<
	Face,
	'street' | 'audiences' | 'confirmedAt' | 'confirmedBy' | 'access' | 'dropIn' | 'dormant'
> & {
	/** That it sleeps, or is old, in the reader's words. */
	note: string | null;
};

/** A face without what its card does not show, and with a note in the reader's words. */
export function cardOf(face: Face, note: string | null): CardFace {
	const { street, audiences, confirmedAt, confirmedBy, access, dropIn, dormant, ...shown } = face;
	return { ...shown, note };
}

/** Where an entry is, as a card says it. */
export const whereOf = ({ at, locality, municipality }: CardFace): string =>
	[at?.name, locality, locality === municipality.name ? null : municipality.name].filter(Boolean).join(', ');

/** What the finder knows of an entry: one row of its index. */
export interface IndexRow {
	id: number;
	kind: Kind;
	name: string;
	/** Names in other languages, and of the host and venue of an activity. */
	otherNames: string[];
	/** Descriptions in all languages. */
	descriptions: string[];
	municipality: string;
	/** Locality, post town and area labels. */
	places: string[];
	/** What its source calls it and what it does. */
	keywords: string[];
	themes: Theme[];
	audiences: Audience[];
	languages: Language[];
	ages: { min: number; max: number } | null;
	free: boolean | null;
	access: AccessFact[];
	venueKind: VenueKind | null;
	equipment: string[];
	/** How many there is room for in the largest room of a venue; null where nobody has told. */
	seats: number | null;
	organisationNumber: string | null;
	position: Position | null;
	/** When it was confirmed, else published; null only where nobody knows. */
	confirmedAt: number | null;
	dormant: boolean;
	/** How much of what helps readers it tells, from 0 to 1. */
	completeness: number;
	/** Starts of its instances in the store's window, unix seconds, ascending. */
	starts: number[];
}
