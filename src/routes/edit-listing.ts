import type { RequestEvent } from '@sveltejs/kit';
import { error, fail, redirect } from '@sveltejs/kit';
import { fieldsOf } from '#domain/change.ts';
import { untold } from '#domain/completeness.ts';
import { Invalid, Refusal } from '#domain/errors.ts';
import type { Stored } from '#domain/listing.ts';
import { parts } from '#domain/parts/index.ts';
import { partAt, partsOf } from '#domain/parts/keys.ts';
import { askedBy, one, ownedBy, type Typed } from '#domain/parts/part.ts';
import { listingPath } from '#domain/paths.ts';
import { mustBeAllowed, scopeOf } from '#domain/permission.ts';
import { asWanted, editListing, formFor } from '#domain/revision.ts';
import type { Kind } from '#domain/taxonomies.ts';
import { toldBy } from '#domain/told-by.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { fieldTimesOf } from './field-times.ts';
import { typedOf } from './form.ts';
import { entryAt, textOf } from './listing.ts';
import { namesIn } from './parts/names.ts';
import { offered } from './parts/offered.ts';
import { ownAccount } from './personal.ts';

type Event = RequestEvent<{ slug: string }>;
type PartEvent = RequestEvent<{ slug: string; part: string }>;

async function entryOf({ locals: { site, locale } }: Event | PartEvent, listing: Stored) {
	const municipality = (await site.store.geography.municipality(listing.municipality))!;
	const { kind, slug } = listing;
	return { kind, slug, name: textOf(listing, locale).name, municipality: municipality.fullName };
}

/** What the page needs from which an entry is changed: its parts with what stands there, and what became of the last change. */
export const editLoad = (kind: Kind) => async (event: Event) => {
	const { actor } = ownAccount(event);
	const { site, locale } = event.locals;
	const listing = await entryAt(site, kind, event.params.slug);
	mustBeAllowed(actor, 'listing.edit', scopeOf(listing));
	const wanted = await asWanted(site.store, actor, listing);
	const fields = fieldsOf(wanted);
	const last = await site.store.revisions.last(listing.id, actor.id);
	return {
		entry: await entryOf(event, listing),
		untold: untold(toldBy(wanted)),
		parts: partsOf[kind].map((key) => ({ key, fields: ownedBy(parts[key], fields) })),
		names: await namesIn(site.store, fields, locale),
		last: last && { state: last.state, words: last.words },
		done: event.url.searchParams.get('klart'),
		fieldTimes: await fieldTimesOf(site, listing),
	};
};

/** The part of a kind at an address. */
function partOf(kind: Kind, segment: string) {
	const key = partAt(kind, segment);
	if (!key) error(404, 'page.unknown');
	return { key, part: parts[key] };
}

const offeredFor = async (event: PartEvent, kind: Kind, listing: Stored, typed: Typed) => {
	const { site, locale, actor } = event.locals;
	const { key } = partOf(kind, event.params.part);
	return offered[key]({ site, locale, kind, typed, actor, listing, municipality: listing.municipality });
};

/** What the form of one part needs. */
export const editPartLoad = (kind: Kind) => async (event: PartEvent) => {
	const { actor } = ownAccount(event);
	const { site } = event.locals;
	const { key, part } = partOf(kind, event.params.part);
	const listing = await entryAt(site, kind, event.params.slug);
	const { seen, typed } = await formFor(site.store, actor, listing, part);
	return {
		...{ entry: await entryOf(event, listing), key, seen, typed },
		offered: await offeredFor(event, kind, listing, typed),
	};
};

/** What stood in the form when it was made. */
function seenIn(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new Invalid({ form: 'wrong' });
	}
}

/** Takes the form of a part. What was typed comes back with what is wrong, or with what others have written meanwhile. */
export const editPartAction = (kind: Kind) => async (event: PartEvent) => {
	const { actor } = ownAccount(event);
	const { site } = event.locals;
	const { part } = partOf(kind, event.params.part);
	const listing = await entryAt(site, kind, event.params.slug);
	mustBeAllowed(actor, 'listing.edit', scopeOf(listing));
	const form = await typedOf(event.request);
	const typed = askedBy(part, form);
	const again = async (more: {
		wrong?: Record<string, string>;
		clashes?: { field: string; now: unknown }[];
		seen?: unknown;
	}) => ({
		...{ typed, wrong: more.wrong ?? {}, clashes: more.clashes ?? [], seen: more.seen ?? null },
		offered: await offeredFor(event, kind, listing, typed),
	});
	try {
		const seen = seenIn(one(form, 'seen'));
		if (one(form, 'go') === 'stay') return await again({ seen });
		const result = await editListing(
			site.store,
			actor,
			listing.id,
			{ part, typed, seen },
			{ now: site.now(), places: site.places },
		);
		if ('clashes' in result) {
			const known = Object.fromEntries(result.clashes.map(({ field, now }) => [field, now]));
			const clashes = result.clashes.map(({ field, now }) => ({ field, now }));
			return fail(409, await again({ clashes, seen: { ...(seen as object), ...known } }));
		}
		const { slug } = (await site.store.listings.get(listing.id))!;
		redirect(303, `${localizeHref(`${listingPath(kind, slug)}/andra`)}?klart=${result.done}`);
	} catch (reason) {
		if (!(reason instanceof Refusal)) throw reason;
		if (reason.status === 503) event.setHeaders({ 'retry-after': '10' });
		const wrong = reason instanceof Invalid ? { ...reason.fields } : { form: reason.key };
		return fail(reason.status, await again({ wrong }));
	}
};
