import { createHash } from 'node:crypto';
import { Invalid } from '../domain/errors.ts';
import type { Store } from '../store/open.ts';
import { compare } from './compare.ts';
import { type Context, positionOf, readEntry } from './entry.ts';
import { type Candidate, keyed } from './identity.ts';
import { createPlacer } from './locate.ts';
import type { Mapping } from './mapping.ts';
import type { Counts, Plan, PlannedRow } from './plan.ts';
import { losesRow, type Problem, shown } from './problem.ts';
import { readTable } from './read/read.ts';
import { type Table, textOf } from './read/table.ts';
import { recognise } from './recognise.ts';
import { validEntry } from './validate.ts';

/** The register that a municipality's list of associations is. */
export const ASSOCIATIONS = 'associations';

export interface ImportInput {
	store: Store;
	bytes: Uint8Array;
	fileName: string;
	/** Code of the municipality whose register the file is. */
	municipality: string;
	mapping?: Mapping;
	/** Is told how many rows of how many are read. */
	progress?: (done: number, all: number) => void;
}

/**
 * Reads a file and works out what publishing it would do; writes nothing. Throws `Invalid` (`file: reason`) when
 * nothing in it can be read.
 */
export async function prepareImport(input: ImportInput): Promise<Plan> {
	const { store, bytes, municipality } = input;
	const table = await readTable(bytes, Object.values(input.mapping?.fields ?? {}).flat());
	const { mapping, known, unknownColumns } = input.mapping
		? { mapping: input.mapping, known: true, unknownColumns: unmapped(table, input.mapping) }
		: recognise(table);
	if (!mapping.fields.name?.some((column) => table.columns.includes(column)))
		throw new Invalid({ file: 'no_name_column' });
	const all = table.rows.length;
	const columns = columnsOf(table);
	const contacts = countContacts(table, mapping);
	const read = await readRows(table, { mapping, municipality, placer: createPlacer() }, input.progress);
	const { rows, duplicates } = keyed(read.candidates);
	for (const { line, listing } of duplicates)
		read.problems.push({ line, field: 'row', reason: 'duplicate', value: shown(listing.name) });
	const { untaken, ...compared } = await compare(store, municipality, ASSOCIATIONS, rows);
	// A row that cannot be parted into fields may hold anything, contact persons too: its text is not repeated.
	const broken = table.problems.map(({ line, reason }) => ({ line, field: 'row', reason, value: '' }));
	const lost = broken.filter((it) => it.reason !== 'too_many_fields').length;
	const refused = read.refused + duplicates.length + lost;
	return {
		file: input.fileName,
		sha256: createHash('sha256').update(bytes).digest('hex'),
		municipality,
		register: ASSOCIATIONS,
		format: table.format,
		encoding: table.encoding,
		delimiter: table.delimiter,
		sheet: table.sheet,
		mapping,
		known,
		unknownColumns,
		columns,
		missingColumns: missing(table, mapping),
		unplaced: read.unplaced,
		contacts,
		...compared,
		...tally(all + lost, compared, refused, read.persons, [...broken, ...read.problems, ...untaken]),
	};
}

interface ReadRows {
	candidates: Candidate[];
	problems: Problem[];
	unplaced: Record<string, number>;
	refused: number;
	persons: number;
}

/** Of how many rows the system of a file's coordinates is told. */
const SAMPLE = 1000;
/** How many rows are read before others get their turn. */
const TURN = 250;

async function readRows(table: Table, context: Context, progress: ImportInput['progress']): Promise<ReadRows> {
	const result: ReadRows = { candidates: [], problems: [], unplaced: {}, refused: 0, persons: 0 };
	const all = table.rows.length;
	const some = table.rows.slice(0, SAMPLE).map((row) => positionOf(row, context));
	context.placer.learn(some.filter(({ north, east }) => north !== '' && east !== ''));
	// From the end, letting go of each row: a national register would else be in memory three times over.
	table.rows.reverse();
	for (let i = 0; i < all; i++) {
		const row = table.rows.pop()!;
		if (i % TURN === 0) {
			progress?.(i, all);
			await new Promise(setImmediate);
		}
		const read = readEntry(row, context);
		for (const problem of read.problems) result.problems.push(problem);
		if (read.fate === 'entry') keep(result, read);
		else if (read.fate === 'person') result.persons++;
		else result.refused++;
	}
	progress?.(all, all);
	return result;
}

function keep(result: ReadRows, read: Extract<ReturnType<typeof readEntry>, { fate: 'entry' }>): void {
	const listing = validEntry(read.entry, read.line, result.problems);
	if (!listing) {
		result.refused++;
		result.problems.push({ line: read.line, field: 'name', reason: 'no_name', value: '' });
		return;
	}
	result.candidates.push({ line: read.line, id: read.id, listing });
	for (const label of read.unplaced) result.unplaced[label] = (result.unplaced[label] ?? 0) + 1;
}

/** The counts of a plan, and its problems by line. Rows = added + changed + unchanged + refused + persons. */
export function tally(
	rows: number,
	compared: { rows: PlannedRow[]; gone: unknown[] },
	refused: number,
	persons: number,
	problems: Problem[],
): { counts: Counts; problems: Problem[] } {
	const fates = Map.groupBy(compared.rows, (row) => row.fate);
	const count = (...names: PlannedRow['fate'][]) =>
		names.reduce((sum, name) => sum + (fates.get(name)?.length ?? 0), 0);
	const counts = {
		rows,
		added: count('added', 'returned'),
		changed: count('changed'),
		unchanged: count('unchanged', 'seen'),
		gone: compared.gone.length,
		refused,
		persons,
		warnings: problems.filter((problem) => !losesRow(problem.reason)).length,
	};
	return { counts, problems: problems.toSorted((a, b) => a.line - b.line) };
}

function unmapped(table: Table, mapping: Mapping): string[] {
	const used = new Set([...Object.values(mapping.fields).flat(), ...mapping.contacts, ...mapping.ignored]);
	return table.columns.filter((column) => !used.has(column));
}

/** How many rows are looked at for something to show of a column. */
const SHOWN_ROWS = 200;

/** All columns of a table, each with the first value that is filled, as a report may show it. */
export function columnsOf(table: Table): Plan['columns'] {
	const some = table.rows.slice(0, SHOWN_ROWS);
	const first = (name: string) => some.map((row) => textOf(row.cells[name]).trim()).find(Boolean) ?? '';
	return table.columns.map((name) => ({ name, sample: shown(first(name)) }));
}

const missing = (table: Table, mapping: Mapping) =>
	Object.values(mapping.fields)
		.flat()
		.filter((column) => !table.columns.includes(column));

const countContacts = (table: Table, mapping: Mapping) =>
	table.rows.filter((row) => mapping.contacts.some((column) => textOf(row.cells[column]).trim() !== '')).length;
