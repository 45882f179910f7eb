import { expect, test } from 'vitest';
import { easter, midsummerEve } from '../../db/demo/holidays.ts';
import type { Listing } from '../../src/domain/listing.ts';
import { occurrencesOf } from '../../src/domain/schedule.ts';
import { civil, spanOf } from '../../src/domain/time.ts';
import { dense, invented } from './invented.ts';

function within(listing: Listing, from: number, to: number): number[] {
	if (listing.kind !== 'activity') return [];
	return listing.schedules.flatMap((schedule) => occurrencesOf(schedule, from, to)).map(({ start }) => start);
}

test.each([
	['Christmas Eve', '2026-12-24T09:00Z'],
	['midsummer', '2026-06-18T09:00Z'],
	['the change to summer time', '2027-03-27T09:00Z'],
	['the change to winter time', '2026-10-24T09:00Z'],
	['high summer', '2026-07-14T09:00Z'],
])(
	'the coming week is alive in every dense place: %s',
	async (_name, date) => {
		const now = Date.parse(date) / 1000;
		const listings = await invented(now, 1, dense);
		const { from, to } = spanOf('week', now);
		const alive = Map.groupBy(
			listings.filter((listing) => within(listing, from, to).length > 0),
			({ municipality }) => municipality,
		);
		for (const code of dense) expect(alive.get(code)?.length ?? 0).toBeGreaterThan(25);
	},
	30_000,
);

test('a year later the same invention is still alive', async () => {
	const listings = await invented(Date.UTC(2026, 8, 1) / 1000, 1, ['2283']);
	const later = Date.UTC(2027, 9, 12) / 1000;
	expect(listings.filter((listing) => within(listing, later, later + 7 * 86_400).length > 0).length).toBeGreaterThan(
		60,
	);
});

test('the first time is one that the rule gives, and on Christmas Eve only those meet who mean to', async () => {
	const now = Date.UTC(2026, 10, 23) / 1000;
	const listings = await invented(now, 1, dense);
	for (const listing of listings) {
		if (listing.kind !== 'activity') continue;
		for (const schedule of listing.schedules) {
			const start = Date.parse(`${schedule.start}Z`) / 1000;
			const times = occurrencesOf({ ...schedule, except: [] }, start - 3 * 86_400, start + 86_400);
			expect(times.map((time) => civil(time.start).toPlainDateTime().toString().slice(0, 16))[0]).toBe(schedule.start);
			if (schedule.except.length > 12)
				expect(within(listing, Date.UTC(2026, 11, 21) / 1000, Date.UTC(2027, 0, 8) / 1000)).toEqual([]);
		}
	}
	const eve = Date.UTC(2026, 11, 23, 23) / 1000;
	const held = listings.filter((listing) => within(listing, eve, eve + 86_400).length > 0);
	expect(held.some(({ name }) => name.startsWith('Julafton tillsammans'))).toBe(true);
}, 30_000);

test('Easter and midsummer fall where almanacs have them', () => {
	const easters = [2024, 2025, 2026, 2027, 2038].map((year) => easter(year).toString());
	expect(easters).toEqual(['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25']);
	expect([2025, 2026, 2027].map((year) => midsummerEve(year).toString())).toEqual([
		'2025-06-20',
		'2026-06-19',
		'2027-06-25',
	]);
});
