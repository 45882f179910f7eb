/** Marked by more than one filter. */
export const TWICE = 255;

/**
 * Marks the documents that have no bit in `words`: by place, with `mark` what failed nothing before, with `TWICE` what did. Filter
 * by filter, each in a loop as plain as can be.
 */
export function siftByBits(docs: Uint32Array, words: Uint32Array, failed: Uint8Array, mark: number): void {
	const known = words.length;
	for (let place = 0; place < docs.length; place++) {
		const doc = docs[place]!;
		const word = doc >>> 5;
		if (word < known && (words[word]! >>> doc) & 1) continue;
		failed[place] = failed[place] === 0 ? mark : TWICE;
	}
}

/** The same of documents that are not in a list; both in the order of their numbers. */
export function siftByList(docs: Uint32Array, list: Uint32Array, failed: Uint8Array, mark: number): void {
	let at = 0;
	for (let place = 0; place < docs.length; place++) {
		const doc = docs[place]!;
		while (at < list.length && list[at]! < doc) at++;
		if (at < list.length && list[at] === doc) continue;
		failed[place] = failed[place] === 0 ? mark : TWICE;
	}
}

/** From this many times as long on, the longer of two lists is leapt through. */
const MUCH_LONGER = 12;

/**
 * The places in `docs` of what is in `list` too, written into `places`; how many. Both in the order of their numbers. The shorter
 * one is gone through, the other leapt through in doubling steps where it is much longer.
 */
export function placesInBoth(docs: Uint32Array, list: Uint32Array, places: Uint32Array): number {
	if (docs.length > list.length * MUCH_LONGER) return placesOfEach(docs, list, places);
	if (list.length > docs.length * MUCH_LONGER) return placesOfThoseIn(docs, list, places);
	let found = 0;
	for (let place = 0, at = 0; place < docs.length && at < list.length; ) {
		const [one, other] = [docs[place]!, list[at]!];
		if (one === other) places[found++] = place;
		if (one <= other) place++;
		if (other <= one) at++;
	}
	return found;
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
