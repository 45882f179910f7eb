import { given } from './given-names.ts';
import { cleanLine } from './text.ts';

/** What an address line turned out to be. */
export interface CleanStreet {
	street: string | null;
	/** Why there is no street: it is at somebody's home, a mail box, or no address at all. */
	without: 'care_of' | 'box' | 'not_an_address' | null;
}

const CARE_OF = /(^|[^\p{L}\p{N}])(c\s?[/\\]\s?o|℅|c\.o\.|att:|att\.)(?=[\s.:]|\p{L}|$)|^co\s/iu;
const BOX = /\b(post)?box\s*\d+|\bbox$|\bpl\s*\d{3,}|^FE\s*\d+/i;

/**
 * A street that can be visited, and published. A line with "c/o" leads to a person's home: nothing of it is kept. A box
 * is no place either. A postcode and town at the end are taken off.
 */
export function cleanStreet(text: string): CleanStreet {
	const line = cleanLine(text).replace(/^[\s,.–-]+|[\s,–-]+$/g, '');
	if (line === '') return { street: null, without: null };
	if (CARE_OF.test(line) || namesPerson(line)) return { street: null, without: 'care_of' };
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

/** "Anna Andersson, Storgatan 1" is a home although it does not say c/o. */
function namesPerson(line: string): boolean {
	const name = /^(\p{Lu}\p{Ll}+)(?:[ -]\p{Lu}\p{Ll}+){1,2}\s*,/u.exec(line);
	return name !== null && given.has(name[1]!.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''));
}
