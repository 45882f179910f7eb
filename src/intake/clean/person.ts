import { given } from './given-names.ts';

/** Words that only organisations have in their names. */
const ORGANISED =
	/f[öo]rening|klubb|lag$|lag |s[äa]llskap|f[öo]rbund|k[åa]r\b|k[öo]r(en)?\b|stiftelse|f[öo]rsamling|kyrka|teater|orkester|band\b|grupp|gille|kommitt|n[äa]tverk|center|centrum|team|club|\b(IF|IK|SK|BK|FF|GF|IS|FK|AB|HB|PRO|SPF|ABF)\b|museum|hus(et)?\b|g[åa]rd(en)?\b|v[äa]nner|skola|studio|fond|minne|\d/i;

/**
 * Whether a name is a person's. Only when nothing else says that the row is an organisation (no number, no label): a
 * common given name followed by one or two words that no organisation has in its name. "Privatperson" always is.
 */
export function isPersonName(name: string, hasNumberOrLabel: boolean): boolean {
	if (/^(privatperson|enskild person)\b/i.test(name)) return true;
	if (hasNumberOrLabel || ORGANISED.test(name)) return false;
	const words = name.split(' ');
	if (words.length < 2 || words.length > 3) return false;
	return (
		words.every((word) => /^\p{Lu}\p{L}+(-\p{Lu}?\p{L}+)?$/u.test(word)) && given.has(fold(words[0]!.split('-')[0]!))
	);
}

const fold = (word: string) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
