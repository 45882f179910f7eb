import { redirect } from '@sveltejs/kit';
import { claimToReview, decideClaim } from '#domain/claim.ts';
import { listingPath } from '#domain/paths.ts';
import { noteRead } from '#domain/personal-read.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { claimDecisionLetter } from '../../../../mail/letters.ts';
import { formOf, idOf, refused } from '../../../form.ts';
import { ownAccount } from '../../../personal.ts';
import { deskPlace, goingOn } from '../../desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = ownAccount(event);
	const { site } = event.locals;
	const { claim, listing, person, others, besides } = await claimToReview(site.store, actor, idOf(event.params.id));
	const read = {
		people: [person.id, ...others.map((other) => other.person), ...besides.map((other) => other.id)],
		municipality: claim.municipality,
	};
	await noteRead(site.store, actor, { ...read, what: 'claim', about: claim.id }, site.now());
	return {
		...{ id: claim.id, state: claim.state, note: claim.note, madeAt: claim.madeAt },
		entry: { kind: listing.kind, slug: listing.slug, name: listing.name, email: listing.email },
		by: { name: person.name, email: person.email },
		besides: besides.map(({ email }) => email),
		/** A code on paper is on its way until then. */
		paper: claim.state === 'begun' && claim.way === 'reviewer' ? claim.expiresAt : null,
		others: others.map(({ email, role }) => ({ email, role })),
		desk: await deskPlace(event, 'claim', claim.id),
		now: site.now(),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { actor } = ownAccount(event);
		const { site } = event.locals;
		const { decision = '', words = '' } = await formOf(event.request);
		const next = await goingOn(event, 'claim', idOf(event.params.id));
		try {
			await decideClaim(
				site.store,
				actor,
				idOf(event.params.id),
				{ decision, words },
				{
					now: site.now(),
					letter: ({ person, listing, given, words: said }) =>
						claimDecisionLetter({
							...{ recipient: person.email, locale: person.locale, name: listing.name, given, words: said },
							href: site.address(
								localizeHref(`${listingPath(listing.kind, listing.slug)}/skota`, { locale: person.locale }),
							),
						}),
				},
			);
		} catch (reason) {
			return refused(reason, { words }, event.setHeaders);
		}
		redirect(303, next);
	},
};
