import { redirect } from '@sveltejs/kit';
import { listingPath } from '#domain/paths.ts';
import { noteRead } from '#domain/personal-read.ts';
import { decideRevision, toReview } from '#domain/revision.ts';
import { localizeHref } from '#text/generated/runtime.js';
import { decisionLetter } from '../../../mail/letters.ts';
import { fieldTimesOf } from '../../field-times.ts';
import { formOf, idOf, refused } from '../../form.ts';
import { ownAccount } from '../../personal.ts';
import { deskPlace, goingOn } from '../desk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = ownAccount(event);
	const { site } = event.locals;
	const { revision, listing, clashes } = await toReview(site.store, actor, idOf(event.params.id));
	const person = revision.person === null ? null : await site.store.people.get(revision.person);
	const read = { people: [revision.person], municipality: revision.municipality };
	await noteRead(site.store, actor, { ...read, what: 'revision', about: revision.id }, site.now());
	return {
		...{ id: revision.id, state: revision.state, changes: revision.changes, madeAt: revision.madeAt },
		clashes: Object.fromEntries(clashes.map(({ field, now }) => [field, now])),
		entry: { kind: listing.kind, slug: listing.slug, name: listing.name },
		by: person ? { name: person.name, email: person.email } : null,
		desk: await deskPlace(event, 'revision', revision.id),
		fieldTimes: await fieldTimesOf(site, listing),
		now: site.now(),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { actor } = ownAccount(event);
		const { site } = event.locals;
		const { decision = '', words = '' } = await formOf(event.request);
		const next = await goingOn(event, 'revision', idOf(event.params.id));
		try {
			await decideRevision(
				site.store,
				actor,
				idOf(event.params.id),
				{ decision, words },
				{
					now: site.now(),
					letter: ({ person, listing, decision: decided, words: said }) =>
						decisionLetter({
							recipient: person.email,
							locale: person.locale,
							name: listing.name,
							decision: decided,
							words: said,
							href: site.address(
								localizeHref(`${listingPath(listing.kind, listing.slug)}/andra`, { locale: person.locale }),
							),
						}),
				},
			);
		} catch (reason) {
			return refused(reason, { words }, event.setHeaders);
		}
		redirect(303, next);
	},
};
