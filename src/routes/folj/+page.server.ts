import { error, redirect } from '@sveltejs/kit';
import { followed, takeReplyBack } from '#domain/follow.ts';
import { listingPath } from '#domain/paths.ts';
import { REPLY_KEPT_DAYS } from '#domain/told.ts';
import { formOf } from '../form.ts';
import { textOf } from '../listing.ts';
import { keepNowhere } from '../personal.ts';
import { followPath } from '../told.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	keepNowhere(event);
	// The secret in the address is no other site's to see; without any referrer the form's own origin would be hidden from us too.
	event.setHeaders({ 'referrer-policy': 'same-origin' });
	const { site, locale } = event.locals;
	const secret = event.url.searchParams.get('nyckel');
	const found = await followed(site.store, secret);
	if (!found || !secret) error(404, 'page.unknown');
	const { sort, told } = found;
	const listing = told.listing === null ? undefined : await site.store.listings.get(told.listing);
	const shown = listing?.publishedAt && !listing.archivedAt ? listing : null;
	const municipality = (await site.store.geography.municipality(told.municipality))!;
	return {
		sort,
		secret,
		what: sort === 'report' ? told.what : null,
		/** What the entry is called, or what the teller calls the place. */
		name: sort === 'suggestion' ? told.name : listing ? textOf(listing, locale).name : null,
		path: shown && listingPath(shown.kind, shown.slug),
		...{ message: told.message, state: told.state, words: told.words, at: told.at, handledAt: told.handledAt },
		municipality: municipality.fullName,
		/** Whether we still have their address. */
		reply: told.replyTo !== null,
		keptDays: REPLY_KEPT_DAYS,
		thanks: event.url.searchParams.has('tack'),
		link: site.address(followPath(secret)),
		now: site.now(),
	};
};

export const actions: Actions = {
	forget: async (event) => {
		const { nyckel = '' } = await formOf(event.request);
		if (!(await takeReplyBack(event.locals.site.store, nyckel, event.locals.site.now()))) error(404, 'page.unknown');
		redirect(303, followPath(nyckel));
	},
};
