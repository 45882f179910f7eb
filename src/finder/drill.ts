import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { FilterName } from './filters.ts';

/** The documents left by a query, and those that one filter alone keeps out: what the counts of its values are taken from. */
export interface Drilled {
	/** Left when every filter is applied. */
	left: number[];
	/** Would be left too if this filter were set aside; none for one that the query does not have. */
	keptOutBy(name: FilterName): readonly number[];
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
		return own ? without(name).difference(own).array() : [];
	};
	return { left: without(null).array(), keptOutBy };
}

/** Drills through the documents that words have left, in one pass: which filters does each fail? */
export function drillList(docs: ArrayLike<number>, alive: BitSet, sets: ReadonlyMap<FilterName, BitSet>): Drilled {
	const names = [...sets.keys()];
	const filters = [...sets.values()];
	const left: number[] = [];
	const keptOut: number[][] = names.map(() => []);
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
	return { left, keptOutBy: (name) => keptOut[names.indexOf(name)] ?? [] };
}
