import { type Facets, facetNames } from '../domain/search.ts';

/** Counts as JSON. The finder keeps those that many ask for, and gives the same ones again. */
const texts = new WeakMap<object, string>();

/** All counts of an answer as JSON; those that were written before are not written again. */
export function facetsText(facets: Facets): string {
	return `{${facetNames.map((name) => `"${name}":${textOf(facets[name])}`).join(',')}}`;
}

function textOf(counts: Record<string, number>): string {
	// What may still change has no text for good, and is another for each who asks.
	if (!Object.isFrozen(counts)) return JSON.stringify(counts);
	const known = texts.get(counts);
	if (known !== undefined) return known;
	const text = JSON.stringify(counts);
	texts.set(counts, text);
	return text;
}
