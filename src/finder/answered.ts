import type { Query } from '../domain/query.ts';
import type { Heard, Untold } from '../domain/search.ts';
import { dateOf } from '../domain/time.ts';
import { heard, type Reader } from './heard.ts';
import { type Place, type Places, withPlace } from './places.ts';
import { remembered } from './remembered.ts';
import { type Understood, understand } from './understand.ts';

/** A query as it will be answered. */
export interface Answered {
	/** With its sentence spelled out as filters, and the place it names found. */
	query: Query;
	/** With its sentence spelled out, as a person would have chosen it: links are made from it. */
	spelled: Query;
	/** Whether anything but words was read in the sentence. */
	understood: boolean;
	place: Place | null;
	unknownPlace: boolean;
	/** What was asked and can not matter: a distance, or an order by it, from nowhere; what nothing can be found by. */
	ignored: ('radius' | 'sort' | Untold)[];
	/** What words of another language than the reader's were read as. */
	heardBy(reader: Reader): readonly Heard[];
}

/** So many sentences are remembered as they were read. */
const MOST_SENTENCES = 2000;
/** Before a sentence that a place was given beside. */
const SOMEWHERE = '@';
/** The letters of a date, or of none, before each sentence. */
const DATE = 10;

const understood = remembered(MOST_SENTENCES, (places: Places, sentence): Understood => {
	const today = sentence.slice(1, 1 + DATE).trim() || null;
	return understand(sentence.slice(1 + DATE), places.isPlace, { somewhere: sentence.startsWith(SOMEWHERE), today });
});

/** A sentence with all that its reading depends on. What day it is matters only where there is a number. */
function sentenceOf({ q, place, near }: Query, now: number): string {
	const today = /\d/.test(q) ? dateOf(now) : '';
	return `${place || near ? SOMEWHERE : ' '}${today.padEnd(DATE)}${q}`;
}

/**
 * Reads the sentence of a query (unless it is to be taken literally) and finds its place; `now` in unix seconds. One function for
 * page, API and map.
 */
export function answered(asked: Query, places: Places, now: number): Answered {
	const { text, meaning } = asked.literal ? { text: asked.q, meaning: {} } : understood(places, sentenceOf(asked, now));
	const { place: said = asked.place, untold = [], ...rest } = meaning;
	const swedish = said ? places.swedish(said) : null;
	const place = meaning.place === undefined ? undefined : (swedish ?? said);
	// Whoever has told where they are is found by that.
	const unmet = untold.filter((one) => one !== 'me' || (!asked.near && !asked.place && place === undefined));
	const both = <T>(one: readonly T[], other: readonly T[] = []) => [...new Set([...one, ...other])];
	const spelled: Query = {
		...asked,
		...rest,
		q: text,
		weekday: both(asked.weekday, rest.weekday),
		part: both(asked.part, rest.part),
		language: both(asked.language, rest.language),
		access: both(asked.access, rest.access),
		equipment: both(asked.equipment, rest.equipment),
		kind: asked.kind.length ? asked.kind : (rest.kind ?? []),
		// What was just written counts before a place that a form still holds.
		...(place === undefined ? {} : { place, near: null, bbox: null }),
	};
	const found = withPlace(spelled, places);
	return {
		...found,
		spelled,
		understood: Object.keys(meaning).length > 0,
		ignored: [...ignoredOf(found.query), ...unmet],
		heardBy: (reader) => [
			...heard(spelled, reader),
			...(swedish === null ? [] : [{ words: said, as: [{ in: 'place' as const, text: swedish }] }]),
		],
	};
}

function ignoredOf({ near, radius, sort }: Query): ('radius' | 'sort')[] {
	if (near) return [];
	return [...(radius === null ? [] : ['radius' as const]), ...(sort === 'distance' ? ['sort' as const] : [])];
}
