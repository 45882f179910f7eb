import { z } from 'zod';
import { list } from '../domain/query.ts';
import {
	type Audience,
	audiences,
	type Language,
	languages,
	type VenueKind,
	venueKinds,
} from '../domain/taxonomies.ts';
import { type Theme, themes, withChildren } from '../domain/theme.ts';
import { bits, type Ground, PlaceBit } from './ground.ts';

/** Which meeting places are meant. An empty list asks for nothing. */
export interface Choice {
	venueKind: VenueKind[];
	/** Something of the theme, or of one under it, happens there. */
	theme: Theme[];
	audience: Audience[];
	language: Language[];
	stepFree: boolean;
	/** Open in the evening, or something happens there then. */
	evening: boolean;
}

const yes = z
	.enum(['1', '0', ''])
	.default('0')
	.transform((text) => text === '1');

/** The parameters of a URL that choose places. */
export const ChoiceSchema = z.object({
	venueKind: list(venueKinds),
	theme: list(themes),
	audience: list(audiences),
	language: list(languages),
	stepFree: yes,
	evening: yes,
});

/** Every place to meet. */
export const everyPlace: Choice = {
	venueKind: [],
	theme: [],
	audience: [],
	language: [],
	stepFree: false,
	evening: false,
};

/** The same choice has the same key, in whatever order it was made. */
export const choiceKey = (choice: Choice): string =>
	JSON.stringify([
		...[choice.venueKind, choice.theme, choice.audience, choice.language].map((given) => [...given].sort()),
		choice.stepFree,
		choice.evening,
	]);

/** Whether a choice asks for something that happens at a place, beside the place. */
const asksForActivity = (choice: Choice) => choice.theme.length + choice.audience.length + choice.language.length > 0;

/**
 * Indices in `ground.places` of what is chosen, in order. Theme, audience, language and evening must be met by one and the
 * same activity. Outdoor places are no meeting places unless they are asked for by kind or by what happens there; a place
 * that is no venue of ours counts only by what happens there.
 */
export function chosen(ground: Ground, choice: Choice): Uint32Array {
	const { places } = ground;
	const kinds = new Set(choice.venueKind.map((kind) => venueKinds.indexOf(kind)));
	const outdoor = venueKinds.indexOf('outdoor_place');
	const byActivity = asksForActivity(choice);
	const happens = byActivity || choice.evening ? placesOf(ground, choice) : null;
	const found: number[] = [];
	for (let at = 0; at < places.listing.length; at++) {
		const known = places.known[at]!;
		if (choice.stepFree && !(known & PlaceBit.stepFree)) continue;
		if (kinds.size ? !kinds.has(places.kind[at]!) : !byActivity && places.kind[at] === outdoor) continue;
		if (known & PlaceBit.bare && !byActivity) continue;
		if (happens && !happens[at] && (byActivity || !(known & PlaceBit.openEvening))) continue;
		found.push(at);
	}
	return Uint32Array.from(found);
}

/** 1 for each place at which an activity is all that is asked for. */
function placesOf({ places, activities }: Ground, choice: Choice): Uint8Array {
	const wanted = new Uint8Array(256);
	for (const theme of choice.theme) for (const under of withChildren(theme)) wanted[themes.indexOf(under)] = 1;
	const audience = bits(choice.audience, audiences);
	const language = bits(choice.language, languages);
	const met = new Uint8Array(places.listing.length);
	for (let at = 0; at < activities.listing.length; at++) {
		if (choice.evening && !activities.evening[at]) continue;
		if (audience && !(activities.audiences[at]! & audience)) continue;
		if (language && !(activities.languages[at]! & language)) continue;
		if (choice.theme.length && !hasTheme(activities, at, wanted)) continue;
		met[activities.place[at]!] = 1;
	}
	return met;
}

function hasTheme({ themes, themesFrom }: Ground['activities'], at: number, wanted: Uint8Array): boolean {
	for (let from = themesFrom[at]!; from < themesFrom[at + 1]!; from++) if (wanted[themes[from]!]) return true;
	return false;
}
