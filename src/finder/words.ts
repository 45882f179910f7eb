import type { IndexRow } from '../domain/face.ts';
import { withParents } from '../domain/theme.ts';
import themeWords from './theme-words.json' with { type: 'json' };

type Table = Record<string, string>;
const { themes, audiences, venueKinds, equipment, languages } = themeWords as Record<string, Table>;

const join = (table: Table | undefined, codes: readonly string[]) => codes.map((code) => table?.[code] ?? '').join(' ');

/** What an entry is about, in the words that people search with: its codes said in Swedish and English. */
export function subjectWords(row: IndexRow): string {
	return [
		join(themes, [...new Set(row.themes.flatMap(withParents))]),
		join(audiences, row.audiences),
		join(venueKinds, row.venueKind ? [row.venueKind] : []),
		join(equipment, row.kind === 'venue' ? row.equipment : []),
		join(
			languages,
			row.languages.filter((tag) => tag !== 'sv'),
		),
	].join(' ');
}
