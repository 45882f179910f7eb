import type { Listing, Stored } from '../domain/listing.ts';
import { photoPath } from '../domain/paths.ts';
import { pageOf } from './urls.ts';

/** What of a stored entry is for the public, each field named: a new field stays inside until it is added here. */
export function publicListing(listing: Stored, origin: string) {
	return { ...common(listing, origin), ...own(listing) };
}

function common(listing: Stored, origin: string) {
	const { id, kind, slug, name, municipality, locality, street, postcode, postTown, position } = listing;
	const { homepage, email, phone, themes, audiences, ages, languages, texts, areas, keywords } = listing;
	const { confirmedAt, confirmedBy, attribution, createdAt, updatedAt, photos } = listing;
	return {
		...{
			id,
			kind,
			name,
			url: pageOf(origin, kind, slug),
			municipality,
			locality,
			street,
			postcode,
			postTown,
			position,
		},
		...{ homepage, email, phone, themes, audiences, ages, languages, texts, areas, keywords },
		photos: photos.map(({ id: photo, ...rest }) => ({
			large: origin + photoPath(photo, 'large'),
			small: origin + photoPath(photo, 'small'),
			...rest,
		})),
		...{ confirmedAt, confirmedBy, attribution, createdAt, updatedAt },
	};
}

function own(listing: Listing) {
	if (listing.kind === 'organisation') {
		const { form, organisationNumber, foundedYear, dormant } = listing;
		return { form, organisationNumber, foundedYear, dormant };
	}
	if (listing.kind === 'venue') {
		const { venueKind, keeper, seats, openingHours, price, rates, bookingUrl, equipment, access, rooms } = listing;
		return { venueKind, keeper, seats, openingHours, price, rates, bookingUrl, equipment, access, rooms };
	}
	const { organisation, venue, onlineUrl, free, price, dropIn, schedules } = listing;
	return { organisation, venue, onlineUrl, free, price, dropIn, schedules };
}
