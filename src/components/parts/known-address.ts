import type { LonLat } from '#domain/geo.ts';

/** An address that we know: of a venue, a post town or a settlement. */
export interface KnownAddress extends LonLat {
	/** "Storgatan 1, Ljungåsa" */
	said: string;
	/** Whose address it is, if anybody's. */
	of: string | null;
	street: string | null;
	postcode: string | null;
	postTown: string | null;
	locality: string | null;
	/** The point is that of a building, and not of a settlement. */
	exact: boolean;
}
