import { TypedFastBitSet as BitSet } from 'typedfastbitset';

/** The documents below `length` that fit. Bits are written straight into words, which a set does not do by itself. */
export function pick(length: number, fits: (doc: number) => boolean): BitSet {
	const words = new Uint32Array(Math.ceil(length / 32));
	for (let doc = 0; doc < length; doc++) if (fits(doc)) words[doc >>> 5]! |= 1 << (doc & 31);
	return BitSet.fromWords(words);
}
