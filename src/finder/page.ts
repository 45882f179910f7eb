import type { Hit } from '../domain/search.ts';
import type { Columns } from './columns.ts';
import type { Cursor } from './cursor.ts';
import { firstOf, type Ranking } from './rank.ts';

/** The places of a page, and how many come before it: behind the cursor's entry, or as far on as it was if that is gone. */
export function pageOf(
	{ byId }: Columns,
	ranking: Ranking,
	cursor: Cursor | null,
	limit: number,
): { page: number[]; past: number } {
	if (!cursor) return { page: firstOf(ranking, limit, null), past: 0 };
	const after = ranking.docs.indexOf(byId.get(cursor.id) ?? -1);
	if (after < 0) return { page: firstOf(ranking, cursor.past + limit, null).slice(cursor.past), past: cursor.past };
	const before = ranking.docs.reduce((sum, _, place) => sum + (ranking.compare(place, after) <= 0 ? 1 : 0), 0);
	return { page: firstOf(ranking, limit, after), past: before };
}

/** A document as it is answered: kilometres and unix seconds, null where there is none. */
export function hitOf(id: number, { distances, nexts }: Ranking, place: number): Hit {
	const finite = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null);
	return { id, distance: finite(distances[place]), next: finite(nexts[place]) };
}
