import { same } from '../domain/change.ts';
import { type Listing, STORED_FIELDS, type Stored } from '../domain/listing.ts';

/** One field that an import changes. */
export interface Difference {
	field: string;
	before: unknown;
	after: unknown;
}

/** Freshness follows a change; it is none. */
const FRESHNESS = new Set(['confirmedAt', 'confirmedBy']);
const ADDRESS = ['street', 'postcode', 'postTown', 'locality', 'position', 'masked'];

/** The value of an entry without what the store adds. */
export function entryValue(stored: Stored): Listing {
	const value: Record<string, unknown> = { ...stored };
	for (const field of STORED_FIELDS) delete value[field];
	return value as Listing;
}

/**
 * What stands, with what the file says: fields that an owner or officer has written stay (an address as a whole), and
 * so does what a register cannot know: masking, languages, texts in other languages, pictures, prices by group.
 */
export function merged(stands: Listing, read: Listing, kept: readonly string[]): Listing {
	const keeps = new Set(kept);
	if (ADDRESS.some((field) => keeps.has(field))) for (const field of ADDRESS) keeps.add(field);
	const result: Record<string, unknown> = { ...read };
	for (const field of keeps) result[field] = stands[field as keyof Listing];
	result.masked = stands.masked;
	result.photos = stands.photos;
	if (stands.kind === 'venue') result.rates = stands.rates;
	if (read.languages.length === 0) result.languages = stands.languages;
	if (!keeps.has('texts')) result.texts = textsOf(stands, read, keeps);
	if (stands.confirmedBy === 'owner' || stands.confirmedBy === 'officer') {
		result.confirmedAt = stands.confirmedAt;
		result.confirmedBy = stands.confirmedBy;
	}
	return result as Listing;
}

function textsOf(stands: Listing, read: Listing, keeps: ReadonlySet<string>): Listing['texts'] {
	const { sv, ...others } = stands.texts;
	if (keeps.has('texts.sv') || keeps.has('description')) return stands.texts;
	return sv?.name
		? { ...others, ...read.texts, sv: { name: sv.name, description: read.texts.sv?.description ?? null } }
		: { ...others, ...read.texts };
}

/** The fields in which two values differ, freshness apart. */
export function differences(before: Listing, after: Listing): Difference[] {
	const fields = Object.keys({ ...before, ...after }) as (keyof Listing)[];
	return fields
		.filter((field) => !FRESHNESS.has(field) && !same(before[field], after[field]))
		.map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}
