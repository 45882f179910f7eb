import type { RequestEvent } from '@sveltejs/kit';
import { fail, redirect } from '@sveltejs/kit';
import { Invalid } from '#domain/errors.ts';
import { listingPath } from '#domain/paths.ts';
import { editListing, formFor } from '#domain/revision.ts';
import type { Kind } from '#domain/taxonomies.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { fieldTimesOf } from './field-times.ts';
import { formOf, refused } from './form.ts';
import { entryAt, textOf } from './listing.ts';
import { ownAccount } from './personal.ts';

type Event = RequestEvent<{ slug: string }>;

/** What the form to change an entry of a kind needs: what stands there, and what became of the last change. */
export const editLoad = (kind: Kind) => async (event: Event) => {
	const { actor } = ownAccount(event);
	const { site, locale } = event.locals;
	const listing = await entryAt(site, kind, event.params.slug);
	const { seen, wanted, last } = await formFor(site.store, actor, listing);
	const municipality = (await site.store.geography.municipality(listing.municipality))!;
	return {
		entry: { kind, slug: listing.slug, name: textOf(listing, locale).name, municipality: municipality.fullName },
		seen,
		wanted,
		last: last && { state: last.state, words: last.words },
		done: event.url.searchParams.get('klart'),
		fieldTimes: await fieldTimesOf(site, listing),
	};
};

/** What stood in the form when it was made. */
function seenIn(text: string | undefined): unknown {
	try {
		return JSON.parse(text ?? '');
	} catch {
		throw new Invalid({ form: 'wrong' });
	}
}

/** Takes the form. What was typed comes back with what is wrong, or with what others have written meanwhile. */
export const editAction = (kind: Kind) => async (event: Event) => {
	const { actor } = ownAccount(event);
	const { site } = event.locals;
	const listing = await entryAt(site, kind, event.params.slug);
	const { seen: before, ...typed } = await formOf(event.request);
	try {
		const seen = seenIn(before);
		const result = await editListing(site.store, actor, listing.id, { typed, seen }, site.now());
		if ('clashes' in result) {
			const others = Object.fromEntries(result.clashes.map(({ field, now }) => [field, String(now ?? '')]));
			const known = Object.fromEntries(result.clashes.map(({ field, now }) => [field, now]));
			return fail(409, { values: typed, fields: {}, others, seen: { ...(seen as object), ...known } });
		}
		const { slug } = (await site.store.listings.get(listing.id))!;
		redirect(303, `${localizeHref(`${listingPath(kind, slug)}/andra`)}?klart=${result.done}`);
	} catch (reason) {
		return refused(reason, typed, event.setHeaders);
	}
};
