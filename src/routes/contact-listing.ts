import { type RequestEvent, redirect } from '@sveltejs/kit';
import { askContact, contactPersons, removeContact } from '#domain/contact-person.ts';
import { listingPath } from '#domain/paths.ts';
import { mustBeAllowed, scopeOf } from '#domain/permission.ts';
import type { Kind } from '#domain/taxonomies.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { contactLetter } from '../mail/contact-letters.ts';
import { formOf, idOf, refused } from './form.ts';
import { entryAt, textOf } from './listing.ts';
import { ownAccount } from './personal.ts';

type Event = RequestEvent<{ slug: string }>;

/** Who is, or is asked to be, shown as a contact person of an entry. */
export const contactsLoad = (kind: Kind) => async (event: Event) => {
	const { actor } = ownAccount(event);
	const { site, locale } = event.locals;
	const listing = await entryAt(site, kind, event.params.slug);
	const people = await contactPersons(site.store, actor, listing, site.now());
	return {
		what: textOf(listing, locale).name,
		path: `${listingPath(kind, listing.slug)}/kontaktpersoner`,
		...{ now: site.now(), done: event.url.searchParams.get('klart') },
		people: people.map(({ id, email, asked, askedAt, shown, shownUntil }) => ({
			...{ id, email, asked, askedAt, shown, shownUntil },
		})),
	};
};

export const contactsActions = (kind: Kind) => {
	const entryOf = async (event: Event) => {
		const { actor } = ownAccount(event);
		const listing = await entryAt(event.locals.site, kind, event.params.slug);
		mustBeAllowed(actor, 'listing.edit', scopeOf(listing));
		return { actor, listing };
	};
	const back = (slug: string, done: string) =>
		redirect(303, `${localizeHref(`${listingPath(kind, slug)}/kontaktpersoner`)}?klart=${done}`);
	return {
		ask: async (event: Event) => {
			const { actor, listing } = await entryOf(event);
			const { site, locale } = event.locals;
			const { name = '', role = '', phone = '', email = '', showEmail = '' } = await formOf(event.request);
			const values = { name, role, phone, email, showEmail };
			try {
				await askContact(site.store, actor, listing.id, values, {
					...{ now: site.now(), locale },
					letter: (to) => contactLetter(to, actor.name ?? actor.email, site.address),
				});
			} catch (reason) {
				return refused(reason, values, event.setHeaders);
			}
			return back(listing.slug, 'fragad');
		},
		remove: async (event: Event) => {
			const { actor, listing } = await entryOf(event);
			const { site } = event.locals;
			const { contact = '' } = await formOf(event.request);
			await removeContact(site.store, actor, listing.id, idOf(contact), site.now());
			return back(listing.slug, 'borta');
		},
	};
};
