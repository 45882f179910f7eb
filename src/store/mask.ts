import type { Listing } from '../domain/listing.ts';
import type { Connection } from './connection.ts';

interface Named {
	name: string;
	lon: number;
	lat: number;
}

const same = (a: string, b: string) => a.toLocaleLowerCase('sv') === b.toLocaleLowerCase('sv');

/**
 * Coarsens a masked entry before it is kept: no street, no postcode, no district, no exact place, no venue that tells
 * it. What is not in the store can not leak from search, tiles, API or export. What happens at a masked venue is masked
 * with it.
 */
export function maskOf({ sqlite }: Connection) {
	const localities = sqlite.prepare<[string], Named>(
		'SELECT name, lon, lat FROM localities WHERE municipality = ? ORDER BY population DESC',
	);
	const seat = sqlite.prepare<[string], { lon: number; lat: number }>(
		'SELECT lon, lat FROM municipalities WHERE code = ?',
	);
	const isMasked = sqlite.prepare<[number], number>('SELECT masked FROM listings WHERE id = ?').pluck();
	const coarsenGuests = sqlite.prepare(`UPDATE listings SET street = NULL, postcode = NULL, lon = NULL, lat = NULL,
		precision = NULL WHERE id IN (SELECT id FROM activities WHERE venue = ?)`);

	/** The settlement that an entry names, if it is one: a district is finer than that. */
	function settlementOf({ municipality, locality, postTown }: Listing): Named | undefined {
		const all = localities.all(municipality);
		const named = (text: string | null) => all.find(({ name }) => text !== null && same(name, text));
		return named(locality) ?? named(postTown);
	}

	const addressOf = (listing: Listing) => ({
		street: null,
		postcode: null,
		areas: [],
		locality: settlementOf(listing)?.name ?? null,
	});

	return {
		/** An entry as it may be kept. */
		coarsened<L extends Listing>(listing: L): L {
			if (!listing.masked) return listing.kind === 'activity' ? (guest(listing) as L) : listing;
			const named = settlementOf(listing);
			const point = named ?? seat.get(listing.municipality);
			const position = point && {
				lon: point.lon,
				lat: point.lat,
				precision: named ? ('locality' as const) : ('municipality' as const),
			};
			const own = listing.kind === 'activity' ? { venue: null } : {};
			return { ...listing, ...addressOf(listing), ...own, position: position ?? null };
		},

		/** After a venue was masked: what happens there has no address of its own any more. */
		followVenue(id: number, listing: Listing): void {
			if (listing.kind === 'venue' && listing.masked) coarsenGuests.run(id);
		},
	};

	function guest(activity: Extract<Listing, { kind: 'activity' }>): Listing {
		if (activity.venue === null || isMasked.get(activity.venue) !== 1) return activity;
		return { ...activity, ...addressOf(activity), position: null };
	}
}
