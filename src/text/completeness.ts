import type { Telling } from '#domain/completeness.ts';
import type { Kind } from '#domain/taxonomies.ts';
import { m } from './generated/messages.js';

const words: Record<Telling, (kind: Kind) => string> = {
	description: () => m.tell_description(),
	contact: () => m.tell_contact(),
	themes: () => m.tell_themes(),
	audiences: () => m.tell_audiences(),
	languages: () => m.tell_languages(),
	place: () => m.tell_place(),
	exact: (kind) => (kind === 'venue' ? m.tell_exact_venue() : m.tell_exact()),
	price: () => m.tell_price(),
	access: () => m.tell_access(),
	hours: () => m.tell_hours(),
	equipment: () => m.tell_equipment(),
	times: () => m.tell_times(),
};

/** What would help readers, and how: "Skriv några ord om vad ni gör: …". */
export const tellingLabel = (telling: Telling, kind: Kind): string => words[telling](kind);
