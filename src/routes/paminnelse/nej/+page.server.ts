import { redirect } from '@sveltejs/kit';
import { NotFound } from '#domain/errors.ts';
import { stoppingBy, wantReminders } from '#domain/still-right.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { formOf, refused } from '../../form.ts';
import { keepNowhere } from '../../personal.ts';
import { keyed } from '../../reminder.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the link stops nothing. A mail program's one click is taken by the server (server/one-click.ts). */
export const load: PageServerLoad = async ({ url, locals, setHeaders }) => {
	keepNowhere({ locals });
	setHeaders({ 'referrer-policy': 'same-origin' });
	const { site } = locals;
	const key = url.searchParams.get('nyckel') ?? '';
	try {
		const person = await stoppingBy(site.store, key, site.now());
		return { key, spent: false, stopped: (await site.store.freshness.stoppedAt(person)) !== null };
	} catch (reason) {
		if (!(reason instanceof NotFound)) throw reason;
		return { key, spent: true, stopped: false };
	}
};

export const actions: Actions = {
	default: async (event) => {
		const { site } = event.locals;
		const { nyckel = '' } = await formOf(event.request);
		try {
			await wantReminders(site.store, await stoppingBy(site.store, nyckel, site.now()), false, site.now());
		} catch (reason) {
			return refused(reason, {}, event.setHeaders);
		}
		redirect(303, keyed(localizeHref('/paminnelse/nej'), nyckel));
	},
};
