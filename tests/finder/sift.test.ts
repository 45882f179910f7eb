import { expect, test } from 'vitest';
import { chance } from '../../db/demo/chance.ts';
import { placesInBoth, siftByBits, siftByList } from '../../src/finder/sift.ts';

const mine = chance(11);

/** So many different numbers below a limit, ascending. */
function some(count: number, limit: number): Uint32Array {
	const numbers = new Set<number>();
	while (numbers.size < count) numbers.add(mine.whole(0, limit - 1));
	return Uint32Array.from(numbers).sort();
}

/** As long as each other, and each much longer than the other; among many documents and few. */
const sizes = [0, 1, 2, 7, 60, 500].flatMap((one) => [0, 1, 2, 7, 60, 500].map((other) => [one, other] as const));
const cases = sizes.flatMap(([one, other]) =>
	[600, 40_000].map((limit) => ({ docs: some(one, limit), list: some(other, limit) })),
);

test('what two lists share is found by either way, and no place besides', () => {
	for (const { docs, list } of cases) {
		const wanted = new Set(list);
		const places = new Uint32Array(docs.length);
		const found = places.subarray(0, placesInBoth(docs, list, places));
		expect([...found].map((place) => docs[place])).toEqual([...docs].filter((doc) => wanted.has(doc)));
	}
});

test('what a filter keeps out is marked, beside what others have marked', () => {
	for (const { docs, list } of cases) {
		const wanted = new Set(list);
		const failed = new Uint16Array(docs.length).map((_, place) => place % 2);
		siftByList(docs, list, failed, 4);
		expect([...failed]).toEqual([...docs].map((doc, place) => (place % 2) + (wanted.has(doc) ? 0 : 4)));
		// Shorter than the documents reach: what has no bit does not pass.
		const words = new Uint32Array(10);
		for (const doc of list) if (doc < 320) words[doc >>> 5]! |= 1 << (doc & 31);
		failed.fill(0);
		siftByBits(docs, words, failed, 4096);
		expect([...failed]).toEqual([...docs].map((doc) => (wanted.has(doc) && doc < 320 ? 0 : 4096)));
	}
});
