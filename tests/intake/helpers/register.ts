import { luhn } from '#domain/organisation-number.ts';

/** Headings of the invented registers of these tests. */
export const HEAD = 'Id;Namn;Organisationsnummer;Föreningstyp;Postort;Kommun;Kontaktperson';

/** A register of rows: id, name, number, type, town, municipality, contact. */
export const file = (...rows: string[]) => `${HEAD}\n${rows.join('\n')}\n`;

/** An invented organisation number of the series 89999…, with a right check digit. */
export const number = (n: number) => {
	const nine = `89999${String(n).padStart(4, '0')}`;
	return [...'0123456789'].map((digit) => nine + digit).find(luhn)!;
};

export const THREE = file(
	'1;Ås IF;;Idrott;Halmstad;;',
	'2;Önas Byalag;;Byalag;Oskarström;;',
	'3;Kören Lek;;Kultur;Halmstad;;',
);
