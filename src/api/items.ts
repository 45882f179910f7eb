import type { Face } from '../domain/face.ts';
import type { Hit, Match } from '../domain/search.ts';
import type { Language } from '../domain/taxonomies.ts';
import type { Site } from '../site.ts';
import { pageOf } from './urls.ts';

/** Twice so many items are kept, at most: half a kilobyte each. */
const MOST_ITEMS = 16_000;

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

/**
 * Items as JSON. What one says whoever finds it is written once, and kept until anything is committed by anybody: to read
 * twenty entries and write them down takes several times as long as to find them.
 */
export function itemWriter({ store }: Site) {
	let young = new Map<string, string>();
	let old = new Map<string, string>();
	let seen: unknown;

	async function forgetWhatChanged(): Promise<void> {
		const now = await store.changes.version();
		if (now === seen && young.size < MOST_ITEMS) return;
		// What nobody has asked for since the last time goes.
		old = now === seen ? young : new Map();
		young = new Map();
		seen = now;
	}

	/** The items of a page, in its order; what is not public is left out. `why`: what matched, when that is asked for. */
	return async (page: readonly Hit[], lang: Language, origin: string, why: ReadonlyMap<number, Match[]> | null) => {
		await forgetWhatChanged();
		const keyOf = (id: number) => `${lang} ${origin} ${id}`;
		const missing: number[] = [];
		for (const { id } of page) {
			const key = keyOf(id);
			const text = young.get(key) ?? old.get(key);
			if (text) young.set(key, text);
			else missing.push(id);
		}
		const faces = missing.length ? await store.faces.byIds(missing, lang) : [];
		for (const face of faces) young.set(keyOf(face.id), JSON.stringify(itemOf(face, origin)).slice(0, -1));
		return page.flatMap((hit) => {
			const text = young.get(keyOf(hit.id));
			return text ? [text + foundOf(hit, why && (why.get(hit.id) ?? []))] : [];
		});
	};
}
