import type { Query } from '../domain/query.ts';
import { type Answer, radii } from '../domain/search.ts';
import { stopWords, wordsOf } from './fold.ts';

/** More words than this are not tried one by one. */
const MOST_WORDS = 12;

/** What each part of a query is when it does not narrow. */
const open = {
	literal: false,
	radius: null,
	bbox: null,
	when: null,
	date: null,
	weekday: [],
	part: [],
	free: false,
	access: [],
	equipment: [],
	seats: null,
	language: [],
	audience: [],
	age: null,
	venueKind: [],
	theme: [],
	municipality: [],
	kind: [],
	q: '',
} as const satisfies Partial<Query>;

/** The one part of a query whose removal gives something, the most where several do; null when none alone is enough. */
export function widening(query: Query, count: (wider: Query) => number): Answer['widen'] {
	let best: Answer['widen'] = null;
	for (const [drop, value] of Object.entries(open) as [keyof typeof open, never][]) {
		if (!narrows(query[drop])) continue;
		// A wider circle is asked for before anything that the person wanted is given up.
		const wider = drop === 'radius' ? widerCircle(query, count) : null;
		if (wider) return wider;
		const fewer = drop === 'q' ? fewerWords(query, count) : null;
		// All words are given up only where nothing else helps: they are what is looked for.
		if (drop === 'q' && !fewer && best) continue;
		const found = fewer?.count ?? count({ ...query, [drop]: value, cursor: null });
		// A wider reading or a wider circle gives up nothing that the person wanted.
		if (found > 0 && (drop === 'literal' || drop === 'radius')) return { drop, count: found };
		if (found > (best?.count ?? 0)) best = fewer ?? { drop, count: found };
	}
	return best;
}

/** The smallest larger circle of those offered that holds anything. */
function widerCircle(query: Query, count: (wider: Query) => number): Answer['widen'] {
	for (const radius of radii) {
		if (radius <= query.radius!) continue;
		const found = count({ ...query, radius, cursor: null });
		if (found > 0) return { drop: 'radius', count: found, radius };
	}
	return null;
}

/** The words without one of them, the last that helps: people say first what they look for. */
function fewerWords(query: Query, count: (wider: Query) => number): Answer['widen'] {
	const words = query.q.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
	for (let left = words.length - 1; left >= 0; left--) {
		const rest = bare(words.toSpliced(left, 1)).join(' ');
		if (wordsOf(rest).every((word) => stopWords.has(word))) continue;
		const found = count({ ...query, q: rest, cursor: null });
		if (found > 0) return { drop: 'q', count: found, words: rest };
	}
	return null;
}

/** Without the small words that led to one that is gone: "fotboll för". */
function bare(words: readonly string[]): readonly string[] {
	const end = words.findLastIndex((word) => !wordsOf(word).every((one) => stopWords.has(one)));
	return words.slice(0, end + 1);
}

const narrows = (value: unknown) =>
	Array.isArray(value) ? value.length > 0 : value !== null && value !== false && value !== '';
