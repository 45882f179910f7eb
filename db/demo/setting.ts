import type { Locality } from '../geography/index.ts';
import type { Chance } from './chance.ts';
import { fill, inventedPlace, properName } from './names.ts';
import type { Said } from './subjects/types.ts';

/** Where and when something is invented. */
export interface Setting {
	chance: Chance;
	code: string;
	locality: Locality;
	/** Another settlement near by, in whose direction the countryside lies. */
	towards: Locality;
	/** Unix seconds, a whole day. */
	now: number;
	/** Few words and no days off, for measuring. */
	plain: boolean;
}

/** What an invented thing is called after: a village, a proper name, the settlement. */
export interface Naming {
	village: string;
	own: string;
}

export const namingOf = ({ chance, locality }: Setting): Naming => ({
	village: inventedPlace(chance, locality.lat),
	own: properName(chance),
});

/** A text with its village, proper name and settlement. */
export const named = (text: string, { village, own }: Naming, { locality }: Setting): string =>
	fill(text, village, own, locality.name);

/** Sentences as one text of each language. */
export function spoken(sentences: readonly Said[], naming: Naming, setting: Setting): { sv: string; en: string } {
	const join = (place: 0 | 1) => named(sentences.map((both) => both[place]).join(' '), naming, setting);
	return { sv: join(0), en: join(1) };
}
