import { redirect } from '@sveltejs/kit';
import { CONSENT_DAYS, consent, contactBy, keepAsShown, takeBack } from '#domain/consent.ts';
import { ANSWER_DAYS } from '#domain/contact-person.ts';
import { NotFound } from '#domain/errors.ts';
import { listingPath } from '#domain/paths.ts';
import type { Site } from '#site';
import { localizeHref } from '#text/generated/runtime.js';
import { formOf, idOf, refused } from '../form.ts';
import { textOf } from '../listing.ts';
import { keepNowhere } from '../personal.ts';
import { keyed } from '../reminder.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

const DAY = 86_400;

/** What somebody is asked, or has said yes to; null when nothing of it is kept. Opening the link answers nothing. */
async function seen(site: Site, locale: 'sv' | 'en', key: string) {
	try {
		const { contact, listing } = await contactBy(site.store, key, site.now());
		const { asked, shown, turn, shownUntil, askedBy } = contact;
		const by = askedBy === null ? undefined : await site.store.people.get(askedBy);
		const names = await site.store.geography.municipalities();
		const reads = await site.store.contactPersons.reads(contact.id);
		return {
			...{ asked, shown, turn, by: by ? (by.name ?? by.email) : null },
			what: textOf(listing, locale).name,
			path: listing.publishedAt && !listing.archivedAt ? listingPath(listing.kind, listing.slug) : null,
			until: shownUntil ?? site.now() + CONSENT_DAYS * DAY,
			days: ANSWER_DAYS,
			reads: reads.map(({ municipality, at }) => ({
				at,
				who: names.find(({ code }) => code === municipality)?.fullName ?? null,
			})),
		};
	} catch (reason) {
		if (!(reason instanceof NotFound)) throw reason;
		return null;
	}
}

export const load: PageServerLoad = async ({ url, locals, setHeaders }) => {
	keepNowhere({ locals });
	setHeaders({ 'referrer-policy': 'same-origin' });
	const { site, locale } = locals;
	const key = url.searchParams.get('nyckel') ?? '';
	return { key, done: url.searchParams.get('klart'), now: site.now(), contact: await seen(site, locale, key) };
};

export const actions: Actions = {
	default: async (event) => {
		const { site } = event.locals;
		const { nyckel = '', answer = '', turn = '' } = await formOf(event.request);
		const here = localizeHref('/kontaktperson');
		try {
			if (answer === 'yes') await consent(site.store, nyckel, idOf(turn), site.now());
			else if (answer === 'keep') await keepAsShown(site.store, nyckel, site.now());
			else if (answer === 'no') await takeBack(site.store, nyckel, site.now());
		} catch (reason) {
			return refused(reason, {}, event.setHeaders);
		}
		// Nothing is left that the key could open.
		redirect(303, answer === 'no' ? `${here}?klart=nej` : keyed(here, nyckel, { klart: 'ja' }));
	},
};
