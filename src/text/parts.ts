import type { PartKey } from '#domain/parts/keys.ts';
import type { Kind } from '#domain/taxonomies.ts';
import { m } from './generated/messages.js';

const titles: Record<PartKey, () => string> = {
	basics: m.part_basics,
	host: m.part_host_title,
	place: m.part_place,
	subject: m.part_subject,
	words: m.part_words,
	price: m.part_price,
	contact: m.part_contact,
	when: m.part_when,
	opening: m.part_opening,
	access: m.part_access,
	rooms: m.part_rooms,
};

/** What a part is called: as a step, as a section and as a link. */
export const partTitle = (key: PartKey): string => titles[key]();

const nameHints: Record<Kind, () => string> = {
	organisation: m.part_name_organisation,
	venue: m.part_name_venue,
	activity: m.part_name_activity,
};

/** What a good name of a kind is. */
export const nameHint = (kind: Kind): string => nameHints[kind]();

const descriptionHints: Record<Kind, () => string> = {
	organisation: m.part_description_organisation,
	venue: m.part_description_venue,
	activity: m.part_description_activity,
};

/** What a good description of a kind tells. */
export const descriptionHint = (kind: Kind): string => descriptionHints[kind]();
