import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshnessOf, looksOld, moments, momentsOf, reached, reachedBy } from '../../src/domain/freshness.ts';
import { type Kind, kinds } from '../../src/domain/taxonomies.ts';
import { spanOfDate } from '../../src/domain/time.ts';

/** Midnight at the beginning of a civil date in Stockholm, unix seconds. */
const on = (date: string) => spanOfDate(date).from;
const dateOf = (second: number) => new Date((second + 3 * 3600) * 1000).toISOString().slice(0, 10);

test.each<[Kind, string, due: string, silent: string, hidden: string]>([
	// An activity is asked about before each term, unless it was confirmed in the weeks before.
	['activity', '2025-09-01', '2026-01-08', '2026-03-03', '2026-09-02'],
	['activity', '2025-11-24', '2026-01-08', '2026-05-26', '2026-11-25'],
	['activity', '2025-11-25', '2026-08-08', '2026-09-19', '2027-03-21'],
	['activity', '2026-01-08', '2026-08-08', '2026-09-19', '2027-03-21'],
	['activity', '2026-06-24', '2026-08-08', '2026-12-24', '2027-06-25'],
	['activity', '2026-06-25', '2027-01-08', '2027-02-19', '2027-08-21'],
	// An association after its yearly meeting; nobody is called silent before a year has passed.
	['organisation', '2026-02-20', '2026-05-02', '2027-02-20', '2028-02-20'],
	['organisation', '2026-03-04', '2027-05-02', '2027-06-13', '2028-06-12'],
	['organisation', '2025-10-01', '2026-05-02', '2026-10-01', '2027-10-01'],
	['organisation', '2025-05-02', '2026-05-02', '2026-06-13', '2027-06-13'],
	// A venue a year after it was confirmed.
	['venue', '2026-03-04', '2027-03-04', '2027-04-15', '2028-04-14'],
	['venue', '2028-02-29', '2029-02-28', '2029-04-11', '2030-04-11'],
])('a %s confirmed on %s is asked about on %s, silent on %s, and leaves the front on %s', (kind, since, ...dates) => {
	const found = momentsOf(kind, on(since));
	expect([found.due, found.silent, found.hidden].map(dateOf)).toEqual(dates);
});

test.each([
	['2026-05-01', false, 'fresh'],
	['2026-05-02', false, 'due'],
	['2026-05-02', true, 'reminded'],
	['2026-09-30', true, 'reminded'],
	['2026-10-01', false, 'silent'],
	['2026-10-01', true, 'silent'],
	['2027-10-02', true, 'hidden'],
] as const)('on %s an association confirmed in October 2025 (asked: %s) is %s', (date, asked, expected) => {
	expect(freshnessOf('organisation', on('2025-10-01'), on(date), asked)).toBe(expected);
});

const anyKind = fc.constantFrom(...kinds);
const anyTime = fc.integer({ min: on('2020-01-01'), max: on('2034-12-31') });

test('what is confirmed later is never older, and everything goes fresh, due, silent, hidden in this order', () => {
	const order = ['fresh', 'due', 'silent', 'hidden'];
	fc.assert(
		fc.property(anyKind, anyTime, anyTime, anyTime, (kind, a, b, now) => {
			const [earlier, later] = [Math.min(a, b), Math.max(a, b)];
			const [first, second] = [momentsOf(kind, earlier), momentsOf(kind, later)];
			for (const moment of moments) expect(first[moment]).toBeLessThanOrEqual(second[moment]);
			expect(later).toBeLessThan(second.due);
			expect(second.due).toBeLessThan(second.silent);
			expect(second.silent).toBeLessThan(second.hidden);
			expect(order.indexOf(freshnessOf(kind, earlier, now))).toBeGreaterThanOrEqual(
				order.indexOf(freshnessOf(kind, later, now)),
			);
			// Nobody waits for more than 16 months to be asked.
			expect(second.due - later).toBeLessThanOrEqual(488 * 86_400);
		}),
		{ numRuns: 2000 },
	);
});

test('the other way round gives just those that have reached a moment', () => {
	fc.assert(
		fc.property(anyKind, fc.constantFrom(...moments), anyTime, (kind, moment, now) => {
			const border = reachedBy(kind, moment, now);
			expect(momentsOf(kind, border)[moment]).toBeLessThanOrEqual(now);
			expect(momentsOf(kind, border + 1)[moment]).toBeGreaterThan(now);
		}),
		{ numRuns: 300 },
	);
});

test('what is found once an hour is that of the beginning of the hour, also when the hours are asked for in any order', () => {
	const hour = on('2026-05-02');
	for (const now of [hour, hour + 3599, hour - 1, hour + 7200, hour])
		for (const kind of kinds)
			expect(reached('due', now)[kind]).toBe(reachedBy(kind, 'due', Math.floor(now / 3600) * 3600));
	expect(looksOld('venue', hour - 407 * 86_400, hour)).toBe(true);
	expect(looksOld('venue', hour - 406 * 86_400, hour)).toBe(false);
});
