import { z } from 'zod';
import { parse } from '../domain/parse.ts';
import { fields } from '../domain/register-field.ts';

const columns = z.array(z.string().min(1).max(300)).max(20);

/**
 * How the columns of a file become our fields. `contacts` are columns that hold contact persons: they are counted and
 * never imported. `ignored` are columns that are known and not needed. `separator` parts lists within one cell.
 */
export const MappingSchema = z.strictObject({
	version: z.literal(1),
	/** Whose export it is, for the report. */
	system: z.string().max(60).default('own'),
	fields: z.partialRecord(z.enum(fields), columns),
	contacts: columns.default([]),
	ignored: z.array(z.string().max(300)).max(500).default([]),
	separator: z.string().min(1).max(3).default(','),
});
export type Mapping = z.output<typeof MappingSchema>;

/** Reads a saved mapping; refuses with one reason a field. */
export function parseMapping(input: unknown): Mapping {
	const mapping = parse(MappingSchema, input);
	return mapping;
}

/** The mapping as text to be saved and edited by people. */
export const mappingText = (mapping: Mapping): string => `${JSON.stringify(mapping, null, '\t')}\n`;
