import type { Queries } from '../../store/open.ts';
import type { LonLat } from '../geo.ts';
import type { Stored } from '../listing.ts';
import type { Kind, Precision } from '../taxonomies.ts';

/** What a form held, by name and as it was typed: a question with several answers has several. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** Values of an entry, by field as `fieldsOf` lists them: texts by language (`texts.sv.description`), empty as null. */
export type Fields = Record<string, unknown>;

/** What a part may look at to read what was typed. */
export interface Around {
	kind: Kind;
	/** The entry as it stands; null for one that is being registered. */
	listing: Stored | null;
	/** Code of the municipality in which it lies, as far as it is known. */
	municipality: string | null;
	/** Unix seconds. */
	now: number;
	store: Queries;
	places: Located;
}

/** Finds places by what an address says. */
export interface Located {
	/** The point of a settlement, post town or municipality; null when nothing of it is known. */
	locate(address: {
		municipality: string;
		locality: string | null;
		postcode: string | null;
		postTown: string | null;
	}): (LonLat & { precision: Extract<Precision, 'locality' | 'municipality'> }) | null;
	/** The post town of five digits; null when it is not known. */
	postTownOf(postcode: string): string | null;
	/** Whether a municipality of this code exists. */
	isMunicipality(code: string): boolean;
	/** The middle of a municipality. */
	middleOf(code: string): LonLat | null;
}

/**
 * One thing that is asked of an entry: a step when it is registered, a section when it is changed. The same questions, the
 * same checks and the same component (components/parts) for both.
 */
export interface Part {
	/** Whether the form of this part has a question of this name. Names are told apart over all parts. */
	asks(name: string): boolean;
	/** Whether this part answers for a field of an entry: it can change no other. */
	owns(field: string): boolean;
	/** What stands in the form for an entry. `read` makes the same fields of it again. */
	typed(fields: Fields, kind: Kind): Typed;
	/**
	 * What was typed, as values of all fields that it owns (an empty one as null, or as its schema has nothing).
	 * Throws `Invalid` with one reason for each name of the form.
	 */
	read(typed: Typed, around: Around): Fields | Promise<Fields>;
}

/** The answer to a question that has one; empty when it was not asked. */
export const one = (typed: Typed, name: string): string => typed[name]?.[0] ?? '';

/** All answers to a question that can have several, each once. */
export const many = (typed: Typed, name: string): string[] => [...new Set(typed[name] ?? [])];

/** Every question with its first answer: what a schema of plain fields reads. */
export const firsts = (typed: Typed): Record<string, string> =>
	Object.fromEntries(Object.entries(typed).map(([name, [first = '']]) => [name, first]));

/** Of a form's fields those that a part asks for; what else was sent is dropped. */
export const askedBy = (part: Pick<Part, 'asks'>, typed: Typed): Typed =>
	Object.fromEntries(Object.entries(typed).filter(([name]) => part.asks(name)));

/** Of an entry's fields those that a part answers for. */
export const ownedBy = (part: Pick<Part, 'owns'>, fields: Fields): Fields =>
	Object.fromEntries(Object.entries(fields).filter(([field]) => part.owns(field)));

/** Plain fields as a form holds them. */
export const plain = (fields: Fields, names: readonly string[]): Typed =>
	Object.fromEntries(names.map((name) => [name, [String(fields[name] ?? '')]]));
