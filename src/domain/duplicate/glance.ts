import type { NameParts } from './name.ts';
import { bodies, forms } from './words.ts';

/** What is seen of a name at a glance. */
export interface Glance {
	/** Letters and digits that its words begin with, each as a bit. */
	firsts: number;
	/** Words by which it is told from others, with the bit of how they begin. */
	telling: { word: string; first: number }[];
}

/** Words that stand for others, which need not begin alike. */
const standing = new Set(Object.entries(bodies).flat(2));
const bitOf = (word: string): number => 1 << (word.charCodeAt(0) & 31);

/** A name at a glance. */
export const glanceAt = ({ words }: NameParts): Glance => ({
	firsts: words.reduce((bits, word) => bits | bitOf(word), 0),
	telling: words
		.filter((word) => !forms.has(word) && !standing.has(word))
		.map((word) => ({ word, first: bitOf(word) })),
});

interface Named {
	names: readonly NameParts[];
	glances: readonly Glance[];
	places: ReadonlySet<string>;
}

/**
 * Whether it is seen at a glance that two are called otherwise than `same`, `spelled`, `near`, `misspelt` or `initials`: one is
 * told from others by a word, no place of theirs, that begins as no word of the other, so that no two words pair. To compare
 * the words takes many times as long.
 */
export function calledOtherwise(a: Named, b: Named): boolean {
	return a.names.every((one, i) =>
		b.names.every(
			(other, j) =>
				!mayBeLetters(one, other) &&
				(namesMore(a.glances[i]!, b.glances[j]!, a, b) || namesMore(b.glances[j]!, a.glances[i]!, a, b)),
		),
	);
}

/** Whether two names may be the same letters, or a letter apart, with blanks elsewhere. */
const mayBeLetters = (one: NameParts, other: NameParts): boolean =>
	one.letters[0] === other.letters[0] && Math.abs(one.letters.length - other.letters.length) <= 1;

const namesMore = ({ telling }: Glance, { firsts }: Glance, a: Named, b: Named): boolean =>
	telling.some(({ word, first }) => !(firsts & first) && !a.places.has(word) && !b.places.has(word));
