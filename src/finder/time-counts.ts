import { dayParts, weekdays } from '../domain/taxonomies.ts';
import { whens } from '../domain/time.ts';
import { type AskedTime, slotsOf } from './times.ts';

/** How many have a time for each value of the time filters. */
export type TimeCounts = Record<'when' | 'weekday' | 'part', Record<string, number>>;

/** The weekdays and then the parts of the day, as slots. */
export const GROUPS = Int32Array.from([
	...weekdays.map((day) => slotsOf([day], [])),
	...dayParts.map((part) => slotsOf([], [part])),
]);

/** How many in each span, and on each weekday and in each part of the day. */
export interface Counted {
	inSpan: Uint32Array;
	inGroup: Uint32Array;
}

/** Adds so many to each group that has any of some slots. */
export function addGroups(groups: Int32Array, inGroup: Uint32Array, slots: number, times: number): void {
	for (let group = 0; group < groups.length; group++) if (slots & groups[group]!) inGroup[group]! += times;
}

/** A bit for each span in which there is any slot, and behind them one for each group that has any of the slots. */
export function bitsOf(slots: number, spans: Uint32Array): number {
	let bits = 0;
	for (let span = 0; span < whens.length; span++) if (spans[span] !== 0) bits |= 1 << span;
	for (let group = 0; group < GROUPS.length; group++) if (slots & GROUPS[group]!) bits |= 1 << (whens.length + group);
	return bits;
}

/** Adds so many for each of those bits. */
export function addBits(bits: number, times: number, { inSpan, inGroup }: Counted): void {
	for (let span = 0; span < inSpan.length; span++) if ((bits >>> span) & 1) inSpan[span]! += times;
	for (let group = 0; group < inGroup.length; group++)
		if ((bits >>> (whens.length + group)) & 1) inGroup[group]! += times;
}

/** The weekdays and then the parts of the day, each with what is asked of the other, as slots. */
export function groupsOf({ weekday, part }: AskedTime): Int32Array {
	if (weekday.length === 0 && part.length === 0) return GROUPS;
	return Int32Array.from([
		...weekdays.map((day) => slotsOf([day], part)),
		...dayParts.map((one) => slotsOf(weekday, [one])),
	]);
}

export function namedTimes({ inSpan, inGroup }: Counted): TimeCounts {
	return {
		when: named(whens, inSpan),
		weekday: named(weekdays, inGroup),
		part: named(dayParts, inGroup.subarray(weekdays.length)),
	};
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
