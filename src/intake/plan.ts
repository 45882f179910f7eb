import type { Listing } from '../domain/listing.ts';
import type { RegisterRow } from '../store/batches.ts';
import type { Keyed } from './identity.ts';
import type { Mapping } from './mapping.ts';
import type { Difference } from './merge.ts';
import type { Problem } from './problem.ts';

/** What publishing would do with a row: `seen` writes only by which key the register knows the entry. */
export type Fate = 'added' | 'changed' | 'unchanged' | 'seen' | 'returned';

export interface PlannedRow {
	line: number;
	fate: Fate;
	row: Keyed;
	/** The entry as it will be; null where it stays as it is. */
	value: Listing | null;
	/** The entry it already is. */
	listing: number | null;
	before: Listing | null;
	rowBefore: RegisterRow | null;
	differences: Difference[];
	/** The entry was merged into another: what is new in the row is kept with it, and reaches that where it can. */
	merged?: true;
}

/** An entry that the register no longer has. */
export interface Gone {
	name: string;
	listing: number;
	rowBefore: RegisterRow;
}

/** The counts that reports and other programs rely on. `added` includes `returned`. */
export interface Counts {
	rows: number;
	added: number;
	changed: number;
	unchanged: number;
	gone: number;
	refused: number;
	persons: number;
	warnings: number;
}

/** Everything that an import would do, before it does it. */
export interface Plan {
	file: string;
	sha256: string;
	municipality: string;
	register: string;
	/** The newest batch that the plan was made against. */
	after: number | null;
	format: string;
	encoding: string | null;
	delimiter: string | null;
	sheet: string | null;
	mapping: Mapping | null;
	/** Whether the export was recognised, or its mapping proposed. */
	known: boolean;
	unknownColumns: string[];
	/** All columns in the order of the file, with the first value that is filled, as a report may show it. */
	columns: { name: string; sample: string }[];
	/** Columns that the mapping names and the file does not have: what they held becomes empty. */
	missingColumns: string[];
	/** Labels that no theme was found for, with how many rows bear them. */
	unplaced: Record<string, number>;
	/** Rows that named contact persons; these are not imported. */
	contacts: number;
	rows: PlannedRow[];
	gone: Gone[];
	/** Gone from the register, with nothing to see of it: of two entries that were merged, the one or the other. */
	stays: Gone[];
	/** Entries that come back into sight, since one that was merged into them is in the register again. */
	back: Gone[];
	counts: Counts;
	problems: Problem[];
}
