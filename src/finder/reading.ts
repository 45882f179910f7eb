import { plainOf } from './fold.ts';
import type { Also } from './narrower.ts';
import { type Relation, relationOf } from './relation.ts';
import { remembered } from './remembered.ts';
import { agreement } from './spelling.ts';
import { stemOf } from './stems.ts';
import type { SetName } from './values.ts';

/** A value of a filter that a word stands for. */
export interface Stood {
	set: SetName;
	value: string;
}

/** How a word of a query was taken: all that can make an entry answer it. */
export interface Reading {
	/** The word, spelled. */
	word: string;
	/** What it is asked as besides: "schack" for "schackklubb", "bordtennis" for "table tennis". */
	besides: readonly Also[];
	/** The word it was read as when it was taken for a misspelling, spelled. */
	takenFor: string | null;
	/** The words that a misspelling or a compound nobody has written can have been meant as. */
	guessed: ReadonlyMap<string, Relation>;
	stands: readonly Stood[];
}

/** What a word is asked as besides is spelled as we spell it: "barn" for "kids" is no "bärnsten". */
export const LEAST_BESIDE = 0.43;

/** Pages show the same words again and again. */
const MOST_REMEMBERED = 100_000;

/** How well a word of an entry answers a word as it was taken; 0 when it does not. Spelled. */
export const answersTo = remembered(MOST_REMEMBERED, (reading: Reading, word): Relation => {
	const { word: asked, besides, guessed } = reading;
	const others = besides.map((also) => {
		const relation = relationBetween(also.word, word);
		return relation >= LEAST_BESIDE ? relation * also.share : 0;
	});
	return Math.max(relationBetween(asked, word), guessed.get(word) ?? 0, ...others);
});

function relationBetween(asked: string, word: string): Relation {
	const plainAsked = plainOf(asked);
	const plain = plainOf(word);
	const relation = relationOf(plainAsked, stemOf(plainAsked), plain, stemOf(plain));
	return relation && relation * agreement(asked, plainAsked, word, plain);
}

/** A text with the words that were taken for misspellings as they were read; null when none was. */
export function readAs(text: string, readings: readonly Reading[], wordOf: (raw: string) => string): string | null {
	const taken = new Map(readings.flatMap(({ word, takenFor }) => (takenFor === null ? [] : [[word, takenFor]])));
	if (taken.size === 0) return null;
	return text.replace(/[\p{L}\p{N}\p{M}]+/gu, (raw) => taken.get(wordOf(raw)) ?? raw);
}
