import type { Language } from '#domain/taxonomies.ts';
import type { Site } from '#site';
import type { Names } from '#text/shown.ts';

/** What the values of fields are called that only hold a number: a municipality, and entries that the public sees. */
export async function namesIn(
	store: Site['store'],
	fields: Readonly<Record<string, unknown>>,
	locale: Language,
): Promise<Names> {
	const { organisation, venue, municipality } = fields;
	const ids = [organisation, venue].filter((id) => typeof id === 'number');
	const named = ids.length ? await store.faces.named(ids, locale) : [];
	const place = typeof municipality === 'string' ? await store.geography.municipality(municipality) : undefined;
	return {
		...Object.fromEntries(named.map(({ id, name }) => [String(id), name])),
		...(place ? { [`municipality:${place.code}`]: place.fullName } : {}),
	};
}
