/** A piece of a text, and whether it is a word that was searched for. */
interface Part {
	part: string;
	met: boolean;
}

/** A text in pieces, the words that were met by themselves. */
export function markedParts(text: string, words: ReadonlySet<string>): Part[] {
	if (words.size === 0) return [{ part: text, met: false }];
	return text
		.split(/([\p{L}\p{N}\p{M}]+)/u)
		.filter((part) => part !== '')
		.map((part) => ({ part, met: words.has(part) }));
}
