import type { Meaning } from './sayings.ts';

/** What some words of a sentence say, and how many words that takes. */
export interface Said {
	length: number;
	meaning: Meaning;
}

/** What may be known beside the words. */
export interface Around {
	/** Whether a text names a place; `led` behind a word that leads to one. */
	isPlace: (text: string, led: boolean) => boolean;
	/** The words as they were written. */
	given: readonly string[];
	/** Somebody looks for a room. */
	ofVenue: boolean;
	/** The civil date on which it is asked, `2026-11-26`; null where no date without a year is to be read. */
	today: string | null;
}

/** Tells what the folded words of a sentence say from a place on; null when they say nothing that it knows. */
export type SentenceReader = (words: readonly string[], at: number, around: Around) => Said | null;

/** Phrases by their first word, the longer ones first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Phrases, written one after the other, for `phraseAt`. */
export const phrases = (text: string): Phrases =>
	Map.groupBy(
		text
			.split(', ')
			.map((phrase) => phrase.split(' '))
			.sort((a, b) => b.length - a.length),
		([first]) => first!,
	);

/** How many words the longest phrase has that stands at a place; 0 when none does. */
export const phraseAt = (words: readonly string[], at: number, known: Phrases): number =>
	known.get(words[at] ?? '')?.find((phrase) => phrase.every((word, place) => words[at + place] === word))?.length ?? 0;
