import { getTableColumns } from 'drizzle-orm';
import { listings } from '../../db/schema.ts';
import type { Activity, Listing, Organisation, Stored, Venue } from '../domain/listing.ts';

type Inferred = typeof listings.$inferSelect;
/** A row of `listings` as SQLite gives it. */
export type ListingRow = Omit<Inferred, 'masked' | 'demo' | 'areas' | 'keywords'> & {
	masked: number;
	demo: number;
	areas: string;
	keywords: string;
};

/** All its columns, of a table `l`. */
export const rowColumns = Object.entries(getTableColumns(listings))
	.map(([key, { name }]) => `l.${name} AS ${key}`)
	.join(', ');

/** What the tables beside `listings` hold of every kind of entry. */
export type Satellites = Pick<Listing, 'themes' | 'audiences' | 'languages' | 'texts' | 'photos'>;

type Common =
	| keyof Satellites
	| 'kind'
	| 'name'
	| 'municipality'
	| 'locality'
	| 'street'
	| 'postcode'
	| 'postTown'
	| 'position'
	| 'masked'
	| 'homepage'
	| 'email'
	| 'phone'
	| 'ages'
	| 'areas'
	| 'keywords'
	| 'confirmedAt'
	| 'confirmedBy'
	| 'attribution';

/** What only one kind has. */
export type OwnPart = Omit<Organisation, Common> | Omit<Venue, Common> | Omit<Activity, Common>;

/** An entry as the columns of `listings`, for a prepared statement. */
export function listingColumns(listing: Listing) {
	return {
		kind: listing.kind,
		name: listing.name,
		municipality: listing.municipality,
		locality: listing.locality,
		street: listing.street,
		postcode: listing.postcode,
		postTown: listing.postTown,
		lon: listing.position?.lon ?? null,
		lat: listing.position?.lat ?? null,
		precision: listing.position?.precision ?? null,
		masked: listing.masked ? 1 : 0,
		homepage: listing.homepage,
		email: listing.email,
		phone: listing.phone,
		ageMin: listing.ages?.min ?? null,
		ageMax: listing.ages?.max ?? null,
		areas: JSON.stringify(listing.areas),
		// A value that was put aside before there were keywords, to be brought back by undoing, has none.
		keywords: JSON.stringify(listing.keywords ?? []),
		attribution: listing.attribution,
		confirmedAt: listing.confirmedAt,
		confirmedBy: listing.confirmedBy,
	};
}

/** Puts a row and what belongs to it together again. */
export function listingOf(row: ListingRow, satellites: Satellites, own: OwnPart): Stored {
	const { id, kind, slug, name, municipality, locality, street, postcode, postTown } = row;
	const { lon, lat, precision, ageMin, ageMax, homepage, email, phone, attribution } = row;
	const { confirmedAt, confirmedBy, createdAt, updatedAt, publishedAt, archivedAt, mergedInto } = row;
	return {
		...{ id, kind, slug, name, municipality, locality, street, postcode, postTown },
		position: lon === null || lat === null || precision === null ? null : { lon, lat, precision },
		masked: row.masked === 1,
		...{ homepage, email, phone },
		ages: ageMin === null || ageMax === null ? null : { min: ageMin, max: ageMax },
		areas: JSON.parse(row.areas) as string[],
		keywords: JSON.parse(row.keywords) as string[],
		...{ attribution, confirmedAt, confirmedBy, createdAt, updatedAt, publishedAt, archivedAt, mergedInto },
		...satellites,
		...own,
	} as Stored;
}
