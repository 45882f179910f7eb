import { z } from 'zod';
import { isGiven } from './given-names.ts';

const valid = z.email().max(200);

/** Words that tell that a mailbox belongs to a task and not to a person. */
const ROLES =
	/^(info|kontakt|contact|kansli|styrelse|ordf|kass|sekr|medlem|f[oö]rening|post|e?mail|mejl|bokning|boka|uthyr|admin|webb?|hej|hello|office|klubb|expedition|redaktion|press|valberedning|lokal|ekonomi|support|reception|verksamhet|tr[aä]n|ledare|junior|ungdom|tavling|kommun|k[aå]r|forsamling|pastor)/;

/** What an e-mail field gave: the address to publish, and those withheld because they name a person. */
export interface CleanEmail {
	email: string | null;
	/** How many addresses name a person and are kept out. */
	personal: number;
	/** Whether there was text that is no address. */
	broken: boolean;
}

/**
 * The public address out of a field that may hold several. The first address of a role (info@, styrelsen@) is chosen,
 * else the first that names nobody. An address like firstname.lastname@ is personal data and is never published,
 * unless the words are the organisation's own (`name`).
 */
export function cleanEmail(text: string, name: string): CleanEmail {
	const parts = text.split(/[\s,;<>()[\]|&/]+|mailto:/i).filter((part) => part !== '');
	const addresses = parts.map((part) => part.toLowerCase().replace(/^[.:'"]+|[.:'"]+$/g, ''));
	const good = addresses.filter((address) => valid.safeParse(address).success);
	const open = good.filter((address) => !isPersonal(address, name));
	const role = open.find((address) => ROLES.test(address));
	const broken = good.length === 0 && text.trim() !== '';
	return { email: role ?? open[0] ?? null, personal: good.length - open.length, broken };
}

/** Whether the part before the @ names a person: anna.svensson, anna_s, annasvensson, a.svensson. */
export function isPersonal(address: string, name: string): boolean {
	const local = address.slice(0, address.indexOf('@')).replace(/\+.*$/, '');
	if (ROLES.test(local)) return false;
	const words = local.split(/[._-]+/).map((word) => word.replace(/\d+$/, ''));
	const own = fold(name);
	if (words.some((word) => word.length > 3 && own.includes(fold(word)))) return false;
	const [first = '', second = ''] = words;
	if (
		isGiven(fold(first)) ||
		(words.some((word) => isGiven(fold(word))) && words.some((word) => SURNAME.test(fold(word))))
	)
		return true;
	if (words.length === 2 && /^[a-zåäöé]$/.test(first)) return SURNAME.test(fold(second));
	if (words.length === 1) return startsWithGiven(fold(first));
	return words.length <= 3 && SURNAME.test(fold(words.at(-1)!));
}

const SURNAME =
	/[a-z]{2,}(son|sson|berg|strom|gren|lund|kvist|quist|qvist|dahl|ström|lof|man|sten|stedt|stad|blad|fors|back|feldt|mark|wall|vall|blom|holm|lind)$/;

function startsWithGiven(word: string): boolean {
	for (let length = 3; length < word.length - 3; length++)
		if (isGiven(word.slice(0, length)) && SURNAME.test(word.slice(length))) return true;
	return false;
}

const fold = (text: string) =>
	text
		.toLowerCase()
		.normalize('NFD')
		.replace(/[^a-z0-9]/g, '');
