import { TypedFastBitSet as BitSet } from 'typedfastbitset';
import type { IndexRow } from '../domain/face.ts';
import { withParents } from '../domain/theme.ts';
import { slotOf } from './times.ts';

/** The filters whose values are kept as sets of documents. */
export type SetName =
	| 'kind'
	| 'theme'
	| 'municipality'
	| 'audience'
	| 'language'
	| 'free'
	| 'access'
	| 'venueKind'
	| 'equipment';

/** What the index keeps of a document beside its words. */
export interface Doc {
	row: Pick<IndexRow, 'id' | 'kind' | 'name' | 'position' | 'ages' | 'confirmedAt' | 'dormant'>;
	/** How much is told, 0 to 1. */
	completeness: number;
	starts: readonly number[];
	slots: Uint8Array;
}

/** Documents by number, and for each value of each filter the set of those that have it. */
export class Columns {
	readonly docs: (Doc | undefined)[] = [];
	readonly alive = new BitSet();
	readonly byId = new Map<number, number>();
	readonly sets: Record<SetName, Map<string, BitSet>> = {
		kind: new Map(),
		theme: new Map(),
		municipality: new Map(),
		audience: new Map(),
		language: new Map(),
		free: new Map(),
		access: new Map(),
		venueKind: new Map(),
		equipment: new Map(),
	};

	/** Adds a document and gives its number. */
	add(row: IndexRow): number {
		const doc = this.docs.length;
		const { id, kind, name, position, ages, confirmedAt, dormant, starts } = row;
		this.docs.push({
			row: { id, kind, name, position, ages, confirmedAt, dormant },
			completeness: completenessOf(row),
			starts,
			slots: Uint8Array.from(starts, slotOf),
		});
		this.alive.add(doc);
		this.byId.set(id, doc);
		for (const [set, values] of Object.entries(valuesOf(row)) as [SetName, readonly string[]][])
			for (const value of values) this.#setOf(set, value).add(doc);
		return doc;
	}

	/** Takes an entry out. What its number stands for in the sets is hidden by `alive`. */
	remove(id: number): void {
		const doc = this.byId.get(id);
		if (doc === undefined) return;
		this.alive.remove(doc);
		this.docs[doc] = undefined;
		this.byId.delete(id);
	}

	#setOf(name: SetName, value: string): BitSet {
		const known = this.sets[name].get(value);
		if (known) return known;
		const made = new BitSet();
		this.sets[name].set(value, made);
		return made;
	}
}

/** The values an entry has in each filter: a theme counts for its parent, free is only what is known to be. */
export function valuesOf(row: IndexRow): Record<SetName, readonly string[]> {
	return {
		kind: [row.kind],
		theme: [...new Set(row.themes.flatMap(withParents))],
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
