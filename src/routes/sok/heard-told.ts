import type { Heard } from '#domain/search.ts';
import type { Audience, Equipment, Kind, Language, VenueKind } from '#domain/taxonomies.ts';
import type { Theme } from '#domain/theme.ts';
import { eitherOf, lowerFirst } from '#text/format.ts';
import { m } from '#text/generated/messages.js';
import { audienceLabel, equipmentLabel, kindLabel, languageLabel, themeLabel, venueKindLabel } from '#text/labels.ts';

const labels: Record<Heard['as'][number]['in'], (text: string) => string> = {
	word: (text) => text,
	place: (text) => text,
	theme: (code) => lowerFirst(themeLabel(code as Theme)),
	audience: (code) => lowerFirst(audienceLabel(code as Audience)),
	language: (code) => languageLabel(code as Language),
	venueKind: (code) => lowerFirst(venueKindLabel(code as VenueKind)),
	equipment: (code) => lowerFirst(equipmentLabel(code as Equipment)),
	kind: (code) => lowerFirst(kindLabel(code as Kind)),
};

/** Stands where the words will: nobody types it. */
const HERE = '\u0000';

/** What foreign words were read as, said in the reader's language: the words themselves apart, since they can run the other way. */
export function heardTold(heard: readonly Heard[]): { words: string; before: string; after: string }[] {
	return heard.map(({ words, as }) => {
		const what = eitherOf([...new Set(as.map((one) => labels[one.in](one.text)))]);
		const [before = '', after = ''] = m.search_heard({ words: HERE, what }).split(HERE);
		return { words, before, after };
	});
}
