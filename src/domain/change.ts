import { type Listing, ListingSchema, STORED_FIELDS } from './listing.ts';

/** What has become of a set of changes. */
export type RevisionState = 'proposed' | 'published' | 'returned' | 'declined' | 'withdrawn';

/** One field that somebody changed: what they saw, and what they wrote. Texts are fields by language: `texts.sv.description`. */
export interface Change {
	field: string;
	before: unknown;
	after: unknown;
}

/** A change of a field that has meanwhile been changed to something else. */
export interface Clash extends Change {
	now: unknown;
}

/** Not said by a person but by what happens to the entry. */
const OUTSIDE = new Set<string>([...['kind', 'confirmedAt', 'confirmedBy', 'attribution'], ...STORED_FIELDS]);

type Fields = Record<string, unknown>;

/** An entry as a flat list of fields, empty ones as null. */
export function fieldsOf(listing: Listing): Fields {
	const { texts, ...rest } = listing;
	const fields: Fields = {};
	for (const [field, value] of Object.entries(rest)) if (!OUTSIDE.has(field)) fields[field] = value ?? null;
	for (const [language, text] of Object.entries(texts))
		for (const [part, value] of Object.entries(text ?? {})) fields[`texts.${language}.${part}`] = value ?? null;
	return fields;
}

/** Whether two values are the same, whatever the order of their keys; nothing is as null. */
export function same(a: unknown, b: unknown): boolean {
	return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
	return JSON.stringify(value ?? null, (_, inner: unknown) =>
		inner && typeof inner === 'object' && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
			: inner,
	);
}

/** What was changed between two states of the same fields. A field that one of them lacks is empty there. */
export function changesBetween(before: Fields, after: Fields): Change[] {
	const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
	return fields
		.filter((field) => !same(before[field], after[field]))
		.map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

/** Those changes whose field has since become something else than was seen or is wanted. */
export function clashesWith(listing: Listing, changes: readonly Change[]): Clash[] {
	const fields = fieldsOf(listing);
	return changes
		.map((change) => ({ ...change, now: fields[change.field] ?? null }))
		.filter(({ now, before, after }) => !same(now, before) && !same(now, after));
}

/** Of some changes those that would still change something. */
export function stillWanted(listing: Listing, changes: readonly Change[]): Change[] {
	const fields = fieldsOf(listing);
	return changes.filter(({ field, after }) => !same(fields[field], after));
}

/**
 * An entry with changes made to it, valid as a whole; a masked address is coarsened when it is stored. Throws a ZodError
 * when the result would be no entry.
 */
export function changed(listing: Listing, changes: readonly Change[]): Listing {
	const value = structuredClone(listing) as unknown as Fields & { texts: Record<string, Fields> };
	for (const { field, after } of changes) {
		const [, language, part] = /^texts\.([\w-]+)\.(name|description)$/.exec(field) ?? [];
		if (language && part)
			value.texts[language] = { name: null, description: null, ...value.texts[language], [part]: after };
		else value[field] = after;
	}
	for (const [language, text] of Object.entries(value.texts))
		if (text.name === null && text.description === null) delete value.texts[language];
	return ListingSchema.parse(value);
}

/** The name under which an import knows that a field is an owner's or officer's. */
export const keptAs = (field: string): string =>
	/^texts\.\w+/.test(field) ? field.split('.').slice(0, 2).join('.') : field;
