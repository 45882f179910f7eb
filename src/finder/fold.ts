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

/** The stem of a folded word. Words that mean the same share one: "pingis" and "bordtennis", "segling" and "seglare". */
export function stemOf(word: string): string {
	const known = stems.get(word);
	if (known !== undefined) return known;
	const own = STEMMED.test(word) ? settled(ownStemOf(word)) : word;
	const stem = own.length >= 4 || own !== word || SHORT.has(own) ? (sameAs.get(own) ?? own) : own;
	if (stems.size > 200_000) stems.clear();
	stems.set(word, stem);
	return stem;
}

/** What a compound holds that is about a word: its own stem as it is written, and those of words that mean the same. */
export function rootsOf(word: string): string[] {
	const own = STEMMED.test(word) ? ownStemOf(word) : word;
	const roots = [own, ...(meaning.get(stemOf(word)) ?? [])].flatMap((root) => [root, settled(root), withVowel(root)]);
	return [...new Set(roots)].filter((root) => root.length >= 4);
}

/** Not "Västerås" and "Strängnäs": what looks like an ending there is half of the name. */
const STEMMED = /^(?=[a-z]{4,}$)(?!.*(?<![aeo]rn)as$)/;

const ownStemOf = (word: string) => actOf(shortNoun(stemmer(word)));

/** "korer", "koren" and "kor" meet: an ending that the Snowball stemmer leaves on a word of five or six letters goes. */
function shortNoun(stem: string): string {
	if (stem.length < 5 || stem.endsWith('ering')) return stem;
	return stem.replace(/(?:erna|arna|orna|en|et|er|ar|or|(?<=.{4})an)$/, (end) =>
		stem.length - end.length >= 3 ? '' : end,
	);
}

/** What is done and who does it: "biodling" is "biodl" as "biodlare" is. Not "forening", "bildning", "orientering". */
const actOf = (stem: string): string => stem.replace(/(?<=.{4})(?:(?<!fore|bild)ning|(?<!n|er)ing)$/, '');

/** A vowel that comes and goes: "fagel" and "faglar", "orkester" and "orkestrar". A stemmer takes a t too many. */
const settled = (stem: string): string =>
	stem
		.replace(/(?<=[a-z]{2}[bdfgkmtv])el$/, 'l')
		.replace(/(?<=[a-z]{3}t)r$/, '')
		.replace(/skyt$/, 'skytt');

const withVowel = (root: string): string => root.replace(/(?<=[a-z]{2}[bdfgkmtv])l$/, 'el');

/** What means the same, or is formed otherwise than the rules see: a stem, and the stems and short words that are it. */
const meaning = new Map(
	Object.entries({
		bordtennis: 'pingis',
		gaming: 'datorspel tvspel esport',
		brott: 'brottas',
		gymnastik: 'gympa gymp jympa jymp gymnast',
		motorcykl: 'mc motorcycl',
		senior: 'pension pensionar seni aldr',
		biograf: 'bio',
		funktionshind:
			'handikap handikapp funktionsned funktionsnedsat funktionsnedsatt funktionsnedsattning funktionshindr funktionsvariation',
		fackforen: 'fackforening fackforbund',
		nykt: 'nykter nykterist',
		cykl: 'cyklist',
		segl: 'segel',
		rid: 'ridning',
		sim: 'simning simm',
		box: 'boxning',
		dyk: 'dykning',
		lop: 'lopning',
		vav: 'vavning',
		tran: 'traning',
		odl: 'odling',
		dans: 'dan',
		sang: 'sjung',
		skytt: 'skjut',
		jakt: 'jag jagar',
	}).map(([stem, words]): [string, string[]] => [stem, [stem, ...words.split(' ')]]),
);
/** Of words too short for a stem only these: "Dan" is a name, and "jag" no hunter. */
const SHORT = new Set(['mc', 'bio', 'sim', 'rid']);
const sameAs = new Map([...meaning].flatMap(([stem, words]) => words.map((word): [string, string] => [word, stem])));

/**
 * Words that say nothing of what is looked for, in Swedish and English, folded: small ones, and those for doing anything
 * ("åka skidor", "spela schack"). Where a query has no others, they count.
 */
export const stopWords = new Set(
	`i pa och for en ett att med till av vid hos nara den det de som jag vill kan ska min mitt mina mig vi var vad finns nagon
	nagot nagra hitta soka sok efter ga aka gora spela trana borja prova utova eller om
	in on at the a an of for with near to and i want can my me we where what is are there any find play do go or`
		.split(/\s+/)
		.map(fold),
);
