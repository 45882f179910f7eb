import { redirect } from '@sveltejs/kit';
import { eraseSelf } from '#domain/account.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { sessionCookie } from '../../../session-cookie.ts';
import { confirmFirst, keepNowhere, ownAccount } from '../../personal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	if (!event.url.searchParams.has('borta')) return { email: ownAccount(event).actor.email };
	keepNowhere(event);
	return { email: null };
};

export const actions: Actions = {
	default: async (event) => {
		const { actor } = ownAccount(event);
		confirmFirst(event);
		await eraseSelf(event.locals.site.store, actor, event.locals.site.now());
		sessionCookie.remove(event.cookies, event.url);
		redirect(303, `${localizeHref('/konto/ta-bort')}?borta`);
	},
};
