import { hoursOf } from '#domain/hours.ts';
import { weekOf } from '#domain/opening-hours.ts';
import { exceptionInWords, hoursInWords } from '#text/hours.ts';
import { cardIn, timed } from '../../card.ts';
import { commonOf, entryAt } from '../../listing.ts';
import type { PageServerLoad } from './$types';

/** What is special: by appointment, and certain dates. */
function otherHours(text: string): string[] {
	const hours = hoursOf(text);
	if (!hours) return [];
	const agreed = hours.week.includes('appointment') ? [hoursInWords(hours)] : [];
	return [...agreed, ...hours.exceptions.map(exceptionInWords)];
}

export const load: PageServerLoad = async ({ params, locals: { site, locale, actor } }) => {
	const venue = await entryAt(site, 'venue', params.slug);
	const { venueKind, seats, price, rates, bookingUrl, equipment, access, rooms, openingHours } = venue;
	const [face] = await site.store.faces.byIds([venue.id], locale);
	const activities = await site.store.faces.atVenue(venue.id, locale);
	const now = site.now();
	const times = await Promise.all(activities.map(({ id }) => site.store.occurrences.coming(id, now, 1)));
	return {
		entry: await commonOf(site, venue, locale, actor),
		...{ venueKind, seats, price, rates, bookingUrl, equipment, access, rooms, openingHours },
		week: openingHours ? weekOf(openingHours, now) : null,
		differs: openingHours ? otherHours(openingHours) : [],
		keeper: face?.host ?? null,
		activities: activities
			.map((one, place) => ({ face: cardIn(one, locale, now), next: times[place]?.[0]?.start ?? null }))
			.sort((a, b) => (a.next ?? Infinity) - (b.next ?? Infinity))
			.map(timed),
	};
};
