import { redirect } from '@sveltejs/kit';
import { formOf, refused } from '../../form.ts';
import { keepNowhere } from '../../personal.ts';
import { signIn } from '../signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link does nothing yet: programs that look through mail open links too. */
export const load: PageServerLoad = ({ url, locals, setHeaders }) => {
	keepNowhere({ locals });
	// The key is no other site's to see; without any referrer the form's own origin would be hidden from us too.
	setHeaders({ 'referrer-policy': 'same-origin' });
	return { key: url.searchParams.get('nyckel') ?? '' };
};

export const actions: Actions = {
	default: async (event) => {
		const { nyckel = '' } = await formOf(event.request);
		let next: string;
		try {
			next = await signIn(event, { link: nyckel });
		} catch (reason) {
			return refused(reason, { key: nyckel }, event.setHeaders);
		}
		redirect(303, next);
	},
};
