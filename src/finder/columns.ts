import { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { IndexRow } from '../domain/face.ts';
import { withParents } from '../domain/theme.ts';
import { sortKey } from './fold.ts';
import { type Times, timesOf } from './times.ts';

/** The filters whose values are kept as sets of documents. */
export const setNames = [
	'kind',
	'theme',
	'municipality',
	'audience',
	'language',
	'free',
	'access',
	'venueKind',
	'equipment',
] as const;
export type SetName = (typeof setNames)[number];

/** What the index keeps of a document beside its words. */
export interface Doc {
	row: Pick<IndexRow, 'id' | 'kind' | 'position' | 'ages' | 'confirmedAt' | 'dormant'>;
	/** By which names are ordered. */
	nameKey: string;
	/** How much is told, 0 to 1. */
	completeness: number;
	times: Times;
	/** Places in `Columns.values` of what it has in all filters. */
	values: Uint16Array;
}

/** Documents by number, and for each value of each filter the set of those that have it. */
export class Columns {
	readonly docs: (Doc | undefined)[] = [];
	readonly alive = new BitSet();
	readonly byId = new Map<number, number>();
	/** Every value met in any filter: counted by its place in this list. */
	readonly values: { set: SetName; value: string }[] = [];
	readonly sets = Object.fromEntries(setNames.map((name) => [name, new Map()])) as Record<SetName, Map<string, BitSet>>;
	readonly #places = new Map<string, number>();

	/** Adds a document and gives its number. */
	add(row: IndexRow): number {
		const number = this.docs.length;
		const { id, kind, position, ages, confirmedAt, dormant } = row;
		const values: number[] = [];
		for (const [set, given] of Object.entries(valuesOf(row)) as [SetName, readonly string[]][])
			for (const value of new Set(given)) {
				values.push(this.#placeOf(set, value));
				this.sets[set].get(value)!.add(number);
			}
		this.docs.push({
			row: { id, kind, position, ages, confirmedAt, dormant },
			nameKey: sortKey(row.name),
			completeness: completenessOf(row),
			times: timesOf(row.starts),
			values: Uint16Array.from(values),
		});
		this.alive.add(number);
		this.byId.set(id, number);
		return number;
	}

	/** Takes an entry out. What its number stands for in the sets is hidden by `alive`. */
	remove(id: number): void {
		const doc = this.byId.get(id);
		if (doc === undefined) return;
		this.alive.remove(doc);
		this.docs[doc] = undefined;
		this.byId.delete(id);
	}

	#placeOf(set: SetName, value: string): number {
		const key = `${set} ${value}`;
		const known = this.#places.get(key);
		if (known !== undefined) return known;
		this.sets[set].set(value, new BitSet());
		this.#places.set(key, this.values.length);
		return this.values.push({ set, value }) - 1;
	}
}

/** The values an entry has in each filter: a theme counts for its parent, free is only what is known to be. */
export function valuesOf(row: IndexRow): Record<SetName, readonly string[]> {
	return {
		kind: [row.kind],
		theme: row.themes.flatMap(withParents),
		municipality: [row.municipality],
		audience: row.audiences,
		language: row.languages,
		free: row.free === true ? ['true'] : [],
		access: row.access,
		venueKind: row.kind === 'venue' && row.venueKind ? [row.venueKind] : [],
		equipment: row.equipment,
	};
}

function completenessOf(row: IndexRow): number {
	const told = [
		row.descriptions.length > 0,
		row.themes.length > 0,
		row.position !== null,
		row.position?.precision === 'exact',
		row.languages.length > 0,
		row.audiences.length > 0,
		row.access.length > 0 || row.kind === 'organisation',
	];
	return told.filter(Boolean).length / told.length;
}
