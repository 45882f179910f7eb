import { personIn } from '../../domain/organisation-number.ts';
import { isPersonal } from './email.ts';
import { isGiven, isSurname } from './given-names.ts';
import { cleanText } from './text.ts';

/** A description that can be published. */
export interface CleanDescription {
	text: string | null;
	/** It held a personal identity number: nothing of it is kept. */
	person: boolean;
	/** Something was taken out that named a person or how to reach one. */
	removed: boolean;
}

const CONTACT_LINE =
	/^\s*(kontakt(person(er)?)?|ordf(örande)?\w*|kass(ör)?\w*|sekr(eterare)?\w*|ansvarig|styrelse(n)?)\s*[:–-](\s|$)/i;
/** A line that is nothing but a name, with what somebody does beside it. */
const NAME_LINE = /^[\s•*–-]*\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){1,3}(?:\s*[,(–-].{0,40})?$/u;
/** Words that bring a name after them: "Kontakta dansledare Namn Namnsson". */
const CONTACT_WORD =
	/(?<!\p{L})(kontakt\p{L}*|ring|ringa|maila|mejla|telefon|tfn|tel|hos|ordförande\p{L}*|kassör\p{L}*|sekreterare\p{L}*|dirigent\p{L}*|\p{L}*ledare\p{L}*|ansvarig\p{L}*|anmälan)(?!\p{L})/iu;
const NAME = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? \p{Lu}\p{Ll}+/u;
const PHONE = /(?<!\d)(\+46|0\d)[\d\s/–-]{5,}\d/;
const EMAIL = /[^\s@<>()[\],;:]+@[^\s@<>()[\],;]+\.[a-z]{2,}/gi;

/**
 * The description without what names a person: lines and sentences that tell whom to contact or call, and personal
 * e-mail addresses. The public way to reach the organisation is in its own fields.
 */
export function cleanDescription(given: string, name: string): CleanDescription {
	const whole = cleanText(given);
	if (personIn(whole)) return { text: null, person: true, removed: true };
	const own = new Set(name.split(' '));
	const open = withoutContacts(whole.split('\n'))
		.map((line) =>
			sentencesOf(line)
				.filter((sentence) => !namesContact(sentence) && !namesPerson(sentence, own))
				.join(''),
		)
		.join('\n')
		.replace(EMAIL, (address) => (isPersonal(address.toLowerCase(), name) ? '' : address));
	const text = cleanText(open);
	return { text: text === '' ? null : text.slice(0, 8000).trimEnd(), person: false, removed: text !== whole };
}

/** Without lines that name a contact person, and the names listed below such a line. */
function withoutContacts(lines: string[]): string[] {
	let listed = false;
	return lines.filter((line) => {
		const isContact = CONTACT_LINE.test(line) || (listed && NAME_LINE.test(line));
		listed = isContact || (listed && line.trim() === '');
		return !isContact;
	});
}

/** Registers lose line breaks ("… musik.Tränar onsdagar"), so that a sentence can begin without a blank before it. */
const sentencesOf = (line: string) => line.split(/(?<=[.!?]["”)]*)(?=\s*\p{Lu})/u);

const namesContact = (sentence: string) =>
	PHONE.test(sentence) || (CONTACT_WORD.test(sentence) && NAME.test(sentence.replace(CONTACT_WORD, ' ')));

/** A common given name before a family name: "Anna Exempelsson", "Lars-Erik Maria Exempelberg". */
const FULL_NAME =
	/(?<!\p{L})(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)(?: \p{Lu}\p{Ll}+)? (\p{Lu}\p{Ll}+)(?!\p{L})(?! ?(?:gata|väg|plats|torg)\p{Ll}*)/gu;
/** What speaks of those who are gone. */
const HISTORY = /minne|(?<!\d)(?:1[5-8]\d\d|19[0-4]\d)(?!\d)/i;

/** A named person is shown only with a consent that no register has. What the organisation itself is called by stays. */
const namesPerson = (sentence: string, own: ReadonlySet<string>) =>
	!HISTORY.test(sentence) &&
	[...sentence.matchAll(FULL_NAME)].some(([, first, last]) => isGiven(first!) && isSurname(last!) && !own.has(last!));
