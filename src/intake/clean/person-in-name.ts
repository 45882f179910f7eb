import { isGiven, isSurname } from './given-names.ts';

/** "c/o" in a name and all behind it: where the association's post goes. */
const CARE_OF = /[\s,;(–-]*(?<!\p{L})(?:c\s?\/\s?o|℅)(?=[\s.:]).*$/iu;
/** What parts a contact person from the association's name. */
const SIGN = /[,(/:–-]$/;
/** The end of an association's name, behind which a person's name is no part of it. */
const WHOLE =
	/(?:klubb|\p{L}klubben|förening|sällskap|förbund|lag|kör|grupp|team|\b(?:IF|IK|HC|SK|BK|FK|FF|FC|GF|IS|AIK|BIK|IBK|GK|OK))$/u;
/** What is named after a person: "Föreningen Karl Exempelström", "Teater …", "S:t …". */
const NAMED_AFTER = /(?:\p{L}(?:en|et|or|na)|teater|galleri|studio|ateljé|firma|s:ta?|st|sankta?|sällsk\.)$/iu;

/**
 * An association's name without the contact person behind it ("Exempel IF, Anna Exempelsson", "Exempelby Karateklubb
 * Anna Exempel", "… c/o Exempel"). A name that belongs to the association's stays.
 */
export function withoutPerson(name: string): string {
	const words = name.replace(CARE_OF, '').split(' ');
	const size = [3, 2].find((it) => words.length > it && isAppended(words.slice(0, -it), words.slice(-it)));
	const kept = size ? words.slice(0, -size) : words;
	return kept.join(' ').replace(size ? /[\s,(/:–-]+$/ : /$^/, '');
}

function isAppended(before: readonly string[], after: readonly string[]): boolean {
	const last = before.at(-1)!;
	const isSet = after[0]!.startsWith('(') || SIGN.test(last);
	const person = after.map((word, i) => (i === 0 ? word.replace(/^\(/, '') : word).replace(/\)$/, ''));
	if (!person.every((word) => /^\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?$/u.test(word)) || !isGiven(person[0]!)) return false;
	return isSet || WHOLE.test(last) || (isSurname(person.at(-1)!) && !NAMED_AFTER.test(last));
}
