import { isGiven } from './clean/given-names.ts';

/** Something to be said on one row. `reason` is a key of text/; `value` never holds a person's number or address. */
export interface Problem {
	line: number;
	/** Our name of the field, or `row`. */
	field: string;
	reason: string;
	value: string;
}

/** What a row is lost for; every other remark is a warning. */
export const losesRow = (reason: string): boolean =>
	['no_name', 'duplicate', 'person', 'broken_quotes', 'broken_json'].includes(reason);

/** A value as a report may show it: short, without e-mail names, names of persons, and long digits. */
export function shown(value: string): string {
	return value
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 80)
		.replace(/[^\s@;,<]+@/g, '…@')
		.replace(/(\p{Lu}\p{L}+)(?:[ -]\p{Lu}\p{L}+)+/gu, (words, first: string) => (isGiven(first) ? '…' : words))
		.replace(/\d[\d\s-]{4,}\d/g, (digits) =>
			digits.replace(/\D/g, '').length > 5 ? `${digits.slice(0, 3)}…` : digits,
		);
}

/** Coordinates as a report may show them: as they stand, when they are nothing but numbers too short for a person's. */
export const coordinatesShown = (north: string, east: string): string =>
	[north, east].every((it) => /^-?\d{1,7}([.,]\d+)?$/.test(it)) ? `${north} · ${east}` : shown(`${north} ${east}`);
