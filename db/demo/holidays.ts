import { Temporal } from 'temporal-polyfill';

type Day = Temporal.PlainDate;
const day = (year: number, month: number, date: number): Day => new Temporal.PlainDate(year, month, date);

/** Easter Sunday (Gregorian; Meeus, Jones and Butcher). */
export function easter(year: number): Day {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
	const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
	const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
	return day(year, Math.floor(f / 31), (f % 31) + 1);
}

/** Midsummer Eve: the Friday of 19 to 25 June. */
export function midsummerEve(year: number): Day {
	const first = day(year, 6, 19);
	return first.add({ days: (5 - first.dayOfWeek + 7) % 7 });
}

const range = (from: Day, to: Day): Day[] =>
	Array.from({ length: from.until(to, { largestUnit: 'days' }).days + 1 }, (_, n) => from.add({ days: n }));
const week = (year: number, number: number): Day[] => {
	// ISO 8601: 4 January lies in week 1.
	const fourth = day(year, 1, 4);
	const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: number - 1 });
	return range(monday, monday.add({ days: 6 }));
};

/** Days on which most houses are shut. */
export function holidaysOf(year: number): Day[] {
	const sunday = easter(year);
	return [
		day(year, 1, 1),
		sunday.subtract({ days: 2 }),
		sunday,
		sunday.add({ days: 1 }),
		midsummerEve(year),
		midsummerEve(year).add({ days: 1 }),
		...range(day(year, 12, 24), day(year, 12, 26)),
		day(year, 12, 31),
	];
}

/** Days without school; the winter holiday falls in week 7 to 10, later in the north. */
export function schoolBreaksOf(year: number, lat: number): Day[] {
	return [
		...range(day(year, 1, 1), day(year, 1, 8)),
		...week(year, lat < 57.5 ? 8 : lat < 61 ? 9 : 10),
		...range(easter(year).subtract({ days: 6 }), easter(year).add({ days: 1 })),
		...range(day(year, 6, 12), day(year, 8, 16)),
		...week(year, 44),
		...range(day(year, 12, 20), day(year, 12, 31)),
	];
}
