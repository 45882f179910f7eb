import type { Face } from '#domain/face.ts';
import { everything, type Query } from '#domain/query.ts';
import type { Answer } from '#domain/search.ts';
import type { Language } from '#domain/taxonomies.ts';
import type { Site } from '#site';

/** A search's answer with the faces of its hits. */
export async function found(site: Site, change: Partial<Query>, locale: Language) {
	const answer: Answer = site.finder.search({ ...everything, ...change }, site.now());
	const faces = await site.store.faces.byIds(
		answer.hits.map(({ id }) => id),
		locale,
	);
	const byId = new Map<number, Face>(faces.map((face) => [face.id, face]));
	const items = answer.hits.flatMap(({ id, distance, next }) => {
		const face = byId.get(id);
		return face ? [{ face, distance, next }] : [];
	});
	return { answer, items };
}
