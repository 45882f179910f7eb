import type { Face, IndexRow } from '../domain/face.ts';
import type { Match, MatchPlace } from '../domain/search.ts';
import { withParents } from '../domain/theme.ts';
import { spelledWordsOf } from './fold.ts';
import { answersTo, type Reading } from './reading.ts';
import { remembered } from './remembered.ts';
import type { SetName } from './values.ts';

/** A text of an entry and what it is. */
type Part = readonly [MatchPlace, string | null | undefined];
/** Values of an entry in a filter. */
type Values = readonly [MatchPlace & SetName, readonly string[]];

/** The face holds the beginning of a description: its last word may be half of one. */
const EXCERPT = 240;
/** Words told of one text for one word of a query. */
const MOST_TOLD = 6;
/** Texts remembered with what was met in them. */
const MOST_TEXTS = 20_000;
/** Words remembered as they are spelled. */
const MOST_SPELLED = 50_000;

/** Why an entry is found, by what its card shows. */
export function matchesOfFace(readings: readonly Reading[], face: Face): Match[] {
	const { kind, excerpt, municipality } = face;
	const whole = excerpt && excerpt.length >= EXCERPT ? excerpt.replace(/\S+$/, '') : excerpt;
	const ofActivity: Part[] =
		kind === 'activity'
			? [
					['host', face.host?.name],
					['venue', face.at?.name],
				]
			: [];
	return [
		...inTexts(readings, [
			['name', face.name],
			...ofActivity,
			['place', face.locality],
			['municipality', municipality.name],
			['description', whole],
		]),
		...inValues(readings, [
			['theme', face.themes.flatMap(withParents)],
			['audience', face.audiences],
			['language', face.languages],
			['venueKind', face.venueKind ? [face.venueKind] : []],
			['kind', [kind]],
		]),
		// A municipality's name can be misspelt too.
		...readings
			.filter(({ stands }) => stands.some(({ set, value }) => set === 'municipality' && value === municipality.code))
			.map(({ word }): Match => ({ word, in: 'municipality', text: municipality.name })),
	];
}

/** Why an entry is found, by what its card does not show. */
export function matchesOfRest(readings: readonly Reading[], row: IndexRow): Match[] {
	return [
		...inTexts(readings, [
			['number', row.organisationNumber],
			...row.keywords.map((text): Part => ['keyword', text]),
			...[row.name, ...row.otherNames].map((text): Part => ['otherName', text]),
			...row.places.map((text): Part => ['place', text]),
			...row.descriptions.map((text): Part => ['description', text]),
		]),
		...inValues(readings, [['equipment', row.kind === 'venue' ? row.equipment : []]]),
	];
}

/** The words of a query that nothing told so far answers. */
export const unexplained = (readings: readonly Reading[], matches: readonly Match[]): Reading[] =>
	readings.filter(({ word }) => !matches.some((match) => match.word === word));

/** Each match once. */
export function distinct(matches: readonly Match[]): Match[] {
	const seen = new Set<string>();
	return matches.filter(({ word, in: place, text }) => {
		const key = `${word}\n${place}\n${text}`;
		return !seen.has(key) && seen.add(key);
	});
}

function inTexts(readings: readonly Reading[], parts: readonly Part[]): Match[] {
	return parts.flatMap(([place, text]) => (text ? inText(readings, place, text) : []));
}

function inText(readings: readonly Reading[], place: MatchPlace, text: string): Match[] {
	return readings.flatMap((reading) => {
		const found = wordsMet(reading, text);
		// A label is told whole: "Idrottsförening för barn", not a word of it.
		const told = place === 'keyword' && found.length ? [text] : found;
		return told.map((one): Match => ({ word: reading.word, in: place, text: one }));
	});
}

/** The words of a text that answer a word as it was taken, as they are written. */
const wordsMet = remembered(MOST_TEXTS, (reading: Reading, text): readonly string[] => {
	const raws = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
	const met = raws.filter((raw) => spelledOf(raw).some((word) => answersTo(reading, word) > 0));
	// What is one word only where signs within it are taken away: an organisation number, "комп'ютер".
	const found = met.length ? met : spelledWordsOf(text).filter((word) => answersTo(reading, word) > 0);
	return [...new Set(found)].slice(0, MOST_TOLD);
});

function inValues(readings: readonly Reading[], all: readonly Values[]): Match[] {
	return readings.flatMap(({ word, stands }) =>
		all.flatMap(([set, values]) =>
			stands
				.filter((stood) => stood.set === set && values.includes(stood.value))
				.map(({ value }): Match => ({ word, in: set, text: value })),
		),
	);
}

const spelled = new Map<string, string[]>();

/** Words as they are spelled: those of names come again and again. */
function spelledOf(raw: string): string[] {
	const known = spelled.get(raw);
	if (known) return known;
	if (spelled.size >= MOST_SPELLED) spelled.clear();
	const words = spelledWordsOf(raw);
	spelled.set(raw, words);
	return words;
}
