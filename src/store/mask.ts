import type { Listing } from '../domain/listing.ts';
import type { Connection } from './connection.ts';

/**
 * Coarsens a masked entry before it is kept: no street, no postcode, no exact place. What is not in the store can not
 * leak from search, tiles, API or export.
 */
export function maskOf({ sqlite }: Connection) {
	const locality = sqlite.prepare<[string, string], { lon: number; lat: number }>(
		'SELECT lon, lat FROM localities WHERE municipality = ? AND lower(name) = lower(?) ORDER BY population DESC',
	);
	const seat = sqlite.prepare<[string], { lon: number; lat: number }>(
		'SELECT lon, lat FROM municipalities WHERE code = ?',
	);
	return <L extends Listing>(listing: L): L => {
		if (!listing.masked) return listing;
		const named = locality.get(listing.municipality, listing.locality ?? listing.postTown ?? '');
		const point = named ?? seat.get(listing.municipality);
		const position = point ? { ...point, precision: named ? 'locality' : 'municipality' } : null;
		return { ...listing, street: null, postcode: null, position };
	};
}
