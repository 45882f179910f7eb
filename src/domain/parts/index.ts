import { Invalid } from '../errors.ts';
import type { Kind } from '../taxonomies.ts';
import { basics } from './basics.ts';
import { contact } from './contact.ts';
import { host } from './host.ts';
import { type PartKey, partsOf } from './keys.ts';
import type { Around, Fields, Part, Typed } from './part.ts';
import { place } from './place.ts';
import { price } from './price.ts';
import { subject } from './subject.ts';
import { words } from './words.ts';

/** Every part, by its key. */
export const parts: Record<PartKey, Part> = { basics, host, place, subject, words, price, contact };

/** All that a kind of entry is asked, as one part. Throws `Invalid` with every wrong field of all of them. */
export function whole(kind: Kind): Part {
	const all = partsOf[kind].map((key) => parts[key]);
	return {
		asks: (name) => all.some((part) => part.asks(name)),
		owns: (field) => all.some((part) => part.owns(field)),
		typed: (fields) => Object.assign({}, ...all.map((part) => part.typed(fields, kind))),
		read: async (typed, around) => {
			const read: Fields = {};
			const wrong: Record<string, string> = {};
			for (const part of all) Object.assign(read, await attempt(part, typed, around, wrong));
			if (Object.keys(wrong).length) throw new Invalid(wrong);
			return read;
		},
	};
}

/** What a part reads; what is wrong in it is added to `wrong`. */
async function attempt(part: Part, typed: Typed, around: Around, wrong: Record<string, string>): Promise<Fields> {
	try {
		return await part.read(typed, around);
	} catch (reason) {
		if (!(reason instanceof Invalid)) throw reason;
		Object.assign(wrong, reason.fields);
		return {};
	}
}
