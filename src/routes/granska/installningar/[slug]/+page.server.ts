import { redirect } from '@sveltejs/kit';
import { letOwnersPublish } from '#domain/invitation.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { formOf } from '../../../form.ts';
import { keepersActions, keepersLoad, keptMunicipality } from '../../../keepers.ts';
import { ownAccount } from '../../../personal.ts';
import type { Actions, PageServerLoad } from './$types';

const staff = keepersLoad(keptMunicipality);

export const load: PageServerLoad = async (event) => {
	const kept = await staff(event);
	const { held } = await keptMunicipality(event);
	return { ...kept, publish: await event.locals.site.store.revisions.ownersPublish(held.municipality!) };
};

const { invite, withdraw, take } = keepersActions(keptMunicipality);

export const actions: Actions = {
	...{ invite, withdraw, take },
	publish: async (event) => {
		const { actor } = ownAccount(event);
		const { site } = event.locals;
		const { held, path } = await keptMunicipality(event);
		const { publish } = await formOf(event.request);
		await letOwnersPublish(site.store, actor, held.municipality!, publish === 'once', site.now());
		redirect(303, `${localizeHref(path)}?klart=ja`);
	},
};
