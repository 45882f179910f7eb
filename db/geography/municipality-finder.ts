import { fold, tidy } from './fold.ts';
import type { Municipality } from './types.ts';

/** Words around a name that say only that it is a municipality. */
const WRAPPING = /^(region|kommunen|municipality of|city of)\s+|\s+(kommun|kommunen|stad|municipality|kommuns)$/g;

/** Every spelling of a municipality's name that we answer to, tidied. */
function spellings(m: Municipality): string[] {
	const bare = tidy(m.fullName).replace(WRAPPING, '');
	const names = [m.name, m.nameEn ?? m.name, m.slug, bare].map(tidy);
	return [...names, ...names.map((n) => `${n}s`)];
}

/** Maps each key to what has it, and to nothing when several have it. */
function uniqueIndex<T>(items: T[], keysOf: (item: T) => string[]): Map<string, T | undefined> {
	const index = new Map<string, T | undefined>();
	for (const item of items) {
		for (const key of new Set(keysOf(item))) index.set(key, index.has(key) ? undefined : item);
	}
	return index;
}

/**
 * Makes a finder of municipalities by code or name in many spellings: "1380", "Halmstads kommun", "HALMSTAD",
 * "114" (a code that lost its zero in a spreadsheet), "1380 Halmstad". Gives undefined rather than a guess:
 * for a county, for an unknown name, and for "habo" only the spelling tells Håbo from Habo.
 */
export function createMunicipalityFinder(municipalities: Municipality[]): (text: string) => Municipality | undefined {
	const byCode = new Map(municipalities.map((m) => [m.code, m]));
	const exact = uniqueIndex(municipalities, spellings);
	const folded = uniqueIndex(municipalities, (m) => spellings(m).map(fold));

	return (text) => {
		const clean = tidy(text.replace(/\.0+$/, ''));
		const code = /^(\d{3,4})(?!\d)/.exec(clean)?.[1];
		if (code) return byCode.get(code.padStart(4, '0'));
		const name = clean.replace(WRAPPING, '').trim();
		return exact.get(name) ?? folded.get(fold(name));
	};
}
