import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { openBetween } from '../../src/domain/opening-hours.ts';
import { cellOf, type PartOfDay, periodFrom, WEEK_CELLS } from '../../src/planning/period.ts';
import { common, covers, length, type Span, union, without } from '../../src/planning/spans.ts';
import { addUse, byCell, noUse, type Taken, useOf, type VenueTimes } from '../../src/planning/use.ts';

const second = (civil: string) =>
	Temporal.PlainDateTime.from(civil).toZonedDateTime('Europe/Stockholm').epochMilliseconds / 1000;
const at = (civil: string, hours: number, room: number | null = null): Taken => {
	const start = second(civil);
	return { start, end: start + hours * 3600, room };
};
const minute = 60;

/** Weeks over the change to summer time (29 March 2026), over the one back (25 October), and a usual one. */
const periods = ['2026-03-18T12:00', '2026-10-14T12:00', '2026-11-26T12:00'].map((day) => periodFrom(second(day), 2));

/** Minutes of a period, so that everything can be told minute by minute. */
const minutesOf = ({ start, end }: Span) =>
	Array.from({ length: (end - start) / minute }, (_, n) => start + n * minute);
const has = (spans: readonly Span[], time: number) => spans.some(({ start, end }) => start <= time && time < end);

/** The part of the day by the clock on the wall, written out. */
function cellAt(time: number): number {
	const { dayOfWeek, hour } = Temporal.Instant.fromEpochMilliseconds(time * 1000).toZonedDateTimeISO(
		'Europe/Stockholm',
	);
	let part: PartOfDay = 'night';
	if (hour >= 6 && hour < 12) part = 'morning';
	if (hour >= 12 && hour < 17) part = 'day';
	if (hour >= 17 && hour < 22) part = 'evening';
	return cellOf(dayOfWeek - 1, part);
}

/** Spans around a period, with whole minutes; some hang over its ends, overlap, touch, or are empty. */
const spansAround = ({ start, end }: Span) =>
	fc.array(
		fc
			.record({
				from: fc.integer({ min: start / minute - 2000, max: end / minute + 2000 }),
				minutes: fc.integer({ min: 0, max: 3000 }),
				room: fc.constantFrom(null, 1, 2),
			})
			.map(({ from, minutes, room }) => ({ start: from * minute, end: (from + minutes) * minute, room })),
		{ maxLength: 12 },
	);

test('a period is whole weeks from the next Monday on, and knows the hour that summer time takes', () => {
	const [spring, , usual] = periods;
	expect(usual).toMatchObject({ firstDay: '2026-11-30', lastDay: '2026-12-13', weeks: 2 });
	expect(spring!.firstDay).toBe('2026-03-23');
	const days = periods.map((period) => (period.end - period.start) / 3600);
	expect(days).toEqual([14 * 24 - 1, 14 * 24 + 1, 14 * 24]);
	// A Monday: the week from the next one on.
	expect(periodFrom(second('2026-11-30T00:00')).firstDay).toBe('2026-12-07');
	expect(periodFrom(second('2026-11-29T23:59'))).toMatchObject({ firstDay: '2026-11-30', lastDay: '2027-01-24' });
	for (const { slots, start, end } of periods) {
		expect(slots[0]!.start).toBe(start);
		expect(slots.at(-1)!.end).toBe(end);
		for (const [place, slot] of slots.entries()) if (place) expect(slot.start).toBe(slots[place - 1]!.end);
	}
});

test('minute by minute: sets of spans are what they say', () => {
	const tiny = fc.array(
		fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 9 })).map(([start, long]) => ({
			...{ start, end: start + long },
		})),
		{ maxLength: 8 },
	);
	fc.assert(
		fc.property(tiny, tiny, (a, b) => {
			const [A, B] = [union(a), union(b)];
			const both = common(A, B);
			const only = without(A, B);
			for (let time = -1; time < 45; time++) {
				expect(has(A, time)).toBe(has(a, time));
				expect(has(both, time)).toBe(has(a, time) && has(b, time));
				expect(has(only, time)).toBe(has(a, time) && !has(b, time));
			}
			for (const set of [A, both, only])
				for (const [place, span] of set.entries()) {
					expect(span.end).toBeGreaterThan(span.start);
					if (place) expect(span.start).toBeGreaterThanOrEqual(set[place - 1]!.end);
				}
			for (const span of b.filter(({ start, end }) => end > start)) {
				const all = Array.from({ length: span.end - span.start }, (_, n) => span.start + n);
				expect(covers(A, span)).toBe(all.every((time) => has(a, time)));
			}
		}),
		{ numRuns: 300 },
	);
});

test.each(periods)('minute by minute from $firstDay: open, used, idle and outside, by cell of the week', (period) => {
	const minutes = minutesOf(period);
	const cells = minutes.map(cellAt);
	fc.assert(
		fc.property(spansAround(period), spansAround(period), (open, taken) => {
			const told = useOf({ open, taken }, period);
			const openBy = new Float64Array(WEEK_CELLS);
			const idleBy = new Float64Array(WEEK_CELLS);
			const counted = { open: 0, used: 0, idle: 0, outside: 0, taken: 0, rooms: 0 };
			for (const [place, time] of minutes.entries()) {
				const [opens, takes] = [has(open, time), has(taken, time)];
				if (opens) openBy[cells[place]!]! += 1;
				if (opens && !takes) idleBy[cells[place]!]! += 1;
				counted.open += Number(opens);
				counted.used += Number(opens && takes);
				counted.idle += Number(opens && !takes);
				counted.outside += Number(takes && !opens);
				counted.taken += Number(takes);
				for (const room of [null, 1, 2])
					counted.rooms += Number(
						has(
							taken.filter((one) => one.room === room),
							time,
						),
					);
			}
			const week = (count: number) => count / 60 / period.weeks;
			const { hours } = told;
			for (const key of ['open', 'used', 'idle', 'outside'] as const)
				expect(hours![key]).toBeCloseTo(week(counted[key]), 9);
			expect(told.taken).toBeCloseTo(week(counted.taken), 9);
			expect(told.roomHours).toBeCloseTo(week(counted.rooms), 9);
			for (let cell = 0; cell < WEEK_CELLS; cell++) {
				expect(hours!.openByCell[cell]).toBeCloseTo(week(openBy[cell]!), 9);
				expect(hours!.idleByCell[cell]).toBeCloseTo(week(idleBy[cell]!), 9);
			}
		}),
		{ numRuns: 12 },
	);
});

test.each(periods)('from $firstDay: idle and used are what is open, also cell by cell, and venues add up', (period) => {
	const venues = fc.array(
		fc.record({ open: fc.option(spansAround(period), { nil: null }), taken: spansAround(period) }),
		{ maxLength: 5 },
	);
	const sum = (cells: Float64Array) => cells.reduce((total, hours) => total + hours, 0);
	fc.assert(
		fc.property(venues, (given: VenueTimes[]) => {
			const uses = given.map((venue) => useOf(venue, period));
			for (const { hours, taken } of uses) {
				if (!hours) continue;
				expect(hours.idle + hours.used).toBeCloseTo(hours.open, 9);
				expect(hours.used + hours.outside).toBeCloseTo(taken, 9);
				expect(sum(hours.openByCell)).toBeCloseTo(hours.open, 9);
				expect(sum(hours.idleByCell)).toBeCloseTo(hours.idle, 9);
				expect(sum(byCell(hours.idleSpans, period))).toBeCloseTo(length(hours.idleSpans) / 3600 / period.weeks, 9);
				hours.idleByCell.forEach((idle, cell) => {
					expect(idle).toBeLessThanOrEqual(hours.openByCell[cell]! + 1e-9);
				});
			}
			const all = noUse();
			for (const use of uses) addUse(all, use);
			expect(all.venues).toBe(given.length);
			expect(all.known).toBe(given.filter(({ open }) => open).length);
			expect(all.idle + all.used).toBeCloseTo(all.open, 9);
			expect(all.taken).toBeCloseTo(all.used + all.outside + all.takenUnknown, 9);
		}),
		{ numRuns: 60 },
	);
});

test('more that goes on never leaves more that is idle', () => {
	const [period] = periods;
	fc.assert(
		fc.property(spansAround(period!), spansAround(period!), spansAround(period!), (open, taken, more) => {
			const before = useOf({ open, taken }, period!).hours!.idle;
			expect(useOf({ open, taken: [...taken, ...more] }, period!).hours!.idle).toBeLessThanOrEqual(before + 1e-9);
		}),
		{ numRuns: 100 },
	);
});

test('the example of docs/planning-method.md', () => {
	const period = periodFrom(second('2026-11-26T12:00'), 1);
	const open = openBetween('Mo-Fr 16:00-22:00; Sa 09:00-15:00', period.start, period.end);
	if (open?.is !== 'known') throw new Error('the hours are known');
	const taken = [
		at('2026-11-30T18:00', 2, 1),
		// In the other room, and half an hour longer: the house is taken until 20:30.
		at('2026-11-30T18:30', 2, 2),
		at('2026-12-03T21:00', 2),
		at('2026-12-06T10:00', 3),
	];
	const { hours, taken: busy, roomHours } = useOf({ open: open.spans, taken }, period);
	expect(hours).toMatchObject({ open: 36, used: 3.5, idle: 32.5, outside: 4 });
	expect(busy).toBe(7.5);
	expect(roomHours).toBe(9);
	expect(hours!.openByCell[cellOf(0, 'evening')]).toBe(5);
	expect(hours!.idleByCell[cellOf(0, 'evening')]).toBe(2.5);
	expect(hours!.idleByCell[cellOf(0, 'day')]).toBe(1);
	expect(hours!.idleByCell[cellOf(3, 'evening')]).toBe(4);
	expect(hours!.idleByCell[cellOf(5, 'morning')]).toBe(3);
});

test('hours by the clock: over midnight, on the day summer time comes, and on the one when it goes', () => {
	const hoursIn = (text: string, from: string, to: string) => {
		const found = openBetween(text, second(from), second(to));
		return found?.is === 'known' ? found.spans.map(({ start, end }) => [start, end]) : found;
	};
	// The library reckons by the machine's clock, so these hold wherever the tests are run.
	expect(hoursIn('Sa 20:00-02:00', '2026-12-06T00:00', '2026-12-07T00:00')).toEqual([
		[second('2026-12-06T00:00'), second('2026-12-06T02:00')],
	]);
	const [[from, to]] = hoursIn('Su 01:00-04:00', '2026-03-29T00:00', '2026-03-30T00:00') as number[][] as [number[]];
	expect((to! - from!) / 3600).toBe(2);
	const [[first, last]] = hoursIn('Su 01:00-04:00', '2026-10-25T00:00', '2026-10-26T00:00') as number[][] as [number[]];
	expect((last! - first!) / 3600).toBe(4);
	expect(hoursIn('24/7', '2026-03-23T00:00', '2026-04-06T00:00')).toEqual([
		[second('2026-03-23T00:00'), second('2026-04-06T00:00')],
	]);
	// Christmas Day is a Friday in 2026.
	expect(hoursIn('Fr 10:00-12:00; PH off', '2026-12-25T00:00', '2026-12-26T00:00')).toEqual([]);
});

test('what opens by agreement has no hours to count, and what can not be read is unknown', () => {
	const [period] = periods;
	const asked = (text: string) => openBetween(text, period!.start, period!.end);
	expect(asked('"by appointment"')).toEqual({ is: 'agreement' });
	expect(asked('ring vaktmästaren')).toBeNull();
	const some = asked('We 10:00-12:00; Sa 10:00-14:00 "by appointment"');
	expect(some?.is === 'known' && length(some.spans) / 3600).toBe(4);
	expect(asked('Jul 10:00-12:00')).toEqual({ is: 'known', spans: [] });
});
