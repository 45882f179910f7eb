import type { RequestEvent } from '@sveltejs/kit';
import { redirect } from '@sveltejs/kit';
import { beginClaim, finishClaim, openWays } from '#domain/claim.ts';
import { veiled } from '#domain/claim-way.ts';
import { listingPath } from '#domain/paths.ts';
import { may, scopeOf } from '#domain/permission.ts';
import type { Kind } from '#domain/taxonomies.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { claimCodeLetter } from '../mail/letters.ts';
import { formOf, refused } from './form.ts';
import { entryAt, textOf } from './listing.ts';
import { ownAccount } from './personal.ts';

type Event = RequestEvent<{ slug: string }>;
const pathOf = (kind: Kind, slug: string) => `${listingPath(kind, slug)}/skota`;

/** What the page needs on which somebody asks to look after an entry: the ways that are open, and how far they have come. */
export const claimLoad = (kind: Kind) => async (event: Event) => {
	const { actor } = ownAccount(event);
	const { site, locale } = event.locals;
	const listing = await entryAt(site, kind, event.params.slug);
	const { taken, ownMail, domain } = await openWays(site.store, listing);
	const open = await site.store.claims.open(listing.id, actor.id);
	const municipality = (await site.store.geography.municipality(listing.municipality))!;
	return {
		entry: { kind, slug: listing.slug, name: textOf(listing, locale).name, municipality: municipality.fullName },
		theirs: may(actor, 'listing.edit', scopeOf(listing)),
		owns: may(actor, 'listing.people', scopeOf(listing)),
		ways: { taken, ownMail: ownMail && veiled(ownMail), domain },
		state: open?.state ?? null,
		/** Where the code that was asked for is: at the address that the page shows, at the one they typed, or on paper. */
		sent: open?.state === 'begun' ? { way: open.way, until: open.expiresAt!, now: site.now() } : null,
	};
};

export const claimActions = (kind: Kind) => ({
	ask: async (event: Event) => {
		const { actor } = ownAccount(event);
		const { site, locale } = event.locals;
		const listing = await entryAt(site, kind, event.params.slug);
		const { way = '', mailbox = '', note = '' } = await formOf(event.request);
		const href = site.address(localizeHref(pathOf(kind, listing.slug)));
		const { name } = textOf(listing, locale);
		try {
			await beginClaim(
				site.store,
				actor,
				listing.id,
				{ way, mailbox, note },
				{
					now: site.now(),
					letter: ({ recipient, code }) => claimCodeLetter({ recipient, locale, code, name, by: actor.email, href }),
				},
			);
		} catch (reason) {
			return refused(reason, { way, mailbox, note, code: '' }, event.setHeaders);
		}
		redirect(303, localizeHref(pathOf(kind, listing.slug)));
	},
	code: async (event: Event) => {
		const { actor } = ownAccount(event);
		const { site } = event.locals;
		const listing = await entryAt(site, kind, event.params.slug);
		const { code = '' } = await formOf(event.request);
		try {
			await finishClaim(site.store, actor, listing.id, { code }, site.now());
		} catch (reason) {
			return refused(reason, { way: '', mailbox: '', note: '', code }, event.setHeaders);
		}
		redirect(303, localizeHref(pathOf(kind, listing.slug)));
	},
});
