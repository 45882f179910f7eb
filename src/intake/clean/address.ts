import { isGiven, isSurname } from './given-names.ts';
import { cleanLine } from './text.ts';

/** What an address line turned out to be. */
export interface CleanStreet {
	street: string | null;
	/** Why there is no street: it is at somebody's home, a mail box, or no address at all. */
	without: 'care_of' | 'box' | 'not_an_address' | null;
}

const CARE_OF = /(^|[^\p{L}\p{N}])(c\s?[/\\]\s?o|℅|c\.o\.|att:|att\.)(?=[\s.:]|\p{L}|$)|^co\s/iu;
/** Whose address it is, and the number of a flat: only homes have such. */
const HOME = /(?<!\p{L})(kassör\p{L}*|ordf(örande)?|sekr(eterare)?|kontaktperson)(?!\p{L})|(?<!\p{L})lgh\.?\s?\d/iu;
const BOX = /\b(post)?box\s*\d+|\bbox$|\bpl\s*\d{3,}|^FE\s*\d+/i;

/**
 * A street that can be visited, and published. A line with "c/o" leads to a person's home: nothing of it is kept. A box
 * is no place either. A postcode and town at the end are taken off.
 */
export function cleanStreet(text: string): CleanStreet {
	const line = cleanLine(text).replace(/^[\s,.–-]+|[\s,–-]+$/g, '');
	if (line === '') return { street: null, without: null };
	if (CARE_OF.test(line) || HOME.test(line) || namesPerson(line)) return { street: null, without: 'care_of' };
	const parts = line.split(/\s*,\s*/).filter((part) => part !== '' && !BOX.test(part));
	if (parts.length === 0) return { street: null, without: 'box' };
	const street = parts
		.join(', ')
		.replace(/[,\s]+(SE?-?)?\d{3}\s?\d{2}\s+\p{L}[\p{L}\s-]*$/iu, '')
		.slice(0, 200)
		.replace(/^[\s,.–-]+|[\s,–-]+$/g, '');
	const isAddress =
		/\p{L}{2}/u.test(street) && !/@|https?:/.test(street) && !/^(saknas|okänd|ingen|uppgift)/i.test(street);
	return isAddress ? { street, without: null } : { street: null, without: 'not_an_address' };
}

/** Words that make a street or a house of a name: "Johannes Kyrka", "Karl Johans Gata". */
const PLACE =
	/(gata|gatan|väg|vägen|torg|torget|plats|plan|kyrka|kyrkan|gård|gården|hus|huset|gränd|park|parken|skola|skolan|stig|allé|backe|hall|hallen|gymnasium|församling|udde|vik|by|hed|äng|kulle)$/iu;

/** "Anna Andersson, Storgatan 1" is a home although it does not say c/o; so is the name alone, or without a comma. */
function namesPerson(line: string): boolean {
	const [first = '', second = '', third = ''] = line.split(/\s+/);
	if (!isCapital(first) || !isGiven(first)) return false;
	if (/^[^,\d]+ [^,\d]+,/.test(line)) return isCapital(second.replace(/,$/, ''));
	if (isCapital(second) && isSurname(second) && (third === '' || /^\p{Lu}/u.test(third))) return true;
	return third === '' && isCapital(second) && !PLACE.test(second);
}

const isCapital = (word: string) => /^\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?$/u.test(word);
