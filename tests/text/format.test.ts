import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { isoTime } from '#text/format.ts';

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
