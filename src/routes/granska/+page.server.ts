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
	const claims = (await Promise.all(theirs.map(({ code }) => site.store.claims.waiting(code)))).flat();
	const waiting = (await Promise.all(theirs.map(({ code }) => site.store.revisions.waiting(code)))).flat();
	const faces = await site.store.faces.byIds(
		[...waiting, ...claims].map(({ listing }) => listing),
		locale,
	);
	const faceOf = (listing: number) => faces.find((face) => face.id === listing) ?? null;
	return {
		municipalities: theirs.length > 3 ? [] : theirs.map(({ fullName }) => fullName),
		waiting: [
			...waiting.map(({ id, listing, changes, madeAt }) => ({
				...{ path: `/granska/${id}`, madeAt, face: faceOf(listing) },
				/** What is changed; empty for somebody who asks to look after the entry. */
				fields: changes.map(({ field }) => field),
			})),
			...claims.map(({ id, listing, madeAt }) => ({
				...{ path: `/granska/ansprak/${id}`, madeAt, face: faceOf(listing) },
				fields: [],
			})),
		].sort((a, b) => a.madeAt - b.madeAt),
		now: site.now(),
	};
};
