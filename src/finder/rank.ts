import type { Query } from '../domain/query.ts';
import type { Columns } from './columns.ts';
import { sameUnmarked, sortKey } from './fold.ts';
import { doubles } from './growing.ts';
import type { Moment } from './moment.ts';
import type { Nearness } from './nearness.ts';

/** The documents of a query by place, with what orders them. Good until the next question. */
export interface Ranking {
	docs: Uint32Array;
	/** Kilometres; infinite without a place. Empty when nothing is near. */
	distances: Float64Array;
	/** The next start that fits, unix seconds; infinite without one. */
	nexts: Float64Array;
	/** Negative when the document at the first place stands before that at the second. */
	compare: (a: number, b: number) => number;
	/** What `compare` looks at first, and whether the greatest of it stands first; null for what is no number. */
	key: { values: Float64Array; falling: boolean } | null;
}

/** A name that is just what was asked for stands first, near a place among what is not much nearer. */
const NAMED = 1000;
const NAMED_NEAR = 4;
/** A name with all words of a query gives so much for each. */
const IN_NAME = 9;

/** What has no place weighs as if it were so many kilometres away. */
const NOWHERE = 150;
/** Room that every question uses again. */
const nextRoom = doubles();
const scoreRoom = doubles();
const distanceRoom = doubles();
/** Pages longer than this are cut from a whole sort. */
const FEW = 200;

/** Weighs the documents of a query. `words` holds each one's score for the words asked, by document; null without words. */
export function rank(
	{ columns, moment, near }: { columns: Columns; moment: Moment; near: Nearness | null },
	docs: Uint32Array,
	words: Float32Array | null,
	query: Query,
): Ranking {
	const nexts = moment.nextOf(docs, query, nextRoom.room(docs.length));
	const scores = scoreRoom.room(docs.length);
	const quality = moment.quality.data;
	for (let place = 0; place < docs.length; place++) {
		const doc = docs[place]!;
		scores[place] = words ? quality[doc]! * words[doc]! : quality[doc]!;
	}
	if (words) raiseNamed({ columns, docs, words, scores }, query);
	const distances = near ? near.distancesOf(docs, distanceRoom.room(docs.length)) : new Float64Array();
	// Half as much at fifteen kilometres; what has no place counts as far away.
	for (let place = 0; place < distances.length; place++)
		scores[place]! /= 1 + Math.min(distances[place]!, NOWHERE) / 15;
	return { docs, distances, nexts, ...orderOf(query, columns, { docs, scores, distances, nexts }) };
}

/** Raises those whose name is the query, whole: only what has the words in its name is compared letter by letter. */
function raiseNamed(
	{ columns, docs, words, scores }: { columns: Columns; docs: Uint32Array; words: Float32Array; scores: Float64Array },
	{ q, near }: Query,
): void {
	const key = sortKey(q);
	const factor = near ? NAMED_NEAR : NAMED;
	for (let place = 0; place < docs.length; place++) {
		const doc = docs[place]!;
		if (words[doc]! < IN_NAME) continue;
		const name = columns.nameKeys[doc]!;
		if (!sameUnmarked(name, key)) continue;
		// Spelled just so comes before what is typed without å, ä and ö.
		scores[place]! *= name === key ? factor : factor * 0.9;
	}
}

const order = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

function orderOf(
	{ sort, near }: Query,
	{ nameKeys, id }: Columns,
	{ docs, scores, distances, nexts }: Omit<Ranking, 'compare' | 'key'> & { scores: Float64Array },
): Pick<Ranking, 'compare' | 'key'> {
	const byName = (a: number, b: number) =>
		order(nameKeys[docs[a]!]!, nameKeys[docs[b]!]!) || id.data[docs[a]!]! - id.data[docs[b]!]!;
	const byScore = (a: number, b: number) => order(scores[b]!, scores[a]!) || byName(a, b);
	const rising = (values: Float64Array) => ({
		compare: (a: number, b: number) => order(values[a]!, values[b]!) || byScore(a, b),
		key: { values, falling: false },
	});
	if (sort === 'distance' && near) return rising(distances);
	if (sort === 'soonest') return rising(nexts);
	if (sort === 'relevance') return { compare: byScore, key: { values: scores, falling: true } };
	return { compare: byName, key: null };
}

/** The first `count` places in order, of those behind the place `after` if one is given. */
export function firstOf({ docs, compare, key }: Ranking, count: number, after: number | null): number[] {
	if (count > FEW) return sortedAfter(docs.length, compare, after).slice(0, count);
	const best: number[] = [];
	const values = key?.values;
	const sign = key?.falling ? -1 : 1;
	/** Of the last that is among the best; most of the others are told by this number alone. */
	let last = Infinity;
	for (let place = 0; place < docs.length; place++) {
		if (values && sign * values[place]! > last) continue;
		if (best.length === count && compare(place, best[count - 1]!) >= 0) continue;
		if (after !== null && compare(after, place) >= 0) continue;
		let at = best.length;
		while (at > 0 && compare(place, best[at - 1]!) < 0) at--;
		best.splice(at, 0, place);
		if (best.length > count) best.pop();
		if (values && best.length === count) last = sign * values[best[count - 1]!]!;
	}
	return best;
}

function sortedAfter(length: number, compare: Ranking['compare'], after: number | null): number[] {
	const places = Array.from({ length }, (_, place) => place);
	return places.filter((place) => after === null || compare(after, place) < 0).sort(compare);
}
