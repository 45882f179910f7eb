import { type Period, WEEK_CELLS } from './period.ts';
import { common, length, type Span, union, without } from './spans.ts';

/** Something that goes on in a venue. */
export interface Taken extends Span {
	/** Id of the room, or null for the house as a whole or where nobody has said which. */
	readonly room: number | null;
}

/** When a venue is open and when something goes on there. */
export interface VenueTimes {
	/** Null when nobody has told its hours, or when it opens by agreement: unknown, which is not closed. */
	readonly open: readonly Span[] | null;
	readonly taken: readonly Taken[];
}

/** Hours a week by cell of the week (`cellOf` of period.ts). */
export type WeekHours = Float64Array;

/** What the opening hours of one venue are used for. Hours are a week's, on average over the period. */
export interface OpenUse {
	open: number;
	used: number;
	/** `open - used`. */
	idle: number;
	/** Hours of use before it opens or after it closes, as far as its hours are told. */
	outside: number;
	openByCell: WeekHours;
	idleByCell: WeekHours;
	/** When it is open and nothing is known to go on. */
	idleSpans: Span[];
}

export interface VenueUse {
	/** Hours a week in which at least one thing goes on in the house: what overlaps is counted once. */
	taken: number;
	/** The same room by room, added up; what is in no known room counts as one room of its own. */
	roomHours: number;
	/** Null when it is not known when the venue is open. */
	hours: OpenUse | null;
}

const HOUR = 3600;

/** How a venue is used over a period. Only known activities count: what nobody has told of can't be seen. */
export function useOf({ open, taken }: VenueTimes, period: Period): VenueUse {
	const perWeek = (set: readonly Span[]) => length(set) / HOUR / period.weeks;
	const within = (spans: readonly Span[]) => common(union(spans), [period]);
	const busy = within(taken);
	const rooms = Map.groupBy(taken, ({ room }) => room);
	const roomHours = [...rooms.values()].reduce((sum, spans) => sum + perWeek(within(spans)), 0);
	if (!open) return { taken: perWeek(busy), roomHours, hours: null };

	const hours = within(open);
	const idleSpans = without(hours, busy);
	return {
		taken: perWeek(busy),
		roomHours,
		hours: {
			open: perWeek(hours),
			used: perWeek(common(hours, busy)),
			idle: perWeek(idleSpans),
			outside: perWeek(without(busy, hours)),
			openByCell: byCell(hours, period),
			idleByCell: byCell(idleSpans, period),
			idleSpans,
		},
	};
}

/** Hours a week of a set of spans, by cell of the week. */
export function byCell(set: readonly Span[], { slots, weeks }: Period): WeekHours {
	const hours = new Float64Array(WEEK_CELLS);
	let at = 0;
	for (const { start, end } of set) {
		while (at < slots.length && slots[at]!.end <= start) at++;
		for (let n = at; n < slots.length && slots[n]!.start < end; n++) {
			const slot = slots[n]!;
			hours[slot.cell]! += (Math.min(end, slot.end) - Math.max(start, slot.start)) / HOUR / weeks;
		}
	}
	return hours;
}

/** Venues together. Those whose hours are unknown are counted, and are in no sum of hours that are open, used or idle. */
export interface UseTogether {
	venues: number;
	/** Those whose hours are known. */
	known: number;
	open: number;
	used: number;
	idle: number;
	outside: number;
	openByCell: WeekHours;
	idleByCell: WeekHours;
	/** Hours a week with something going on, in all venues. */
	taken: number;
	/** The same in those whose hours are unknown. */
	takenUnknown: number;
}

/** No venues yet. */
export const noUse = (): UseTogether => ({
	...{ venues: 0, known: 0, open: 0, used: 0, idle: 0, outside: 0, taken: 0, takenUnknown: 0 },
	openByCell: new Float64Array(WEEK_CELLS),
	idleByCell: new Float64Array(WEEK_CELLS),
});

/** Adds a venue to those that were added before. */
export function addUse(sum: UseTogether, { taken, hours }: VenueUse): void {
	sum.venues++;
	sum.taken += taken;
	if (!hours) {
		sum.takenUnknown += taken;
		return;
	}
	sum.known++;
	for (const key of ['open', 'used', 'idle', 'outside'] as const) sum[key] += hours[key];
	for (let cell = 0; cell < WEEK_CELLS; cell++) {
		sum.openByCell[cell]! += hours.openByCell[cell]!;
		sum.idleByCell[cell]! += hours.idleByCell[cell]!;
	}
}
