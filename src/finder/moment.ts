import type { TypedFastBitSet as BitSet } from 'typedfastbitset';
import { reached } from '../domain/freshness.ts';
import type { Query } from '../domain/query.ts';
import { dayParts, kinds, weekdays } from '../domain/taxonomies.ts';
import { whens } from '../domain/time.ts';
import type { Columns } from './columns.ts';
import { doubles, words16, words32 } from './growing.ts';
import { pick } from './pick.ts';
import { asksTime, type Spans, slotsOf, spansOf, type TimeFilter, timeFilter } from './times.ts';

type Asked = Pick<Query, 'when' | 'date' | 'weekday' | 'part'>;

/** How many have a time for each value of the time filters. */
export type TimeCounts = Record<'when' | 'weekday' | 'part', Record<string, number>>;

const anyTime: Asked = { when: null, date: null, weekday: [], part: [] };
/** The weekdays and then the parts of the day, as slots. */
const GROUPS = Int32Array.from([
	...weekdays.map((day) => slotsOf([day], [])),
	...dayParts.map((part) => slotsOf([], [part])),
]);
const DAY = 86_400;
/** What sleeps, and what has been silent for so long that it leaves the front, weighs so much of what else it would. */
const AT_THE_BACK = 0.3;
/** So many dates, and so many times asked for, are remembered. */
const DATES = 20;

/**
 * What follows from the time of day, for each document, in one minute: when it happens next, and in which of the 21 slots of
 * a week it happens today, this week and so on. Asking for a time is then to compare bits.
 */
export class Moment {
	readonly minute: number;
	readonly #columns: Columns;
	readonly #now: number;
	readonly #whole: TimeFilter;
	readonly #spans: Spans;
	/** By kind: what was confirmed then or before has left the front. */
	readonly #faded: number[];
	/** By document: the next start, unix seconds; infinite without one. */
	readonly next = doubles();
	/** By document: fresh, told in full and happening soon is a little more than one; what sleeps or is long silent is much less. */
	readonly quality = doubles();
	readonly #slots = words32();
	readonly #spanSlots = whens.map(() => words32());
	/** By document: a bit for each span in which it happens, and behind them one for each weekday and part of the day. */
	readonly #bits = words16();
	readonly #dates = new Map<string, Uint32Array>();
	readonly #happening = new Map<string, BitSet>();
	readonly #scratch = new Uint32Array(whens.length);
	/** How many documents have a time for each value of the time filters, when none is asked for. */
	readonly #all = { when: new Uint32Array(whens.length), slot: new Uint32Array(GROUPS.length) };

	/** `now` in unix seconds. It has taken up no document yet: see `advance`. */
	constructor(columns: Columns, now: number) {
		this.#columns = columns;
		this.#now = now;
		this.minute = Math.floor(now / 60);
		this.#whole = timeFilter(anyTime, now);
		const faded = reached('hidden', now);
		this.#faded = kinds.map((kind) => faded[kind]);
		this.#spans = spansOf(whens.map((when) => timeFilter({ ...anyTime, when }, now)));
	}

	/** Takes up so many more documents, all by default; tells whether it has them all. */
	advance(most = Infinity): boolean {
		const { length, alive } = this.#columns;
		const end = Math.min(length, this.next.length + most);
		for (let doc = this.next.length; doc < end; doc++) this.#take(doc, alive.has(doc));
		return end === length;
	}

	/** A document is there no longer. */
	drop(doc: number): void {
		if (doc < this.next.length) this.#addToAll(doc, -1);
	}

	/** Takes up the next document; one that is not there counts for nothing. */
	#take(doc: number, alive: boolean): void {
		const { times } = this.#columns;
		const some = times.any(doc);
		this.next.push(some ? times.firstFit(doc, this.#whole) : Infinity);
		this.quality.push(this.#qualityOf(doc));
		this.#slots.push(some ? times.slotsWithin(doc, this.#whole) : 0);
		this.#scratch.fill(0);
		if (some) times.slotsOfSpans(doc, this.#spans, this.#scratch);
		for (let span = 0; span < whens.length; span++) this.#spanSlots[span]!.push(this.#scratch[span]!);
		this.#bits.push(bitsOf(this.#scratch, this.#slots.data[this.#slots.length - 1]!));
		if (some && alive) this.#addToAll(doc, 1);
		this.#dates.clear();
		this.#happening.clear();
	}

	#addToAll(doc: number, one: 1 | -1): void {
		const slots = this.#slots.data[doc]!;
		if (slots === 0) return;
		const { when, slot } = this.#all;
		for (let span = 0; span < when.length; span++) if (this.#spanSlots[span]!.data[doc]!) when[span]! += one;
		for (let group = 0; group < slot.length; group++) if (slots & GROUPS[group]!) slot[group]! += one;
	}

	#qualityOf(doc: number): number {
		const { kind, confirmedAt, completeness, dormant } = this.#columns;
		const confirmed = confirmedAt.data[doc]!;
		const now = this.minute * 60;
		const faded = this.#faded[kind.data[doc]!]!;
		// From one on the day it is confirmed to nothing when it leaves the front (domain/freshness.ts).
		const fresh = Math.max(0, (confirmed - faded) / (now - faded));
		const soon = Math.max(0, 1 - (this.next.data[doc]! - now) / (14 * DAY));
		const back = dormant.data[doc] || (confirmed > 0 && confirmed <= faded) ? AT_THE_BACK : 1;
		return (1 + 0.15 * fresh + 0.2 * completeness.data[doc]! + 0.15 * soon) * back;
	}

	/** By document: the slots in which it happens in the span or on the date of a query, or at all. */
	slots({ when, date }: Asked): Uint32Array {
		if (date) return this.#onDate(when, date);
		return when ? this.#spanSlots[whens.indexOf(when)]!.data : this.#slots.data;
	}

	/** What happens at a time that a query asks for. */
	happening(query: Asked): BitSet {
		const asked = slotsOf(query.weekday, query.part);
		const key = `${query.when} ${query.date} ${asked}`;
		const known = this.#happening.get(key);
		if (known) return known;
		const slots = this.slots(query);
		const set = pick(this.#columns.length, (doc) => (slots[doc]! & asked) !== 0);
		if (this.#happening.size >= DATES) this.#happening.clear();
		this.#happening.set(key, set);
		return set;
	}

	/** When a document happens next, as a query asks; unix seconds, infinite when never. */
	nextOf(query: Asked): (doc: number) => number {
		const { times } = this.#columns;
		const { data } = this.next;
		if (!asksTime(query)) return (doc) => data[doc]!;
		const filter = timeFilter(query, this.#now);
		return (doc) => times.firstFit(doc, filter);
	}

	/** What `count` gives for all documents when no time is asked for. */
	countAll(): TimeCounts {
		const { when, slot } = this.#all;
		return {
			when: named(whens, when),
			weekday: named(weekdays, slot),
			part: named(dayParts, slot.subarray(weekdays.length)),
		};
	}

	/** How many of some documents have a time for each value of the time filters, each one's own choice set aside. */
	count(docs: Uint32Array, query: Asked): TimeCounts {
		const { inSpan, inGroup } = asksTime(query) ? this.#countAsked(docs, query) : this.#countAny(docs);
		return {
			when: named(whens, inSpan),
			weekday: named(weekdays, inGroup),
			part: named(dayParts, inGroup.subarray(weekdays.length)),
		};
	}

	/** Where no time is asked for: how often each pattern of bits is met, and then how often each bit. */
	#countAny(docs: Uint32Array): Counted {
		const spans = new Uint32Array(1 << whens.length);
		const groups = new Uint32Array(1 << GROUPS.length);
		const bits = this.#bits.data;
		for (let place = 0; place < docs.length; place++) {
			const pattern = bits[docs[place]!]!;
			spans[pattern & (spans.length - 1)]!++;
			groups[pattern >>> whens.length]!++;
		}
		return { inSpan: bitCounts(spans, whens.length), inGroup: bitCounts(groups, GROUPS.length) };
	}

	#countAsked(docs: Uint32Array, query: Asked): Counted {
		const asked = slotsOf(query.weekday, query.part);
		const groups = groupsOf(query);
		const inSpan = new Uint32Array(whens.length);
		const inGroup = new Uint32Array(groups.length);
		const spans = this.#spanSlots.map(({ data }) => data);
		const bits = this.#bits.data;
		const whole = this.slots(query);
		const all = this.#slots.data;
		for (let place = 0; place < docs.length; place++) {
			const doc = docs[place]!;
			// What happens in a span happens at all; on a date that has been, something can have been without anything to come.
			let happens = all[doc]! & asked ? bits[doc]! & ALL_SPANS : 0;
			for (; happens !== 0; happens &= happens - 1) {
				const span = 31 - Math.clz32(happens & -happens);
				if (spans[span]![doc]! & asked) inSpan[span]!++;
			}
			const slots = whole[doc]!;
			if (slots === 0) continue;
			for (let group = 0; group < groups.length; group++) if (slots & groups[group]!) inGroup[group]!++;
		}
		return { inSpan, inGroup };
	}

	#onDate(when: Query['when'], date: string): Uint32Array {
		const key = `${date} ${when}`;
		const known = this.#dates.get(key);
		if (known) return known;
		const { times, length } = this.#columns;
		const filter = timeFilter({ ...anyTime, when, date }, this.#now);
		const slots = new Uint32Array(length);
		for (let doc = 0; doc < length; doc++) if (times.any(doc)) slots[doc] = times.slotsWithin(doc, filter);
		if (this.#dates.size >= DATES) this.#dates.clear();
		this.#dates.set(key, slots);
		return slots;
	}
}

/** How many in each span, and on each weekday and in each part of the day. */
interface Counted {
	inSpan: Uint32Array;
	inGroup: Uint32Array;
}

const ALL_SPANS = (1 << whens.length) - 1;

/** A bit for each span in which there is any slot, and behind them one for each group that has any of the slots. */
function bitsOf(inSpans: Uint32Array, slots: number): number {
	let bits = 0;
	for (let span = 0; span < whens.length; span++) if (inSpans[span] !== 0) bits |= 1 << span;
	for (let group = 0; group < GROUPS.length; group++) if (slots & GROUPS[group]!) bits |= 1 << (whens.length + group);
	return bits;
}

/** How often each bit is set, by how often each pattern of them is met. */
function bitCounts(met: Uint32Array, bits: number): Uint32Array {
	const counts = new Uint32Array(bits);
	for (let pattern = 1; pattern < met.length; pattern++) {
		if (met[pattern] === 0) continue;
		for (let bit = 0; bit < bits; bit++) if ((pattern >>> bit) & 1) counts[bit]! += met[pattern]!;
	}
	return counts;
}

/** The weekdays and then the parts of the day, each with what is asked of the other, as slots. */
function groupsOf({ weekday, part }: Asked): Int32Array {
	if (weekday.length === 0 && part.length === 0) return GROUPS;
	return Int32Array.from([
		...weekdays.map((day) => slotsOf([day], part)),
		...dayParts.map((one) => slotsOf(weekday, [one])),
	]);
}

const nothing: Record<string, number> = Object.freeze({});

function named(values: readonly string[], counts: Uint32Array): Record<string, number> {
	let some = nothing;
	values.forEach((value, place) => {
		if (counts[place] === 0) return;
		if (some === nothing) some = {};
		some[value] = counts[place]!;
	});
	return some;
}
