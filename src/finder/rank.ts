import type { Query } from '../domain/query.ts';
import type { Columns } from './columns.ts';
import type { Docs } from './docs.ts';
import { sameUnmarked, sortKey } from './fold.ts';
import { doubles, floats } from './growing.ts';
import type { Moment } from './moment.ts';
import { LONGEST, order } from './names.ts';
import { leastKm, mostChord, type Nearness } from './nearness.ts';
import { Top } from './top.ts';

/** A name that is just what was asked for stands first, near a place among what is not much nearer. */
const NAMED = 1000;
const NAMED_NEAR = 4;
/** A name with all words of a query gives so much for each. */
const IN_NAME = 9;

/** What has no place weighs as if it were so many kilometres away. */
const NOWHERE = 150;
/** Half as much at so many kilometres. */
const HALF = 15;
/** What weighs less than this part of the last among the first is not one of them, however it is rounded. */
const SURELY = 1 - 1e-12;
/** Room that every question uses again. */
const weightRoom = doubles();
const keyRoom = doubles();
const scoreRoom = floats();
/** Pages longer than this are cut from a whole sort. */
const FEW = 200;

/** What is put in order: documents, and where each stands among those that have the words, if there are words. */
export interface Ranked {
	docs: Docs;
	having: Docs | null;
	/** Null where it is all of them. */
	places: Uint32Array | null;
}

interface Parts {
	columns: Columns;
	moment: Moment;
	near: Nearness | null;
}

type Order = (a: number, b: number) => number;

/**
 * The documents of a query by place, and their order. Good until the next question. Of most only so much is looked at as shows
 * that they are not among the first.
 */
export class Ranking {
	readonly docs: Uint32Array;
	readonly #docs: Docs;
	readonly #parts: Parts;
	readonly #query: Query;
	/** What each weighs before its distance is heeded. */
	readonly #weights: Float64Array;
	/** What orders them first, the least first; null by name alone. */
	readonly #key: ((place: number) => number) | null;
	readonly #tie: Order;
	readonly #nextOf: (doc: number) => number;

	constructor(parts: Parts, ranked: Ranked, query: Query) {
		this.#parts = parts;
		this.#query = query;
		this.#docs = ranked.docs;
		this.docs = ranked.docs.list;
		this.#weights = weightsOf(parts, ranked, query);
		this.#nextOf = parts.moment.nextOf(query);
		const byName: Order = (a, b) => this.#byName(a, b);
		const byScore: Order = (a, b) => order(this.#score(b), this.#score(a)) || this.#byName(a, b);
		// What is just as far away weighs as much less for it.
		const byWeight: Order = (a, b) => order(this.#weights[b]!, this.#weights[a]!) || this.#byName(a, b);
		const { sort } = query;
		this.#tie = sort === 'relevance' || this.#isByName() ? byName : sort === 'distance' ? byWeight : byScore;
		this.#key = this.#isByName()
			? null
			: sort === 'relevance'
				? (place) => -this.#score(place)
				: sort === 'distance'
					? (place) => this.kmTo(place)
					: (place) => this.nextOf(place);
	}

	/** Kilometres; infinite without a position, or when nothing is near. */
	kmTo(place: number): number {
		return this.#parts.near?.kmTo(this.docs[place]!) ?? Infinity;
	}

	/** The next start that fits, unix seconds; infinite without one. */
	nextOf(place: number): number {
		return this.#nextOf(this.docs[place]!);
	}

	/** Negative when the document at the first place stands before that at the second. */
	compare(a: number, b: number): number {
		return (this.#key && order(this.#key(a), this.#key(b))) || this.#tie(a, b);
	}

	/** The first `count` places in order, of those behind the place `after` if one is given. */
	first(count: number, after: number | null): readonly number[] {
		if (count > FEW || after !== null || !this.#key) return this.#sorted(count, after);
		const top = new Top(count, this.#tie);
		const { sort } = this.#query;
		if (sort === 'relevance' && this.#parts.near) this.#bestNear(top);
		else if (sort === 'relevance') this.#best(top);
		else if (sort === 'distance') this.#nearest(top);
		else this.#soonest(top);
		return top.places;
	}

	/** `first`, where each has to be looked at: what orders them is reckoned once. */
	#sorted(count: number, after: number | null): readonly number[] {
		const { length } = this.docs;
		const key = this.#key;
		const keys = key && keyRoom.room(length);
		if (keys) for (let place = 0; place < length; place++) keys[place] = key(place);
		const compare: Order = (a, b) => (keys && order(keys[a]!, keys[b]!)) || this.#tie(a, b);
		const behind = (place: number) => after === null || compare(after, place) < 0;
		if (count > FEW)
			return Array.from({ length }, (_, place) => place)
				.filter(behind)
				.sort(compare)
				.slice(0, count);
		const top = new Top(count, this.#tie);
		for (let place = 0; place < length; place++) if (behind(place)) top.offer(place, keys ? keys[place]! : 0);
		return top.places;
	}

	#best(top: Top): void {
		const weights = this.#weights;
		let least = -Infinity;
		for (let place = 0; place < weights.length; place++) {
			if (weights[place]! < least) continue;
			top.offer(place, -weights[place]!);
			least = -top.last;
		}
	}

	#soonest(top: Top): void {
		const nextOf = this.#nextOf;
		const { docs } = this;
		for (let place = 0; place < docs.length; place++) top.offer(place, nextOf(docs[place]!));
	}

	/** Most weigh too little, or are too far away by the roughest measure. */
	#bestNear(top: Top): void {
		const weights = this.#weights;
		const chords = this.#parts.near!.chordsTo(this.#docs);
		const heaviest = most(weights);
		let least = -Infinity;
		let far = Infinity;
		for (let place = 0; place < weights.length; place++) {
			// Most lie where not even the heaviest would be among the first. Without a position it is not a number.
			if (chords[place]! > far) continue;
			const weight = weights[place]!;
			if (weight < least) continue;
			if (weight * HALF < least * (HALF + Math.min(leastKm(chords[place]!), NOWHERE))) continue;
			top.offer(place, -this.#score(place));
			least = -top.last * SURELY;
			const reach = (heaviest * HALF) / least - HALF;
			far = least > 0 && reach < NOWHERE ? mostChord(reach) : Infinity;
		}
	}

	#nearest(top: Top): void {
		const chords = this.#parts.near!.chordsTo(this.#docs);
		for (let place = 0; place < chords.length; place++)
			// Without a position it is not a number.
			if (!(leastKm(chords[place]!) > top.last)) top.offer(place, this.kmTo(place));
	}

	#score(place: number): number {
		const weight = this.#weights[place]!;
		return this.#parts.near ? weight / (1 + Math.min(this.kmTo(place), NOWHERE) / HALF) : weight;
	}

	#byName(a: number, b: number): number {
		const { names, id } = this.#parts.columns;
		const [one, other] = [this.docs[a]!, this.docs[b]!];
		return names.compare(one, other) || id.data[one]! - id.data[other]!;
	}

	#isByName(): boolean {
		const { sort, near } = this.#query;
		return sort === 'name' || (sort === 'distance' && !near);
	}
}

/** The greatest of some numbers. */
function most(numbers: Float64Array): number {
	let greatest = -Infinity;
	for (let at = 0; at < numbers.length; at++) if (numbers[at]! > greatest) greatest = numbers[at]!;
	return greatest;
}

/** What the documents of a query weigh before their distance is heeded, by place. */
function weightsOf({ columns, moment }: Parts, { docs, having, places }: Ranked, query: Query): Float64Array {
	const quality = moment.quality.data;
	const { list } = docs;
	if (!having) {
		const weights = weightRoom.room(list.length);
		for (let place = 0; place < list.length; place++) weights[place] = quality[list[place]!]!;
		return weights;
	}
	const named = query.near ? NAMED_NEAR : NAMED;
	const scores = having.scores!;
	// Kept of all that have the words, since others ask for the same words elsewhere; a few of them are weighed by themselves.
	if (!places)
		return having.made(`weights ${named}`, moment.minute, () => {
			const weights = new Float64Array(scores.length);
			for (let place = 0; place < weights.length; place++) weights[place] = quality[list[place]!]! * scores[place]!;
			return raised({ columns, list, scores }, query.q, { named, weights });
		});
	const some = scoreRoom.room(places.length);
	const weights = weightRoom.room(places.length);
	for (let place = 0; place < places.length; place++) {
		some[place] = scores[places[place]!]!;
		weights[place] = quality[list[place]!]! * some[place]!;
	}
	return raised({ columns, list, scores: some }, query.q, { named, weights });
}

/** Raises those whose name is the query, whole: only what has the words in its name is compared letter by letter. */
function raised(
	{ columns, list, scores }: { columns: Columns; list: Uint32Array; scores: Float32Array },
	q: string,
	{ named, weights }: { named: number; weights: Float64Array },
): Float64Array {
	const key = sortKey(q);
	const length = Math.min(key.length, LONGEST);
	const lengths = columns.names.lengths.data;
	for (let place = 0; place < list.length; place++) {
		if (scores[place]! < IN_NAME || lengths[list[place]!] !== length) continue;
		const name = columns.names.of(list[place]!);
		if (!sameUnmarked(name, key)) continue;
		// Spelled just so comes before what is typed without å, ä and ö.
		weights[place]! *= name === key ? named : named * 0.9;
	}
	return weights;
}
