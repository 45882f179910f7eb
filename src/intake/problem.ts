/** Something to be said on one row. `reason` is a key of text/; `value` never holds a person's number or address. */
export interface Problem {
	line: number;
	/** Our name of the field, or `row`. */
	field: string;
	reason: string;
	value: string;
}

/** What became of a row as a whole, where it is not published. */
export const ROW_REASONS = ['no_name', 'duplicate', 'person', 'broken_quotes', 'broken_json'] as const;

/** A value as a report may show it: short, without e-mail names, personal numbers and long digits. */
export function shown(value: string): string {
	return value
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, 80)
		.replace(/[^\s@;,<]+@/g, '…@')
		.replace(/\d[\d\s-]{4,}\d/g, (digits) =>
			digits.replace(/\D/g, '').length > 5 ? `${digits.slice(0, 3)}…` : digits,
		);
}
