import { error, redirect } from '@sveltejs/kit';
import type { EntryView, PhotoView } from '#domain/entry-view.ts';
import { looksOld } from '#domain/freshness.ts';
import type { Listing, Photo, Stored } from '#domain/listing.ts';
import { showOrganisationNumber } from '#domain/organisation-number.ts';
import { listingPath } from '#domain/paths.ts';
import { may, scopeOf } from '#domain/permission.ts';
import type { Actor } from '#domain/person.ts';
import type { Kind, Language } from '#domain/taxonomies.ts';
import type { Site } from '#site';
import { localizeHref } from '#text/generated/runtime.js';

type OfKind<K extends Kind> = Stored<Extract<Listing, { kind: K }>>;

/**
 * The public entry at an address. One that has moved is redirected there for good; one that is archived is gone (410);
 * what was never there, or never published, is not found.
 */
export async function entryAt<K extends Kind>(site: Site, kind: K, slug: string): Promise<OfKind<K>> {
	const found = await site.store.listings.bySlug(kind, slug);
	if (!found) error(404, 'listing.unknown');
	if ('moved' in found) redirect(301, localizeHref(listingPath(found.moved.kind, found.moved.slug)));
	const { listing } = found;
	if (!listing.publishedAt) error(404, 'listing.unknown');
	if (listing.archivedAt) error(410, 'listing.archived');
	return listing as OfKind<K>;
}

/** The name and description of an entry in a language, and which language the description is in. */
export function textOf(listing: Listing, locale: Language) {
	const own = listing.texts[locale];
	const description = own?.description ?? listing.texts.sv?.description ?? null;
	return {
		name: own?.name ?? listing.name,
		description,
		descriptionLanguage: own?.description ? locale : ('sv' as Language),
	};
}

/** A picture, described in the reader's language where it is. */
export const photoView = ({ id, width, height, alt, altEn }: Photo, locale: Language): PhotoView => ({
	...{ id, width, height },
	alt: (locale === 'sv' ? null : altEn) ?? alt,
});

/** What the pages of all three kinds show: public fields only, each named. */
export async function commonOf(
	site: Site,
	listing: Stored,
	locale: Language,
	actor: Actor | null = null,
): Promise<EntryView> {
	const [face] = await site.store.faces.byIds([listing.id], locale);
	const municipality = (await site.store.geography.municipality(listing.municipality))!;
	const { id, kind, slug, street, postcode, postTown, locality, masked, homepage, email, phone } = listing;
	const { themes, audiences, ages, languages, confirmedAt, confirmedBy, attribution } = listing;
	return {
		...{ id, kind, slug, street, postcode, postTown, locality, masked, homepage, email, phone },
		...{ themes, audiences, ages, languages, confirmedAt, confirmedBy, attribution },
		contacts: await site.store.contactPersons.shown(listing.id, site.now()),
		photos: listing.photos.map((photo) => photoView(photo, locale)),
		...textOf(listing, locale),
		old: looksOld(kind, confirmedAt ?? listing.publishedAt ?? site.now(), site.now()),
		position: listing.position ?? face?.position ?? null,
		municipality: {
			code: municipality.code,
			name: municipality.name,
			fullName: municipality.fullName,
			slug: municipality.slug,
		},
		editable: may(actor, 'listing.edit', scopeOf(listing)),
		invented: face?.invented ?? false,
		now: site.now(),
	};
}

/** The number of an organisation as it is usually written; null without one. */
export const numberOf = (number: string | null): string | null => number && showOrganisationNumber(number);

/** How to reach those behind an activity: its own ways, else those of the association that holds it. */
export async function reachedBy(site: Site, activity: Stored, host: { slug: string } | null | undefined) {
	const own = (({ homepage, email, phone }) => ({ homepage, email, phone }))(activity);
	if (!host || own.homepage || own.email || own.phone) return own;
	const found = await site.store.listings.bySlug('organisation', host.slug);
	if (!found || 'moved' in found || !found.listing.publishedAt || found.listing.archivedAt) return own;
	const { homepage, email, phone } = found.listing;
	return { homepage, email, phone };
}
