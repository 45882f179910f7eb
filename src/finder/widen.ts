import { everything as blank, type Query } from '../domain/query.ts';
import { type Answer, radii } from '../domain/search.ts';
import { MOST_WORDS as ASKED_WORDS } from './asked.ts';
import { plainOf, spelledWordsOf, stopWords, wordsOf } from './fold.ts';
import { phraseLength } from './narrower.ts';
import type { Reading } from './reading.ts';

/** What widening needs to know of an index. */
export interface Widened {
	count(wider: Query): number;
	/** How words are taken. */
	readings(words: string): readonly Reading[];
}

/** More words than this are not tried: those that tell least are given up. */
const MOST_WORDS = 6;
/** So many filters at most are given up together. */
const MOST_FILTERS = 2;
/** So many questions are asked at most. */
const MOST_COUNTS = 40;

/** What each filter is when it does not narrow, and what it costs whoever asks to give it up: another day is a smaller thing than another place. */
const filters = {
	bbox: [null, 1],
	radius: [null, 1],
	when: [null, 1.2],
	date: [null, 1.2],
	weekday: [[], 1.3],
	part: [[], 1.3],
	free: [false, 1.5],
	seats: [null, 1.6],
	age: [null, 1.6],
	audience: [[], 1.8],
	equipment: [[], 1.8],
	municipality: [[], 2],
	language: [[], 2],
	access: [[], 2.2],
	venueKind: [[], 2.2],
	kind: [[], 2.5],
	theme: [[], 3],
} as const satisfies Partial<{ [K in keyof Query]: readonly [Query[K] | readonly [], number] }>;
type Filter = keyof typeof filters;

/** What a word costs to give up: it is one for what is looked for, it tells of it, or it stands in some text. */
const SUBJECT = 3;
const TELLING = 2;
const WRITTEN = 1;
/** Any association is a "klubb". */
const GENERAL = 0.5;
/** To give up all words is to look for something else. */
const ALL_WORDS = 4;
/** What costs so much more than the nearest way is not looked at; one that leads to ten times as much may cost so much more. */
const FARTHER = 1.5;
const PER_TENFOLD = 0.7;
/** Nobody looks through more than these. */
const MANY = 20;
/** People say first what they look for. */
const LATER = 0.01;

/** Words that are kept or given up together, as they were typed. */
interface Part {
	/** Their places among the words of the query. */
	from: number;
	to: number;
	cost: number;
}

/** One thing less: the words that are left, and which filters are given up. */
interface Way {
	q: string;
	filters: readonly Filter[];
	cost: number;
}

/**
 * What gives something where a query has nothing left: the way that gives up least, or little more and leads to much more.
 * What nobody has written is given up first, then filters and words by what they tell of what is looked for. Null where only to
 * look for nothing would help.
 */
export function widening(query: Query, index: Widened): Answer['widen'] {
	const nearer = literalOr(query, index) ?? (query.radius === null ? null : widerCircle(query, index));
	if (nearer) return nearer;
	const typed = query.q.split(/\s+/).filter(Boolean);
	const parts = partsOf(typed, index);
	// What is written nowhere is never kept, nor is what tells least of very many.
	const known = parts
		.filter(({ cost }) => cost > 0)
		.toSorted((a, b) => b.cost - a.cost)
		.slice(0, MOST_WORDS);
	const chosen = (Object.keys(filters) as Filter[]).filter((name) => narrows(query[name]));
	const finds = textFinder(query, index);
	let best: Answer['widen'] = null;
	let [least, worth, asked] = [Infinity, -Infinity, 0];
	// Whoever gives up no word keeps the small ones too.
	const keeps = (kept: readonly Part[]) => (kept.length === parts.length ? query.q : textOf(typed, kept));
	for (const way of waysOf(known, chosen, keeps)) {
		if (way.cost > least + FARTHER || asked >= MOST_COUNTS) break;
		const { q } = way;
		if (q === query.q && way.filters.length === 0) continue;
		const wider = without({ ...query, q, cursor: null }, way.filters);
		if ((q !== query.q && !narrowed(wider)) || !finds(q)) continue;
		asked++;
		const count = index.count(wider);
		if (count === 0) continue;
		least = Math.min(least, way.cost);
		const gives = PER_TENFOLD * Math.log10(Math.min(count, MANY)) - way.cost;
		if (gives <= worth) continue;
		worth = gives;
		best = told(query, { q, filters: way.filters, count });
	}
	return best;
}

/** A wider reading of the words gives up nothing that the person wanted. */
function literalOr(query: Query, index: Widened): Answer['widen'] {
	const count = query.literal ? index.count({ ...query, literal: false, cursor: null }) : 0;
	return count > 0 ? { drop: 'literal', count } : null;
}

/** The smallest larger circle of those offered that holds anything: asked for before anything that the person wanted is given up. */
function widerCircle(query: Query, { count }: Widened): Answer['widen'] {
	for (const radius of radii) {
		if (radius <= query.radius!) continue;
		const found = count({ ...query, radius, cursor: null });
		if (found > 0) return { drop: 'radius', count: found, radius };
	}
	return null;
}

/** The telling words of a query, known phrases whole, with what each costs; 0 what nothing is found by. */
function partsOf(typed: readonly string[], index: Widened): Part[] {
	const words = typed.map((word) => spelledWordsOf(word).join(' '));
	const parts: Part[] = [];
	for (let from = 0; from < typed.length && parts.length < ASKED_WORDS; ) {
		const to = from + Math.max(1, phraseLength(words, from));
		const text = words.slice(from, to).join(' ');
		if (!isSmall(text)) parts.push({ from, to, cost: costOf(text, index) - from * LATER });
		from = to;
	}
	return parts;
}

const isSmall = (text: string) => wordsOf(text).every((word) => stopWords.has(word));

function costOf(text: string, index: Widened): number {
	const readings = index.readings(text).filter(({ word }) => !stopWords.has(plainOf(word)));
	const stands = readings.flatMap((reading) => reading.stands);
	if (readings.some(({ besides }) => besides.length > 0) || stands.some(({ set }) => set === 'theme')) return SUBJECT;
	if (stands.some(({ set }) => set !== 'kind')) return TELLING;
	if (stands.length > 0) return GENERAL;
	return index.count({ ...blank, q: text }) > 0 ? WRITTEN : 0;
}

/** Whether anything has some words, whatever is chosen beside them; asked once of each. */
function textFinder(query: Query, index: Widened): (q: string) => boolean {
	const known = new Map<string, boolean>([['', true]]);
	return (q) => {
		const found = known.get(q) ?? index.count({ ...blank, literal: query.literal, q }) > 0;
		known.set(q, found);
		return found;
	};
}

/** Every way to give up some words and a few filters, what costs least first. `keeps`: the words that are kept, as a text. */
function waysOf(words: readonly Part[], chosen: readonly Filter[], keeps: (kept: readonly Part[]) => string): Way[] {
	const some = subsets(chosen, MOST_FILTERS);
	return subsets(words, MOST_WORDS)
		.flatMap((gone): Way[] => {
			const q = keeps(words.filter((part) => !gone.includes(part)));
			const ofWords = sumOf(gone.map(({ cost }) => cost)) + (q === '' && words.length > 0 ? ALL_WORDS : 0);
			return some.map((given) => ({ q, filters: given, cost: ofWords + sumOf(given.map((name) => filters[name][1])) }));
		})
		.sort((a, b) => a.cost - b.cost);
}

const sumOf = (costs: readonly number[]) => costs.reduce((sum, cost) => sum + cost, 0);

/** Every choice of some things, of no more than so many. */
const subsets = <T>(all: readonly T[], most: number): T[][] =>
	all.reduce<T[][]>(
		(some, one) => some.concat(some.filter((set) => set.length < most).map((set) => [...set, one])),
		[[]],
	);

/** What is kept of the words, as they were typed, with the small words between them. */
function textOf(typed: readonly string[], kept: readonly Part[]): string {
	const isKept = (place: number) => kept.some(({ from, to }) => place >= from && place < to);
	const left = typed.filter((word, place) => isKept(place) || isSmall(word));
	const tells = (word: string) => !isSmall(word);
	return left.slice(left.findIndex(tells), left.findLastIndex(tells) + 1).join(' ');
}

function without(query: Query, names: readonly Filter[]): Query {
	return { ...query, ...Object.fromEntries(names.map((name) => [name, filters[name][0]])) };
}

/** Whether anything narrows a query: to lead from words to everything is no help. */
const narrowed = (query: Query) =>
	query.q !== '' || (Object.keys(filters) as Filter[]).some((name) => narrows(query[name]));

function narrows(value: Query[Filter]): boolean {
	if (value === null || value === '' || value === false) return false;
	return !Array.isArray(value) || value.length > 0;
}

function told(
	query: Query,
	{ q, filters: given, count }: { q: string; filters: readonly Filter[]; count: number },
): NonNullable<Answer['widen']> {
	const drops: (keyof Query)[] = q === query.q ? [...given] : ['q', ...given];
	const [drop, ...also] = drops;
	return {
		drop: drop!,
		count,
		...(drop === 'q' && q !== '' ? { words: q } : {}),
		...(also.length ? { also } : {}),
	};
}
