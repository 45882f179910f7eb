import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * The first telephone number of a field, in one readable form: "070-174 06 05" for Swedish numbers, "+47 22 12 34 56"
 * for others. Null when there is none that could be one.
 */
export function cleanPhone(text: string): string | null {
	for (const part of text.split(/[,;|]|\s\/\s|(?<=\d{3})\/(?=0)|\b(?:eller|el|alt|och|mobil|tel)\b\.?:?/i)) {
		const number = parsePhoneNumberFromString(part.trim(), 'SE');
		if (number?.isValid()) return number.country === 'SE' ? number.formatNational() : number.formatInternational();
	}
	return null;
}
