import fc from 'fast-check';
import OpeningHours from 'opening_hours';
import { expect, test } from 'vitest';
import { type DayHours, type Hours, hoursOf, osmOf } from '../../src/domain/hours.ts';
import { readDay, readExceptions, readHours } from '../../src/domain/said/hours.ts';
import { overwriteGetLocale } from '../../src/text/generated/runtime.js';
import { exceptionInWords, hoursInWords } from '../../src/text/hours.ts';

const osm = (text: string) => {
	const read = readHours(text);
	return 'said' in read ? osmOf(read.said) : `? ${read.unread.join(' ')}`;
};

test.each([
	['vardagar 9-17, lördagar 10-14, stängt på röda dagar', 'Mo-Fr 09:00-17:00; Sa 10:00-14:00; PH off'],
	['mån-fre 9-12 och 13-17', 'Mo-Fr 09:00-12:00,13:00-17:00'],
	['Måndag 18-21, onsdag 18-21', 'Mo,We 18:00-21:00'],
	['tisdagar och torsdagar kl 13–16', 'Tu,Th 13:00-16:00'],
	['Mån–tors kl. 10.00–18.00, fre kl. 10.00–16.00', 'Mo-Th 10:00-18:00; Fr 10:00-16:00'],
	['alla dagar 10-18', 'Mo-Su 10:00-18:00'],
	['Öppet varje dag 8-22', 'Mo-Su 08:00-22:00'],
	['dygnet runt', 'Mo-Su 00:00-24:00'],
	['9-17 vardagar', 'Mo-Fr 09:00-17:00'],
	['helgfria vardagar 9-17', 'Mo-Fr 09:00-17:00; PH off'],
	['lördagar 10-14, röda dagar stängt', 'Sa 10:00-14:00; PH off'],
	['mån 9-17, tis-tors 9-19, fre 9-15, helger stängt', 'Mo 09:00-17:00; Tu-Th 09:00-19:00; Fr 09:00-15:00'],
	['stängt måndagar, övriga dagar 11-17', 'Tu-Su 11:00-17:00'],
	['fre-lör 20-02', 'Fr-Sa 20:00-02:00'],
	['efter överenskommelse', '"by appointment"'],
	['vardagar 9-17, övriga dagar efter överenskommelse', 'Mo-Fr 09:00-17:00; Sa-Su "by appointment"'],
	['Mon-Fri 9am-5pm, Sat 10am-2pm, closed on public holidays', 'Mo-Fr 09:00-17:00; Sa 10:00-14:00; PH off'],
	['Monday to Friday 9-17; Saturday and Sunday by appointment', 'Mo-Fr 09:00-17:00; Sa-Su "by appointment"'],
	['weekdays 9-5pm', 'Mo-Fr 09:00-17:00'],
	['Open daily 10 am to 4 pm', 'Mo-Su 10:00-16:00'],
	['bokas via Anna', '? bokas via Anna'],
	['varannan tisdag 10-12', '? varannan tisdag 10-12'],
	['stängt', '? stängt'],
	['', '? '],
])('%s', (text, expected) => {
	expect(osm(text)).toBe(expected);
});

test.each([
	['24 december stängt', 'Dec 24 off'],
	['1 juli-15 augusti stängt\n6 juni 10-14', 'Jul 01-Aug 15 off; Jun 06 10:00-14:00'],
	['24/12-26/12 2026 closed', '2026 Dec 24-2026 Dec 26 off'],
	['1 juli till 31 juli efter överenskommelse', 'Jul 01-Jul 31 "by appointment"'],
	['2026-04-03 stängt', '2026 Apr 03 off'],
])('on certain dates: %s', (text, expected) => {
	const read = readExceptions(text);
	const week = Array.from({ length: 7 }, (): DayHours => []);
	expect('said' in read && osmOf({ week, closedOnHolidays: false, exceptions: read.said })).toBe(expected);
});

test.each(['24 dec', 'ibland stängt', '9-17', '31 februari stängt'])('%s is not guessed at', (text) => {
	expect(readExceptions(text)).toHaveProperty('unread');
});

test.each([
	['', []],
	['9-12, 13-17', ['09:00-12:00', '13:00-17:00']],
	['18 - 24', ['18:00-24:00']],
	['stängt', []],
	['-', []],
	['by appointment', 'appointment'],
	['9-17 12-13', '?'],
	['nio till fem', '?'],
])('a day: %s', (text, expected) => {
	const read = readDay(text);
	const said = 'said' in read ? read.said : '?';
	expect(typeof said === 'string' ? said : said.map(({ from, to }) => `${from}-${to}`)).toEqual(expected);
});

const clock = (quarters: number) =>
	`${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;
const anySpans = fc
	.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 4 })
	.map((marks) => marks.sort((a, b) => a - b).slice(0, marks.length - (marks.length % 2)))
	.map((marks) =>
		marks.flatMap((mark, place) => (place % 2 ? [] : [{ from: clock(mark), to: clock(marks[place + 1]!) }])),
	);
const anyDay: fc.Arbitrary<DayHours> = fc.oneof(fc.constant<DayHours>([]), fc.constant<DayHours>('appointment'), {
	arbitrary: anySpans,
	weight: 4,
});
const anyDate = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
const anyException = fc
	.tuple(fc.constantFrom(null, 2026, 2027), anyDate, fc.option(anyDate), anyDay)
	.map(([year, from, to, hours]) => ({ from: { year, ...from }, to: to && { year, ...to }, hours }));
const anyHours: fc.Arbitrary<Hours> = fc.record({
	week: fc.array(anyDay, { minLength: 7, maxLength: 7 }),
	closedOnHolidays: fc.boolean(),
	exceptions: fc.array(anyException, { maxLength: 3 }),
});
const said = (hours: Hours) => hours.week.some((day) => day.length);

test('hours said in words are read as those hours, in both languages', () => {
	for (const locale of ['sv', 'en'] as const) {
		overwriteGetLocale(() => locale);
		fc.assert(
			fc.property(anyHours.filter(said), (hours) => {
				const words = hoursInWords(hours);
				expect({ words, read: readHours(words) }).toEqual({ words, read: { said: { ...hours, exceptions: [] } } });
				const dates = hours.exceptions.map(exceptionInWords).join('\n');
				expect({ dates, read: readExceptions(dates) }).toEqual({ dates, read: { said: hours.exceptions } });
			}),
			{ numRuns: 500 },
		);
	}
});

test("hours written in OpenStreetMap's syntax are those hours when read again", () => {
	fc.assert(
		fc.property(anyHours.filter(said), (hours) => {
			expect(hoursOf(osmOf(hours)!)).toEqual(hours);
		}),
	);
});

const SWEDEN = { lat: 59.33, lon: 18.07, address: { country_code: 'se', state: '' } };

test('the library of OpenStreetMap opens when we say so, at every quarter of a week', () => {
	fc.assert(
		fc.property(anyHours.filter(said), ({ week }) => {
			const library = new OpeningHours(osmOf({ week, closedOnHolidays: false, exceptions: [] })!, SWEDEN);
			for (let quarter = 0; quarter < 7 * 96; quarter += 3) {
				const day = week[Math.floor(quarter / 96)]!;
				const now = clock(quarter % 96);
				const open = day !== 'appointment' && day.some(({ from, to }) => from <= now && now < to);
				// Monday 2 March 2026: a week without a holiday.
				const at = new Date(2026, 2, 2, 0, quarter * 15, 1);
				expect([at, library.getState(at)]).toEqual([at, open]);
			}
		}),
		{ numRuns: 30 },
	);
});

test.each([
	['Mo-Fr 9:00-17:00', 'Måndag–fredag 09.00–17.00'],
	['Mo-Su 10:00-16:00; We off', 'Måndag–tisdag och torsdag–söndag 10.00–16.00'],
	['"by appointment"', 'Efter överenskommelse'],
	['Mo-Fr 08:00-12:00, 13:00-17:00; PH off', 'Måndag–fredag 08.00–12.00 och 13.00–17.00, stängt på röda dagar'],
])('%s can be shown', (text, words) => {
	expect(hoursInWords(hoursOf(text)!)).toBe(words);
});

test.each([
	'Mo-Fr 09:00-sunset',
	'week 1-26 Mo-Fr 09:00-17:00',
	'24/7 || "on appointment"',
	'Mo-Fr 09:00+',
	'PH off; Mo-Fr 09:00-17:00',
	'Dec 24 off; Mo-Fr 09:00-17:00',
	'Mo[1] 18:00-20:00',
	'Mo-Fr 25:00-26:00',
	'Feb 30 off',
	'<script>',
])('%s is more than a form can show', (text) => {
	expect(hoursOf(text)).toBeNull();
});
