import { error } from '@sveltejs/kit';
import { may } from '#domain/permission.ts';
import { ownAccount } from '../../personal.ts';
import type { PageServerLoad } from './$types';

/** The municipalities of which somebody decides the settings. */
export const load: PageServerLoad = async (event) => {
	const { actor } = ownAccount(event);
	const all = await event.locals.site.store.geography.municipalities();
	const theirs = all.filter(({ code }) => may(actor, 'municipality.staff', { municipality: code }));
	if (!theirs.length) error(404, 'page.unknown');
	return {
		municipalities: theirs.map(({ slug, fullName }) => ({ slug, fullName })),
		operator: may(actor, 'instance.operators'),
	};
};
