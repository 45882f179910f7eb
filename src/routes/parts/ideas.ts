/** The first of some lines that is understood, as `said` says it; it gives null for one that is not. None is nothing. */
export function nearest(lines: readonly string[], said: (line: string) => string | null): string[] {
	for (const line of lines) {
		const sentence = said(line);
		if (sentence !== null) return [sentence];
	}
	return [];
}

/** What was written, without words that were not understood. */
export function without(said: string, words: readonly string[]): string {
	let left = said.replace(/[^\S\n]+/g, ' ');
	for (const word of words) left = left.replace(word, ' ');
	return left
		.replace(/\s+(?=[,.;])/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}
