import { personIn } from '../../domain/organisation-number.ts';
import { isPersonal } from './email.ts';
import { cleanText } from './text.ts';

const CONTACT_LINE =
	/^\s*(kontakt(person(er)?)?|ordf(örande)?\w*|kass(ör)?\w*|sekr(eterare)?\w*|ansvarig|styrelse(n)?)\s*[:–-]\s/i;
const EMAIL = /[^\s@<>()[\],;:]+@[^\s@<>()[\],;]+\.[a-z]{2,}/gi;

/**
 * A description that can be published: lines that name a contact person and personal e-mail addresses are taken out.
 * `person` when it held a personal identity number: then nothing of it is kept.
 */
export function cleanDescription(
	text: string,
	name: string,
): { text: string | null; person: boolean; removed: boolean } {
	const whole = cleanText(text);
	if (personIn(whole)) return { text: null, person: true, removed: true };
	const lines = whole.split('\n').filter((line) => !CONTACT_LINE.test(line));
	const open = lines
		.join('\n')
		.replace(EMAIL, (address) => (isPersonal(address.toLowerCase(), name) ? '' : address))
		.trim();
	return { text: open === '' ? null : open.slice(0, 8000), person: false, removed: open !== whole };
}
