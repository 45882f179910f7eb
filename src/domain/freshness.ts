import { Temporal } from 'temporal-polyfill';
import { ZONE } from './schedule.ts';
import type { Kind } from './taxonomies.ts';

/**
 * How an entry grows old, by its kind: when somebody is asked whether it is still right, when its silence shows, and when
 * it leaves the front of search. All follow from when it was last confirmed (`since`; unix seconds in, unix seconds out),
 * and none comes earlier for what was confirmed later.
 */

const DAY = 86_400;
/** In whole days, so that nothing confirmed on a leap day is due before what was confirmed the day before. */
const YEAR = 365 * DAY;

/** A rule for one kind. Days but for `asks`: civil dates, a week or so before a term and after most yearly meetings. */
interface Ageing {
	/** Month and day on which those are asked who look after it; null: a year after it was confirmed. */
	asks: readonly (readonly [month: number, day: number])[] | null;
	/** What was confirmed so lately is asked of the next time. */
	holds: number;
	/** Nobody is called silent sooner. */
	patience: number;
	/** How long it has been silent when it leaves the front. */
	fades: number;
}

const ageing: Record<Kind, Ageing> = {
	// Swedish terms begin in the middle of January and of August.
	activity: {
		asks: [
			[1, 8],
			[8, 8],
		],
		holds: 45,
		patience: 183,
		fades: 183,
	},
	// Yearly meetings are held in March and April; a new board is there in May.
	organisation: { asks: [[5, 2]], holds: 60, patience: 365, fades: 365 },
	venue: { asks: null, holds: 0, patience: 365, fades: 365 },
};

/** From being asked for the first time to counting as silent: two letters, and three weeks to answer each. */
const ANSWER = 42;

/** The moments in the life of a confirmation. */
export const moments = ['due', 'silent', 'hidden'] as const;
export type Moment = (typeof moments)[number];

/** `reminded`: it is due and somebody has been asked. */
export type Freshness = 'fresh' | 'due' | 'reminded' | 'silent' | 'hidden';

/** When an entry is due, silent, and leaves the front. */
export function momentsOf(kind: Kind, since: number): Record<Moment, number> {
	const { holds, patience, fades } = ageing[kind];
	const due = dueAfter(kind, since + holds * DAY);
	const silent = Math.max(due + ANSWER * DAY, since + patience * DAY);
	return { due, silent, hidden: silent + fades * DAY };
}

function dueAfter(kind: Kind, from: number): number {
	const { asks } = ageing[kind];
	if (!asks) return from + YEAR;
	const at = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(ZONE);
	const dates = [at.year, at.year + 1].flatMap((year) =>
		asks.map(([month, day]) => seconds(Temporal.PlainDate.from({ year, month, day }).toZonedDateTime(ZONE))),
	);
	return dates.find((date) => date >= from)!;
}

const seconds = (time: Temporal.ZonedDateTime): number => Math.floor(time.epochMilliseconds / 1000);

/** How fresh an entry is. `asked`: somebody was asked since it was confirmed. */
export function freshnessOf(kind: Kind, since: number, now: number, asked = false): Freshness {
	const { due, silent, hidden } = momentsOf(kind, since);
	if (now >= hidden) return 'hidden';
	if (now >= silent) return 'silent';
	if (now < due) return 'fresh';
	return asked ? 'reminded' : 'due';
}

/** Longer ago than any confirmation can be of interest, seconds. */
const LONG = 20 * 366 * DAY;

/**
 * The same the other way round, for whoever looks through many: what was confirmed at this moment or before has reached
 * `moment` now.
 */
export function reachedBy(kind: Kind, moment: Moment, now: number): number {
	let [yes, no] = [now - LONG, now];
	while (no - yes > 1) {
		const middle = Math.floor((yes + no) / 2);
		if (momentsOf(kind, middle)[moment] <= now) yes = middle;
		else no = middle;
	}
	return yes;
}

const HOUR = 3600;
const known = new Map<Moment, { hour: number; byKind: Record<Kind, number> }>();

/** That for every kind, at the beginning of this hour; found once an hour. */
export function reached(moment: Moment, now: number): Record<Kind, number> {
	const hour = Math.floor(now / HOUR);
	const before = known.get(moment);
	if (before?.hour === hour) return before.byKind;
	const of = (kind: Kind) => reachedBy(kind, moment, hour * HOUR);
	const byKind = { organisation: of('organisation'), venue: of('venue'), activity: of('activity') };
	known.set(moment, { hour, byKind });
	return byKind;
}

/** Whether readers are told that what was confirmed then is old. */
export const looksOld = (kind: Kind, confirmedAt: number, now: number): boolean =>
	confirmedAt <= reached('silent', now)[kind];
