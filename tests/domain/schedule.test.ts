import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../src/api/calendar.ts';
import type { Activity, Stored } from '../../src/domain/listing.ts';
import { occurrencesOf, type Schedule, ScheduleSchema } from '../../src/domain/schedule.ts';
import { civil, dayPartOf, spanOf, weekdayOf } from '../../src/domain/time.ts';
import { slotOf } from '../../src/finder/times.ts';
import { activity } from '../store.ts';

const second = (text: string) => Date.parse(text) / 1000;
const shown = (schedule: Partial<Schedule>, from: string, to: string) =>
	occurrencesOf(ScheduleSchema.parse(schedule), second(from), second(to)).map(({ start }) =>
		civil(start).toPlainDateTime().toString({ smallestUnit: 'minute' }),
	);

describe('civil time in Stockholm', () => {
	test('a weekly 18:00 stays 18:00 when summer time begins and ends', () => {
		const weekly = { start: '2026-03-17T18:00', minutes: 90, rule: 'FREQ=WEEKLY;BYDAY=TU' };
		const spring = occurrencesOf(
			ScheduleSchema.parse(weekly),
			second('2026-03-20T00:00Z'),
			second('2026-04-08T00:00Z'),
		);
		expect(spring.map(({ start }) => civil(start).hour)).toEqual([18, 18, 18]);
		expect(spring[1]!.start - spring[0]!.start).toBe(7 * 86_400 - 3600);
		expect(shown(weekly, '2026-10-18T00:00Z', '2026-11-01T00:00Z')).toEqual(['2026-10-20T18:00', '2026-10-27T18:00']);
	});

	test('a time in the hour that spring skips happens after it', () => {
		expect(shown({ start: '2026-03-29T02:30', minutes: 30 }, '2026-03-28T00:00Z', '2026-03-30T00:00Z')).toEqual([
			'2026-03-29T03:30',
		]);
	});
});

test.each([
	[
		'every other Tuesday',
		{ start: '2026-01-06T18:00', rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' },
		['2026-01-06T18:00', '2026-01-20T18:00', '2026-02-03T18:00'],
	],
	[
		'the second Wednesday',
		{ start: '2026-01-14T19:00', rule: 'FREQ=MONTHLY;BYDAY=2WE' },
		['2026-01-14T19:00', '2026-02-11T19:00'],
	],
	[
		'the last Friday',
		{ start: '2026-01-30T17:00', rule: 'FREQ=MONTHLY;BYDAY=-1FR' },
		['2026-01-30T17:00', '2026-02-27T17:00'],
	],
	[
		'three times',
		{ start: '2026-01-05T10:00', rule: 'FREQ=DAILY;COUNT=3' },
		['2026-01-05T10:00', '2026-01-06T10:00', '2026-01-07T10:00'],
	],
	[
		'until a day',
		{ start: '2026-01-05T10:00', rule: 'FREQ=WEEKLY;UNTIL=20260119T230000Z' },
		['2026-01-05T10:00', '2026-01-12T10:00', '2026-01-19T10:00'],
	],
	[
		'not on a date',
		{ start: '2026-01-05T10:00', rule: 'FREQ=WEEKLY;COUNT=3', except: ['2026-01-12'] },
		['2026-01-05T10:00', '2026-01-19T10:00'],
	],
	[
		'once and once more',
		{ start: '2026-01-05T10:00', extra: ['2026-02-02T11:00', '2026-01-05T10:00'] },
		['2026-01-05T10:00', '2026-02-02T11:00'],
	],
])('%s', (_name, schedule, expected) => {
	expect(
		shown({ minutes: 60, ...schedule }, '2026-01-01T00:00Z', '2026-02-28T00:00Z').slice(0, expected.length),
	).toEqual(expected);
});

test.each([
	['FREQ=SECONDLY'],
	['FREQ=WEEKLY;BYDAY=XX'],
	['nonsense'],
	['FREQ=WEEKLY\nRRULE:FREQ=DAILY'],
	['FREQ=WEEKLY;INTERVAL=-1'],
	['FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0,1,2'],
	['FREQ=WEEKLY;COUNT=0'],
	['FREQ=WEEKLY;COUNT=3;UNTIL=20261130'],
	['FREQ=WEEKLY;DTSTART=20200101'],
])('%s is no rule', (rule) => {
	expect(ScheduleSchema.safeParse({ start: '2026-01-05T10:00', minutes: 60, rule }).success).toBe(false);
});

test.each([
	['9999-12-31T10:00'],
	['0001-01-01T10:00'],
	['2026-02-30T10:00'],
	['2026-13-01T10:00'],
	['2026-01-01T25:00'],
	['2026-01-01'],
])('%s is no time', (start) => {
	expect(ScheduleSchema.safeParse({ start, minutes: 60 }).success).toBe(false);
});

test('an endless rule gives no more than a window holds', () => {
	const daily = ScheduleSchema.parse({ start: '1990-01-01T10:00', minutes: 60, rule: 'FREQ=DAILY' });
	expect(occurrencesOf(daily, second('2026-01-01T00:00Z'), second('2026-07-01T00:00Z'))).toHaveLength(181);
});

test.each([
	['1900-01-01T10:00', 'FREQ=DAILY', 181],
	['2026-01-01T10:00', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 0],
	['2026-01-01T10:00', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5', 0],
	['2026-01-01T10:00', 'FREQ=DAILY;INTERVAL=999999999', 0],
	['2026-01-01T10:00', 'FREQ=DAILY;COUNT=99999999', 181],
	['2099-12-31T10:00', 'FREQ=WEEKLY', 0],
])('%s %s ends soon', (start, rule, count) => {
	const began = performance.now();
	const schedule = ScheduleSchema.parse({ start, minutes: 60, rule });
	const found = occurrencesOf(schedule, second('2026-01-02T00:00Z'), second('2026-07-02T00:00Z'));
	expect(found).toHaveLength(count);
	expect(performance.now() - began).toBeLessThan(1000);
});

/** The starts that another calendar program makes of the file we hand out. */
function readByOthers(text: string, from: number, to: number): number[] {
	const calendar = new ICAL.Component(ICAL.parse(text));
	for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
	const starts: number[] = [];
	for (const component of calendar.getAllSubcomponents('vevent')) {
		const iterator = new ICAL.Event(component).iterator();
		for (let n = 0; n < 3000; n++) {
			const next = iterator.next();
			if (!next) break;
			const start = next.toJSDate().getTime() / 1000;
			if (start >= to) break;
			if (start >= from) starts.push(start);
		}
	}
	return [...new Set(starts)].sort((a, b) => a - b);
}

test('the calendar file means the same times to ical.js as to us', () => {
	const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
	const rule = fc.oneof(
		fc
			.tuple(fc.integer({ min: 1, max: 4 }), weekday)
			.map(([often, day]) => `FREQ=WEEKLY;INTERVAL=${often};BYDAY=${day}`),
		fc.tuple(fc.constantFrom('1', '2', '3', '-1'), weekday).map(([which, day]) => `FREQ=MONTHLY;BYDAY=${which}${day}`),
		fc.integer({ min: 1, max: 28 }).map((date) => `FREQ=MONTHLY;BYMONTHDAY=${date}`),
		fc.integer({ min: 1, max: 40 }).map((count) => `FREQ=DAILY;COUNT=${count}`),
		fc.constant(null),
		weekday.map((day) => `FREQ=YEARLY;BYWEEKNO=${Array.from({ length: 26 }, (_, n) => 2 * n + 2)};BYDAY=${day}`),
		fc.constantFrom('20260329', '20261025', '20260901').map((until) => `FREQ=WEEKLY;UNTIL=${until}`),
	);
	const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`);
	const anyBeside = fc.record({
		except: fc.uniqueArray(date, { maxLength: 6 }),
		extra: fc.array(
			date.map((day) => `${day}T13:30`),
			{ maxLength: 2 },
		),
	});
	const [from, to] = [second('2026-01-01T00:00Z'), second('2027-01-01T00:00Z')];
	fc.assert(
		fc.property(rule, weekday, fc.integer({ min: 4, max: 22 }), anyBeside, (text, day, hour, beside) => {
			const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
			const start = `2026-01-${String(5 + days.indexOf(day)).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00`;
			const schedule = ScheduleSchema.parse({ start, minutes: 60, rule: text, ...beside });
			const entry = {
				...activity({ schedules: [schedule] }),
				id: 1,
				slug: 'a',
				createdAt: 1,
				updatedAt: from,
			} as Stored<Activity>;
			const ours = occurrencesOf(schedule, from, to).map((one) => one.start);
			const theirs = readByOthers(calendarOf(entry, 'https://samlas.example/aktivitet/a', 'Salen'), from, to);
			expect({ text, start, starts: theirs }).toEqual({ text, start, starts: ours });
		}),
		{ numRuns: 120 },
	);
});

test('spans that people ask for', () => {
	const wednesday = second('2026-03-04T11:00Z');
	const said = (from: number) => civil(from).toPlainDateTime().toString({ smallestUnit: 'minute' });
	const span = (when: Parameters<typeof spanOf>[0], now = wednesday) => Object.values(spanOf(when, now)).map(said);
	expect(span('today')).toEqual(['2026-03-04T12:00', '2026-03-05T00:00']);
	expect(span('tomorrow')).toEqual(['2026-03-05T00:00', '2026-03-06T00:00']);
	expect(span('weekend')).toEqual(['2026-03-06T16:00', '2026-03-09T00:00']);
	expect(span('weekend', second('2026-03-07T11:00Z'))).toEqual(['2026-03-07T12:00', '2026-03-09T00:00']);
	expect(span('week')).toEqual(['2026-03-04T12:00', '2026-03-11T00:00']);
	expect(span('next_week')).toEqual(['2026-03-09T00:00', '2026-03-16T00:00']);
});

test('the quick reckoning of weekday and part of the day is the slow one', () => {
	fc.assert(
		fc.property(fc.integer({ min: second('2024-01-01T00:00Z'), max: second('2029-01-01T00:00Z') }), (at) => {
			const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
			const parts = ['morning', 'afternoon', 'evening'];
			expect([days[Math.floor(slotOf(at) / 3)], parts[slotOf(at) % 3]]).toEqual([weekdayOf(at), dayPartOf(at)]);
		}),
	);
});
