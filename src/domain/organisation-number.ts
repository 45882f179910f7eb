/** What an "organisation number" field turned out to hold. */
export type OrganisationNumber =
	| { kind: 'none' }
	| { kind: 'valid'; number: string }
	/** Ten digits that look right but fail the check digit: kept as a note, never as identity. */
	| { kind: 'wrong'; digits: string }
	/** A personal identity number: refused, and the row is a person's. */
	| { kind: 'person' };

/**
 * Reads an organisation number in any of its spellings: NNNNNN-NNNN, ten or twelve digits (with 16 before),
 * with dashes of any sort or blanks. Rule: Skatteverket SKV 709; third digit at least 2, Luhn check digit.
 */
export function readOrganisationNumber(text: string | null | undefined): OrganisationNumber {
	const digits = (text ?? '').replace(/[\s\p{Pd}\u2212+._/]/gu, '');
	if (!/\d{6}/.test(digits)) return { kind: 'none' };
	if (!/^\d+$/.test(digits)) return personIn(text ?? '') ? { kind: 'person' } : { kind: 'wrong', digits: text!.trim() };
	if (isPersonal(digits)) return { kind: 'person' };
	const ten = digits.length === 12 && digits.startsWith('16') ? digits.slice(2) : digits;
	if (ten.length !== 10 || ten[2]! < '2') return { kind: 'wrong', digits };
	return luhn(ten) ? { kind: 'valid', number: ten } : { kind: 'wrong', digits };
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

/** Ten or twelve digits that begin with a date (day + 60 for a coordination number); sole traders' numbers too. */
function isPersonal(digits: string): boolean {
	const date = digits.length === 12 && /^(19|20)/.test(digits) ? digits.slice(2) : digits;
	if (date.length !== 10) return false;
	const month = Number(date.slice(2, 4));
	const day = Number(date.slice(4, 6));
	const isDate = month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91));
	return isDate || date[2]! < '2';
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
