import { redirect } from '@sveltejs/kit';
import { listingPath } from '#domain/paths.ts';
import { decideSuggestion, suggestionToReview } from '#domain/suggestion.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { answerLetter } from '../../../../mail/told-letters.ts';
import { formOf, idOf, refused } from '../../../form.ts';
import { lookAlikes } from '../../../look-alikes.ts';
import { ownAccount } from '../../../personal.ts';
import { deskPlace, goingOn } from '../../desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = ownAccount(event);
	const { site, locale } = event.locals;
	const suggestion = await suggestionToReview(site.store, actor, idOf(event.params.id));
	const { id, entryKind: kind, name, municipality, place, message, replyTo, state, at } = suggestion;
	const where = (await site.store.geography.municipality(municipality))!;
	return {
		...{ id, kind, name, place, message, state, at },
		reply: replyTo,
		municipality: where.fullName,
		alike: await lookAlikes(site, { name, municipality, kind }, locale),
		desk: await deskPlace(event, 'suggestion', id),
		now: site.now(),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { actor } = ownAccount(event);
		const { site } = event.locals;
		const id = idOf(event.params.id);
		const { decision = '', words = '', listing = '' } = await formOf(event.request);
		const next = await goingOn(event, 'suggestion', id);
		try {
			await decideSuggestion(
				site.store,
				actor,
				id,
				{ decision, words, listing },
				{
					now: site.now(),
					letter: ({ suggestion: { name, replyTo, locale }, listing: entry, state, words: said }) =>
						answerLetter({
							...{ recipient: replyTo, locale, name, answer: state, words: said },
							href: entry && site.address(localizeHref(listingPath(entry.kind, entry.slug), { locale })),
						}),
				},
			);
		} catch (reason) {
			return refused(reason, { words, listing }, event.setHeaders);
		}
		redirect(303, next);
	},
};
