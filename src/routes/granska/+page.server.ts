import { error } from '@sveltejs/kit';
import { may } from '#domain/permission.ts';
import { ownAccount } from '../personal.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = ownAccount(event);
	const { site, locale } = event.locals;
	const all = await site.store.geography.municipalities();
	const theirs = all.filter(({ code }) => may(actor, 'municipality.review', { municipality: code }));
	if (!theirs.length) error(404, 'page.unknown');
	const waiting = (await Promise.all(theirs.map(({ code }) => site.store.revisions.waiting(code)))).flat();
	const faces = await site.store.faces.byIds(
		waiting.map(({ listing }) => listing),
		locale,
	);
	return {
		municipalities: theirs.length > 3 ? [] : theirs.map(({ fullName }) => fullName),
		waiting: waiting
			.sort((a, b) => a.madeAt - b.madeAt)
			.map(({ id, listing, changes, madeAt }) => ({
				...{ id, madeAt },
				face: faces.find((face) => face.id === listing) ?? null,
				fields: changes.map(({ field }) => field),
			})),
		now: site.now(),
	};
};
