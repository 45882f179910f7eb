import { distanceKm, type LonLat } from '../domain/geo.ts';
import type { Query } from '../domain/query.ts';
import type { Columns, Doc } from './columns.ts';
import { asksTime, firstFit, type TimeFilter, timeFilter } from './times.ts';

/** A document that passed, with what orders it. */
export interface Ranked {
	doc: Doc;
	score: number;
	distance: number | null;
	next: number | null;
}

const DAY = 86_400;
const YEAR = 365 * DAY;
const names = new Intl.Collator('sv', { numeric: true });

/** Orders the documents of a query. `text` holds the score of each for its words; null without words. Best first. */
export function rank(
	columns: Columns,
	numbers: Iterable<number>,
	text: Map<number, number> | null,
	query: Query,
	now: number,
): Ranked[] {
	const filter = timeFilter(asksTime(query) ? query : { when: null, date: null, weekday: [], part: [] }, now);
	const ranked: Ranked[] = [];
	for (const number of numbers) {
		const doc = columns.docs[number];
		if (doc) ranked.push(rankOne(doc, text?.get(number) ?? 1, filter, query.near, now));
	}
	return ranked.sort(orderOf(query));
}

function rankOne(doc: Doc, words: number, filter: TimeFilter, near: LonLat | null, now: number): Ranked {
	const { position, confirmedAt, dormant } = doc.row;
	const next = doc.starts.length ? firstFit(doc.starts, doc.slots, filter) : null;
	const distance = near && position ? distanceKm(near, position) : null;
	const fresh = confirmedAt === null ? 0 : Math.max(0, 1 - (now - confirmedAt) / (2 * YEAR));
	const soon = next === null ? 0 : Math.max(0, 1 - (next - now) / (14 * DAY));
	const quality = 1 + 0.15 * fresh + 0.2 * doc.completeness + 0.15 * soon;
	// Half as much at fifteen kilometres; what has no place counts as far away.
	const nearness = near ? 1 / (1 + (distance ?? 150) / 15) : 1;
	return { doc, score: words * quality * nearness * (dormant ? 0.3 : 1), distance, next };
}

function orderOf({ sort, near }: Query): (a: Ranked, b: Ranked) => number {
	const byName = (a: Ranked, b: Ranked) => names.compare(a.doc.row.name, b.doc.row.name) || a.doc.row.id - b.doc.row.id;
	const last = (a: number | null, b: number | null) => (a ?? Infinity) - (b ?? Infinity) || 0;
	if (sort === 'distance' && near) return (a, b) => last(a.distance, b.distance) || b.score - a.score || byName(a, b);
	if (sort === 'soonest') return (a, b) => last(a.next, b.next) || b.score - a.score || byName(a, b);
	if (sort === 'relevance') return (a, b) => b.score - a.score || byName(a, b);
	return byName;
}
