import type { Query } from '../domain/query.ts';
import type { Answer } from '../domain/search.ts';

/** What each part of a query is when it does not narrow. */
const open = {
	radius: null,
	bbox: null,
	when: null,
	date: null,
	weekday: [],
	part: [],
	free: false,
	access: [],
	equipment: [],
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
		const found = count({ ...query, [drop]: value, cursor: null });
		if (found > 0 && drop === 'radius') return { drop, count: found };
		if (found > (best?.count ?? 0)) best = { drop, count: found };
	}
	return best;
}

const narrows = (value: unknown) =>
	Array.isArray(value) ? value.length > 0 : value !== null && value !== false && value !== '';
