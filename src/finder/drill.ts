import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { FilterName } from './filters.ts';
import { words32 } from './growing.ts';

const NONE = new Uint32Array();

/** Room that every question uses again: lists of half a million numbers are not made anew for each. */
const leftRoom = words32();
const keptOutRooms: ReturnType<typeof words32>[] = [];
const roomOf = (place: number) => {
	keptOutRooms[place] ??= words32();
	return keptOutRooms[place].clear();
};

/**
 * The documents left by a query, and those that one filter alone keeps out: what the counts of its values are taken from.
 * `left` is good until the next question, what `keptOutBy` gives until it is asked again.
 */
export interface Drilled {
	/** Left when every filter is applied. */
	left: Uint32Array;
	/** Would be left too if this filter were set aside; none for one that the query does not have. */
	keptOutBy(name: FilterName): Uint32Array;
}

/** Drills by sets: each filter is set aside in turn. */
export function drillSets(alive: BitSet, sets: ReadonlyMap<FilterName, BitSet>): Drilled {
	const without = (name: FilterName | null): BitSet => {
		const result = alive.clone();
		for (const [other, set] of sets) if (other !== name) result.intersection(set);
		return result;
	};
	const keptOutBy = (name: FilterName) => {
		const own = sets.get(name);
		if (!own) return NONE;
		const others = without(name).difference(own);
		return listed(others, roomOf(0), others.size());
	};
	const left = without(null);
	return { left: listed(left, leftRoom, left.size()), keptOutBy };
}

/** The members of a set in order, bit by bit: several times as quick as by a call for each. */
function listed({ words }: BitSet, room: ReturnType<typeof words32>, size: number): Uint32Array {
	const list = room.room(size);
	let at = 0;
	for (let place = 0; place < words.length; place++)
		for (let left = words[place]!; left !== 0; left &= left - 1)
			list[at++] = place * 32 + 31 - Math.clz32(left & -left);
	return list;
}

/** Drills through the documents that words have left, in one pass: which filters does each fail? */
export function drillList(docs: ArrayLike<number>, alive: BitSet, sets: ReadonlyMap<FilterName, BitSet>): Drilled {
	const names = [...sets.keys()];
	const filters = [...sets.values()];
	const left = leftRoom.clear();
	const keptOut = names.map((_, place) => roomOf(place));
	for (let at = 0; at < docs.length; at++) {
		const doc = docs[at]!;
		if (!alive.has(doc)) continue;
		let failed = -1;
		let fails = 0;
		for (let place = 0; place < filters.length && fails < 2; place++) {
			if (filters[place]!.has(doc)) continue;
			failed = place;
			fails++;
		}
		if (fails === 0) left.push(doc);
		else if (fails === 1) keptOut[failed]!.push(doc);
	}
	return { left: left.added, keptOutBy: (name) => keptOut[names.indexOf(name)]?.added ?? NONE };
}
