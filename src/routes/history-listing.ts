import type { RequestEvent } from '@sveltejs/kit';
import { may, mustBeAllowed, scopeOf } from '#domain/permission.ts';
import type { Kind } from '#domain/taxonomies.ts';
import { told } from '#domain/trail.ts';
import { entryAt, textOf } from './listing.ts';
import { ownAccount } from './personal.ts';

type Event = RequestEvent<{ slug: string }>;
const PAGE = 50;

/** What has become of an entry, for those who look after it: who did it is told to those alone who may know. */
export const historyLoad = (kind: Kind) => async (event: Event) => {
	const { actor } = ownAccount(event);
	const { site, locale } = event.locals;
	const listing = await entryAt(site, kind, event.params.slug);
	const scope = scopeOf(listing);
	mustBeAllowed(actor, 'listing.history', scope);
	const reader = {
		id: actor.id,
		knowsPeople: may(actor, 'municipality.trail', { municipality: listing.municipality }),
	};
	const page = Number(/^[1-9]\d{0,3}$/.exec(event.url.searchParams.get('sida') ?? '1')?.[0] ?? 1);
	const steps = await site.store.audit.history(listing.id, (page - 1) * PAGE, PAGE + 1);
	return {
		entry: { kind, slug: listing.slug, name: textOf(listing, locale).name },
		lines: steps.slice(0, PAGE).map((step) => told(step, reader)),
		page,
		more: steps.length > PAGE,
		now: site.now(),
	};
};
