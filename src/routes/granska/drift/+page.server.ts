import { redirect } from '@sveltejs/kit';
import { mustBeAllowed } from '#domain/permission.ts';
import { demandStrong, isDemanded } from '#domain/staff-sign-in.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { formOf, refused } from '../../form.ts';
import { keepersActions, keepersLoad, keptSite } from '../../keepers.ts';
import { confirmFirst, ownAccount } from '../../personal.ts';
import type { Actions, PageServerLoad } from './$types';

const operators = keepersLoad(keptSite);

export const load: PageServerLoad = async (event) => {
	const kept = await operators(event);
	const { store } = event.locals.site;
	return {
		...kept,
		strong: await isDemanded(store),
		byLetter: event.locals.way === 'letter',
		staff: await store.people.staff(),
	};
};

/** There is no owner of the site who could hand it over. */
const { invite, withdraw, take } = keepersActions(keptSite);

export const actions: Actions = {
	...{ invite, withdraw, take },
	sign_in: async (event) => {
		const { actor } = ownAccount(event);
		mustBeAllowed(actor, 'instance.operators');
		confirmFirst(event);
		const { site, way } = event.locals;
		const { demand } = await formOf(event.request);
		try {
			await demandStrong(site.store, actor, demand === 'strong', { way: way ?? 'letter', now: site.now() });
		} catch (reason) {
			return refused(reason, { email: '', role: '' }, event.setHeaders);
		}
		redirect(303, `${localizeHref('/granska/drift')}?klart=ja`);
	},
};
