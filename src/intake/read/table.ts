/** What one cell holds; a list where the source has one. Empty is ''. */
export type Cell = string | readonly string[];

/** One record of a file. `line` is where a person finds it: the line of a text, the row of a sheet. */
export interface Row {
	line: number;
	cells: Record<string, Cell>;
}

export type Format = 'csv' | 'tsv' | 'xlsx' | 'json' | 'jsonl' | 'geojson';

/** Something that could not be read, and why; `reason` is a key of text/. */
export interface ReadProblem {
	line: number;
	reason: string;
}

/** A file as records, whatever its format. */
export interface Table {
	format: Format;
	encoding: string | null;
	delimiter: string | null;
	/** The sheet of a workbook. */
	sheet: string | null;
	columns: string[];
	rows: Row[];
	/** Rows that could not be read. */
	problems: ReadProblem[];
}

/** The cell as one text; a list is joined by commas. */
export const textOf = (cell: Cell | undefined): string =>
	cell === undefined ? '' : typeof cell === 'string' ? cell : cell.join(', ');

/** The cell as a list; a text is a list of one. */
export const listOf = (cell: Cell | undefined): readonly string[] =>
	cell === undefined || cell === '' ? [] : typeof cell === 'string' ? [cell] : cell;
