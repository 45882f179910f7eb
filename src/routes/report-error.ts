import type { RequestEvent } from '@sveltejs/kit';
import { redirect } from '@sveltejs/kit';
import { aboutReport, reportError } from '#domain/error-report.ts';
import { makeForm } from '#domain/form-token.ts';
import type { Kind } from '#domain/taxonomies.ts';
import { followLetter } from '../mail/told-letters.ts';
import { formOf, refused } from './form.ts';
import { commonOf, entryAt, textOf } from './listing.ts';
import { keepNowhere } from './personal.ts';
import { followPath, senderOf, tokenAfter } from './told.ts';

type Event = RequestEvent<{ slug: string }>;

/** What the form "tell us what is wrong" needs, for an entry of a kind. */
export const reportLoad = (kind: Kind) => async (event: Event) => {
	// The form's secret is one reader's: no copy of the page may give it to another.
	keepNowhere(event);
	const { site, locale } = event.locals;
	const listing = await entryAt(site, kind, event.params.slug);
	const entry = await commonOf(site, listing, locale);
	return {
		entry: { kind, slug: entry.slug, name: entry.name, municipality: entry.municipality.fullName },
		token: await makeForm(site.store, aboutReport(listing.id), site.now()),
	};
};

/** Takes the form; what was typed comes back with the reasons when something is wrong. */
export const reportAction = (kind: Kind) => async (event: Event) => {
	const { site, locale } = event.locals;
	const listing = await entryAt(site, kind, event.params.slug);
	const form = await formOf(event.request);
	const { what = '', message = '', reply = '' } = form;
	const { name } = textOf(listing, locale);
	let secret: string;
	try {
		secret = await reportError(site.store, listing, { what, message, reply }, senderOf(event, form), {
			now: site.now(),
			locale,
			letter: (to) =>
				followLetter({ recipient: to.recipient, locale, name, href: site.address(followPath(to.secret)) }),
		});
	} catch (reason) {
		const token = await tokenAfter(reason, site, aboutReport(listing.id), form.token);
		return refused(reason, { what, message, reply, token }, event.setHeaders);
	}
	redirect(303, `${followPath(secret)}&tack=1`);
};
