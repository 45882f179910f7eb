import type { Face } from '../domain/face.ts';
import type { Hit, Match } from '../domain/search.ts';
import type { Language } from '../domain/taxonomies.ts';
import type { Site } from '../site.ts';
import type { Bytes } from './bytes.ts';
import { pageOf } from './urls.ts';
import { putListed, Written } from './written.ts';

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
function foundOf({ distance, next }: Hit): string {
	return `,"distance":${distance === null ? null : Math.round(distance * 1000) / 1000},"next":${next}`;
}

interface Telling {
	lang: Language;
	origin: string;
	why: ReadonlyMap<number, Match[]> | null;
}

/** Writes items as JSON, what one says whoever finds it only once. */
export function itemWriter(site: Site) {
	const written = new Written(site.store, MOST_BYTES);
	/**
	 * What `tell` makes of the items of a page, in its order; what is not public is left out. `why`: what matched, when that is asked
	 * for.
	 */
	return <Made>(page: readonly Hit[], { lang, origin, why }: Telling, tell: (put: (out: Bytes) => void) => Made) => {
		const write = async (missing: number[]) => {
			const faces = await site.store.faces.read(missing, lang);
			return faces.map((face) => [face.id, JSON.stringify(itemOf(face, origin)).slice(0, -1)] as const);
		};
		return written.of([{ way: `${lang} ${origin}`, write }], (put) =>
			tell((out) =>
				putListed(out, page, (hit) => {
					if (!put!(hit.id, out)) return false;
					if (why) out.text(`,"matches":${JSON.stringify(why.get(hit.id) ?? [])}`);
					out.ascii(`${foundOf(hit)}}`);
					return true;
				}),
			),
		);
	};
}
