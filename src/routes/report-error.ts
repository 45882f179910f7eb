import type { RequestEvent } from '@sveltejs/kit';
import { redirect } from '@sveltejs/kit';
import { reportError, seemsRobot } from '#domain/error-report.ts';
import { listingPath } from '#domain/paths.ts';
import type { Kind } from '#domain/taxonomies.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { formOf, refused } from './form.ts';
import { commonOf, entryAt } from './listing.ts';

type Event = RequestEvent<{ slug: string }>;

/** What the form "tell us what is wrong" needs, for an entry of a kind. */
export const reportLoad =
	(kind: Kind) =>
	async ({ params, url, locals: { site, locale } }: Event) => {
		const entry = await commonOf(site, await entryAt(site, kind, params.slug), locale);
		return {
			entry: { kind, slug: entry.slug, name: entry.name, municipality: entry.municipality.fullName },
			sent: url.searchParams.has('tack'),
			made: site.now(),
		};
	};

/** Takes the form; what was typed comes back with the reasons when something is wrong. */
export const reportAction =
	(kind: Kind) =>
	async ({ params, request, setHeaders, locals: { site } }: Event) => {
		const listing = await entryAt(site, kind, params.slug);
		const form = await formOf(request);
		const values = {
			what: String(form.what ?? ''),
			message: String(form.message ?? ''),
			reply: String(form.reply ?? ''),
		};
		const thanks = `${localizeHref(`${listingPath(kind, listing.slug)}/fel`)}?tack`;
		// A robot is thanked too, and learns nothing.
		if (seemsRobot(form, site.now())) redirect(303, thanks);
		try {
			await reportError(site.store, listing, values, site.now());
		} catch (reason) {
			return refused(reason, values, setHeaders);
		}
		redirect(303, thanks);
	};
