import type { LonLat } from '#domain/geo.ts';
import type { Kind } from '#domain/taxonomies.ts';
import type { Theme } from '#domain/theme.ts';
import { number } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { getLocale, localizeHref } from '#text/generated/runtime.js';
import { kindLabel, themeLabel } from '#text/labels.ts';

/** What choosing a suggestion does: search for a theme, go to a page, fill in a place, search, or ask for the position. */
export type Choice = { theme: Theme } | { href: string } | { place: string } | 'search' | 'position';

/** One line that is offered while somebody types. */
export interface Suggestion {
	key: string;
	mark: Kind | 'theme' | 'place' | 'position' | 'search';
	name: string;
	/** What tells it from another of the same name. */
	note?: string;
	choice: Choice;
}

interface Municipality {
	name: string;
}
interface What {
	themes: { code: Theme; count: number }[];
	entries: { id: number; kind: Kind; name: string; url: string; locality: string | null; municipality: Municipality }[];
}
interface Where {
	items: { text: string; name: string; kind: 'locality' | 'municipality'; municipality: Municipality }[];
}

/** A text so short says nothing of what is looked for; a place can be named by one letter. */
const LEAST = 2;

async function answerOf<Answer>(path: string, params: Record<string, string>, signal: AbortSignal): Promise<Answer> {
	const response = await fetch(`/api/v1/${path}?${new URLSearchParams(params)}`, { signal });
	if (!response.ok) throw new Error(response.statusText);
	return response.json();
}

/** Where entries are looked for: a place as it was written, else a position, longitude first. */
interface Around {
	place: string;
	near: LonLat | null;
}

/** What a text being typed can mean: themes, then entries around, and last the search itself. Nothing where nothing is found. */
export async function suggestWhat(text: string, { place, near }: Around, signal: AbortSignal): Promise<Suggestion[]> {
	if (text.length < LEAST) return [];
	const position: Record<string, string> = near && !place ? { near: `${near.lon},${near.lat}` } : {};
	const params = { q: text, place, ...position, lang: getLocale() };
	const { themes, entries } = await answerOf<What>('suggest', params, signal);
	if (themes.length + entries.length === 0) return [];
	return [...themes.map(ofTheme), ...entries.map(ofEntry), ofSearch(text)];
}

/** The places that a text being typed begins; before them the reader's own, where the device can tell it. */
export async function suggestWhere(text: string, located: boolean, signal: AbortSignal): Promise<Suggestion[]> {
	const { items } = await answerOf<Where>('places', { q: text }, signal);
	return [...(located ? [ofPosition()] : []), ...items.map(ofPlace)];
}

const ofTheme = ({ code, count }: What['themes'][number]): Suggestion => ({
	key: code,
	mark: 'theme',
	name: themeLabel(code),
	note: m.suggest_theme({ shown: number(count) }),
	choice: { theme: code },
});

function ofEntry({ id, kind, name, url, locality, municipality }: What['entries'][number]): Suggestion {
	const where = locality && locality !== municipality.name ? `${locality}, ${municipality.name}` : municipality.name;
	return {
		key: String(id),
		mark: kind,
		name,
		note: m.suggest_entry({ kind: kindLabel(kind), where }),
		choice: { href: localizeHref(new URL(url).pathname) },
	};
}

const ofSearch = (text: string): Suggestion => ({
	key: 'search',
	mark: 'search',
	name: m.suggest_search({ text }),
	choice: 'search',
});

const ofPosition = (): Suggestion => ({
	key: 'position',
	mark: 'position',
	name: m.search_near_me(),
	note: m.suggest_position(),
	choice: 'position',
});

/** What is shown is what the field will hold; a note adds the municipality where that does not. */
function ofPlace({ text, name, kind, municipality }: Where['items'][number]): Suggestion {
	const told = kind === 'municipality' || text !== name || name === municipality.name;
	return {
		key: text,
		mark: 'place',
		name: text,
		note: told ? undefined : municipality.name,
		choice: { place: text },
	};
}
