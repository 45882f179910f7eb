import type { RequestEvent } from '@sveltejs/kit';
import { error, fail, redirect } from '@sveltejs/kit';
import { reportError, seemsRobot } from '#domain/error-report.ts';
import { Invalid, Refusal } from '#domain/errors.ts';
import { listingPath } from '#domain/paths.ts';
import type { Kind } from '#domain/taxonomies.ts';
import { localizeHref } from '#text/generated/runtime.js';
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

/** The fields of a form; what is no form that can be read is refused. */
async function formOf(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (reason) {
		if (reason instanceof TypeError) error(400, 'form.unreadable');
		throw reason;
	}
}

/** Takes the form; what was typed comes back with the reasons when something is wrong. */
export const reportAction =
	(kind: Kind) =>
	async ({ params, request, setHeaders, locals: { site } }: Event) => {
		const listing = await entryAt(site, kind, params.slug);
		const form = Object.fromEntries([...(await formOf(request))].filter(([, value]) => typeof value === 'string'));
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
			if (reason instanceof Invalid)
				return fail(400, { values, fields: { ...reason.fields } as Record<string, string> });
			if (reason instanceof Refusal && reason.status === 503) setHeaders({ 'retry-after': '10' });
			if (reason instanceof Refusal)
				return fail(reason.status, { values, fields: { form: reason.key } as Record<string, string> });
			throw reason;
		}
		redirect(303, thanks);
	};
