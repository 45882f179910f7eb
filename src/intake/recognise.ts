import { type Field, gathering } from '../domain/register-field.ts';
import { meaningByContent } from './content.ts';
import { headerKey, meaningOf } from './headers.ts';
import { type Mapping, MappingSchema } from './mapping.ts';
import type { Table } from './read/table.ts';

/** A known export: what its columns are called, and the mapping that reads it. */
interface Known {
	system: string;
	/** All of these columns are there. */
	has: readonly string[];
	/** And a cell of this column, where it is named, looks like this. */
	looks?: readonly [column: string, pattern: RegExp];
	fields: Partial<Record<Field, string[]>>;
}

const nested = {
	name: ['association.name'],
	organisationNumber: ['association.org_number'],
	types: ['association.types'],
	activities: ['association.activities'],
	areas: ['association.categories'],
	street: ['association.street_address'],
	postcode: ['association.postal_code'],
	postTown: ['association.city'],
	email: ['association.email'],
	phone: ['association.phone'],
	homepage: ['association.homepage_url'],
	municipality: ['municipality'],
	description: ['association.description.free_text'],
} satisfies Known['fields'];

const sheet = {
	name: ['Föreningsnamn'],
	organisationNumber: ['Organisationsnummer'],
	types: ['Föreningstyp'],
	activities: ['Verksamhet'],
	street: ['Adress'],
	postcode: ['Postnr'],
	postTown: ['Postort'],
	email: ['E-post'],
	phone: ['Telefon'],
	homepage: ['Hemsida'],
} satisfies Known['fields'];

const source = (pattern: RegExp): Known['looks'] => ['source_system', pattern];

const known: readonly Known[] = [
	{
		system: 'Interbook GO',
		has: ['association.name', 'source_system'],
		looks: source(/^(IBGO|interbook)/i),
		fields: { ...nested, id: ['extras.ibgo_id', 'association.detail_url'] },
	},
	{
		system: 'FRI',
		has: ['association.name', 'source_system'],
		looks: source(/^FRI$/i),
		fields: { ...nested, id: ['association.detail_url'], foundedYear: ['extras.founded_year'] },
	},
	{
		system: 'Rbok',
		has: ['association.name', 'source_system'],
		looks: source(/^RBOK$/i),
		fields: { ...nested, id: ['association.detail_url'], audiences: ['extras.target_groups'] },
	},
	{
		system: 'Actor Smartbook',
		has: ['association.name', 'source_system'],
		looks: source(/^Actor/i),
		fields: { ...nested, id: ['extras.api_id'], audiences: ['extras.age_ranges'] },
	},
	{ system: 'register', has: Object.values(sheet).flat(), fields: sheet },
];

/** A mapping and how sure it is: of a known export, or proposed from headings and contents. */
export interface Recognised {
	mapping: Mapping;
	known: boolean;
	/** Columns that nothing is done with and that hold something. */
	unknownColumns: string[];
}

/** The mapping for a table: that of a known system, else one proposed from what columns are called and hold. */
export function recognise(table: Table): Recognised {
	const found = known.find((it) => fits(it, table));
	if (!found) return proposed(table);
	const mapping = MappingSchema.parse({ version: 1, system: found.system, fields: present(found.fields, table) });
	return { mapping: { ...mapping, contacts: contactColumns(table) }, known: true, unknownColumns: [] };
}

function fits(it: Known, table: Table): boolean {
	if (!it.has.every((column) => table.columns.includes(column))) return false;
	if (!it.looks) return true;
	const [column, pattern] = it.looks;
	return table.rows.slice(0, 20).some((row) => pattern.test(String(row.cells[column] ?? '')));
}

const present = (fields: Known['fields'], table: Table) =>
	Object.fromEntries(
		Object.entries(fields)
			.map(([field, columns]): [string, string[]] => [
				field,
				columns.filter((column) => table.columns.includes(column)),
			])
			.filter(([, columns]) => columns.length > 0),
	);

const contactColumns = (table: Table) =>
	table.columns.filter((column) => meaningOf(column) === 'contacts' && column.split('.').length < 4).slice(0, 20);

function proposed(table: Table): Recognised {
	const fields: Partial<Record<Field, string[]>> = {};
	const contacts: string[] = [];
	const ignored: string[] = [];
	const left: string[] = [];
	for (const column of table.columns) {
		const meaning = meaningOf(column);
		if (meaning === 'contacts') contacts.push(column);
		else if (meaning === 'ignored') ignored.push(column);
		else if (meaning && (!fields[meaning] || gathering.includes(meaning)))
			fields[meaning] = [...(fields[meaning] ?? []), column];
		else left.push(column);
	}
	const unknownColumns = left.filter((column) => {
		const meaning = meaningByContent(column, table);
		if (!meaning || fields[meaning]) return true;
		fields[meaning] = [column];
		return false;
	});
	const others = Object.keys(fields).length;
	if (!fields.name && others >= 2 && table.rows.length >= 3) takeName(fields, unknownColumns, table);
	const mapping = MappingSchema.parse({ version: 1, fields, contacts: contacts.slice(0, 20), ignored });
	return { mapping, known: false, unknownColumns: unknownColumns.filter((column) => isFilled(column, table)) };
}

/** Without a column that is called a name: the first of texts that are mostly unlike each other. */
function takeName(fields: Partial<Record<Field, string[]>>, left: string[], table: Table): void {
	const candidates = left.filter((column) => {
		const texts = table.rows.slice(0, 300).map((row) => String(row.cells[column] ?? ''));
		const filled = texts.filter((text) => /\p{L}{3}/u.test(text) && text.length < 120);
		return filled.length > texts.length * 0.8 && new Set(filled).size > filled.length * 0.3;
	});
	const likely = candidates.find((column) => /namn|name/.test(headerKey(column))) ?? candidates[0];
	if (!likely) return;
	fields.name = [likely];
	left.splice(left.indexOf(likely), 1);
}

const isFilled = (column: string, table: Table) => table.rows.some((row) => (row.cells[column]?.length ?? 0) > 0);
