import { readQuery } from '#domain/query.ts';
import { answered } from '#finder/answered.ts';
import type { PageServerLoad } from './$types';
import { boundsOf } from './bounds.ts';
import { pictured } from './pictured.ts';

export const load: PageServerLoad = async ({ url, cookies, locals: { site, locale } }) => {
	const { query: asked, problems } = readQuery(url.searchParams);
	const { query, spelled, understood, place, unknownPlace } = answered(asked, site.places);
	// The front page shows what is near the place searched last; gone when the browser closes.
	if (place) cookies.set('place', place.name, { path: '/', httpOnly: true, sameSite: 'lax' });
	const now = site.now();
	const answer = site.finder.search(query, now);
	const faces = await site.store.faces.byIds(
		answer.hits.map(({ id }) => id),
		locale,
	);
	const byId = new Map(faces.map((face) => [face.id, face]));
	const hits = answer.hits.flatMap((hit) => {
		const face = byId.get(hit.id);
		return face ? [{ ...hit, face }] : [];
	});
	const positions = hits.map(({ face }) => face.position);
	const municipalities = await site.store.geography.municipalities();
	return {
		/** As the person asked. */
		asked,
		/** The same with its sentence spelled out as filters; links are made from it. */
		query: spelled,
		understood,
		/** As it was answered, with the place found. */
		answered: { near: query.near, radius: query.radius, sort: query.sort, municipality: query.municipality },
		problems: Object.entries(problems).map(([field]) => ({ field, value: url.searchParams.get(field) ?? '' })),
		place,
		unknownPlace,
		total: answer.total,
		next: answer.next,
		widen: answer.widen,
		facets: answer.facets,
		hits,
		municipalities: Object.fromEntries(municipalities.map(({ code, name }) => [code, name])),
		bounds: boundsOf(query, positions, () => site.finder.extent(query, now)),
		overview: pictured(site, query, now),
	};
};
