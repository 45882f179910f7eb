import { LIKELY, type Likeable, type Likeness, likenessOf, type Prepared, prepare } from './likeness.ts';
import { forms } from './words.ts';

/** Two entries that may be one. `one` has the lower id. */
export interface LikelyPair extends Likeness {
	one: number;
	other: number;
}

/** A standing entry, to be held beside others. */
export type Known = Likeable & { id: number };

/** What many share tells nobody apart: such a key is left out, or every association of a town would be held beside every other. */
const MOST_SHARING = 40;

/**
 * What two entries must have one of in common to be held beside each other: a telling word, how the name begins, all words in
 * order of letters, the number, a page, an address, a telephone.
 */
export function keysOf({ names, entry, page, phone, email }: Prepared): string[] {
	const keys = names.flatMap(({ words, letters }) => [
		...words.filter((word) => word.length > 3 && !forms.has(word)).map((word) => `w:${word}`),
		`b:${letters.slice(0, 6)}`,
		`s:${[...words]
			.filter((word) => !forms.has(word))
			.sort()
			.join('')}`,
	]);
	const facts = { n: entry.organisationNumber, h: page, t: phone, e: email };
	for (const [sort, value] of Object.entries(facts)) if (value) keys.push(`${sort}:${value}`);
	return [...new Set(keys)].map((key) => `${entry.kind}:${key}`);
}

/** The pairs of these entries that are likely one, the likeliest first. Compares those alone that share a key. */
export function likelyPairs(entries: readonly Known[], least = LIKELY): LikelyPair[] {
	const ready = entries.map((entry) => ({ id: entry.id, prepared: prepare(entry) }));
	const shared = new Map<string, number[]>();
	for (const [place, { prepared }] of ready.entries())
		for (const key of keysOf(prepared)) {
			const there = shared.get(key);
			if (there) there.push(place);
			else shared.set(key, [place]);
		}
	const seen = new Set<number>();
	const found: LikelyPair[] = [];
	for (const places of shared.values()) {
		if (places.length > MOST_SHARING) continue;
		for (const [at, i] of places.entries())
			for (const j of places.slice(at + 1)) {
				const pair = i * ready.length + j;
				if (seen.has(pair)) continue;
				seen.add(pair);
				const likeness = likenessOf(ready[i]!.prepared, ready[j]!.prepared);
				if (!likeness || likeness.score < least) continue;
				const [one, other] = [ready[i]!.id, ready[j]!.id].sort((a, b) => a - b) as [number, number];
				found.push({ one, other, ...likeness });
			}
	}
	return found.sort((a, b) => b.score - a.score || a.one - b.one || a.other - b.other);
}
