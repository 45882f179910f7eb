/** What is left of a relation when a word has other letters where å, ä or ö were typed: "korpen" for "kör". */
const OTHER_LETTERS = 0.6;
/** The same where a or o was typed by somebody who may have no å, ä and ö: what is spelled as typed stands first. */
const TYPED_PLAIN = 0.95;

/**
 * How well the letters of a word agree with those asked for, as far as the two words are the same: 1 when å, ä and ö stand
 * where they were typed. Each word is given spelled and plain.
 */
export function agreement(asked: string, plainAsked: string, word: string, plainWord: string): number {
	if (asked === plainAsked && word === plainWord) return 1;
	const at = plainWord.indexOf(plainAsked.slice(0, 3));
	// Another word for it is spelled in its own way.
	if (at < 0) return 1;
	for (let i = 0; i < asked.length && plainAsked[i] === plainWord[at + i]; i++)
		if (asked[i] !== word[at + i] && !isAcute(asked[i], word[at + i]))
			return asked === plainAsked ? TYPED_PLAIN : OTHER_LETTERS;
	return 1;
}

/** Nobody is held to an é, in either direction. */
const isAcute = (one: string | undefined, other: string | undefined) => one === 'é' || other === 'é';
