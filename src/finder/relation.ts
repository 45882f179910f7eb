/** How well a word of the index answers a word of the query: 1 is the word itself, 0 nothing. */
export type Relation = number;

/** Relation of an indexed word to a query word, by word, stem, beginning and compound. All folded. */
export function relationOf(asked: string, askedStem: string, word: string, stem: string): Relation {
	if (word === asked) return 1;
	if (stem === askedStem) return 0.95;
	if (asked.length >= 2 && word.startsWith(asked)) return asked.length >= 3 ? 0.7 : 0.4;
	if (askedStem.length >= 4 && stem.endsWith(askedStem)) return 0.6;
	if (askedStem.length >= 5 && word.includes(askedStem)) return 0.45;
	// "fotbollsklubb" asked, "fotboll" written: only long words, and nearly whole
	if (stem.length >= 6 && askedStem.startsWith(stem) && stem.length / askedStem.length > 0.6) return 0.35;
	return 0;
}

/**
 * What a folded word is about when it ends in a word for a group: "schackklubb" → "schack", "handbollslag" → "handboll";
 * null when it does not.
 */
export function topicOf(word: string): string | null {
	const found = /^(.{3,}?)s?(?:klubb|forening|sallskap|grupp|lag|traff|cirkel)(?:en|et|ar|er|arna)?$/.exec(word);
	return found ? found[1]! : null;
}

/** The letters of a folded word as 32 bits; others than a-z share the last six. */
export function lettersOf(word: string): number {
	let bits = 0;
	for (let i = 0; i < word.length; i++) {
		const letter = word.charCodeAt(i) - 97;
		bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + ((letter & 0xffff) % 6));
	}
	return bits;
}

/** How many bits are set. */
function bitCount(bits: number): number {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
	return count;
}

/**
 * Which of some words a misspelt one is one edit away from (two from eight letters), with their relation. `letters` holds
 * `lettersOf` each word. Short words have none.
 */
export function typosOf(
	asked: string,
	words: readonly string[],
	letters: Int32Array,
): { number: number; relation: Relation }[] {
	const most = asked.length >= 8 ? 2 : asked.length >= 4 ? 1 : 0;
	if (most === 0 || asked.length > 40 || /^\d+$/.test(asked)) return [];
	const own = lettersOf(asked);
	const found: { number: number; relation: Relation }[] = [];
	for (let number = 0; number < words.length; number++) {
		// One edit changes at most one letter into another: two bits.
		if (bitCount(letters[number]! ^ own) > 2 * most) continue;
		const word = words[number]!;
		if (Math.abs(word.length - asked.length) > most) continue;
		const edits = distance(asked, word, most);
		if (edits <= most) found.push({ number, relation: edits === 1 ? 0.5 : 0.3 });
	}
	return found;
}

/** Optimal string alignment distance (Damerau 1964, adjacent swaps count one), given up above `most`. */
export function distance(a: string, b: string, most: number): number {
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
			row.push(cost);
			least = Math.min(least, cost);
		}
		if (least > most) return most + 1;
		before = last;
		last = row;
	}
	return last[b.length]!;
}
