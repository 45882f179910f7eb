import { everything, type Query } from '#domain/query.ts';
import { withPlace } from '#finder/places.ts';
import type { PageServerLoad } from './$types';

const SHOWN = 6;

/** The front page shows life at once: near the place the reader last searched by, else in all of Sweden. */
export const load: PageServerLoad = async ({ cookies, locals: { site, locale } }) => {
	const chosen = cookies.get('place') ?? '';
	const { query: around, place } = withPlace({ ...everything, place: chosen.slice(0, 120) }, site.places);
	const here = place ? around : everything;
	const now = site.now();
	const ask = async (change: Partial<Query>) => {
		const answer = site.finder.search({ ...here, sort: 'relevance', limit: SHOWN, ...change }, now);
		const faces = await site.store.faces.byIds(
			answer.hits.map(({ id }) => id),
			locale,
		);
		const byId = new Map(faces.map((face) => [face.id, face]));
		return answer.hits.flatMap((hit) => {
			const face = byId.get(hit.id);
			return face ? [{ face, distance: hit.distance, next: hit.next }] : [];
		});
	};
	const counts = site.finder.search({ ...everything, limit: 1 }, now).facets;
	return {
		place: place ? { name: place.name, query: { place: chosen } } : null,
		week: await ask({ kind: ['activity'], when: 'week', sort: place ? 'distance' : 'soonest' }),
		rooms: await ask({ kind: ['venue'], sort: place ? 'distance' : 'relevance' }),
		newest: await site.store.faces.newest(place?.municipality.code ?? null, locale, SHOWN),
		counts: {
			organisations: counts.kind.organisation ?? 0,
			venues: counts.kind.venue ?? 0,
			activities: counts.kind.activity ?? 0,
			municipalities: Object.keys(counts.municipality).length,
		},
	};
};
