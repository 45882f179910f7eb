import type { Listing } from '#domain/listing.ts';
import type { Language } from '#domain/taxonomies.ts';
import type { Site } from '#site';

/** What the entries are called that an entry names by number; only what the public sees. */
export async function namesIn(
	store: Site['store'],
	listing: Listing,
	locale: Language,
): Promise<Record<number, string>> {
	if (listing.kind !== 'activity') return {};
	const ids = [listing.organisation, listing.venue].filter((id) => id !== null);
	const named = await store.faces.named(ids, locale);
	return Object.fromEntries(named.map(({ id, name }) => [id, name]));
}
