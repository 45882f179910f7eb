import { stemmer } from '@orama/stemmers/swedish';

/** Letters without their marks, in lower case: "Språkkafé" → "sprakkafe", "Łódź" → "lodz". Other scripts stay. */
export function fold(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[øœ]/g, 'o')
		.replace(/æ/g, 'a')
		.replace(/ł/g, 'l')
		.replace(/ß/g, 'ss');
}

const afterZ: Record<string, string> = { å: '{', ä: '|', æ: '|', ö: '}', ø: '}' };

/** A name as a key that orders as a Swedish index does: å, ä, ö last, marks, case and punctuation aside, numbers by size. */
export function sortKey(name: string): string {
	return fold(
		name
			.normalize('NFC')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
			.trim()
			.replace(/[åäæöø]/g, (letter) => afterZ[letter]!),
	).replace(/\d+/g, (number) => number.padStart(8, '0'));
}

/**
 * An organisation number as people write it: in two parts, with the 16 of twelve digits, as a VAT number (SE…01). Its third
 * digit is 2 or more.
 */
const NUMBER = /(?<!\d)(?:SE|16)?(\d\d[2-9]\d{3})\s?[-\u2010-\u2015]?\s?(\d{4})(?:01)?(?!\d)/gi;

/** The words of a text, folded, in order. An organisation number becomes one word of ten digits. */
export function wordsOf(text: string): string[] {
	const joined = text.replace(NUMBER, ' $1$2 ');
	return fold(joined).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const stems = new Map<string, string>();

/** The stem of a folded word; endings of definite and plural nouns that the Snowball stemmer leaves on short words too. */
export function stemOf(word: string): string {
	const known = stems.get(word);
	if (known !== undefined) return known;
	const stem = /^[a-z]{4,}$/.test(word) ? shortNoun(stemmer(word)) : word;
	if (stems.size > 200_000) stems.clear();
	stems.set(word, stem);
	return stem;
}

/** "korer", "koren" and "kor" meet: an ending that is left on a word of five or six letters goes. */
function shortNoun(stem: string): string {
	return stem.length >= 5
		? stem.replace(/(?:erna|arna|orna|en|et|er|ar|or)$/, (end) => (stem.length - end.length >= 3 ? '' : end))
		: stem;
}

/** Words that say nothing of what is looked for, in Swedish and English, folded. */
export const stopWords = new Set(
	(
		'i pa och for en ett att med till av vid hos nara den det de som jag vill mig min mitt mina vi oss kan nagon nagot ' +
		'nagra finns var in on at the a an of for with near to and i me my we us can'
	).split(' '),
);
