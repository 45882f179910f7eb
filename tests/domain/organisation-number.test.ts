import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luhn, personIn, readOrganisationNumber, showOrganisationNumber } from '#domain/organisation-number.ts';

/** Invented numbers of the series 89xxxx-…, with a right check digit. */
const withCheck = (nine: string) => [...'0123456789'].map((digit) => nine + digit).find(luhn)!;
const number = withCheck('899999001');

describe('organisation numbers', () => {
	const right: [string, string][] = [
		['with a dash', `${number.slice(0, 6)}-${number.slice(6)}`],
		['ten digits', number],
		['with an en dash', `${number.slice(0, 6)}–${number.slice(6)}`],
		['with a minus sign', `${number.slice(0, 6)}\u2212${number.slice(6)}`],
		['with blanks', `${number.slice(0, 2)} ${number.slice(2, 4)} ${number.slice(4, 6)} - ${number.slice(6)} `],
		['with 16 before', `16${number}`],
		['with a mistaken 19 before', `19${number.slice(0, 6)}-${number.slice(6)}`],
		['with a full stop after', `${number}.`],
		['with question marks after', `${number}??`],
	];
	it.each(right)('are read %s', (_, text) => {
		expect(readOrganisationNumber(text)).toEqual({ kind: 'valid', number });
	});

	const wrongDigit = number.slice(0, 9) + ((Number(number[9]) + 1) % 10);
	const wrong: [string, string][] = [
		['a wrong check digit', wrongDigit],
		['nine digits', number.slice(0, 9)],
		['eleven digits', `${number}1`],
		['eight digits that are no date', '89999900'],
		['letters in place of the last digits', '899999-xxxx'],
	];
	it.each(wrong)('are kept as a note with %s', (_, text) => {
		expect(readOrganisationNumber(text).kind).toBe('wrong');
	});

	it.each([null, undefined, '', ' ', 'X', '...', '7', 'Exempelbygdens förening'])('are absent in %j', (text) => {
		expect(readOrganisationNumber(text)).toEqual({ kind: 'none' });
	});

	const persons: [string, string][] = [
		['its zero lost in a spreadsheet', '101010007'],
		['ten digits', '1912121212'],
		['a dash', '191212-1212'],
		['twelve digits', '191212121212'],
		['a plus sign, for who is over a hundred', '121212+1212'],
		['a coordination number', '701063-2391'],
		['16 before', '161912121212'],
		['a wrong check digit', '191212-1213'],
		['the last digits left out', '19121212'],
		['only a date', '1912-12-12'],
		['only a short date', '121212'],
		['letters in place of the last digits', '191212-xxxx'],
		['words around it', 'privat 191212-1212'],
		['a day that does not exist', '191299-1212'],
	];
	it.each(persons)('are a person with %s', (_, text) => {
		expect(readOrganisationNumber(text)).toEqual({ kind: 'person' });
	});

	it('never keep a personal number in a note', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^(19|20)?\d{2}[01]\d[0-3]\d[-+ ]?\d{4}$/), (text) => {
				expect(readOrganisationNumber(text).kind).toBe('person');
			}),
		);
	});

	it('never throw', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readOrganisationNumber(text)));
	});

	it('are shown with a dash', () => expect(showOrganisationNumber(number)).toBe(`899999-${number.slice(6)}`));

	it('are found in free text only when they are personal', () => {
		expect(personIn('Ring mig, 191212-1212, efter sju')).toBe(true);
		expect(personIn(`Vårt nummer är ${showOrganisationNumber(number)}`)).toBe(false);
	});
});
