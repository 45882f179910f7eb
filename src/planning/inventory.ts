import type { Confirmer, Kind, Precision, VenueKind } from '../domain/taxonomies.ts';

/** A public entry as planning counts it. Whose it is, what it is called and how it is reached are left in the store. */
export interface Entry {
	id: number;
	kind: Kind;
	/** Named by itself, else by the venue where it happens. */
	locality: string | null;
	/** WGS84 degrees, its own or its venue's; null without a position, and then `precision` is too. */
	lon: number | null;
	lat: number | null;
	precision: Precision | null;
	/** When it was confirmed, and published before anybody has; unix seconds. */
	since: number;
	/** Who confirmed it last; null when nobody has. */
	confirmedBy: Confirmer | null;
	ageMin: number | null;
	ageMax: number | null;
	/** Of a venue. */
	venueKind: VenueKind | null;
	/** Of an activity: the id of who holds it. */
	host: number | null;
	/** Somebody looks after it here: an owner or editor with an account. */
	kept: boolean;
	/** It stands in a register that was read in. */
	registered: boolean;
	/** How much of what helps a reader is told: so many of so many things (domain/completeness.ts). */
	told: number;
	tellable: number;
	/** Codes, as they were told: a theme without those above it. */
	themes: readonly string[];
	audiences: readonly string[];
	languages: readonly string[];
}
