/** Tables that Swedish Excel opens: semicolons, and nothing in a cell that it would reckon out. */

/** A cell of a table that a spreadsheet opens: what it would take for a formula is a text, and what breaks a line is kept within it. */
export function csvCell(value: string): string {
	const safe = /^[\s]*[=+\-@\t\r|%]/.test(value) && !/^-?\d+([.,]\d+)?$/.test(value) ? `'${value}` : value;
	return /[";\n\r,\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of such a table, with its end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(';')}\r\n`;
