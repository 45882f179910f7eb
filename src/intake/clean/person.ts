import { isGiven, isSurname } from './given-names.ts';

/** Words that only organisations have in their names. */
const ORGANISED =
	/f[öo]rening|klubb|lag$|lag |s[äa]llskap|f[öo]rbund|k[åa]r\b|k[öo]r(en)?\b|stiftelse|f[öo]rsamling|kyrka|teater|orkester|band\b|grupp|gille|kommitt|n[äa]tverk|center|centrum|team|club|\b(IF|IK|SK|BK|FF|GF|IS|FK|AB|HB|PRO|SPF|ABF)\b|museum|hus(et)?\b|g[åa]rd(en)?\b|v[äa]nner|skola|studio|fond|minne|r[åa]d(et)?\b|bolag|biograf|production|records|ensemble|trio\b|kvartett|festival|galleri|f[öo]rlag|verkstad|samf[äa]ll|loge|allians|r[öo]relse|\d/i;
/** Sorts of entry under which registers list people who perform, beside associations. */
const SINGLE = /^(kulturaktör|konstnär(er)?$|artist(er)?$|kulturutövare|enskild|privat)/i;
/** What stands between the names of a person, and between two persons. */
const PARTICLES = new Set('von af de la da van der el al bin och & m fl'.split(' '));

/** What a row tells beside its name. */
export interface Told {
	/** Whether it has a valid organisation number. */
	hasNumber: boolean;
	/** What sort the register says that it is. */
	types: readonly string[];
}

/**
 * Whether a name is a person's. "Privatperson" and "enskild firma" always are. Else, without an organisation number:
 * two or three words that no organisation has in its name, with a common given name first (or last, behind a surname),
 * or any such words where the register lists artists. Other labels tell nothing: a person has them too.
 */
export function isPersonName(name: string, { hasNumber, types }: Told): boolean {
	if (/^(privatperson|enskild person)\b|\benskild (firma|näringsidkare)\b/i.test(name)) return true;
	if (hasNumber || ORGANISED.test(name)) return false;
	const words = name.split(/,? /).filter((word) => !PARTICLES.has(word));
	if (words.length < 2 || words.length > 3 || !words.every(isNameWord)) return false;
	const [first, last] = [words[0]!, words.at(-1)!];
	return isGiven(first) || (isGiven(last) && (isSurname(first) || name.includes(','))) || types.some(isSingle);
}

/** "Anna", "Lars-Erik", "Al-Hassan": one capital and small letters, so that "ÄLI" is none. */
const isNameWord = (word: string) => /^\p{Lu}\p{Ll}\p{L}*(-\p{Lu}?\p{L}+)?$/u.test(word);
const isSingle = (type: string) => SINGLE.test(type.trim());
