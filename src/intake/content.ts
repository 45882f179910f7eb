import { readOrganisationNumber } from '../domain/organisation-number.ts';
import type { Field } from '../domain/register-field.ts';
import { readNumber } from './clean/coordinates.ts';
import { cleanHomepage } from './clean/homepage.ts';
import { cleanPostcode } from './clean/postcode.ts';
import { type Table, textOf } from './read/table.ts';

const between = (low: number, high: number) => (text: string) => {
	const value = readNumber(text);
	return value !== null && value >= low && value <= high;
};

const decimal = (text: string) => /[.,]\d{3}/.test(text);

const tests: readonly [Field, (text: string) => boolean][] = [
	['email', (text) => /^\S+@\S+\.\S+$/.test(text)],
	['homepage', (text) => /^https?:|^www\./.test(text) && cleanHomepage(text) !== null],
	['organisationNumber', (text) => readOrganisationNumber(text).kind === 'valid'],
	['postcode', (text) => /^(S-?)?\d{3}\s?\d{2}$/.test(text) && cleanPostcode(text) !== null],
	['north', (text) => decimal(text) && between(55, 69.2)(text)],
	['east', (text) => decimal(text) && between(10.5, 24.3)(text)],
	['north', between(6_100_000, 7_720_000)],
	['phone', (text) => /^(\+46|0)[\d\s-]{6,14}$/.test(text)],
	['street', (text) => /(gatan|vägen|stigen|gränd|torget|allén|plan|backen|väg) \d+/i.test(text)],
];

/** What a column without a known heading holds, by the looks of its cells; null when they do not agree. */
export function meaningByContent(column: string, table: Table): Field | null {
	const texts: string[] = [];
	for (const row of table.rows) {
		const text = textOf(row.cells[column]).trim();
		if (text !== '' && texts.push(text) >= 200) break;
	}
	if (texts.length === 0) return null;
	const found = tests.find(([, test]) => texts.filter(test).length >= texts.length * 0.7);
	return found?.[0] ?? null;
}
