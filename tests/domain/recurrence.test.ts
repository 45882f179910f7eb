import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, monthOf, weekdayOfDate, weekOfDate } from '../../src/domain/civil-date.ts';
import { ordinals, type Recurrence, recurrenceOf, scheduleOf } from '../../src/domain/recurrence.ts';
import { readWhen } from '../../src/domain/said/read.ts';
import { occurrencesOf, type Schedule, ScheduleSchema } from '../../src/domain/schedule.ts';
import { weekdays } from '../../src/domain/taxonomies.ts';
import { civil, spanOfDate } from '../../src/domain/time.ts';
import { overwriteGetLocale } from '../../src/text/generated/runtime.js';
import { inWords } from '../../src/text/recurrence.ts';

/** A Wednesday. */
const TODAY = '2026-03-04';

/** What a line is read as: start, minutes, rule, dates left out and added. */
function read(text: string): string {
	const reading = readWhen(text, TODAY);
	if (!('recurrences' in reading)) return reading.reason + ('words' in reading ? `: ${reading.words.join(' ')}` : '');
	return reading.recurrences
		.map(scheduleOf)
		.map((schedule) => ScheduleSchema.parse(schedule))
		.map(({ start, minutes, rule, except, extra }) =>
			[start, minutes, rule, ...except.map((date) => `-${date}`), ...extra.map((at) => `+${at}`)]
				.filter((part) => part !== null)
				.join(' '),
		)
		.join(' | ');
}

const BUT_JULY = 'BYMONTH=1,2,3,4,5,6,8,9,10,11,12';
const BUT_SUMMER = 'BYMONTH=1,2,3,4,5,9,10,11,12';
const MO_FR = 'BYDAY=MO,TU,WE,TH,FR';
const EVEN = Array.from({ length: 26 }, (_, n) => 2 * n + 2).join(',');
const ODD = Array.from({ length: 27 }, (_, n) => 2 * n + 1).join(',');

test.each([
	['varannan tisdag 18-20, inte i juli', `2026-03-10T18:00 120 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;${BUT_JULY}`],
	['every other Tuesday 18-20, not in July', `2026-03-10T18:00 120 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;${BUT_JULY}`],
	['Varje torsdag kl. 18.00–19.30', '2026-03-05T18:00 90 FREQ=WEEKLY;BYDAY=TH'],
	['torsdagar 18:30-20', '2026-03-05T18:30 90 FREQ=WEEKLY;BYDAY=TH'],
	['Tisdagar och torsdagar kl 17–18.30', '2026-03-05T17:00 90 FREQ=WEEKLY;BYDAY=TU,TH'],
	['Tisd. o torsd. 18-20', '2026-03-05T18:00 120 FREQ=WEEKLY;BYDAY=TU,TH'],
	['tis/tors 18-20', '2026-03-05T18:00 120 FREQ=WEEKLY;BYDAY=TU,TH'],
	['mån-fre 9-12', `2026-03-04T09:00 180 FREQ=WEEKLY;${MO_FR}`],
	['måndag till fredag kl 09.00-15.00', `2026-03-04T09:00 360 FREQ=WEEKLY;${MO_FR}`],
	['vardagar 10-12 t.o.m. 12 juni', `2026-03-04T10:00 120 FREQ=WEEKLY;${MO_FR};UNTIL=20260612`],
	['första måndagen i månaden 19-21', '2026-04-06T19:00 120 FREQ=MONTHLY;BYDAY=1MO'],
	['Första och tredje onsdagen varje månad, kl. 18-20', '2026-03-04T18:00 120 FREQ=MONTHLY;BYDAY=1WE,3WE'],
	['sista fredagen i månaden 18 till 22', '2026-03-27T18:00 240 FREQ=MONTHLY;BYDAY=-1FR'],
	['första torsdagen varannan månad 18-20', '2026-03-05T18:00 120 FREQ=MONTHLY;INTERVAL=2;BYDAY=1TH'],
	['den 15:e varje månad kl 18-19', '2026-03-15T18:00 60 FREQ=MONTHLY;BYMONTHDAY=15'],
	['var tredje lördag 10-14 från 14 mars', '2026-03-14T10:00 240 FREQ=WEEKLY;INTERVAL=3;BYDAY=SA'],
	['tisdagar jämna veckor 18-20', `2026-03-17T18:00 120 FREQ=YEARLY;BYWEEKNO=${EVEN};BYDAY=TU`],
	['udda veckor på onsdagar 13-15', `2026-03-11T13:00 120 FREQ=YEARLY;BYWEEKNO=${ODD};BYDAY=WE`],
	['tisdagskvällar 18-20, uppehåll juni-augusti', `2026-03-10T18:00 120 FREQ=WEEKLY;BYDAY=TU;${BUT_SUMMER}`],
	['ons 18-20 (ej under sommaren)', `2026-03-04T18:00 120 FREQ=WEEKLY;BYDAY=WE;${BUT_SUMMER}`],
	['söndagar 11-12, september-maj', `2026-03-08T11:00 60 FREQ=WEEKLY;BYDAY=SU;${BUT_SUMMER}`],
	['dagligen 8-10', '2026-03-04T08:00 120 FREQ=DAILY'],
	['varje dag 10-16', '2026-03-04T10:00 360 FREQ=DAILY'],
	['var 3:e dag 10-11', '2026-03-04T10:00 60 FREQ=DAILY;INTERVAL=3'],
	['10 mars 18-20', '2026-03-10T18:00 120'],
	['lördag 14 mars 2026 kl 10-16', '2026-03-14T10:00 360'],
	['10/3 18-20', '2026-03-10T18:00 120'],
	['2026-05-02 10:00-12:00', '2026-05-02T10:00 120'],
	['1 mars 18-20', '2027-03-01T18:00 120'],
	['10 mars, 17 mars och 24 mars 18-20', '2026-03-10T18:00 120 +2026-03-17T18:00 +2026-03-24T18:00'],
	[
		'måndagar 18-20 och lördagar 10-12',
		'2026-03-09T18:00 120 FREQ=WEEKLY;BYDAY=MO | 2026-03-07T10:00 120 FREQ=WEEKLY;BYDAY=SA',
	],
	[
		'måndagar 18-20 och lördagar 10-12, inte i juli',
		`2026-03-09T18:00 120 FREQ=WEEKLY;BYDAY=MO;${BUT_JULY} | 2026-03-07T10:00 120 FREQ=WEEKLY;BYDAY=SA;${BUT_JULY}`,
	],
	[
		'tisdagar 18-20, inte 7 april, även 9 april',
		'2026-03-10T18:00 120 FREQ=WEEKLY;BYDAY=TU -2026-04-07 +2026-04-09T18:00',
	],
	['tisdagar kl 18 i två timmar', '2026-03-10T18:00 120 FREQ=WEEKLY;BYDAY=TU'],
	['fredagar 21-01', '2026-03-06T21:00 240 FREQ=WEEKLY;BYDAY=FR'],
	['varannan torsdag 18-20 med start 5 mars', '2026-03-05T18:00 120 FREQ=WEEKLY;INTERVAL=2;BYDAY=TH'],
	['måndagar mellan 10 och 12', '2026-03-09T10:00 120 FREQ=WEEKLY;BYDAY=MO'],
	['Tisdagar 10 mars-26 maj 18-20', '2026-03-10T18:00 120 FREQ=WEEKLY;BYDAY=TU;UNTIL=20260526'],
	['varje vecka 18-20 från 10 mars', '2026-03-10T18:00 120 FREQ=WEEKLY;BYDAY=TU'],
	['på tisdagar 18-20 varannan vecka', '2026-03-10T18:00 120 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
	['tis 1800-2000', '2026-03-10T18:00 120 FREQ=WEEKLY;BYDAY=TU'],
	['every Monday from 6 to 8 pm', '2026-03-09T18:00 120 FREQ=WEEKLY;BYDAY=MO'],
	['Mondays 6-8pm', '2026-03-09T18:00 120 FREQ=WEEKLY;BYDAY=MO'],
	['Mondays and Wednesdays 6:30pm-8pm until June 10', '2026-03-04T18:30 90 FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260610'],
	['first Monday of the month 6-8 pm', '2026-04-06T18:00 120 FREQ=MONTHLY;BYDAY=1MO'],
	['every second Tuesday of the month 18-20', '2026-03-10T18:00 120 FREQ=MONTHLY;BYDAY=2TU'],
	['every second Tuesday 18-20', '2026-03-10T18:00 120 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
	['the 1st and 3rd Tuesday of each month, 7pm to 9pm', '2026-03-17T19:00 120 FREQ=MONTHLY;BYDAY=1TU,3TU'],
	['last Friday of every month 19:00-21:00', '2026-03-27T19:00 120 FREQ=MONTHLY;BYDAY=-1FR'],
	[
		'weekdays 10am-2pm except July and August',
		`2026-03-04T10:00 240 FREQ=WEEKLY;${MO_FR};BYMONTH=1,2,3,4,5,6,9,10,11,12`,
	],
	['Saturdays 11-1 pm', '2026-03-07T11:00 120 FREQ=WEEKLY;BYDAY=SA'],
	['every 3 weeks on Thursdays 18-20 starting March 12', '2026-03-12T18:00 120 FREQ=WEEKLY;INTERVAL=3;BYDAY=TH'],
	['from March 10 until June 10, Tuesdays 18-20', '2026-03-10T18:00 120 FREQ=WEEKLY;BYDAY=TU;UNTIL=20260610'],
	['daily 9-10 am', '2026-03-04T09:00 60 FREQ=DAILY'],
	['on the 15th of every month at 18:00 for 2 hours', '2026-03-15T18:00 120 FREQ=MONTHLY;BYMONTHDAY=15'],
])('%s', (text, expected) => {
	expect(read(text)).toBe(expected);
});

test.each([
	['tisdagar 18', 'no_end'],
	['tisdagar', 'no_time'],
	['18-20', 'no_day'],
	['', 'no_day'],
	['tisdagar 18-20 utom röda dagar', 'unread: röda'],
	['Mondays 6-8 pm unless it rains', 'unread: unless it rains'],
	['när vi vill', 'unread: vill'],
	['femte måndagen i månaden 18-20', 'no_sense'],
	['tisdagar 25-26', 'unread: 25 26'],
	['30 februari 18-20', 'unread: 30'],
	['tisdagar 18-20 från 10 juni 2026 till 1 juni 2026', 'no_sense'],
	['<script>alert(1)</script>', 'unread: script alert script'],
])('%s is not guessed at', (text, expected) => {
	expect(read(text)).toBe(expected);
});

test('any text at all is read or refused, soon', () => {
	const piece = fc.constantFrom(
		'varannan ',
		'tisdag ',
		'18',
		'-',
		'20',
		' mars',
		'inte ',
		'till ',
		'och ',
		'10/',
		':',
		';',
		'första ',
	);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string({ unit: 'grapheme', maxLength: 200 }),
				fc.array(piece).map((all) => all.join('')),
			),
			(text) => {
				const reading = readWhen(text, TODAY);
				if (!('recurrences' in reading)) return reading.reason.length > 0;
				return reading.recurrences.every((one) => ScheduleSchema.safeParse(scheduleOf(one)).success);
			},
		),
		{ numRuns: 2000 },
	);
});

const anyDate = fc.integer({ min: 0, max: 700 }).map((ahead) => addDays(TODAY, ahead));
const anyClock = fc
	.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45', '05'))
	.map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const someOf = <T>(values: readonly T[], most = values.length) =>
	fc.subarray([...values], { minLength: 1, maxLength: most });

/** Recurrences as a form makes them. */
const anyRecurrence: fc.Arbitrary<Recurrence> = fc
	.record({
		shape: fc.oneof(
			fc.constant({ rhythm: 'once' as const, every: 1, weeks: null, days: [] as never[], which: [] as never[] }),
			fc.record({
				rhythm: fc.constant('daily' as const),
				every: fc.integer({ min: 1, max: 9 }),
				weeks: fc.constant(null),
				days: fc.constant<never[]>([]),
				which: fc.constant<never[]>([]),
			}),
			fc
				.record({
					rhythm: fc.constant('weekly' as const),
					every: fc.integer({ min: 1, max: 9 }),
					weeks: fc.constantFrom(null, 'even' as const, 'odd' as const),
					days: someOf(weekdays),
					which: fc.constant<never[]>([]),
				})
				.map((one) => (one.weeks ? { ...one, every: 1 } : one)),
			fc.record({
				rhythm: fc.constant('monthly' as const),
				every: fc.integer({ min: 1, max: 6 }),
				weeks: fc.constant(null),
				days: someOf(weekdays, 3),
				which: someOf(ordinals, 3),
			}),
			fc.record({
				rhythm: fc.constant('monthly_date' as const),
				every: fc.integer({ min: 1, max: 6 }),
				weeks: fc.constant(null),
				days: fc.constant<never[]>([]),
				which: fc.constant<never[]>([]),
			}),
		),
		clocks: fc.tuple(anyClock, anyClock).filter(([from, to]) => from !== to),
		first: anyDate,
		lasts: fc.option(fc.integer({ min: 800, max: 1200 })),
		not: fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], { maxLength: 10 }),
		except: fc.uniqueArray(anyDate, { maxLength: 3 }),
		extra: fc.uniqueArray(fc.tuple(anyDate, fc.option(anyClock)), { maxLength: 3 }),
	})
	.map(({ shape, clocks: [from, to], first, lasts, not, except, extra }) => {
		const once = shape.rhythm === 'once';
		return {
			...{ ...shape, from, to, first },
			until: once || lasts === null ? null : addDays(first, lasts),
			not: once ? [] : not,
			except: [...except].sort(),
			extra: [...new Set(extra.map(([date, clock]) => `${date}T${clock ?? from}`))].sort(),
		};
	});

test('a schedule said in words, whole, is read as that schedule, in both languages', () => {
	for (const locale of ['sv', 'en'] as const) {
		overwriteGetLocale(() => locale);
		fc.assert(
			fc.property(fc.array(anyRecurrence, { minLength: 1, maxLength: 3 }), (wanted) => {
				const schedules = wanted.map(scheduleOf);
				const said = schedules.map((schedule) => inWords(schedule, { whole: true })).join('; ');
				const reading = readWhen(said, TODAY);
				const heard = 'recurrences' in reading ? reading.recurrences.map(scheduleOf) : reading;
				expect({ said, heard }).toEqual({ said, heard: schedules });
			}),
			{ numRuns: 500 },
		);
	}
});

test('a schedule is the recurrence it was made of', () => {
	fc.assert(
		fc.property(anyRecurrence, (recurrence) => {
			const schedule = ScheduleSchema.parse(scheduleOf(recurrence));
			const again = recurrenceOf(schedule)!;
			expect(again).toEqual({ ...recurrence, first: schedule.start.slice(0, 10) });
			expect(scheduleOf(again)).toEqual(schedule);
		}),
	);
});

test('it happens on the days that were said and no others, at the same clock time all the year', () => {
	const [from, to] = ['2026-03-04', '2027-12-01'].map((date) => spanOfDate(date).from) as [number, number];
	const anyWeekly = anyRecurrence.filter(({ rhythm, every }) => rhythm === 'weekly' && every === 1);
	// In the hour that spring skips nothing happens (RFC 5545 §3.3.10): see below.
	const awake = anyWeekly.filter(({ from: clock }) => !clock.startsWith('02'));
	fc.assert(
		fc.property(awake, (recurrence) => {
			const plain = { ...recurrence, except: [], extra: [] };
			const found = occurrencesOf(scheduleOf(plain), from, to).map(({ start }) =>
				civil(start).toPlainDateTime().toString().slice(0, 16),
			);
			const wanted: string[] = [];
			for (let date = scheduleOf(plain).start.slice(0, 10); date < '2027-12-01'; date = addDays(date, 1)) {
				const even = weekOfDate(date) % 2 === 0;
				if (!recurrence.days.includes(weekdayOfDate(date)) || recurrence.not.includes(monthOf(date))) continue;
				if (recurrence.weeks && even !== (recurrence.weeks === 'even')) continue;
				if (recurrence.until && date > recurrence.until) continue;
				wanted.push(`${date}T${recurrence.from}`);
			}
			expect(found).toEqual(wanted);
		}),
		{ numRuns: 40 },
	);
});

test.each([
	['Sunday 02:30 on the night to summer time', '2026-03-22T02:30', ['2026-03-22T02:30', '2026-04-05T02:30']],
	[
		'Sunday 02:30 on the night to winter time',
		'2026-10-18T02:30',
		['2026-10-18T02:30', '2026-10-25T02:30', '2026-11-01T02:30'],
	],
])('%s', (_name, start, expected) => {
	const [date, clock] = start.split('T') as [string, string];
	const reading = readWhen(`söndagar ${clock}-04.00 från ${date}`, TODAY);
	if (!('recurrences' in reading)) throw new Error(reading.reason);
	const schedule = scheduleOf(reading.recurrences[0]!);
	const begin = Date.parse(`${date}T00:00Z`) / 1000 - 7200;
	const found = occurrencesOf(schedule, begin, begin + 20 * 86_400);
	expect(found.map((one) => civil(one.start).toPlainDateTime().toString().slice(0, 16))).toEqual(expected);
});

const schedule = (over: Partial<Schedule>) =>
	ScheduleSchema.parse({ start: '2026-03-10T18:00', minutes: 120, ...over });

test.each([
	['a fifth Monday', { rule: 'FREQ=MONTHLY;BYDAY=5MO' }],
	['so many times', { rule: 'FREQ=WEEKLY;COUNT=10' }],
	['days and nights', { minutes: 3000 }],
	['once a year', { rule: 'FREQ=YEARLY;BYMONTH=6;BYDAY=3SA' }],
	['two sorts of weekday', { rule: 'FREQ=MONTHLY;BYDAY=1MO,3TU' }],
	['an end before that day has begun', { rule: 'FREQ=WEEKLY;UNTIL=20260519T080000Z' }],
])('%s is more than a form can show, and said to be', (_name, over) => {
	expect(recurrenceOf(schedule(over))).toBeNull();
	expect(inWords(schedule(over))).toContain('18.00');
});

test.each([
	[{ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' }, 'Varannan tisdag 18.00–20.00'],
	[{ rule: `FREQ=WEEKLY;BYDAY=TU;${BUT_JULY}` }, 'Varje tisdag 18.00–20.00, inte i juli'],
	[{ rule: 'FREQ=WEEKLY;BYDAY=TU;BYMONTH=1,2,3' }, 'Varje tisdag 18.00–20.00, bara i januari, februari och mars'],
	[{ rule: 'FREQ=WEEKLY;UNTIL=20260526T215959Z' }, 'Varje tisdag 18.00–20.00, till 26 maj 2026'],
	[{ rule: 'FREQ=MONTHLY;BYDAY=2TU,-1TU' }, 'Andra och sista tisdag i månaden 18.00–20.00'],
	[{}, 'tisdag 10 mars 2026 18.00–20.00'],
])('said to everybody', (over, words) => {
	expect(inWords(schedule(over))).toBe(words);
});
