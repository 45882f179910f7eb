import type { Hit } from '../domain/search.ts';
import type { Columns } from './columns.ts';
import type { Cursor } from './cursor.ts';
import type { Ranking } from './rank.ts';

/** The places of a page, and how many come before it: behind the cursor's entry, or as far on as it was if that is gone. */
export function pageOf(
	{ byId }: Columns,
	ranking: Ranking,
	cursor: Cursor | null,
	limit: number,
): { page: readonly number[]; past: number } {
	if (!cursor) return { page: ranking.first(limit, null), past: 0 };
	const after = ranking.docs.indexOf(byId.get(cursor.id) ?? -1);
	if (after < 0) return { page: ranking.first(cursor.past + limit, null).slice(cursor.past), past: cursor.past };
	const before = ranking.docs.reduce((sum, _, place) => sum + (ranking.compare(place, after) <= 0 ? 1 : 0), 0);
	return { page: ranking.first(limit, after), past: before };
}

/** A document as it is answered: kilometres and unix seconds, null where there is none. */
export function hitOf(id: number, ranking: Ranking, place: number): Hit {
	const finite = (value: number) => (Number.isFinite(value) ? value : null);
	return { id, distance: finite(ranking.kmTo(place)), next: finite(ranking.nextOf(place)) };
}
