import { error, redirect } from '@sveltejs/kit';
import { likeness } from '#domain/duplicate.ts';
import type { Stored } from '#domain/listing.ts';
import { keepApart, mergeListings, type Two, twoToReview } from '#domain/merge.ts';
import { choosable } from '#domain/merge-fields.ts';
import type { Site } from '#site';
import { localizeHref } from '#text/generated/runtime.js';
import { formOf, refused } from '../../../form.ts';
import { ownAccount } from '../../../personal.ts';
import type { Actions, PageServerLoad } from './$types';

/** The two of an address, the one to be kept first. */
function twoOf(pair: string): Two {
	const [, kept, gone] = /^(\d{1,15})-(\d{1,15})$/.exec(pair) ?? error(404, 'listing.unknown');
	return { kept: Number(kept), gone: Number(gone) };
}

export const load: PageServerLoad = async (event) => {
	const { actor } = ownAccount(event);
	const { site } = event.locals;
	const { kept, gone, seen } = await twoToReview(site.store, actor, twoOf(event.params.pair));
	return {
		seen,
		kept: sideOf(kept),
		gone: sideOf(gone),
		...(await likeness(site.store, kept.id, gone.id)),
		fields: choosable(kept, gone),
		follows: await following(site, gone),
		names: await namesIn(site, [kept, gone]),
	};
};

const sideOf = ({ id, kind, slug, name, municipality }: Stored) => ({ id, kind, slug, name, municipality });

/** How much belongs to an entry. */
async function following({ store }: Site, { id, kind }: Stored) {
	const count = 1000;
	const activities =
		kind === 'venue'
			? await store.faces.atVenue(id, 'sv', count)
			: await store.faces.ofHost(id, 'activity', 'sv', count);
	const venues = kind === 'organisation' ? await store.faces.ofHost(id, 'venue', 'sv', count) : [];
	const people = await store.people.rolesFor(id);
	return { activities: activities.length, venues: venues.length, people: people.length };
}

/** What those are called that the two name: who holds them, and where they are. */
async function namesIn({ store }: Site, listings: readonly Stored[]): Promise<Record<number, string>> {
	const ids = listings.flatMap((listing) => {
		if (listing.kind === 'venue') return [listing.keeper];
		return listing.kind === 'activity' ? [listing.organisation, listing.venue] : [];
	});
	const known = ids.filter((id) => id !== null);
	return Object.fromEntries((await store.faces.named(known, 'sv')).map(({ id, name }) => [id, name]));
}

export const actions: Actions = {
	merge: async (event) => {
		const { actor } = ownAccount(event);
		const { site } = event.locals;
		const { seen = '', ...choices } = await formOf(event.request);
		try {
			const two = twoOf(event.params.pair);
			const id = await mergeListings(site.store, actor, two, { choices, seen }, site.now());
			redirect(303, await listHref(site, two, String(id)));
		} catch (reason) {
			return refused(reason, choices, event.setHeaders);
		}
	},
	apart: async (event) => {
		const { actor } = ownAccount(event);
		const { site } = event.locals;
		try {
			const two = twoOf(event.params.pair);
			await keepApart(site.store, actor, two, site.now());
			redirect(303, await listHref(site, two, 'apart'));
		} catch (reason) {
			return refused(reason, {} as Record<string, string>, event.setHeaders);
		}
	},
};

async function listHref({ store }: Site, { kept }: Two, done: string): Promise<string> {
	const listing = (await store.listings.get(kept))!;
	return `${localizeHref('/granska/dubbletter')}?kommun=${listing.municipality}&klart=${done}`;
}
