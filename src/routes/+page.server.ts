import { everything, type Query } from '#domain/query.ts';
import { withPlace } from '#finder/places.ts';
import type { PageServerLoad } from './$types';
import { cardIn, timed } from './card.ts';
import { shown } from './found.ts';
import { ideasOf } from './ideas.ts';
import { varied } from './varied.ts';

const SHOWN = 6;
/** So many are looked through for six that differ. */
const AMONG = 60;

/** The front page shows life at once: near the place the reader last searched by, else in all of Sweden. */
export const load: PageServerLoad = async ({ cookies, locals: { site, locale } }) => {
	const chosen = (cookies.get('place') ?? '').slice(0, 120);
	const { query: around, place } = withPlace({ ...everything, place: chosen }, site.places);
	const here = place ? around : everything;
	const some = async (change: Partial<Query>) =>
		shown(site, site.finder.top({ ...here, sort: 'relevance', limit: SHOWN, ...change }, site.now()), locale);
	const week = await some({ kind: ['activity'], when: 'week', sort: place ? 'relevance' : 'soonest', limit: AMONG });
	const newest = await site.store.faces.newest(place?.municipality.code ?? null, locale, AMONG);
	const { kind, municipality } = site.finder.search({ ...everything, limit: 1 }, site.now()).facets;
	return {
		place: place ? { name: place.name, query: { place: chosen } } : null,
		week: varied(week, ({ face }) => face.themes[0], SHOWN).map(timed),
		rooms: (await some({ kind: ['venue'], sort: place ? 'distance' : 'relevance' })).map(timed),
		newest: varied(newest, (face) => (place ? face.themes[0] : face.municipality.code), SHOWN).map((face) =>
			cardIn(face, locale, site.now()),
		),
		ideas: ideasOf(site.finder.search({ ...here, limit: 1 }, site.now()).facets),
		counts: {
			organisations: kind.organisation ?? 0,
			venues: kind.venue ?? 0,
			activities: kind.activity ?? 0,
			municipalities: Object.keys(municipality).length,
		},
	};
};
