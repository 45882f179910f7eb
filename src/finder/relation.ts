import { rootsOf, stemOf } from './fold.ts';

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
		senior: /foraldr/,
		brott: /brotts/,
		dans: /^dansk/,
		lop: /kapplop/,
		segl: /segelfly/,
		spel: /spelm/,
	}),
);

/** Words for those who do something together, at the end of a compound. */
const GROUP =
	/^(.{3,}?)s?(?:klubb|forening|sallskap|grupp|lag|traff|cirkel|spelare|skadning|skadare|skola|traning|turnering|vanner|(?<=.{4})kar)(?:en|et|ar|er|n|na|arna)?$/;
/** Not about what they begin with: a "lokalforening" is a local one, a "forskola" no school for anything. */
const NO_TOPIC = /^(?:lokal|for|hog|fri|grund|folkhog|sommar|vux|gymnasie)$/;

/**
 * What a folded word is about when it ends in a word for a group or for what it does: "schackklubb" and "schackspelare" →
 * "schack", "handbollslag" → "handboll"; null when it does not.
 */
export function topicOf(word: string): string | null {
	const topic = GROUP.exec(word)?.[1];
	return topic && !NO_TOPIC.test(topic) ? topic : null;
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

/** A word of the index, as far as a misspelling needs it. */
interface Candidate {
	word: string;
	stem: string;
	letters: number;
	docs: { readonly length: number };
}

/**
 * The last resort for a word that hardly anything has: what it is a misspelling of, within one edit (two from eight letters),
 * with all that the right word would find; else the parts that it is put together of.
 */
export function typosOf<T extends Candidate>(asked: string, terms: Iterable<T>): { term: T; relation: Relation }[] {
	if (asked.length < 4 || asked.length > 40 || /^\d+$/.test(asked)) return [];
	const all = [...terms];
	const { nearest, edits } = nearestOf(asked, all);
	if (nearest.length === 0) return withParts(asked, all);
	const weight = edits === 1 ? 0.5 : 0.3;
	const meant = nearest.reduce((a, b) => (b.docs.length > a.docs.length ? b : a));
	const found = new Map(nearest.map((term): [T, Relation] => [term, weight]));
	for (const [term, relation] of relatedTo(meant.word, all))
		found.set(term, Math.max(found.get(term) ?? 0, weight * relation));
	return [...found].map(([term, relation]) => ({ term, relation }));
}

/** The terms that are fewest edits away; two are only tried where one finds nothing. */
function nearestOf<T extends Candidate>(asked: string, terms: readonly T[]): { nearest: T[]; edits: number } {
	let edits = asked.length >= 8 ? 2 : 1;
	let nearest: T[] = [];
	const letters = lettersOf(asked);
	for (const term of terms) {
		if (term.word === asked || Math.abs(term.word.length - asked.length) > edits) continue;
		// One edit changes at most one letter into another: two bits.
		if (bitCount(term.letters ^ letters) > 2 * edits) continue;
		const away = distance(asked, term.word, edits);
		if (away > edits) continue;
		if (away < edits) nearest = [];
		edits = away;
		nearest.push(term);
	}
	return { nearest, edits };
}

function* relatedTo<T extends Candidate>(word: string, terms: readonly T[]): Generator<[T, Relation]> {
	const stem = stemOf(word);
	for (const term of terms) {
		const relation = relationOf(word, stem, term.word, term.stem);
		if (relation > 0) yield [term, relation];
	}
}

/** A compound that nobody has written: two words that it is put together of, else the longest it begins and ends with. */
function withParts<T extends Candidate>(asked: string, terms: readonly T[]): { term: T; relation: Relation }[] {
	const known = terms.filter(
		({ word, docs }) => word.length >= 3 && word.length <= asked.length - 3 && docs.length > 2,
	);
	const byLength = (a: T, b: T) => b.word.length - a.word.length;
	const firsts = known.filter(({ word }) => asked.startsWith(word)).sort(byLength);
	const lasts = known.filter(({ word }) => asked.endsWith(word) && !GROUP.test(`aaa${word}`)).sort(byLength);
	const pairs = firsts.flatMap((first) => lasts.map((last) => [first, last] as const));
	const whole = pairs.find(([first, last]) => {
		const between = asked.slice(first.word.length, asked.length - last.word.length);
		return first.word.length + last.word.length <= asked.length && (between === '' || between === 's');
	});
	const parts = whole ?? [...firsts.slice(0, 1), ...lasts.slice(0, 1)].filter(({ word }) => word.length >= 4);
	return parts.flatMap((part) =>
		[...relatedTo(part.word, terms)].map(([term, relation]) => ({ term, relation: 0.35 * relation })),
	);
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
