import { civil } from '#domain/time.ts';
import type { Span } from './spans.ts';

/**
 * Parts of the day in civil time, each with the hours in which it begins and ends. Night is the two ends of a date: a
 * Friday's night is 00-06 and 22-24 that Friday.
 */
export const partsOfDay = ['night', 'morning', 'day', 'evening'] as const;
export type PartOfDay = (typeof partsOfDay)[number];
export const partHours: Readonly<Record<PartOfDay, readonly (readonly [from: number, to: number])[]>> = {
	night: [
		[0, 6],
		[22, 24],
	],
	morning: [[6, 12]],
	day: [[12, 17]],
	evening: [[17, 22]],
};

/** Cells of a week: weekday (0 is Monday) times part of day. */
export const WEEK_CELLS = 7 * partsOfDay.length;
export const cellOf = (weekday: number, part: PartOfDay): number =>
	weekday * partsOfDay.length + partsOfDay.indexOf(part);

/** Whole weeks over which use is counted. */
export const USE_WEEKS = 8;

/** Whole weeks of civil time in Stockholm, cut where a part of a day begins. */
export interface Period extends Span {
	weeks: number;
	/** Its first and last day, `2026-11-30`. */
	firstDay: string;
	lastDay: string;
	/** In order and without gaps; `cell` as `cellOf` gives it. */
	slots: readonly (Span & { cell: number })[];
}

const HOURS = Object.entries(partHours).flatMap(([part, hours]) =>
	hours.map(([from, to]) => ({ part: part as PartOfDay, from, to })),
);
HOURS.sort((a, b) => a.from - b.from);

/** Weeks from the Monday after an instant (unix seconds) on. An hour that summer time skips or repeats is in them as it is. */
export function periodFrom(now: number, weeks = USE_WEEKS): Period {
	const today = civil(now).startOfDay();
	const monday = today.add({ days: 8 - today.dayOfWeek });
	const slots: (Span & { cell: number })[] = [];
	for (let ahead = 0; ahead < weeks * 7; ahead++) {
		const day = monday.add({ days: ahead });
		// By the clock: five in the afternoon is five also on a day of 23 hours.
		const at = (hour: number) => (hour === 24 ? day.add({ days: 1 }) : day.with({ hour })).epochMilliseconds / 1000;
		for (const { part, from, to } of HOURS) slots.push({ start: at(from), end: at(to), cell: cellOf(ahead % 7, part) });
	}
	const lastDay = monday.add({ days: weeks * 7 - 1 });
	return {
		...{ start: slots[0]!.start, end: slots.at(-1)!.end, weeks, slots },
		firstDay: monday.toPlainDate().toString(),
		lastDay: lastDay.toPlainDate().toString(),
	};
}
