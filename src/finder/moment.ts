import { TypedFastBitSet as BitSet } from 'typedfastbitset';
import { reached } from '../domain/freshness.ts';
import type { Query } from '../domain/query.ts';
import { kinds } from '../domain/taxonomies.ts';
import { whens } from '../domain/time.ts';
import type { Columns } from './columns.ts';
import { doubles, Growing, words32 } from './growing.ts';
import { pick } from './pick.ts';
import {
	addBits,
	addGroups,
	bitsOf,
	type Counted,
	GROUPS,
	groupsOf,
	namedTimes,
	type TimeCounts,
} from './time-counts.ts';
import { TimePatterns } from './time-patterns.ts';
import { type AskedTime, asksTime, type Spans, slotsOf, spansOf, type TimeFilter, timeFilter } from './times.ts';

const anyTime: AskedTime = { when: null, date: null, weekday: [], part: [] };
const DAY = 86_400;
/** What sleeps, and what has been silent for so long that it leaves the front, weighs so much of what else it would. */
const AT_THE_BACK = 0.3;
/** So many dates, and so many times asked for, are remembered. */
const DATES = 20;
/** So many documents more have room in what is remembered of a date before it is made larger. */
const ROOM = 16;

/** What happens at a time that is asked for, kept in step with the documents. */
interface Happening {
	set: BitSet;
	asked: AskedTime;
}

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
	/** Beside each pattern a bit for each span in which it happens, and behind them one for each weekday and part of the day. */
	readonly #patterns = new TimePatterns(bitsOf);
	/** By document: the pattern of its times. */
	readonly #patternOf = words32();
	/** By document, for some dates: the slots in which it happens then. */
	readonly #dates = new Map<string, { slots: Growing<Uint32Array>; filter: TimeFilter }>();
	readonly #happening = new Map<string, Happening>();
	readonly #scratch = new Uint32Array(whens.length);
	/** By pattern: how many documents that are there have it. */
	readonly #metByAll = words32();
	/** How many documents have a time for each value of the time filters, when none is asked for. */
	readonly #all = { inSpan: new Uint32Array(whens.length), inGroup: new Uint32Array(GROUPS.length) };

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
		this.#patternOf.push(some ? this.#patternIn(doc) : 0);
		for (const { slots, filter } of this.#dates.values()) slots.push(some ? times.slotsWithin(doc, filter) : 0);
		if (!some) return;
		if (alive) this.#addToAll(doc, 1);
		for (const { set, asked } of this.#happening.values()) if (this.#happensAt(doc, asked)) set.add(doc);
	}

	#patternIn(doc: number): number {
		const { times } = this.#columns;
		this.#scratch.fill(0);
		times.slotsOfSpans(doc, this.#spans, this.#scratch);
		return this.#patterns.of(times.slotsWithin(doc, this.#whole), this.#scratch);
	}

	#addToAll(doc: number, one: 1 | -1): void {
		const pattern = this.#patternOf.data[doc]!;
		while (this.#metByAll.length < this.#patterns.length) this.#metByAll.push(0);
		this.#metByAll.data[pattern]! += one;
		addBits(this.#patterns.bits.data[pattern]!, one, this.#all);
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

	/** The slots in which a document happens in the span or on the date of a query, or at all. */
	slotsOf(doc: number, { when, date }: Pick<Query, 'when' | 'date'>): number {
		if (date) return this.#onDate(when, date)[doc]!;
		return this.#slotsOfPatterns(when)[this.#patternOf.data[doc]!]!;
	}

	#happensAt(doc: number, asked: AskedTime): boolean {
		return (this.slotsOf(doc, asked) & slotsOf(asked.weekday, asked.part)) !== 0;
	}

	/** By pattern: the slots in which it happens in a span, or at all. */
	#slotsOfPatterns(when: Query['when']): Uint32Array {
		return (when ? this.#patterns.spans[whens.indexOf(when)]! : this.#patterns.slots).data;
	}

	/** What happens at a time that a query asks for; good until the next change. */
	happening({ when, date, weekday, part }: AskedTime): BitSet {
		const key = `${when} ${date} ${slotsOf(weekday, part)}`;
		const known = this.#happening.get(key);
		if (known) return known.set;
		const asked = { when, date, weekday, part };
		const set = date ? this.#happeningOnDate(asked, date) : this.#happeningInSpan(asked);
		if (this.#happening.size >= DATES) this.#happening.clear();
		this.#happening.set(key, { set, asked });
		return set;
	}

	#happeningOnDate({ when, weekday, part }: AskedTime, date: string): BitSet {
		const slots = this.#onDate(when, date);
		const asked = slotsOf(weekday, part);
		return pick(this.#columns.length, (doc) => (slots[doc]! & asked) !== 0);
	}

	#happeningInSpan({ when, weekday, part }: AskedTime): BitSet {
		const asked = slotsOf(weekday, part);
		const slots = this.#slotsOfPatterns(when);
		const happens = Uint8Array.from({ length: this.#patterns.length }, (_, at) => ((slots[at]! & asked) !== 0 ? 1 : 0));
		return bitsFor(this.#patternOf.added, happens);
	}

	/** When a document happens next, as a query asks; unix seconds, infinite when never. */
	nextOf(query: AskedTime): (doc: number) => number {
		const { times } = this.#columns;
		const { data } = this.next;
		if (!asksTime(query)) return (doc) => data[doc]!;
		const filter = timeFilter(query, this.#now);
		return (doc) => times.firstFit(doc, filter);
	}

	/** What `count` gives for all documents, where no date is asked for. */
	countAll(query: AskedTime): TimeCounts {
		return namedTimes(asksTime(query) ? this.#countAsked([], this.#metByAll.added, query) : this.#all);
	}

	/** How many of some documents, in one list or several, have a time for each value of the time filters, each one's own choice set aside. */
	count(lists: readonly Uint32Array[], query: AskedTime): TimeCounts {
		const met = this.#met(lists);
		return namedTimes(asksTime(query) ? this.#countAsked(lists, met, query) : this.#countAny(met));
	}

	/** How often each pattern is met among some documents. */
	#met(lists: readonly Uint32Array[]): Uint32Array {
		const met = new Uint32Array(this.#patterns.length);
		const patternOf = this.#patternOf.data;
		for (const docs of lists) for (let place = 0; place < docs.length; place++) met[patternOf[docs[place]!]!]!++;
		return met;
	}

	#countAny(met: Uint32Array): Counted {
		const counted = { inSpan: new Uint32Array(whens.length), inGroup: new Uint32Array(GROUPS.length) };
		const bits = this.#patterns.bits.data;
		// The first is to have no time.
		for (let pattern = 1; pattern < met.length; pattern++)
			if (met[pattern] !== 0) addBits(bits[pattern]!, met[pattern]!, counted);
		return counted;
	}

	#countAsked(lists: readonly Uint32Array[], met: Uint32Array, query: AskedTime): Counted {
		const asked = slotsOf(query.weekday, query.part);
		const groups = groupsOf(query);
		const inSpan = new Uint32Array(whens.length);
		const inGroup = new Uint32Array(groups.length);
		const slots = this.#slotsOfPatterns(query.when);
		for (let pattern = 1; pattern < met.length; pattern++) {
			const times = met[pattern]!;
			if (times === 0) continue;
			this.#patterns.spans.forEach(({ data }, span) => {
				if (data[pattern]! & asked) inSpan[span]! += times;
			});
			if (!query.date) addGroups(groups, inGroup, slots[pattern]!, times);
		}
		// On a date that has been, something can have been without anything to come.
		if (query.date) {
			const onDate = this.#onDate(query.when, query.date);
			for (const docs of lists)
				for (let place = 0; place < docs.length; place++) addGroups(groups, inGroup, onDate[docs[place]!]!, 1);
		}
		return { inSpan, inGroup };
	}

	#onDate(when: Query['when'], date: string): Uint32Array {
		const key = `${date} ${when}`;
		const known = this.#dates.get(key);
		if (known) return known.slots.data;
		const { times, length } = this.#columns;
		const filter = timeFilter({ ...anyTime, when, date }, this.#now);
		const slots = new Growing((size) => new Uint32Array(size), length + ROOM);
		for (let doc = 0; doc < length; doc++) slots.push(times.any(doc) ? times.slotsWithin(doc, filter) : 0);
		// What happens then is kept in step by way of these.
		if (this.#dates.size >= DATES) {
			this.#dates.clear();
			this.#happening.clear();
		}
		this.#dates.set(key, { slots, filter });
		return slots.data;
	}
}

/** The documents of which something holds, by what it is of each. */
function bitsFor(whatOf: Uint32Array, holds: Uint8Array): BitSet {
	const words = new Uint32Array(Math.ceil(whatOf.length / 32));
	for (let word = 0, doc = 0; word < words.length; word++) {
		const end = Math.min(whatOf.length, doc + 32);
		let bits = 0;
		for (let bit = 0; doc < end; bit++, doc++) bits |= holds[whatOf[doc]!]! << bit;
		words[word] = bits;
	}
	return BitSet.fromWords(words);
}
