import type { Kind } from '#domain/taxonomies.ts';
import type { Site } from '#site';
import { found } from './found.ts';

const MOST = 5;

/** Entries of a municipality that may be the one somebody names: those in which all its words are met, likest first. */
export async function lookAlikes(
	site: Site,
	{ name, municipality, kind }: { name: string; municipality: string; kind: Kind },
	locale: 'sv' | 'en',
) {
	const here = { q: name, municipality: [municipality], limit: MOST };
	const { items } = await found(site, { ...here, kind: [kind] }, locale);
	return items.map(({ face }) => ({
		...{ id: face.id, kind: face.kind, slug: face.slug, name: face.name },
		where: face.locality ?? face.municipality.name,
	}));
}
