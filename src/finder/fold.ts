import { foldLetters, keepCyrillic, withoutArticle } from './letters.ts';

/** The letters with marks that are letters of their own in Swedish, and é, which people know words by. */
const OWN: Record<string, string> = { 'a\u030a': 'å', 'a\u0308': 'ä', 'o\u0308': 'ö', 'e\u0301': 'é' };
const PLAIN: Record<string, string> = { å: 'a', ä: 'a', ö: 'o', é: 'e' };

/**
 * A text as a Swede would spell it, in lower case: å, ä, ö and é stay, other marks go: "Språkkafé" → "språkkafé", "Øresund" →
 * "öresund", "Łódź" → "lodz". Letters of one sound in Arabic, Persian, Tigrinya and Ukrainian become one (`letters.ts`).
 */
export function spell(text: string): string {
	const bare = keepCyrillic(text.normalize('NFKD').toLowerCase())
		.replace(/a[\u030a\u0308]|o\u0308|e\u0301/g, (letter) => OWN[letter]!)
		// Signs that are not seen come along when text is copied: soft hyphens, zero-width blanks, directions.
		.replace(/[\p{M}\p{Cf}]/gu, '')
		.replace(/ø/g, 'ö')
		.replace(/œ/g, 'o')
		.replace(/æ/g, 'ä')
		.replace(/ł/g, 'l')
		.replace(/ß/g, 'ss');
	return foldLetters(bare);
}

/** A spelled text without its marks, letter by letter: as long as it was. */
export const plainOf = (spelled: string): string => spelled.replace(/[åäöé]/g, (letter) => PLAIN[letter]!);

/** Letters without their marks, in lower case: "Språkkafé" → "sprakkafe", "Łódź" → "lodz", "أمهات" → "امهات". */
export const fold = (text: string): string => plainOf(spell(text));

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

/** Whether two sort keys are the same but for å, ä and ö: what was typed on another keyboard compares equal. */
export function sameUnmarked(one: string, other: string): boolean {
	if (one.length !== other.length) return false;
	for (let at = 0; at < one.length; at++)
		if (unmarked(one.charCodeAt(at)) !== unmarked(other.charCodeAt(at))) return false;
	return true;
}

/** The code of "{", "|" and "}" as that of the letter they stand for, without its marks. */
const unmarked = (code: number): number => (code < 123 || code > 125 ? code : code === 125 ? 111 : 97);

/**
 * An organisation number as people write it: in two parts, with the 16 of twelve digits, as a VAT number (SE…01). Its third
 * digit is 2 or more.
 */
const NUMBER = /(?<!\d)(?:SE|16)?(\d\d[2-9]\d{3})\s?[-\u2010-\u2015]?\s?(\d{4})(?:01)?(?!\d)/gi;

/** The words of a text, spelled, in order, Arabic ones without their article. An organisation number becomes one word of ten digits. */
export function spelledWordsOf(text: string): string[] {
	const joined = text.replace(NUMBER, ' $1$2 ');
	return (spell(joined).match(/[\p{L}\p{N}]+/gu) ?? []).map(withoutArticle);
}

/** The same, folded. */
export const wordsOf = (text: string): string[] => spelledWordsOf(text).map(plainOf);

/**
 * Words that say nothing of what is looked for, in the languages that people search in, folded: small ones, and those for doing
 * anything ("åka skidor", "spela schack"). Where a query has no others, they count.
 */
export const stopWords = new Set(
	[
		'i pa och for en ett att med till av vid hos nara den det de som jag vill kan ska min mitt mina mig vi oss var vad finns',
		'nagon nagot nagra hitta soka sok efter ga aka gora spela trana borja prova utova eller om boka',
		'lira lirar hanga bort annat annan andras vill behover kunna flera fran',
		'lara lar sig dig delta deltaga testa kolla titta bli halla spelar hos dar som ens lite mer nya andra traffa bara endast',
		'in on at the a an of for with near to and i want can my me we us where what is are there any find play do go or s',
		'wants from lot many much anyone somebody',
		'learn how join try some like who take part only others other',
		'ja tai on',
		'iyo oo ee ka ku u la ama ah',
		'в у на для з із зі і й та або до про що я хочу',
		'في من على الى مع عن او و اريد',
		'در به از با براي و يا كه را',
		'ኣብ ናይ ምስ ካብ ን እዩ ከምኡ',
	].flatMap((words) => words.split(' ').map(fold)),
);
