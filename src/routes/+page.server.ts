import { everything, type Query } from '#domain/query.ts';
import { withPlace } from '#finder/places.ts';
import type { PageServerLoad } from './$types';
import { shown } from './found.ts';

const SHOWN = 6;

/** The front page shows life at once: near the place the reader last searched by, else in all of Sweden. */
export const load: PageServerLoad = async ({ cookies, locals: { site, locale } }) => {
	const chosen = (cookies.get('place') ?? '').slice(0, 120);
	const { query: around, place } = withPlace({ ...everything, place: chosen }, site.places);
	const here = place ? around : everything;
	const some = async (change: Partial<Query>) =>
		shown(site, site.finder.top({ ...here, sort: 'relevance', limit: SHOWN, ...change }, site.now()), locale);
	const { kind, municipality } = site.finder.search({ ...everything, limit: 1 }, site.now()).facets;
	return {
		place: place ? { name: place.name, query: { place: chosen } } : null,
		week: await some({ kind: ['activity'], when: 'week', sort: place ? 'relevance' : 'soonest' }),
		rooms: await some({ kind: ['venue'], sort: place ? 'distance' : 'relevance' }),
		newest: await site.store.faces.newest(place?.municipality.code ?? null, locale, SHOWN),
		counts: {
			organisations: kind.organisation ?? 0,
			venues: kind.venue ?? 0,
			activities: kind.activity ?? 0,
			municipalities: Object.keys(municipality).length,
		},
	};
};
