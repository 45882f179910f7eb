import type { Query } from '../domain/query.ts';
import { type DayPart, dayParts, type Weekday, weekdays } from '../domain/taxonomies.ts';
import { civil, spanOf, spanOfDate, type When, whens } from '../domain/time.ts';

const DAY = 86_400;
const HOUR = 3600;
const offsets = new Map<number, number>();

/** Seconds that Stockholm is ahead of UTC; the zone's rules are asked once for each hour. */
function offsetAt(second: number): number {
	const hour = Math.floor(second / HOUR);
	const known = offsets.get(hour);
	if (known !== undefined) return known;
	const offset = Math.round(civil(hour * HOUR).offsetNanoseconds / 1e9);
	offsets.set(hour, offset);
	return offset;
}

/** Weekday (0 Monday) times three plus part of the day, in Stockholm: what a start is asked by. */
export function slotOf(second: number): number {
	const local = second + offsetAt(second);
	const day = (Math.floor(local / DAY) + 3) % 7;
	const hour = Math.floor((local % DAY) / HOUR);
	const part = hour >= 5 && hour < 12 ? 0 : hour >= 12 && hour < 17 ? 1 : 2;
	return day * 3 + part;
}

/** Which times a query asks for. */
export interface TimeFilter {
	from: number;
	to: number;
	/** A bit for each of the 21 slots. */
	slots: number;
}

const ALL_SLOTS = (1 << 21) - 1;

type Asked = Pick<Query, 'when' | 'date' | 'weekday' | 'part'>;

/** Whether a query asks for a time at all; then only activities answer. */
export const asksTime = (query: Asked): boolean =>
	query.when !== null || query.date !== null || query.weekday.length > 0 || query.part.length > 0;

/** The times of a query. Without a span, everything from now on. */
export function timeFilter(query: Asked, now: number): TimeFilter {
	const spans = [query.when && spanOf(query.when, now), query.date && spanOfDate(query.date)].filter((span) => !!span);
	const from = Math.max(now - HOUR, ...spans.map((span) => span.from));
	const to = Math.min(Number.MAX_SAFE_INTEGER, ...spans.map((span) => span.to));
	return {
		from: query.date ? Math.max(...spans.map((span) => span.from)) : from,
		to,
		slots: slotsOf(query.weekday, query.part),
	};
}

function slotsOf(days: readonly Weekday[], parts: readonly DayPart[]): number {
	if (days.length === 0 && parts.length === 0) return ALL_SLOTS;
	let slots = 0;
	weekdays.forEach((weekday, d) => {
		dayParts.forEach((part, p) => {
			const wanted = (!days.length || days.includes(weekday)) && (!parts.length || parts.includes(part));
			if (wanted) slots |= 1 << (d * 3 + p);
		});
	});
	return slots;
}

/** The filter of each value of a time facet, the facet's own choice set aside. */
export function timeFacets(query: Asked, now: number): Record<'when' | 'weekday' | 'part', [string, TimeFilter][]> {
	const of = (change: Partial<Asked>) => timeFilter({ ...query, ...change }, now);
	return {
		when: whens.map((when: When) => [when, of({ when, date: null })]),
		weekday: weekdays.map((weekday) => [weekday, of({ weekday: [weekday] })]),
		part: dayParts.map((part) => [part, of({ part: [part] })]),
	};
}

/** The first start that fits a filter; null when none does. `starts` ascend, `slots` belong to them. */
export function firstFit(starts: readonly number[], slots: Uint8Array, filter: TimeFilter): number | null {
	for (let i = lowerBound(starts, filter.from); i < starts.length && starts[i]! < filter.to; i++)
		if (filter.slots & (1 << slots[i]!)) return starts[i]!;
	return null;
}

function lowerBound(sorted: readonly number[], least: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! < least) low = middle + 1;
		else high = middle;
	}
	return low;
}
