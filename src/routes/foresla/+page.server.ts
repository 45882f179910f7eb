import { fail, redirect } from '@sveltejs/kit';
import { makeForm } from '#domain/form-token.ts';
import { ABOUT_SUGGESTION, readSuggestion, suggestPlace } from '#domain/suggestion.ts';
import { followLetter } from '../../mail/told-letters.ts';
import { formOf, refused } from '../form.ts';
import { lookAlikes } from '../look-alikes.ts';
import { municipalityList } from '../municipality-list.ts';
import { keepNowhere } from '../personal.ts';
import { followPath, senderOf, tokenAfter } from '../told.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	// The form's secret is one reader's: no copy of the page may give it to another.
	keepNowhere(event);
	const { site } = event.locals;
	const all = await site.store.geography.municipalities();
	const asked = event.url.searchParams.get('municipality');
	return {
		municipalities: await municipalityList(site),
		municipality: all.some(({ code }) => code === asked) ? asked : null,
		name: event.url.searchParams.get('name')?.slice(0, 200) ?? '',
		token: await makeForm(site.store, ABOUT_SUGGESTION, site.now()),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { site, locale } = event.locals;
		const form = await formOf(event.request);
		const { kind = '', name = '', municipality = '', place = '', message = '', reply = '', sure = '' } = form;
		const typed = { kind, name, municipality, place, message, reply };
		let secret: string;
		try {
			const read = readSuggestion(typed);
			const alike = sure ? [] : await lookAlikes(site, read, locale);
			if (alike.length) return fail(409, { values: { ...typed, token: form.token ?? '' }, fields: {}, alike });
			secret = await suggestPlace(site.store, typed, senderOf(event, form), {
				now: site.now(),
				locale,
				letter: (to) =>
					followLetter({ recipient: to.recipient, locale, name: null, href: site.address(followPath(to.secret)) }),
			});
		} catch (reason) {
			const token = await tokenAfter(reason, site, ABOUT_SUGGESTION, form.token);
			return refused(reason, { ...typed, token }, event.setHeaders);
		}
		redirect(303, `${followPath(secret)}&tack=1`);
	},
};
