import type { RequestEvent } from '@sveltejs/kit';
import { redirect } from '@sveltejs/kit';
import { fieldsOf } from '#domain/change.ts';
import { untold } from '#domain/completeness.ts';
import type { Stored } from '#domain/listing.ts';
import { parts } from '#domain/parts/index.ts';
import { partsOf } from '#domain/parts/keys.ts';
import { ownedBy } from '#domain/parts/part.ts';
import { listingPath } from '#domain/paths.ts';
import { alikeTo, decideRegistration, registrationToReview } from '#domain/registration.ts';
import { toldBy } from '#domain/told-by.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { registrationLetter } from '../../../../mail/letters.ts';
import { formOf, idOf, refused } from '../../../form.ts';
import { photoView } from '../../../listing.ts';
import { shownAlike } from '../../../parts/alike.ts';
import { namesIn } from '../../../parts/names.ts';
import { ownAccount } from '../../../personal.ts';
import { deskPlace, goingOn } from '../../desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = ownAccount(event);
	const { site, locale } = event.locals;
	const { registration, listing, person } = await registrationToReview(site.store, actor, idOf(event.params.id));
	const { id, kind, name, state, note, turn, sentAt } = registration;
	const waits = state === 'waiting' && listing !== null;
	const alike = waits ? await alikeTo(site.store, listing, registration) : { standing: [], waiting: [] };
	const fields = listing ? fieldsOf(listing) : {};
	return {
		...{ id, kind, name, state, note, turn, sentAt, waits },
		parts: listing ? partsOf[kind].map((key) => ({ key, fields: ownedBy(parts[key], fields) })) : [],
		names: await namesIn(site.store, fields, locale),
		photos: (listing?.photos ?? []).map((photo) => photoView(photo, locale)),
		place: listing && (await placeOf(event, listing)),
		untold: listing ? untold(toldBy(listing)) : [],
		alike: await shownAlike(site.store, alike.standing, locale),
		waiting: alike.waiting.map((other) => ({ id: other.id, name: other.name })),
		by: person && { name: person.name, email: person.email },
		desk: await deskPlace(event, 'registration', id),
		now: site.now(),
	};
};

/** Where it is, as its page would show it. */
async function placeOf({ locals: { site } }: RequestEvent, listing: Stored) {
	const { street, postcode, postTown, locality, position, masked } = listing;
	const { fullName, slug } = (await site.store.geography.municipality(listing.municipality))!;
	return { street, postcode, postTown, locality, position, masked, municipality: { fullName, slug } };
}

/** Where the letter leads, in Swedish: to what is public now, back to the draft, or to the account. */
function hrefFor(
	decision: string,
	listing: { kind: 'organisation' | 'venue' | 'activity'; slug: string },
	draft: number | null,
) {
	if (decision === 'published') return listingPath(listing.kind, listing.slug);
	return decision === 'returned' && draft !== null ? `/registrera/${draft}/skicka` : '/konto';
}

export const actions: Actions = {
	default: async (event) => {
		const { actor } = ownAccount(event);
		const { site } = event.locals;
		const id = idOf(event.params.id);
		const { decision = '', words = '', turn = '' } = await formOf(event.request);
		const next = await goingOn(event, 'registration', id);
		try {
			await decideRegistration(
				site.store,
				actor,
				id,
				{ decision, words, turn },
				{
					now: site.now(),
					letter: ({ person: { email, locale }, listing, draft, decision: decided, words: said }) =>
						registrationLetter({
							...{ recipient: email, locale, name: listing.name, decision: decided, words: said },
							href: site.address(localizeHref(hrefFor(decided, listing, draft), { locale })),
						}),
				},
			);
		} catch (reason) {
			return refused(reason, { words }, event.setHeaders);
		}
		redirect(303, next);
	},
};
