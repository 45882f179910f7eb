import { redirect } from '@sveltejs/kit';
import { localPath } from '#domain/local-path.ts';
import { beginSignIn, MINUTES } from '#domain/sign-in.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { signInLetter } from '../../mail/letters.ts';
import { deviceCookie } from '../../session-cookie.ts';
import { formOf, refused } from '../form.ts';
import { keepNowhere } from '../personal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => {
	const { actor, site } = locals;
	keepNowhere({ locals });
	const next = localPath(url.searchParams.get('till'), localizeHref('/konto'));
	if (actor) redirect(303, next);
	return { next, byMail: site.mailboxKey === null };
};

export const actions: Actions = {
	default: async ({ request, cookies, url, setHeaders, locals: { site, locale } }) => {
		const { email = '', till } = await formOf(request);
		const next = localPath(till, localizeHref('/konto'));
		const link = (secret: string) => site.address(`${localizeHref('/logga-in/lank')}?nyckel=${secret}`);
		try {
			const { device } = await beginSignIn(
				site.store,
				{ email, next, locale },
				{
					now: site.now(),
					letter: ({ recipient, code, link: secret }) =>
						signInLetter({ recipient, locale, code, href: link(secret), minutes: MINUTES }),
				},
			);
			deviceCookie.set(cookies, url, device);
		} catch (reason) {
			return refused(reason, { email, next }, setHeaders);
		}
		redirect(303, localizeHref('/logga-in/kod'));
	},
};
