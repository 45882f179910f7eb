import { redirect } from '@sveltejs/kit';
import { endSession } from '#domain/account.ts';
import { localPath } from '#domain/local-path.ts';
import { strongerWays } from '#domain/staff-sign-in.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { sessionCookie } from '../../../session-cookie.ts';
import { keepNowhere } from '../../personal.ts';
import type { Actions, PageServerLoad } from './$types';

/** By what somebody can go on who works for others and came by a letter. */
export const load: PageServerLoad = async ({ url, locals }) => {
	keepNowhere({ locals });
	const { site, heldBack } = locals;
	const next = localPath(url.searchParams.get('till'), localizeHref('/konto'));
	if (!heldBack) redirect(303, locals.actor ? next : localizeHref('/logga-in'));
	const vouching = site.providers.map(({ municipality }) => municipality);
	const { keys, vouched, municipalities } = await strongerWays(site.store, heldBack, vouching);
	const all = municipalities.length ? await site.store.geography.municipalities() : [];
	return {
		...{ next, email: heldBack.email, keys, first: !keys && !vouched },
		providers: all
			.filter(({ code }) => municipalities.includes(code))
			.map(({ slug, fullName }) => ({ slug, fullName })),
	};
};

export const actions: Actions = {
	out: async ({ cookies, url, locals: { site, heldBack, session } }) => {
		if (heldBack && session !== null) {
			await endSession(site.store, heldBack, session, session);
			sessionCookie.remove(cookies, url);
		}
		redirect(303, localizeHref('/logga-in'));
	},
};
