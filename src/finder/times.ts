import type { Query } from '../domain/query.ts';
import { type DayPart, dayParts, type Weekday, weekdays } from '../domain/taxonomies.ts';
import { civil, spanOf, spanOfDate } from '../domain/time.ts';
import { bytes, type Frozen, freezeAll, thawAll, words32 } from './growing.ts';

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

/** What a query asks of the time. */
export type AskedTime = Pick<Query, 'when' | 'date' | 'weekday' | 'part'>;

/** Whether a query asks for a time at all; then only activities answer. */
export const asksTime = (query: AskedTime): boolean =>
	query.when !== null || query.date !== null || query.weekday.length > 0 || query.part.length > 0;

/** What began less than an hour ago can still be gone to. By the minute, so that answers of one minute are alike. */
const started = (now: number): number => now - (now % 60) - HOUR;

/** The times of a query. Without a span, everything from now on. */
export function timeFilter(query: AskedTime, now: number): TimeFilter {
	const spans = [query.when && spanOf(query.when, now), query.date && spanOfDate(query.date)].filter((span) => !!span);
	const from = Math.max(started(now), ...spans.map((span) => span.from));
	const to = Math.min(Number.MAX_SAFE_INTEGER, ...spans.map((span) => span.to));
	return {
		from: query.date ? Math.max(...spans.map((span) => span.from)) : from,
		to,
		slots: slotsOf(query.weekday, query.part),
	};
}

/** The slots of some weekdays and parts of the day, as bits; without either, all. */
export function slotsOf(days: readonly Weekday[], parts: readonly DayPart[]): number {
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

/** The times of all documents: starts ascending, the slot of each, and the slots of each and all after it in its document. */
export class TimeColumn {
	readonly #from = words32();
	readonly #starts = words32();
	readonly #slots = bytes();
	readonly #ahead = words32();

	constructor() {
		this.#from.push(0);
	}

	/** Adds the times of the next document: ascending starts, unix seconds. */
	add(starts: readonly number[]): void {
		const first = this.#starts.length;
		for (const start of starts) {
			this.#starts.push(start);
			this.#slots.push(slotOf(start));
			this.#ahead.push(0);
		}
		for (let at = this.#starts.length - 1, seen = 0; at >= first; at--) {
			seen |= 1 << this.#slots.data[at]!;
			this.#ahead.data[at] = seen;
		}
		this.#from.push(this.#starts.length);
	}

	/** As it can be written down. */
	freeze(): Frozen {
		return freezeAll(this.#columns);
	}

	/** Takes what was written down. */
	thaw(frozen: Frozen): void {
		thawAll(this.#columns, frozen);
	}

	get #columns() {
		return { from: this.#from, starts: this.#starts, slots: this.#slots, ahead: this.#ahead };
	}

	/** Whether a document has any time. */
	any(doc: number): boolean {
		return this.#from.data[doc] !== this.#from.data[doc + 1];
	}

	/** The first start of a document that fits a filter; infinite when none does. */
	firstFit(doc: number, filter: TimeFilter): number {
		const end = this.#from.data[doc + 1]!;
		const starts = this.#starts.data;
		for (let at = this.#firstFrom(doc, filter.from); at < end && starts[at]! < filter.to; at++) {
			if (filter.slots & (1 << this.#slots.data[at]!)) return starts[at]!;
			if (!(filter.slots & this.#ahead.data[at]!)) return Infinity;
		}
		return Infinity;
	}

	/** The slots in which something begins in [from, to), as bits. */
	slotsWithin(doc: number, { from, to }: TimeFilter): number {
		const end = this.#from.data[doc + 1]!;
		const starts = this.#starts.data;
		let at = this.#firstFrom(doc, from);
		if (at < end && starts[end - 1]! < to) return this.#ahead.data[at]!;
		let seen = 0;
		for (; at < end && starts[at]! < to; at++) seen |= 1 << this.#slots.data[at]!;
		return seen;
	}

	/** The slots in which something begins, for each of some spans; they are added to `into`, one number for each span. */
	slotsOfSpans(doc: number, spans: Spans, into: Uint32Array): void {
		const end = this.#from.data[doc + 1]!;
		const starts = this.#starts.data;
		for (let at = this.#firstFrom(doc, spans.least); at < end; at++) {
			const start = starts[at]!;
			if (start >= spans.most) return;
			const slot = 1 << this.#slots.data[at]!;
			for (let span = 0; span < spans.froms.length; span++)
				if (start >= spans.froms[span]! && start < spans.tos[span]!) into[span]! |= slot;
		}
	}

	/** The place of the first start of a document that is not before a time. */
	#firstFrom(doc: number, least: number): number {
		let low = this.#from.data[doc]!;
		let high = this.#from.data[doc + 1]!;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.#starts.data[middle]! < least) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

/** Spans of time, and the time from the earliest to the latest of them. */
export interface Spans {
	froms: Float64Array;
	tos: Float64Array;
	least: number;
	most: number;
}

/** Some filters as spans. */
export function spansOf(filters: readonly TimeFilter[]): Spans {
	const froms = Float64Array.from(filters, ({ from }) => from);
	const tos = Float64Array.from(filters, ({ to }) => to);
	return { froms, tos, least: Math.min(...froms), most: Math.max(...tos) };
}
