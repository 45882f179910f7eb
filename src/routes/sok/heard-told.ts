import type { Heard } from '#domain/search.ts';
import type { Audience, Equipment, Kind, Language, VenueKind } from '#domain/taxonomies.ts';
import type { Theme } from '#domain/theme.ts';
import { eitherOf, listed, lowerFirst } from '#text/format.ts';
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

/** Around the number of some words, where they will stand: nobody types it. */
const MARK = '\u0000';

/**
 * What foreign words were read as, as a sentence in the reader's language, cut where the words stand: every second piece is theirs,
 * since they can run the other way. Empty when there is nothing to tell.
 */
export function heardTold(heard: readonly Heard[]): string[] {
	if (heard.length === 0) return [];
	const each = heard.map(({ as }, at) => {
		const what = eitherOf([...new Set(as.map((one) => labels[one.in](one.text)))]);
		return m.search_heard_as({ words: `${MARK}${at}${MARK}`, what });
	});
	return m
		.search_heard({ what: listed(each) })
		.split(MARK)
		.map((piece, place) => (place % 2 ? heard[Number(piece)]!.words : piece));
}
