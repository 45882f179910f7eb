import type { Kind } from '../taxonomies.ts';

/**
 * The parts in which an entry is asked for, by kind and in the order in which they are asked. Registering takes them one
 * by one; an entry that is there already is changed by part. No zod here: pages import it.
 */
export const partsOf = {
	organisation: ['basics', 'place', 'subject', 'words', 'contact'],
	venue: ['basics', 'place', 'words', 'rooms', 'access', 'opening', 'price', 'subject', 'contact'],
	activity: ['basics', 'host', 'place', 'when', 'words', 'price', 'subject', 'contact'],
} as const satisfies Record<Kind, readonly string[]>;

export type PartKey = (typeof partsOf)[Kind][number];

/** How a part is called in an address, in any language. */
export const partSegments: Record<PartKey, string> = {
	basics: 'namn',
	host: 'vem-och-var',
	place: 'plats',
	subject: 'for-vem',
	words: 'beskrivning',
	when: 'nar',
	opening: 'oppettider',
	access: 'tillganglighet',
	rooms: 'rum',
	price: 'pris',
	contact: 'kontakt',
};

/** The part of a kind that an address names; undefined for none. */
export const partAt = (kind: Kind, segment: string): PartKey | undefined =>
	partsOf[kind].find((key) => partSegments[key] === segment);
