import type { Face } from '../domain/face.ts';
import type { Hit, Match } from '../domain/search.ts';
import type { Language } from '../domain/taxonomies.ts';
import type { Site } from '../site.ts';
import { pageOf } from './urls.ts';
import { Written } from './written.ts';

/** Bytes of items that are kept: half a kilobyte each. */
const MOST_BYTES = 24 * 2 ** 20;

/** What an item says whoever finds it. */
function itemOf(face: Face, origin: string) {
	const named = (kind: 'organisation' | 'venue', one: Face['host']) =>
		one && { name: one.name, url: pageOf(origin, kind, one.slug) };
	return {
		id: face.id,
		kind: face.kind,
		name: face.name,
		url: pageOf(origin, face.kind, face.slug),
		municipality: face.municipality,
		locality: face.locality,
		themes: face.themes,
		position: face.position,
		excerpt: face.excerpt,
		audiences: face.audiences,
		languages: face.languages,
		ages: face.ages,
		free: face.free,
		host: named('organisation', face.host),
		at: named('venue', face.at),
		confirmedAt: face.confirmedAt,
		confirmedBy: face.confirmedBy,
	};
}

/** How an item was found by one search. */
function foundOf(hit: Hit, matches: readonly Match[] | null): string {
	const distance = hit.distance === null ? null : Number(hit.distance.toFixed(3));
	const why = matches ? `,"matches":${JSON.stringify(matches)}` : '';
	return `,"distance":${distance},"next":${hit.next}${why}}`;
}

interface Telling {
	lang: Language;
	origin: string;
	why: ReadonlyMap<number, Match[]> | null;
}

/** Writes items as JSON, what one says whoever finds it only once. */
export function itemWriter(site: Site) {
	const written = new Written(site.store, MOST_BYTES);
	/** The items of a page, in its order; what is not public is left out. `why`: what matched, when that is asked for. */
	return async (page: readonly Hit[], { lang, origin, why }: Telling) => {
		const ids = page.map(({ id }) => id);
		const texts = await written.of(ids, `${lang} ${origin}`, async (missing) => {
			const faces = await site.store.faces.byIds(missing, lang);
			return faces.map((face) => [face.id, JSON.stringify(itemOf(face, origin)).slice(0, -1)] as const);
		});
		return page.flatMap((hit) => {
			const text = texts.get(hit.id);
			return text ? [text + foundOf(hit, why && (why.get(hit.id) ?? []))] : [];
		});
	};
}
