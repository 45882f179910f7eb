import { type CardFace, type Face, whereOf } from '#domain/face.ts';
import type { Match, MatchPlace } from '#domain/search.ts';
import type { Audience, Equipment, Language, VenueKind } from '#domain/taxonomies.ts';
import type { Theme } from '#domain/theme.ts';
import { listed, lowerFirst } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { audienceLabel, equipmentLabel, languageLabel, themeLabel, venueKindLabel } from '#text/labels.ts';
import { markedParts } from './marked.ts';

/** What was met in some places of an entry, as it is written there. */
const wordsIn = (matches: readonly Match[], ...places: MatchPlace[]): ReadonlySet<string> =>
	new Set(matches.filter((match) => places.includes(match.in)).map(({ text }) => text));

/** So many letters are seen for certain before a card cuts a description. */
const SEEN = 90;
const BEFORE = 40;

/** An excerpt that begins near the first word that was met, where that would be cut off. */
export function excerptAround(excerpt: string, words: ReadonlySet<string>): string {
	let at = 0;
	for (const { part, met } of markedParts(excerpt, words)) {
		if (met) break;
		at += part.length;
	}
	if (at < SEEN || at >= excerpt.length) return excerpt;
	const start = excerpt.indexOf(' ', at - BEFORE) + 1;
	return `… ${excerpt.slice(start > 0 && start <= at ? start : at)}`;
}

/** What of an entry a card shows. */
export interface Shown extends Pick<Face, 'kind' | 'themes' | 'languages'> {
	texts: readonly (string | null)[];
}

/** Whether a card shows what a match tells. */
function shows({ kind, themes, languages, texts }: Shown, match: Match): boolean {
	if (match.in === 'theme') return themes.includes(match.text as Theme);
	if (match.in === 'language') return languages.includes(match.text as Language);
	if (match.in === 'venueKind') return kind === 'venue';
	const word = new Set([match.text]);
	return match.in === 'kind' || texts.some((text) => text && markedParts(text, word).some(({ met }) => met));
}

const phrases: Partial<Record<MatchPlace, (text: string) => string>> = {
	number: m.why_number,
	otherName: (what) => m.why_other_name({ what }),
	keyword: (what) => m.why_keyword({ what }),
	theme: (code) => m.why_theme({ what: lowerFirst(themeLabel(code as Theme)) }),
	audience: (code) => m.why_audience({ what: lowerFirst(audienceLabel(code as Audience)) }),
	language: (code) => m.why_language({ what: languageLabel(code as Language) }),
	venueKind: (code) => m.why_venue_kind({ what: lowerFirst(venueKindLabel(code as VenueKind)) }),
	equipment: (code) => m.why_equipment({ what: lowerFirst(equipmentLabel(code as Equipment)) }),
	host: (what) => m.why_host({ what }),
	place: (what) => m.why_place({ what }),
	description: (what) => m.why_description({ what }),
};

/** Why an entry is found, of what its card does not show; null when the card tells it by itself. */
export function whyNotShown(matches: readonly Match[], shown: Shown): string | null {
	const words = new Set(matches.map(({ word }) => word));
	const told = [...words].flatMap((word) => {
		const own = matches.filter((match) => match.word === word);
		if (own.some((match) => shows(shown, match))) return [];
		return own.flatMap((match) => phrases[match.in]?.(match.text) ?? []).slice(0, 1);
	});
	return told.length ? m.why_found({ what: listed([...new Set(told)]) }) : null;
}

/** What a card says of how its entry was found. Told by the server: a browser needs none of the words it takes. */
export interface Told {
	/** The words that were met, as they are written in the name, in where it is, and in the excerpt. */
	name: string[];
	place: string[];
	words: string[];
	/** Of themes, languages and the kind of venue, those that were met. */
	codes: string[];
	/** What the card does not show. */
	why: string | null;
}

/**
 * Of an entry that was found, its face as the card shows it, and what the card says of that: the excerpt from near the first
 * word that was met, and of themes and languages those first that were asked for, so that they are among those shown.
 */
export function toldOf(face: CardFace, matches: readonly Match[]): { face: CardFace; told: Told | null } {
	if (matches.length === 0) return { face: { ...face, themes: face.themes.slice(0, 3) }, told: null };
	const words = wordsIn(matches, 'description');
	const met = wordsIn(matches, 'theme', 'language');
	const first = <T extends string>(codes: readonly T[]): T[] =>
		[...codes].sort((a, b) => Number(met.has(b)) - Number(met.has(a))).slice(0, 3);
	const excerpt = face.excerpt && excerptAround(face.excerpt, words);
	const themes = first(face.themes);
	const languages = first(face.languages.filter((tag) => tag !== 'sv'));
	const texts = [face.name, whereOf(face), excerpt];
	const told = {
		name: [...wordsIn(matches, 'name')],
		place: [...wordsIn(matches, 'venue', 'place', 'municipality')],
		words: [...words],
		codes: [...wordsIn(matches, 'theme', 'language', 'venueKind')],
		why: whyNotShown(matches, { kind: face.kind, themes, languages, texts }),
	};
	return { face: { ...face, excerpt, themes, languages }, told };
}
