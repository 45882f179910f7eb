import { Invalid } from '../errors.ts';
import type { Kind } from '../taxonomies.ts';
import { access } from './access.ts';
import { basics } from './basics.ts';
import { contact } from './contact.ts';
import { host } from './host.ts';
import { type PartKey, partsOf } from './keys.ts';
import { opening } from './opening.ts';
import type { Around, Fields, Part, Typed } from './part.ts';
import { place } from './place.ts';
import { price } from './price.ts';
import { rooms } from './rooms.ts';
import { subject } from './subject.ts';
import { when } from './when.ts';
import { words } from './words.ts';

/** Every part, by its key. */
export const parts: Record<PartKey, Part> = {
	basics,
	host,
	place,
	subject,
	words,
	price,
	contact,
	when,
	opening,
	access,
	rooms,
};

/** What a part of a form holds: its fields as far as they are right, and what is wrong by the name of the question. */
export interface PartRead {
	key: PartKey;
	fields: Fields;
	wrong: Record<string, string>;
}

/** Reads all parts of a kind, each by itself: what is wrong in one keeps no other from being read. */
export async function readParts(typed: Typed, around: Around): Promise<PartRead[]> {
	const read: PartRead[] = [];
	for (const key of partsOf[around.kind]) read.push({ key, ...(await attempt(parts[key], typed, around)) });
	return read;
}

async function attempt(part: Part, typed: Typed, around: Around): Promise<Omit<PartRead, 'key'>> {
	try {
		return { fields: await part.read(typed, around), wrong: {} };
	} catch (reason) {
		if (!(reason instanceof Invalid)) throw reason;
		return { fields: {}, wrong: { ...reason.fields } };
	}
}

/** The fields of all parts. Throws `Invalid` with every wrong field of all of them. */
export function together(read: readonly PartRead[]): Fields {
	const wrong = Object.assign({}, ...read.map((part) => part.wrong)) as Record<string, string>;
	if (Object.keys(wrong).length) throw new Invalid(wrong);
	return Object.assign({}, ...read.map(({ fields }) => fields)) as Fields;
}

/** All that a kind of entry is asked, as one part. Throws `Invalid` with every wrong field of all of them. */
export function whole(kind: Kind): Part {
	const all = partsOf[kind].map((key) => parts[key]);
	return {
		asks: (name) => all.some((part) => part.asks(name)),
		owns: (field) => all.some((part) => part.owns(field)),
		typed: (fields) => Object.assign({}, ...all.map((part) => part.typed(fields, kind))),
		read: async (typed, around) => together(await readParts(typed, around)),
	};
}
