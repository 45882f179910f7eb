import { type Organisation, OrganisationSchema, type Venue, VenueSchema } from '../domain/listing.ts';
import { type Problem, shown } from './problem.ts';

/**
 * An entry by its schema. A field that the schema refuses is left out and noted; null only when the entry has no
 * usable name.
 */
export function validEntry(
	entry: Record<string, unknown>,
	line: number,
	problems: Problem[],
): Organisation | Venue | null {
	const schema = entry.kind === 'venue' ? VenueSchema : OrganisationSchema;
	const values = { ...entry };
	for (let attempt = 0; attempt < 12; attempt++) {
		const result = schema.safeParse(values);
		if (result.success) return result.data;
		for (const { path } of result.error.issues) {
			const field = String(path[0]);
			if (!(field in values) || field === 'name' || field === 'municipality') return null;
			problems.push({ line, field, reason: 'not_valid', value: shown(String(values[field] ?? '')) });
			delete values[field];
		}
	}
	return null;
}
