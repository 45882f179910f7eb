import { toldOf } from '#components/matched.ts';
import { readQuery } from '#domain/query.ts';
import { isUntold } from '#domain/search.ts';
import { answered } from '#finder/answered.ts';
import { cardIn, timed } from '../card.ts';
import type { PageServerLoad } from './$types';
import { boundsOf } from './bounds.ts';
import { heardTold } from './heard-told.ts';
import { offered } from './offered.ts';
import { pictured } from './pictured.ts';

/** Letters of a value that was not understood. */
const MOST_SHOWN = 60;

export const load: PageServerLoad = async ({ url, cookies, locals: { site, locale } }) => {
	const { query: asked, problems } = readQuery(url.searchParams);
	const { query, spelled, understood, place, unknownPlace, ignored, heardBy } = answered(
		asked,
		site.places,
		site.now(),
	);
	// The front page shows what is near the place searched last; gone when the browser closes.
	if (place) cookies.set('place', place.name, { path: '/', httpOnly: true, sameSite: 'lax' });
	const now = site.now();
	const answer = site.finder.search(query, now);
	const faces = await site.store.faces.byIds(
		answer.hits.map(({ id }) => id),
		locale,
	);
	const byId = new Map(faces.map((face) => [face.id, cardIn(face, locale, now)]));
	const why = await site.finder.why(query, faces);
	const hits = answer.hits.flatMap((hit) => {
		const face = byId.get(hit.id);
		return face ? [{ ...timed(hit), ...toldOf(face, why.get(hit.id) ?? []) }] : [];
	});
	const positions = hits.map(({ face }) => face.position);
	const municipalities = await site.store.geography.municipalities();
	const choices = offered(answer.facets.municipality, spelled.municipality);
	return {
		/** As the person asked, where a sentence was spelled out as filters. */
		asked: understood ? asked : null,
		/** The same with its sentence spelled out as filters; links are made from it. */
		query: spelled,
		understood,
		/** Words of another language than the reader's, and what they were read as. */
		heard: heardTold(heardBy(locale)),
		/** The words as they were read, when one was taken for a misspelling. */
		readAs: answer.readAs,
		/** As it was answered, with the place found. */
		answered: { near: query.near, radius: query.radius, sort: query.sort, municipality: query.municipality },
		problems: Object.entries(problems).map(([field, reason]) => ({ field, reason, value: shown(url, field) })),
		place,
		unknownPlace,
		/** A distance was chosen without a place to measure from. */
		fromNowhere: ignored.includes('radius') && !unknownPlace,
		/** What of a sentence nothing can be found by. */
		unmet: ignored.filter(isUntold),
		total: answer.total,
		next: answer.next,
		widen: answer.widen,
		facets: { ...answer.facets, municipality: choices },
		hits,
		/** The names of those that can be chosen. */
		municipalities: Object.fromEntries(
			municipalities.filter(({ code }) => code in choices).map(({ code, name }) => [code, name]),
		),
		bounds: boundsOf(query, positions, () => site.finder.extent(query, now)),
		overview: pictured(site, query, now),
	};
};

/** What stood in an address, as much of it as a line has room for. */
function shown(url: URL, field: string): string {
	const value = url.searchParams.get(field) ?? '';
	return value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value;
}
