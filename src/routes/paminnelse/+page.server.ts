import { redirect } from '@sveltejs/kit';
import { NotFound } from '#domain/errors.ts';
import { listingPath } from '#domain/paths.ts';
import { confirmEntries } from '#domain/still-right.ts';
import type { Site } from '#site';
import { localizeHref } from '#text/generated/runtime.js';
import { formOf, idOf, refused } from '../form.ts';
import { textOf } from '../listing.ts';
import { answering, keyed } from '../reminder.ts';
import type { Actions, PageServerLoad } from './$types';

/** So many coming times of an activity are shown. */
const TIMES = 3;

/** Opening the link does nothing: programs that look through mail open links too. */
export const load: PageServerLoad = async (event) => {
	const { site, locale } = event.locals;
	const key = event.url.searchParams.get('nyckel');
	const asked = await answering(event, key);
	const now = site.now();
	const base = { key, thanks: event.url.searchParams.has('tack'), spent: asked === null, now };
	if (!asked) return { ...base, entries: [] };
	const cared = await site.store.freshness.cared(asked.by.id, locale, now);
	const theirs = cared.filter(({ id }) => asked.listings.includes(id));
	return {
		...base,
		entries: await Promise.all(
			theirs.map(async ({ id, kind, slug, confirmedAt, confirmedBy }) => ({
				...{ id, kind, confirmedAt, confirmedBy, path: listingPath(kind, slug) },
				confirmed: confirmedAt !== null && confirmedAt >= asked.askedAt,
				...(await factsOf(site, id, locale)),
			})),
		),
	};
};

/** What stands on an entry's page, in short. */
async function factsOf(site: Site, id: number, locale: 'sv' | 'en') {
	const listing = (await site.store.listings.get(id))!;
	const { homepage, email, phone, kind } = listing;
	const times = kind === 'activity' ? await site.store.occurrences.coming(id, site.now(), TIMES) : [];
	const { name, description } = textOf(listing, locale);
	return { name, description, homepage, email, phone, times: times.map(({ start }) => start) };
}

export const actions: Actions = {
	default: async (event) => {
		const { site } = event.locals;
		const { nyckel = null, uppslag = '' } = await formOf(event.request);
		try {
			const asked = await answering(event, nyckel);
			if (!asked) throw new NotFound('reminder.spent');
			const { by, listings, askedAt } = asked;
			const wanted = uppslag === '' ? listings : listings.filter((id) => id === idOf(uppslag));
			await confirmEntries(site.store, by, wanted, { askedAt, now: site.now() });
		} catch (reason) {
			return refused(reason, {}, event.setHeaders);
		}
		redirect(303, keyed(localizeHref('/paminnelse'), nyckel, { tack: '' }));
	},
};
