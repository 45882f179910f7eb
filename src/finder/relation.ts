import { rootsOf, stemOf } from './stems.ts';

/** How well a word of the index answers a word of the query: 1 is the word itself, 0 nothing. */
export type Relation = number;

/**
 * Relation of an indexed word to a query word: the word, another form of it or another word for it, its beginning, or a part
 * of a compound. All folded.
 */
export function relationOf(asked: string, askedStem: string, word: string, stem: string): Relation {
	if (word === asked) return 1;
	const best = stem === askedStem ? 0.95 : partly(asked, askedStem, word, stem);
	return best > 0 && anotherThing.get(askedStem)?.test(word) ? 0 : best;
}

/** By its beginning or as a part of a compound. */
function partly(asked: string, askedStem: string, word: string, stem: string): Relation {
	let best = 0;
	if (asked.length >= 2 && word.startsWith(asked)) best = asked.length >= 3 ? 0.7 : 0.4;
	const roots = partsAsked(asked);
	for (const root of roots) {
		const at = word.indexOf(root);
		if (at >= 0) best = Math.max(best, partOf(word, root, at, asked));
	}
	// "fotbollsklubb" asked, "fotboll" written: only long words, and nearly whole
	const own = roots[0] ?? askedStem;
	if (best === 0 && stem.length >= 6 && own.startsWith(stem) && stem.length / own.length > 0.6) best = 0.35;
	return best;
}

/** Endings that leave a word what it is. A genitive is not among them: many villages end as a word does. */
const ENDING = /^(?:a|an|ar|are|arna|e|en|er|erna|et|n|na|ning|ing|or|orna)$/;

/** How much a compound is about a root that it holds. */
function partOf(word: string, root: string, at: number, asked: string): Relation {
	if (at === 0) return isGroupFor(word, asked) ? 0.85 : root.length >= 5 ? 0.6 : 0;
	const rest = word.slice(at + root.length);
	// The first part of a compound has three letters or more ("is" aside): "orkst" is no part of "bjorkstig".
	if (at < 3 && rest !== '') return 0;
	if (rest === '' ? root === asked || !/[aeo]$/.test(asked) : ENDING.test(rest)) return 0.6;
	return root.length >= 5 ? 0.45 : 0;
}

/** "tennisklubb" is about tennis as much as its own word is. */
function isGroupFor(word: string, asked: string): boolean {
	const topic = topicOf(word);
	return topic !== null && stemOf(topic) === stemOf(asked);
}

/** The roots of the word asked last: a query asks one word of the whole index at a time. */
let last: { asked: string; roots: string[] } = { asked: '', roots: [] };
function partsAsked(asked: string): string[] {
	if (last.asked !== asked) last = { asked, roots: rootsOf(asked) };
	return last.roots;
}

/** Words that hold a word and are about something else, by its stem. */
const anotherThing = new Map(
	Object.entries({
		tennis: /bordtennis/,
		golf: /(?:disc|mini|ban|frisbee)golf/,
		cykl: /motorcy/,
		bandy: /innebandy/,
		hockey: /(?:land|inline|bords)hockey/,
		skid: /vattenskid/,
		konst: /konst(?:ak|sim|gjord)/,
		lokal: /^lokal(?:a|t|forening|avdelning|grupp|krets|radio|tidning|histor|trafik)/,
		kor: /^kor(?:s(?!ang)|p|kort)/,
		odl: /biodl/,
		hund: /^hundra(?!st)/,
		senior: /foraldr|^alde?r(?:ar|arna|n)?$/,
		brott: /brotts/,
		dans: /^dansk/,
		lop: /kapplop/,
		segl: /segelfly/,
		spel: /spelm/,
		ensam: /gemensam/,
	}),
);

/** Words for those who do something together, at the end of a compound. */
const GROUP =
	/^(.{3,}?)s?(?:klubb|forening|sallskap|grupp|lag|traff|cirkel|spelare|skadning|skadare|skola|traning|turnering|vanner|lektion|kurs|(?<=.{4})(?:pass|kvall)|(?<=.{4})kar)(?:en|et|ar|er|n|na|arna)?$/;
/** Not about what they begin with: a "lokalforening" is a local one, a "forskola" no school for anything. */
const NO_TOPIC = /^(?:lokal|kon|dis|for|hog|fri|grund|folkhog|sommar|vux|gymnasie)$/;

/**
 * What a folded word is about when it ends in a word for a group or for what it does: "schackklubb" and "schackspelare" →
 * "schack", "handbollslag" → "handboll"; null when it does not.
 */
export function topicOf(word: string): string | null {
	const topic = GROUP.exec(word)?.[1];
	return topic && !NO_TOPIC.test(topic) ? topic : null;
}

/** Whether a folded word is one for a group or for what it does: "klubb", "spelare". */
export const isGroupWord = (word: string): boolean => GROUP.test(`aaa${word}`);

/** The letters of a folded word as 32 bits; others than a-z share the last six. */
export function lettersOf(word: string): number {
	let bits = 0;
	for (let i = 0; i < word.length; i++) {
		const letter = word.charCodeAt(i) - 97;
		bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + ((letter & 0xffff) % 6));
	}
	return bits;
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
