import type { Query } from './query.ts';

type Loose = { [K in keyof Query]?: unknown };

/** Order of the parameters in an address, so that one query has one canonical URL. */
const order = [
	'q',
	'literal',
	'kind',
	'theme',
	'municipality',
	'audience',
	'age',
	'language',
	'weekday',
	'part',
	'when',
	'date',
	'free',
	'access',
	'venueKind',
	'equipment',
	'seats',
	'place',
	'near',
	'radius',
	'bbox',
	'sort',
	'cursor',
	'limit',
] as const satisfies readonly (keyof Query)[];

/** Writes a query as URL parameters: only what differs from asking for everything, in a fixed order. Needs no zod. */
export function queryParams(query: Loose): URLSearchParams {
	const params = new URLSearchParams();
	for (const key of order) {
		const text = textOf(key, query[key]);
		if (text) params.set(key, text);
	}
	return params;
}

/** The same as one text that is read by nobody: two queries with different parameters have different ones. */
export const queryText = (query: Loose): string => order.map((key) => textOf(key, query[key])).join('\n');

/** A query with some of its parts replaced, as `?…` (or an empty string); the cursor falls away unless given. */
export function queryHref(query: Loose, change: Loose = {}): string {
	const text = queryParams({ ...query, cursor: null, ...change }).toString();
	return text ? `?${text.replaceAll('%2C', ',')}` : '';
}

function textOf(key: keyof Query, value: unknown): string {
	if (value === null || value === undefined || value === false) return '';
	if (value === true) return '1';
	if (key === 'sort' && value === 'relevance') return '';
	if (key === 'limit' && value === 20) return '';
	if (key === 'near') {
		const { lon, lat } = value as { lon: number; lat: number };
		return `${round(lon)},${round(lat)}`;
	}
	if (key === 'bbox') return (value as number[]).map(round).join(',');
	return Array.isArray(value) ? value.join(',') : String(value);
}

/** Five decimals are about a metre. */
const round = (degrees: number) => Number(degrees.toFixed(5));
