import { cardIn, timed } from '../../card.ts';
import { commonOf, entryAt, numberOf } from '../../listing.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { site, locale, actor } }) => {
	const organisation = await entryAt(site, 'organisation', params.slug);
	const { form, foundedYear, dormant } = organisation;
	const activities = await site.store.faces.ofHost(organisation.id, 'activity', locale);
	const venues = await site.store.faces.ofHost(organisation.id, 'venue', locale);
	const now = site.now();
	const times = await Promise.all(activities.map(({ id }) => site.store.occurrences.coming(id, now, 1)));
	return {
		entry: await commonOf(site, organisation, locale, actor),
		organisationNumber: numberOf(organisation.organisationNumber),
		...{ form, foundedYear, dormant },
		activities: activities
			.map((face, place) => ({ face: cardIn(face, locale, now), next: times[place]?.[0]?.start ?? null }))
			.sort((a, b) => (a.next ?? Infinity) - (b.next ?? Infinity))
			.map(timed),
		venues: venues.map((face) => cardIn(face, locale, now)),
	};
};
