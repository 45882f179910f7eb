/** What an "organisation number" field turned out to hold. */
export type OrganisationNumber =
	| { kind: 'none' }
	| { kind: 'valid'; number: string }
	/** Ten digits that look right but fail the check digit: kept as a note, never as identity. */
	| { kind: 'wrong'; digits: string }
	/** A personal identity number: refused, and the row is a person's. */
	| { kind: 'person' };

/**
 * Reads an organisation number in any of its spellings: NNNNNN-NNNN, ten or twelve digits (with 16, or a mistaken 19 or
 * 20, before), with dashes of any sort, blanks or stray signs. Rule: Skatteverket SKV 709; third digit at least 2,
 * Luhn check digit. A personal or coordination number, whole or only its birth date, makes the row a person's.
 */
export function readOrganisationNumber(text: string | null | undefined): OrganisationNumber {
	const given = text ?? '';
	const compact = given.replace(/[^\p{L}\p{N}]/gu, '');
	if (!/\d{6}/.test(compact)) return { kind: 'none' };
	if (isPersonal(compact) || personIn(given)) return { kind: 'person' };
	if (!/^\d+$/.test(compact)) return { kind: 'wrong', digits: given.trim() };
	const ten = compact.length === 12 && /^(16|19|20)/.test(compact) ? compact.slice(2) : compact;
	return ten.length === 10 && luhn(ten) ? { kind: 'valid', number: ten } : { kind: 'wrong', digits: compact };
}

/** Shows a ten-digit number the usual way: 802000-1234. */
export const showOrganisationNumber = (number: string): string => `${number.slice(0, 6)}-${number.slice(6)}`;

/** Whether a free text holds something written as a personal identity number (with century or dash, and a date). */
export function personIn(text: string): boolean {
	for (const match of text.matchAll(/(?<!\d)((?:19|20)?\d{6})\s?[-\u2010-\u2015\u2212+]?\s?(\d{4})(?!\d)/g)) {
		if (isPersonal(match[1]! + match[2]!)) return true;
	}
	return false;
}

/**
 * Six (or with the century eight) digits of a birth date, alone or with what follows it in a personal number: four
 * digits or letters in their place. Ten digits with a third digit below 2 are nothing else, whatever the day.
 */
function isPersonal(compact: string): boolean {
	// A spreadsheet takes the zero from the number of who is born in the first years of a century.
	if (/^\d{9}$/.test(compact)) return isDate(`0${compact.slice(0, 5)}`) && luhn(`0${compact}`);
	const match = /^(16|19|20)?(\d{6})(\d{4}|[a-z*]{1,4})?$/i.exec(compact);
	if (!match) return false;
	const [, century, date, rest] = match;
	if (!rest) return isDate(date!) && century !== '16';
	return date![2]! < '2';
}

function isDate(six: string): boolean {
	const month = Number(six.slice(2, 4));
	const day = Number(six.slice(4, 6));
	return month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91));
}

/** The check of ISO/IEC 7812 (Luhn) over all digits. */
export function luhn(digits: string): boolean {
	let sum = 0;
	for (let i = 0; i < digits.length; i++) {
		const doubled = Number(digits[i]) * ((digits.length - i) % 2 === 0 ? 2 : 1);
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}
