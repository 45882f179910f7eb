import { and, eq, sql } from 'drizzle-orm';
import { oldSlugs } from '../../db/schema.ts';
import { Conflict, NotFound } from '../domain/errors.ts';
import type { Listing, Stored } from '../domain/listing.ts';
import { slugOf } from '../domain/slug.ts';
import type { Kind } from '../domain/taxonomies.ts';
import { activityParts } from './activities.ts';
import { atOnce } from './at-once.ts';
import type { Connection } from './connection.ts';
import { type ListingRow, listingColumns, listingOf, rowColumns } from './listing-row.ts';
import { maskOf } from './mask.ts';
import { type OrganisationRow, organisationColumns, organisationOf, organisationParts } from './organisations.ts';
import { type SatelliteRow, satelliteColumns, satelliteParts, satellitesOf } from './satellites.ts';
import { standingOf } from './standing.ts';
import { venueParts } from './venues.ts';

/** An entry with what stands beside every entry, and all of an organisation. */
type EntryRow = ListingRow & SatelliteRow & OrganisationRow;
const select = `SELECT ${rowColumns}, ${satelliteColumns}, ${organisationColumns}
	FROM listings l LEFT JOIN organisations o ON o.id = l.id`;

export interface CreateOptions {
	/** Unix seconds. */
	at: number;
	publish?: boolean;
	/** Part of the invented Sweden. */
	demo?: boolean;
}

/** Entries of all three kinds, as whole values. Writes belong inside `store.transaction`. */
export function listingQueries(connection: Connection) {
	const satellites = satelliteParts(connection);
	const parts = {
		organisation: organisationParts(connection),
		venue: venueParts(connection),
		activity: activityParts(connection),
	};
	const { db, sqlite } = connection;
	const mask = maskOf(connection);
	const standing = standingOf(connection);
	/** Whoever names an entry that was merged means the one it leads to. */
	const named = (wanted: number | null) => wanted && standing(wanted);
	const byId = sqlite.prepare<[number], EntryRow>(`${select} WHERE l.id = ?`);
	const bySlug = sqlite.prepare<[Kind, string], EntryRow>(`${select} WHERE l.kind = ? AND l.slug = ?`);
	const old = db
		.select({ listing: oldSlugs.listing })
		.from(oldSlugs)
		.where(and(eq(oldSlugs.kind, sql.placeholder('kind')), eq(oldSlugs.slug, sql.placeholder('slug'))))
		.prepare();
	const insert = sqlite.prepare(insertSql);
	const update = sqlite.prepare(updateSql);
	const addOldSlug = sqlite.prepare('INSERT OR REPLACE INTO old_slugs (kind, slug, listing) VALUES (?, ?, ?)');
	const dropOldSlug = sqlite.prepare('DELETE FROM old_slugs WHERE kind = ? AND slug = ?');
	const archive = sqlite.prepare(
		'UPDATE listings SET archived_at = @at, archived_why = @why, updated_at = @at WHERE id = @id AND archived_at IS NULL',
	);
	const restore = sqlite.prepare(
		'UPDATE listings SET archived_at = NULL, archived_why = NULL, updated_at = @at WHERE id = @id',
	);
	const confirm = sqlite.prepare(
		'UPDATE listings SET confirmed_at = @at, confirmed_by = @by, updated_at = @at WHERE id = @id',
	);
	const publish = sqlite.prepare(
		'UPDATE listings SET published_at = @at, confirmed_at = @at, confirmed_by = @by, updated_at = @at WHERE id = @id AND published_at IS NULL',
	);
	const announceDependants = sqlite.prepare(
		`INSERT OR REPLACE INTO changes (listing) SELECT id FROM activities WHERE venue = @id OR organisation = @id
		UNION SELECT id FROM venues WHERE keeper = @id`,
	);
	const remove = sqlite.prepare('DELETE FROM listings WHERE id = ?');

	function rowOf(wanted: number): EntryRow {
		const row = byId.get(wanted);
		if (!row) throw new NotFound('listing.unknown');
		return row;
	}

	function freeSlug(listing: Listing, own: number | null): string {
		const base = slugOf(listing.name);
		for (let n = 0; n < 1000; n++) {
			const slug =
				n === 0 ? base : n === 1 ? `${base}-${listing.municipality}` : `${base}-${listing.municipality}-${n}`;
			const taken = bySlug.get(listing.kind, slug);
			const was = old.get({ kind: listing.kind, slug });
			if ((!taken || taken.id === own) && (!was || was.listing === own)) return slug;
		}
		throw new Conflict('listing.slug_taken');
	}

	function writeParts(wanted: number, listing: Listing): void {
		satellites.write(wanted, listing);
		if (listing.kind === 'organisation') parts.organisation.write(wanted, listing);
		if (listing.kind === 'venue') parts.venue.write(wanted, { ...listing, keeper: named(listing.keeper) });
		if (listing.kind !== 'activity') return;
		const { organisation, venue } = listing;
		parts.activity.write(wanted, { ...listing, organisation: named(organisation), venue: named(venue) });
	}

	function read(row: EntryRow): Stored {
		const own = row.kind === 'organisation' ? organisationOf(row) : parts[row.kind].read(row.id);
		return listingOf(row, satellitesOf(row), own);
	}

	const whole = atOnce(sqlite, (wanted: number): Stored | undefined => {
		const row = byId.get(wanted);
		return row && read(row);
	});

	type Addressed = { listing: Stored } | { moved: { kind: Kind; slug: string } };
	const addressed = atOnce(sqlite, (kind: Kind, slug: string): Addressed | undefined => {
		const row = bySlug.get(kind, slug);
		if (row?.mergedInto) return { moved: rowOf(standing(row.id)) };
		if (row) return { listing: read(row) };
		const before = old.get({ kind, slug });
		return before && { moved: rowOf(standing(before.listing)) };
	});

	return {
		/** The entry with this id, published or not; undefined when there is none. */
		get: async (wanted: number): Promise<Stored | undefined> => whole(wanted),

		/** The entry at an address; for an address it once had, only where it is now. */
		bySlug: async (kind: Kind, slug: string) => addressed(kind, slug),

		/** Writes a new entry and gives its id. A masked address is coarsened before it is kept. */
		create: async (given: Listing, { at, publish = false, demo = false }: CreateOptions): Promise<number> => {
			const listing = mask.coarsened(given);
			const slug = freeSlug(listing, null);
			const columns = { ...listingColumns(listing), slug, at, publishedAt: publish ? at : null, demo: demo ? 1 : 0 };
			const created = Number(insert.run(columns).lastInsertRowid);
			writeParts(created, listing);
			return created;
		},

		/** Writes an entry anew, keeping its id; a new name gives a new address and the old one leads to it. */
		replace: async (wanted: number, given: Listing, at: number): Promise<void> => {
			const row = rowOf(wanted);
			if (row.kind !== given.kind) throw new Conflict('listing.other_kind');
			const listing = mask.coarsened(given);
			const slug = row.name === listing.name ? row.slug : freeSlug(listing, wanted);
			if (slug !== row.slug) {
				dropOldSlug.run(row.kind, slug);
				addOldSlug.run(row.kind, row.slug, wanted);
			}
			// The satellites first: the update of the row is what announces the change.
			writeParts(wanted, listing);
			mask.followVenue(wanted, listing);
			update.run({ ...listingColumns(listing), slug, at, id: wanted });
		},

		/** Takes an entry out of sight, without deleting it. */
		archive: async (wanted: number, why: string, at: number): Promise<void> => {
			archive.run({ id: wanted, why, at });
		},

		/** Brings an archived entry back. */
		restore: async (wanted: number, at: number): Promise<void> => {
			restore.run({ id: wanted, at });
		},

		/** Shows a new entry to the public, as somebody says that it is right. */
		publish: async (wanted: number, by: 'owner' | 'officer', at: number): Promise<void> => {
			publish.run({ id: wanted, by, at });
		},

		/** Notes that somebody says the entry is right. */
		confirm: async (wanted: number, by: 'owner' | 'officer' | 'import', at: number): Promise<void> => {
			confirm.run({ id: wanted, by, at });
		},

		/** Real erasure: for the invented Sweden, and for what was never published. */
		erase: async (wanted: number): Promise<void> => {
			// What named it forgets it, and must be told and indexed without its name.
			announceDependants.run({ id: wanted });
			remove.run(wanted);
		},
	};
}

const columns = {
	kind: 'kind',
	name: 'name',
	municipality: 'municipality',
	locality: 'locality',
	street: 'street',
	postcode: 'postcode',
	post_town: 'postTown',
	lon: 'lon',
	lat: 'lat',
	precision: 'precision',
	masked: 'masked',
	homepage: 'homepage',
	email: 'email',
	phone: 'phone',
	age_min: 'ageMin',
	age_max: 'ageMax',
	areas: 'areas',
	keywords: 'keywords',
	attribution: 'attribution',
	confirmed_at: 'confirmedAt',
	confirmed_by: 'confirmedBy',
};

const insertSql = `INSERT INTO listings (${Object.keys(columns).join(', ')}, slug, created_at, updated_at, published_at, demo)
	VALUES (${Object.values(columns)
		.map((name) => `@${name}`)
		.join(', ')}, @slug, @at, @at, @publishedAt, @demo)`;

const updateSql = `UPDATE listings SET ${Object.entries(columns)
	.map(([column, name]) => `${column} = @${name}`)
	.join(', ')}, slug = @slug, updated_at = @at WHERE id = @id`;
