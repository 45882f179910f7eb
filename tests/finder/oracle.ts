import type { IndexRow } from '../../src/domain/face.ts';
import { distanceKm, inBox } from '../../src/domain/geo.ts';
import type { Query } from '../../src/domain/query.ts';
import { withParents } from '../../src/domain/theme.ts';
import { dayPartOf, spanOf, spanOfDate, weekdayOf } from '../../src/domain/time.ts';

const any = (wanted: readonly string[], has: readonly string[]) =>
	!wanted.length || wanted.some((one) => has.includes(one));
const every = (wanted: readonly string[], has: readonly string[]) => wanted.every((one) => has.includes(one));

/** Whether a row answers a query, said as plainly as can be: the finder must agree. Words aside. */
export function answers(row: IndexRow, query: Query, now: number): boolean {
	const { position, ages } = row;
	return (
		any(query.kind, [row.kind]) &&
		any(query.theme, row.themes.flatMap(withParents)) &&
		any(query.municipality, [row.municipality]) &&
		(any(query.audience, row.audiences) || row.audiences.includes('everyone')) &&
		any(query.language, row.languages) &&
		any(query.venueKind, row.kind === 'venue' && row.venueKind ? [row.venueKind] : []) &&
		every(query.access, row.access) &&
		every(query.equipment, row.equipment) &&
		(query.seats === null || (row.seats !== null && row.seats >= query.seats)) &&
		(!query.free || row.free === true) &&
		(query.age === null || (ages !== null && query.age >= ages.min && query.age <= ages.max)) &&
		(!query.near || query.radius === null || (position !== null && distanceKm(position, query.near) <= query.radius)) &&
		(!query.bbox || (position !== null && inBox(position, query.bbox))) &&
		fitsTime(row, query, now)
	);
}

/** One and the same time must satisfy the span, the weekday and the part of the day together. */
function fitsTime(row: IndexRow, { when, date, weekday, part }: Query, now: number): boolean {
	if (!when && !date && !weekday.length && !part.length) return true;
	const spans = [when && spanOf(when, now), date && spanOfDate(date)].filter((span) => !!span);
	return row.starts.some(
		(start) =>
			(date ? true : start >= now - 3600) &&
			spans.every(({ from, to }) => start >= (when && !date ? Math.max(from, now - 3600) : from) && start < to) &&
			any(weekday, [weekdayOf(start)]) &&
			any(part, [dayPartOf(start)]),
	);
}
