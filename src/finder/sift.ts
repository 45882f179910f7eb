import { words32 } from './growing.ts';

/** Room for a bit for each document, all of them noughts between two uses. */
const scratch = words32();

/**
 * Marks, by place, the documents that have no bit in `words` with the bit `mark` of `failed`. Filter by filter, each in a loop as
 * plain as can be: no branch that depends on a document.
 */
export function siftByBits(docs: Uint32Array, words: Uint32Array, failed: Uint16Array, mark: number): void {
	const shift = Math.log2(mark);
	for (let place = 0; place < docs.length; place++) {
		const doc = docs[place]!;
		// Beyond its end there is no bit.
		const bit = (words[doc >>> 5]! >>> doc) & 1;
		failed[place]! |= (bit ^ 1) << shift;
	}
}

/** The same of documents that are not in a list; both in the order of their numbers. */
export function siftByList(docs: Uint32Array, list: Uint32Array, failed: Uint16Array, mark: number): void {
	const words = marked(list, lastOf(docs, list));
	siftByBits(docs, words, failed, mark);
	unmark(list);
}

/** From this many times as long on, the longer of two lists is leapt through. */
const MUCH_LONGER = 30;

/**
 * The places in `docs` of what is in `list` too, written into `places`; how many. Both in the order of their numbers. Where the
 * one is much longer the shorter is gone through, and the other leapt through in doubling steps.
 */
export function placesInBoth(docs: Uint32Array, list: Uint32Array, places: Uint32Array): number {
	if (docs.length > list.length * MUCH_LONGER) return placesOfEach(docs, list, places);
	if (list.length > docs.length * MUCH_LONGER) return placesOfThoseIn(docs, list, places);
	const words = marked(list, lastOf(docs, list));
	let found = 0;
	for (let place = 0; place < docs.length; place++) {
		const doc = docs[place]!;
		// Written over again until it is one that is in both.
		places[found] = place;
		found += (words[doc >>> 5]! >>> doc) & 1;
	}
	unmark(list);
	return found;
}

/** So many documents are put in order quicker than their bits are gone through. */
const HANDFUL = 64;

/** Different documents in the order of their numbers. */
export function inOrder(docs: Uint32Array): Uint32Array {
	if (docs.length < HANDFUL) return docs.sort();
	const last = docs.reduce((most, doc) => Math.max(most, doc), 0);
	const words = marked(docs, last);
	let at = 0;
	for (let word = 0; word < words.length; word++) {
		for (let bits = words[word]!; bits !== 0; bits &= bits - 1) docs[at++] = word * 32 + 31 - Math.clz32(bits & -bits);
		words[word] = 0;
	}
	return docs;
}

const lastOf = (docs: Uint32Array, list: Uint32Array) => Math.max(docs.at(-1) ?? 0, list.at(-1) ?? 0);

/** A bit for each document of a list, with room for all up to `last`; to be unmarked again. */
function marked(list: Uint32Array, last: number): Uint32Array {
	const words = scratch.room((last >>> 5) + 1);
	for (let at = 0; at < list.length; at++) words[list[at]! >>> 5]! |= 1 << list[at]!;
	return words;
}

function unmark(list: Uint32Array): void {
	const words = scratch.data;
	for (let at = 0; at < list.length; at++) words[list[at]! >>> 5] = 0;
}

function placesOfEach(docs: Uint32Array, list: Uint32Array, places: Uint32Array): number {
	let found = 0;
	for (let at = 0, from = 0; at < list.length && from < docs.length; at++) {
		from = leap(docs, from, list[at]!);
		if (docs[from] === list[at]) places[found++] = from;
	}
	return found;
}

function placesOfThoseIn(docs: Uint32Array, list: Uint32Array, places: Uint32Array): number {
	let found = 0;
	for (let place = 0, from = 0; place < docs.length && from < list.length; place++) {
		from = leap(list, from, docs[place]!);
		if (list[from] === docs[place]) places[found++] = place;
	}
	return found;
}

/** The first place from `from` on that holds at least a number; the length when none does. */
function leap(list: Uint32Array, from: number, least: number): number {
	let step = 1;
	while (from + step < list.length && list[from + step]! < least) step *= 2;
	let low = from + (step >> 1);
	let high = Math.min(list.length, from + step);
	if (list[low]! >= least) return low;
	while (low + 1 < high) {
		const middle = (low + high) >> 1;
		if (list[middle]! < least) low = middle;
		else high = middle;
	}
	return high;
}
