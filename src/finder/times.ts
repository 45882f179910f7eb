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

/** The times of a document: starts ascending, the slot of each, and the slots of each and all after it. */
export interface Times {
	starts: Uint32Array;
	slots: Uint8Array;
	ahead: Uint32Array;
}

const NONE: Times = { starts: new Uint32Array(), slots: new Uint8Array(), ahead: new Uint32Array() };

/** Prepares ascending starts (unix seconds) for being asked. */
export function timesOf(starts: readonly number[]): Times {
	if (starts.length === 0) return NONE;
	const slots = Uint8Array.from(starts, slotOf);
	const ahead = new Uint32Array(starts.length);
	for (let i = starts.length - 1, seen = 0; i >= 0; i--) {
		seen |= 1 << slots[i]!;
		ahead[i] = seen;
	}
	return { starts: Uint32Array.from(starts), slots, ahead };
}

/** The first start that fits a filter; null when none does. */
export function firstFit({ starts, slots, ahead }: Times, filter: TimeFilter): number | null {
	for (let i = lowerBound(starts, filter.from); i < starts.length && starts[i]! < filter.to; i++) {
		if (filter.slots & (1 << slots[i]!)) return starts[i]!;
		if (!(filter.slots & ahead[i]!)) return null;
	}
	return null;
}

/** The slots in which something begins in [from, to), as bits. */
function slotsWithin({ starts, slots, ahead }: Times, { from, to }: TimeFilter): number {
	let i = lowerBound(starts, from);
	if (i < starts.length && starts.at(-1)! < to) return ahead[i]!;
	let seen = 0;
	for (; i < starts.length && starts[i]! < to; i++) seen |= 1 << slots[i]!;
	return seen;
}

/** The parts of a query that ask for times, each with a count for its values. */
export type TimeCounts = Record<'when' | 'weekday' | 'part', Record<string, number>>;

/** Counts, document by document, how many have a time for each value of the time filters, each one's own choice set aside. */
export function timeCounter(query: Asked, now: number) {
	const of = (change: Partial<Asked>) => timeFilter({ ...query, ...change }, now);
	const spans = whens.map((when: When) => of({ when, date: null }));
	const least = Math.min(...spans.map(({ from }) => from));
	const most = Math.max(...spans.map(({ to }) => to));
	const whole = of({ weekday: [], part: [] });
	const slots = [
		...weekdays.map((day) => slotsOf([day], query.part)),
		...dayParts.map((part) => slotsOf(query.weekday, [part])),
	];
	const inSpan = new Uint32Array(spans.length);
	const inSlots = new Uint32Array(slots.length);

	const froms = Float64Array.from(spans, ({ from }) => from);
	const tos = Float64Array.from(spans, ({ to }) => to);
	const asked = slotsOf(query.weekday, query.part);

	function spansOf({ starts, slots: own }: Times): number {
		let seen = 0;
		for (let i = lowerBound(starts, least); i < starts.length; i++) {
			const start = starts[i]!;
			if (start >= most) break;
			if (!(asked & (1 << own[i]!))) continue;
			for (let s = 0; s < froms.length; s++) if (start >= froms[s]! && start < tos[s]!) seen |= 1 << s;
		}
		return seen;
	}

	return {
		count(times: Times): void {
			if (times.starts.length === 0) return;
			const spansSeen = spansOf(times);
			for (let s = 0; s < inSpan.length; s++) if (spansSeen & (1 << s)) inSpan[s]!++;
			const seen = slotsWithin(times, whole);
			for (let s = 0; s < inSlots.length; s++) if (seen & slots[s]!) inSlots[s]!++;
		},
		counts: (): TimeCounts => ({
			when: named(whens, inSpan),
			weekday: named(weekdays, inSlots),
			part: named(dayParts, inSlots.subarray(weekdays.length)),
		}),
	};
}

function named(values: readonly string[], counts: Uint32Array): Record<string, number> {
	return Object.fromEntries(values.map((value, place) => [value, counts[place]!]).filter(([, count]) => count));
}

function lowerBound(sorted: Uint32Array, least: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle]! < least) low = middle + 1;
		else high = middle;
	}
	return low;
}
