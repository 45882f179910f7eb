import { NotFound, Refusal } from '../domain/errors.ts';
import type { Stored } from '../domain/listing.ts';
import type { Site } from '../site.ts';

/** Known once and not there any more. */
class Gone extends Refusal {
	static override called = 'Gone';
	readonly status = 410;
}

/**
 * The public entry with an id, or where the one lies that it was merged into. Throws `Gone` (410) for one that is
 * archived, `NotFound` for what never was public.
 */
export async function publicEntry(site: Site, id: number): Promise<{ listing: Stored } | { moved: number }> {
	const listing = await site.store.listings.get(id);
	if (!listing?.publishedAt) throw new NotFound('listing.unknown');
	if (listing.mergedInto) return { moved: await site.store.merges.standing(id) };
	if (listing.archivedAt) throw new Gone('listing.archived');
	return { listing };
}
