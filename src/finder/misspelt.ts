import { distance, isGroupWord, lettersOf } from './relation.ts';

/** Words of an index by number, as far as a misspelling needs them. */
export interface Known {
	words: readonly string[];
	/** `lettersOf` each word. */
	letters: Int32Array;
	numberOf(word: string): number | undefined;
	/** How much has a word. */
	countOf(number: number): number;
	/** How much there is. */
	readonly size: number;
}

/** Which words a misspelt one can have been meant as: those fewest edits away, or else the parts that it is put together of. */
export interface Guess {
	nearest: number[];
	/** How much less they weigh for being guessed. */
	weight: number;
	/** Words whose related ones are meant too. */
	meant: number[];
}

const NOTHING: Guess = { nearest: [], weight: 0, meant: [] };

/**
 * The last resort for a word that hardly anything has: what it is a misspelling of, within one edit (two from eight letters),
 * else two words that it is a compound of.
 */
export function guess(asked: string, known: Known): Guess {
	if (asked.length < 4 || asked.length > 40 || /^\d+$/.test(asked)) return NOTHING;
	const { nearest, edits } = nearestOf(asked, known);
	if (nearest.length === 0) return { nearest, weight: 0.35, meant: partsOf(asked, known) };
	const meant = nearest.reduce((a, b) => (known.countOf(b) > known.countOf(a) ? b : a));
	return { nearest, weight: edits === 1 ? 0.5 : 0.3, meant: [meant] };
}

/** The words that are fewest edits away; two are only tried where one finds nothing. */
function nearestOf(asked: string, known: Known): { nearest: number[]; edits: number } {
	const { words, letters } = known;
	let edits = asked.length >= LONG ? 2 : 1;
	let nearest: number[] = [];
	const own = lettersOf(asked);
	for (let number = 0; number < words.length; number++) {
		// One edit changes at most one letter into another: two bits.
		if (bitCount(letters[number]! ^ own) > 2 * edits) continue;
		const word = words[number]!;
		if (word === asked || Math.abs(word.length - asked.length) > edits) continue;
		const away = distance(asked, word, edits);
		if (away > edits || (asked.length < LONG && isOfAll(number, known) && isOtherLetter(asked, word))) continue;
		if (away < edits) nearest = [];
		edits = away;
		nearest.push(number);
	}
	return { nearest, edits };
}

/** From so many letters on another letter in a word is a slip whatever the word, and two edits are tried. */
const LONG = 8;
/** What more than a part of so much has tells nothing of what is looked for. */
const OF_ALL = 10;

/** A word that nearly everybody has: a "klubb", a "förening". */
const isOfAll = (number: number, { words, countOf, size }: Known) =>
	isGroupWord(words[number]!) || countOf(number) > size / OF_ALL;

/** Letters that sound alike, or are typed for one another. */
const ALIKE = ['ck', 'sz', 'vw', 'iy', 'ao', 'ae', 'qk', 'dt', 'bp', 'gk'];

/** Whether one word is another but for one letter of another sound: then it is another word ("krubb") sooner than a slip. */
function isOtherLetter(asked: string, word: string): boolean {
	if (asked.length !== word.length) return false;
	const differ = [...asked].flatMap((letter, place) => (letter === word[place] ? [] : [letter + word[place]!]));
	return (
		differ.length === 1 && !ALIKE.some((pair) => pair === differ[0] || pair === [...differ[0]!].reverse().join(''))
	);
}

/** A part of a compound has at least so many letters, and is a word that more than so many have. */
const PART = 3;
const RARE = 2;
/** Alone, a first or last part has at least so many letters. */
const LONG_PART = 4;

/** A compound that nobody has written: two words that it is put together of, else the longest it begins and ends with. */
function partsOf(asked: string, known: Known): number[] {
	const usual = (word: string) => {
		const number = word.length >= PART ? known.numberOf(word) : undefined;
		return number !== undefined && known.countOf(number) > RARE ? number : undefined;
	};
	const lengths = Array.from({ length: asked.length - 2 * PART + 1 }, (_, more) => asked.length - PART - more);
	const firsts = lengths.map((length) => asked.slice(0, length)).filter((word) => usual(word) !== undefined);
	const lasts = lengths
		.map((length) => asked.slice(-length))
		.filter((word) => usual(word) !== undefined && !isGroupWord(word));
	const whole = firsts
		.flatMap((first) => lasts.map((last) => [first, last]))
		.find(([first, last]) => [`${first}${last}`, `${first}s${last}`].includes(asked));
	const parts = whole ?? [...firsts.slice(0, 1), ...lasts.slice(0, 1)].filter((word) => word.length >= LONG_PART);
	return parts.flatMap((word) => usual(word) ?? []);
}

/** How many bits are set. */
function bitCount(bits: number): number {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
	return count;
}
