import type { IndexRow } from '../../../src/domain/face.ts';
import { withParents } from '../../../src/domain/theme.ts';
import { type Concept, type TermSet, termLanguages, termsOf } from '../../../src/finder/terms.ts';
import type { ControlField } from '../fts5.ts';
import type { Doc } from './peer.ts';

/** The fields that every peer has of an entry, and what they weigh. */
export const docFields: readonly ControlField[] = Object.entries({
	name: 10,
	number: 10,
	others: 4,
	places: 3,
	description: 1,
}).map(([name, weight]) => ({ name, weight }));

/** An entry as a peer is given it. */
export function docOf(row: IndexRow): Doc {
	const { id, kind, position, name, organisationNumber, otherNames, places, descriptions } = row;
	return {
		id,
		kind,
		position: position && {
			lon: position.lon,
			lat: position.lat,
			approximate: ['locality', 'municipality'].includes(position.precision),
		},
		texts: [name, organisationNumber ?? '', otherNames.join(' '), places.join(' '), descriptions.join(' ')],
	};
}

/** The words of some codes in every language: what the finder looks up, the others have written into each row. */
export function wordsFor(set: TermSet, codes: readonly string[]): string {
	return codes
		.flatMap((code) => termLanguages.flatMap((language) => termsOf({ set, code } as Concept, language)))
		.join(' ');
}

/** What an entry is about, in words. */
export function subjectWords({ themes, audiences, languages, venueKind, equipment }: IndexRow): string {
	return [
		wordsFor('themes', [...new Set(themes.flatMap(withParents))]),
		wordsFor('audiences', audiences),
		wordsFor(
			'languages',
			languages.filter((language) => language !== 'sv'),
		),
		wordsFor('venueKinds', venueKind ? [venueKind] : []),
		wordsFor('equipment', equipment),
	].join(' ');
}
