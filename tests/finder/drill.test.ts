import { TypedFastBitSet as BitSet } from 'typedfastbitset';
import { expect, test } from 'vitest';
import { chance } from '../../db/demo/chance.ts';
import { Docs } from '../../src/finder/docs.ts';
import { type Drilled, drillAll, drillList, drillStraight } from '../../src/finder/drill.ts';
import type { Filter, FilterName } from '../../src/finder/filters.ts';
import { siftByBits, siftByList } from '../../src/finder/sift.ts';

const LENGTH = 3000;
const names: readonly FilterName[] = ['kind', 'audience', 'time', 'near'];

const mine = chance(12);
/** Some of all documents, a part of them each time. */
function some(): Uint32Array {
	const part = mine.one([1, 0.6, 0.1, 0.01, 0.001]);
	return Uint32Array.from(
		Array.from({ length: LENGTH }, (_, doc) => doc).filter(() => mine.whole(1, 1000) <= part * 1000),
	);
}

/** `one`: whether it is kept one by one. Its bits end where its last document does. */
function filterOf(name: FilterName, list: Uint32Array, one: boolean): Filter {
	const { words } = new BitSet(list);
	return {
		name,
		size: list.length,
		known: one ? list : null,
		list: () => (one ? list : null),
		bits: () => words,
		sift: (docs, failed, mark) =>
			one ? siftByList(docs.list, list, failed, mark) : siftByBits(docs.list, words, failed, mark),
	};
}

/** A tally that tells of each number whether it was counted, and how often. */
const tally = (docs: Uint32Array) => {
	const counts = new Uint32Array(LENGTH);
	for (const doc of docs) counts[doc]!++;
	return counts;
};
const docsOf = (list: Uint32Array, kept = false) =>
	new Docs(
		() => list,
		() => tally(list),
		{ kept },
	);

function expectDrilled(drilled: Drilled, docs: Uint32Array, given: ReadonlyMap<FilterName, Filter>, aside: boolean) {
	const passes = (doc: number, but?: FilterName) =>
		[...given.values()].every(({ name, bits }) => name === but || BitSet.fromWords(bits()).has(doc));
	const left = docs.filter((doc) => passes(doc));
	expect(drilled.left.list).toEqual(left);
	expect(drilled.left.tally).toEqual(tally(left));
	if (drilled.places) expect(Uint32Array.from(drilled.places, (place) => docs[place]!)).toEqual(left);
	if (!aside) return;
	for (const name of given.keys()) {
		const { docs: through, lists, places } = drilled.aside(name);
		const without = docs.filter((doc) => passes(doc, name));
		expect(Uint32Array.from(lists.flatMap((list) => [...list])).sort()).toEqual(without);
		if (places)
			expect(
				Uint32Array.from(
					places.flatMap((list) => [...list]),
					(place) => through.list[place]!,
				).sort(),
			).toEqual(without);
	}
	// What was asked aside before has not changed what is left.
	expect(drilled.left.list).toEqual(left);
}

test('what filters leave of documents, many or few, and what they would without each of them', () => {
	let [many, few] = [0, 0];
	for (let time = 0; time < 200; time++) {
		const list = some();
		const kept = mine.one([true, false]);
		const chosen = names.slice(0, mine.whole(0, names.length));
		const given = new Map(chosen.map((name) => [name, filterOf(name, some(), mine.one([true, false]))]));
		const counting = { tally, length: LENGTH };
		expectDrilled(drillList(docsOf(list, kept), given, counting), list, given, true);
		expectDrilled(drillStraight(docsOf(list, kept), given, counting), list, given, false);
		const alive = new BitSet(list);
		const alone = (filter: Filter) =>
			docsOf(Uint32Array.from(alive.new_intersection(BitSet.fromWords(filter.bits())).array()));
		expectDrilled(drillAll({ all: docsOf(list), alive, tally, alone }, given), list, given, true);
		if (given.size > 1) list.length * 32 > LENGTH ? many++ : few++;
	}
	expect(Math.min(many, few)).toBeGreaterThan(20);
});
