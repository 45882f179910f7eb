import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { isoTime, monthOrYear } from '#text/format.ts';

const byTemporal = (second: number) =>
	Temporal.Instant.fromEpochMilliseconds(second * 1000)
		.toZonedDateTimeISO('Europe/Stockholm')
		.toString({ timeZoneName: 'never' });

test('an instant for machines carries the offset of its day, also around the nights when the clock is changed', () => {
	expect(isoTime(Date.parse('2026-11-24T17:00:00Z') / 1000)).toBe('2026-11-24T18:00:00+01:00');
	const instants = [
		'2026-01-01T00:30',
		'2026-03-29T00:59:59',
		'2026-03-29T01:00',
		'2026-10-25T00:30',
		'2026-10-25T01:30',
	]
		.map((time) => Date.parse(`${time}Z`) / 1000)
		.concat(Array.from({ length: 400 }, (_, day) => Date.parse('2026-01-01T22:45Z') / 1000 + day * 86_400));
	expect(instants.map(isoTime)).toEqual(instants.map(byTemporal));
});

test('a page confirmed some months ago says the month, one of years ago the year; never a year that is not over', () => {
	const now = Date.parse('2026-11-26T12:00Z') / 1000;
	const at = (day: string) => Date.parse(`${day}T12:00Z`) / 1000;
	expect(monthOrYear(at('2026-03-10'), now, 'sv')).toBe('mars');
	expect(monthOrYear(at('2026-03-10'), now, 'en')).toBe('March');
	expect(monthOrYear(at('2025-10-02'), now, 'sv')).toBe('2025');
	// A month that comes again this year is told by its year.
	expect(monthOrYear(at('2025-11-27'), now, 'en')).toBe('2025');
	const newYearsEve = at('2026-12-31');
	expect(monthOrYear(at('2026-01-01'), newYearsEve, 'sv')).toBe('januari');
	for (let ago = 0; ago < 365; ago++)
		expect(monthOrYear(newYearsEve - ago * 86_400, newYearsEve, 'sv')).not.toBe('2026');
});
