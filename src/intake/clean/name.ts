import { withoutPerson } from './person-in-name.ts';
import { cleanLine, settled, withoutTags } from './text.ts';

/** A name and whether it says that the association rests. */
export interface CleanName {
	name: string;
	dormant: boolean;
}

const DORMANT = /[\s*([–-]*\b(vilande|nedlagd|upphörd?)\b[\s*)\]:–-]*/iu;

/** The name as it should be read: no doubled blanks, no shouting, no "*vilande*". Empty when there is none. */
export function cleanName(text: string): CleanName {
	const line = settled(bareName, text);
	const rest = settled((name) => bareName(name.replace(DORMANT, ' ')), line);
	const dormant = DORMANT.test(line) && usable(rest);
	const name = dormant ? rest : line;
	return { name: usable(name) ? settled(calm, name) : '', dormant };
}

/** Without stars at its end, and without quotes that hold all of it or have lost their other. */
function bareName(text: string): string {
	const line = withoutPerson(withoutTags(cleanLine(text)).replace(/^[*\s]+|[*\s]+$/g, ''));
	const quotes = line.match(/"/g)?.length ?? 0;
	if (quotes === 2 && /^".*"$/.test(line)) return line.slice(1, -1);
	return quotes === 1 ? line.replace(/^"|"$/, '') : line;
}

const usable = (name: string) => /[\p{L}\p{N}]/u.test(name);

/** Abbreviations of clubs and movements that look like words. */
const SHORT = new Set(
	'ABF AIF AIK BIF BIK BOIS BRF BRIS CISV DHR EFS FBC FBK FMCK FOF FRO FUB FVO FVOF GIF GIK GOIF GOIK HBTQ HRF IBF IBK IFK IKFF IOGT IOGT-NTO JUF KAK KFUK KFUK-KFUM KFUM KRIK KRIS LRF LTF MHF NBV NTF PRO RBU RFSL RFSU RPG RSMH SFI SGF SISU SKPF SMK SMU SPF SRF SSU SVIF UF UNF VSF'.split(
		' ',
	),
);
const SMALL = new Set('av de den det di en för från hos i med och om på till under ur vid åt'.split(' '));
/** Short words that are no abbreviations. */
const WORDS = new Set(
	'BYN DAL SJÖ BRO VIK HUS NYA ÅN BY UNG FRI LÄN NY ÖN THE OF AND LOS ART HOT BIG SEA SKI SOL ROD KIL ALE ORD GÅS LIV'.split(
		' ',
	),
);
const ROMAN = /^(?=[IVX])X{0,3}(IX|IV|V?I{0,3})$/;

/**
 * A name all in capitals is written as names are: "HÖRBY KARATEKLUBB" → "Hörby Karateklubb". Abbreviations (IF, PRO,
 * IOGT-NTO), roman numerals and single short words (which may be initials) stay.
 */
export function calm(name: string): string {
	const letters = name.replace(/[^\p{L}]/gu, '');
	if (letters !== letters.toUpperCase() || letters === letters.toLowerCase()) return name;
	const words = name.split(' ');
	if (words.length === 1 && letters.length < 7) return name;
	return words.map((word, i) => calmWord(word, i === 0)).join(' ');
}

function calmWord(word: string, first: boolean): string {
	const core = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
	if (!first && SMALL.has(core.toLowerCase())) return word.toLowerCase();
	if (isShort(core)) return word;
	return word
		.split(/(?<=[-/&.])/u)
		.map((part) => (isShort(part.replace(/[^\p{L}\p{N}]/gu, '')) ? part : capitalised(part)))
		.join('');
}

const isShort = (word: string) =>
	SHORT.has(word) ||
	/\d/.test(word) ||
	ROMAN.test(word) ||
	(word.length <= 3 && !WORDS.has(word)) ||
	(word.length <= 5 && !/[AEIOUYÅÄÖÉ]/.test(word));

const capitalised = (word: string) => word.toLowerCase().replace(/\p{L}/u, (letter) => letter.toUpperCase());

/** A post town as written on letters ("VÄSTRA FRÖLUNDA", "halmstad") in the usual spelling. */
export const cleanTown = (text: string): string => settled(town, text);

function town(text: string): string {
	const bare = cleanLine(text)
		.replace(/^(SE?[\s-]*)?\d{3}\s?\d{2}\s+/i, '')
		.replace(/^[\s,.]+|[\s,.]+$/g, '');
	if (bare !== bare.toUpperCase() && bare !== bare.toLowerCase()) return bare;
	const words = bare.split(' ').map((word, i) => {
		if (i > 0 && SMALL.has(word.toLowerCase())) return word.toLowerCase();
		return word
			.split(/(?<=-)/)
			.map(capitalised)
			.join('');
	});
	return words.join(' ');
}
