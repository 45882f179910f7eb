import type { CardFace } from '#domain/face.ts';
import { everything, type Query } from '#domain/query.ts';
import type { Hit } from '#domain/search.ts';
import type { Site } from '#site';
import { cardIn } from './card.ts';

/** Hits with the faces that a card shows; those that have just gone are left out. */
export async function shown(site: Site, hits: readonly Hit[], locale: 'sv' | 'en') {
	const faces = await site.store.faces.byIds(
		hits.map(({ id }) => id),
		locale,
	);
	const byId = new Map<number, CardFace>(faces.map((face) => [face.id, cardIn(face, locale, site.now())]));
	return hits.flatMap(({ id, distance, next }) => {
		const face = byId.get(id);
		return face ? [{ face, distance, next }] : [];
	});
}

/** A search's answer with the faces of its hits. */
export async function found(site: Site, change: Partial<Query>, locale: 'sv' | 'en') {
	const answer = site.finder.search({ ...everything, ...change }, site.now());
	return { answer, items: await shown(site, answer.hits, locale) };
}
