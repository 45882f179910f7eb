import type { IndexRow } from '../domain/face.ts';
import { seatSteps } from '../domain/search.ts';
import { withParents } from '../domain/theme.ts';
import { bytes, words16, words32 } from './growing.ts';

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
	'seats',
] as const;
export type SetName = (typeof setNames)[number];
export const isSetName = (name: string): name is SetName => (setNames as readonly string[]).includes(name);

const eachSet = <T>(make: () => T) => Object.fromEntries(setNames.map((name) => [name, make()])) as Record<SetName, T>;

/** Which values each document has in the filters, and how many have each. */
export class Values {
	/** Every value met in any filter: counted by its place in this list. */
	readonly all: { set: SetName; value: string }[] = [];
	/** Where the values of each document begin in `list`; one more than there are documents. */
	readonly starts = words32();
	readonly list = words16();
	/** How many documents that are there have each value, by its place in `all`: as `tally` would count them. */
	#counts = new Uint32Array(1024);
	/** By place in `all`: the place of its filter in `setNames`. */
	readonly #setOfValue = bytes();
	readonly #places = eachSet(() => new Map<string, number>());
	readonly #placesOf = eachSet((): number[] => []);
	readonly #namesOf = eachSet((): string[] => []);

	constructor() {
		this.starts.push(0);
	}

	/** Takes up the values of the next document, and tells each of them. */
	add(row: IndexRow, each: (set: SetName, value: string) => void): void {
		const open = row.audiences.includes('everyone');
		const given = valuesOf(row);
		for (const set of setNames)
			for (const value of new Set(given[set])) {
				const place = this.placeOf(set, value);
				each(set, value);
				// What is for everyone is counted for every audience, once.
				if (open && set === 'audience' && value !== 'everyone') continue;
				this.list.push(place);
				this.#counts[place]!++;
			}
		this.starts.push(this.list.length);
	}

	/** A document is there no longer. */
	drop(doc: number): void {
		const end = this.starts.data[doc + 1]!;
		for (let at = this.starts.data[doc]!; at < end; at++) this.#counts[this.list.data[at]!]!--;
	}

	/** Counts anew, for those that are there. */
	recount(docs: Uint32Array): void {
		this.#counts.set(this.tally(docs));
	}

	/** How many of some documents have each value, by its place in `all`; an audience without those that are for everyone. */
	tally(docs: Uint32Array): Uint32Array {
		const counts = new Uint32Array(this.all.length);
		const starts = this.starts.data;
		const list = this.list.data;
		for (let place = 0; place < docs.length; place++) {
			const doc = docs[place]!;
			const end = starts[doc + 1]!;
			for (let at = starts[doc]!; at < end; at++) counts[list[at]!]!++;
		}
		return counts;
	}

	/** How many of all documents have each value: what `tally` gives for them. */
	tallyAll(): Uint32Array {
		return this.#counts.subarray(0, this.all.length);
	}

	/** The same as `tally` for the values of one filter alone. */
	tallyOf(set: SetName, docs: Uint32Array): Uint32Array {
		const counts = new Uint32Array(this.all.length);
		const wanted = setNames.indexOf(set);
		const [sets, starts, list] = [this.#setOfValue.data, this.starts.data, this.list.data];
		for (let place = 0; place < docs.length; place++) {
			const doc = docs[place]!;
			const end = starts[doc + 1]!;
			for (let at = starts[doc]!; at < end; at++) {
				const value = list[at]!;
				const own = sets[value]!;
				// They stand in the order of their filters.
				if (own > wanted) break;
				if (own === wanted) counts[value]!++;
			}
		}
		return counts;
	}

	/** What values of one filter some documents have, by their places in `all`: those of each from its start to the next one's. */
	of(set: SetName, docs: Uint32Array): { starts: Uint32Array; values: Uint16Array } {
		const own = new Uint32Array(docs.length + 1);
		const values = words16();
		const wanted = setNames.indexOf(set);
		const [sets, starts, list] = [this.#setOfValue.data, this.starts.data, this.list.data];
		for (let place = 0; place < docs.length; place++) {
			const doc = docs[place]!;
			const end = starts[doc + 1]!;
			for (let at = starts[doc]!; at < end && sets[list[at]!]! <= wanted; at++)
				if (sets[list[at]!] === wanted) values.push(list[at]!);
			own[place + 1] = values.length;
		}
		return { starts: own, values: values.added.slice() };
	}

	/** The places in `all` of one filter's. */
	placesOf(set: SetName): readonly number[] {
		return this.#placesOf[set];
	}

	/** The values of one filter, in the same order. */
	namesOf(set: SetName): readonly string[] {
		return this.#namesOf[set];
	}

	/** The place of a value, which is taken up when it is new. */
	placeOf(set: SetName, value: string): number {
		const places = this.#places[set];
		const known = places.get(value);
		if (known !== undefined) return known;
		places.set(value, this.all.length);
		if (this.all.length === this.#counts.length) {
			const larger = new Uint32Array(this.#counts.length * 2);
			larger.set(this.#counts);
			this.#counts = larger;
		}
		this.#placesOf[set].push(this.all.length);
		this.#namesOf[set].push(value);
		this.#setOfValue.push(setNames.indexOf(set));
		return this.all.push({ set, value }) - 1;
	}
}

/** The values an entry has in each filter: a theme counts for its parent, free is only what is known to be. */
function valuesOf(row: IndexRow): Record<SetName, readonly string[]> {
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
		seats: seatSteps.filter((step) => (row.seats ?? 0) >= step).map(String),
	};
}
