import { redirect } from '@sveltejs/kit';
import { askedWith } from '#domain/sign-in.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { deviceCookie } from '../../../session-cookie.ts';
import { formOf, refused } from '../../form.ts';
import { keepNowhere } from '../../personal.ts';
import { signIn } from '../signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies, url, locals }) => {
	const { site } = locals;
	keepNowhere({ locals });
	const email = await askedWith(site.store, deviceCookie.get(cookies, url), site.now());
	if (!email) redirect(303, localizeHref('/logga-in'));
	return { email, byMail: site.mailboxKey === null };
};

export const actions: Actions = {
	default: async (event) => {
		const { code = '' } = await formOf(event.request);
		let next: string;
		try {
			next = await signIn(event, { code });
		} catch (reason) {
			return refused(reason, { code }, event.setHeaders);
		}
		redirect(303, next);
	},
};
