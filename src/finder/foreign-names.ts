import type { Locality } from '../../db/geography/index.ts';
import { fold, stopWords } from './fold.ts';
import { patternOf, soundOf } from './sounds.ts';
import { conceptsOf } from './terms.ts';

/** A settlement smaller than this is not guessed at by how it sounds, unless it is its municipality's seat. */
const HEARD_FROM = 2000;
/** Of several that sound alike the largest is meant when it is so many times as large as the next. */
const LARGER = 10;
/** A shorter word is soon any word. */
const SHORTEST = 3;
const LONGEST = 24;
/** Where nothing leads to a place only towns of so many are guessed at; those are heard by their Latin names in other languages too. */
const TOWN = 40_000;

/** Settlements by what others call them. */
export interface ForeignNames {
	/**
	 * The settlement that a text names in another language or script, with the endings that such a name has within a sentence.
	 * One that no table has is guessed at by how it sounds: one of the larger, and a town where nothing leads to a place (`led`).
	 */
	find(text: string, led: boolean): Locality | null;
}

/** Builds the index of what settlements are called by others. `isPlace` tells whether a text is one in Swedish. */
export function createForeignNames(
	localities: readonly Locality[],
	names: readonly (readonly [id: number, ...names: string[]])[],
	swedish: (text: string) => Locality | null,
): ForeignNames {
	const byId = new Map(localities.map((one) => [one.id, one]));
	const byName = new Map<string, Locality>();
	const byStem = new Map<string, Locality>();
	for (const [id, ...others] of names) {
		const place = byId.get(id);
		if (!place) continue;
		for (const name of others.map(fold)) {
			keep(byName, name, place);
			if (CYRILLIC.test(name)) keep(byStem, stemOf(name), place);
		}
	}
	const sounds = localities
		.filter(({ population, kind }) => kind === 'seat' || population >= HEARD_FROM)
		.map((place) => ({ place, sound: soundOf(place.name) }));
	for (const [id, ...others] of names) {
		const place = byId.get(id);
		if (place && place.population >= TOWN)
			for (const name of others) if (LATIN.test(name)) sounds.push({ place, sound: soundOf(name) });
	}

	const towns = sounds.filter(({ place }) => place.population >= TOWN);

	function bySound(word: string, among: typeof sounds): Locality | null {
		if (word.length < SHORTEST || word.length > LONGEST) return null;
		const bare = CYRILLIC.test(word) ? stemOf(word) : word;
		return oneOf(word, among) ?? (bare === word ? null : oneOf(bare, among));
	}

	function oneOf(word: string, among: typeof sounds): Locality | null {
		const pattern = patternOf(word);
		if (!pattern) return null;
		const found = new Set(among.filter(({ sound }) => pattern.test(sound)).map(({ place }) => place));
		const [largest, next] = [...found].sort((a, b) => b.population - a.population);
		return largest && largest.population >= LARGER * (next?.population ?? 0) ? largest : null;
	}

	return {
		find(text, led) {
			const word = fold(text).replace(EDGES, '');
			const known = byName.get(word) ?? (CYRILLIC.test(word) ? byStem.get(stemOf(word)) : byName.get(attached(word)));
			if (known && (led || !LATIN.test(word))) return known;
			for (const base of finnishBases(word)) {
				const place = byName.get(base) ?? swedish(base);
				if (place) return place;
			}
			if (LATIN.test(word) || conceptsOf(word).length > 0 || stopWords.has(word)) return null;
			return bySound(word, led ? sounds : towns);
		},
	};
}

const CYRILLIC = /^[\u0400-\u04ff]/;
const LATIN = /^\p{Script=Latin}/u;
const EDGES = /^[^\p{L}]+|[^\p{L}]+$/gu;

/** Without an Arabic "in" or "to", which is written in one with its word. */
const attached = (word: string): string => word.replace(/^[بل](?=.{4})/, '');

/** Of two of one name the larger stays. */
function keep(index: Map<string, Locality>, name: string, place: Locality): void {
	const known = index.get(name);
	if (!known || known.population < place.population) index.set(name, place);
}

/** "у Стокгольмі", "в Гетеборзі", "біля Лунда": without the vowel that changes. */
const stemOf = (word: string): string =>
	word.replace(/(?<=.{2})з(?=[іе]$)/, 'г').replace(/(?<=.{3})[аеєиіїоуюяь]$/, '');

/** What "Tukholmassa", "Boråsissa" and "Haaparannalla" can be the place of; none of another word. */
function finnishBases(word: string): string[] {
	const base = /^(.{3,})(?:ssa|lla)$/.exec(word)?.[1];
	if (!base) return [];
	const bare = base.replace(/(?<=.{3})i$/, '');
	// The t of "Haaparanta" is not heard before an ending.
	return [...new Set([base, bare, base.replace(/nna$/, 'nta')])];
}
