import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceKm } from '../../src/domain/geo.ts';
import { type Equipment, equipment } from '../../src/domain/taxonomies.ts';
import { type Theme, themes } from '../../src/domain/theme.ts';
import { helpful, meetsAt } from '../../src/planning/needs.ts';
import { fit, type Hall, MOST_KM, MOST_POINTS, pairs, type Seeker } from '../../src/planning/pairs.ts';
import { cellOf, periodFrom } from '../../src/planning/period.ts';
import { type Taken, useOf } from '../../src/planning/use.ts';

const period = periodFrom(Date.UTC(2026, 10, 26) / 1000, 1);
const HOUR = 3600;
/** So many hours after Monday midnight, for so long. */
const span = (from: number, hours: number): Taken => ({
	start: period.start + from * HOUR,
	end: period.start + (from + hours) * HOUR,
	room: null,
});

function hall(over: Partial<Hall> & { open?: Taken[]; taken?: Taken[] } = {}): Hall {
	// Monday to Friday, 16-22.
	const { open = [0, 1, 2, 3, 4].map((day) => span(day * 24 + 16, 6)), taken = [], ...own } = over;
	const use = useOf({ open, taken }, period).hours!;
	return { ...{ id: 1, lon: 13, lat: 57, seats: null, equipment: [], stepFree: null }, use, ...own };
}
const seeker = (over: Partial<Seeker> = {}): Seeker => ({
	...{ id: 100, lon: 13, lat: 57, themes: [], audiences: [], times: null },
	...over,
});

test('the example of docs/planning-method.md', () => {
	const bygdegard = hall({ seats: 60, equipment: ['kitchen', 'stage'], stepFree: true, taken: [span(17, 3)] });
	const choir = seeker({ themes: ['choir'], lat: 57.018 });
	const pair = fit(bygdegard, choir)!;
	// 22 idle hours on weekday evenings; 2.0 km; one of three things that help; half for the entrance.
	expect(pair.reasons).toEqual([
		{ is: 'idle', hours: 22, at: 'evenings' },
		{ is: 'distance', km: expect.closeTo(2, 2) },
		{ is: 'equipment', has: ['stage'] },
		{ is: 'seats', seats: 60 },
		{ is: 'step_free' },
	]);
	expect(pair.points).toBeCloseTo(4 * 1 + 3 * (1 - 0.2) + 2 / 3 + 0.5, 2);
});

test('an activity fits where its own times do; one in four may be in the way', () => {
	const times = [18, 42, 66, 90].map((from) => span(from, 2));
	const busy = (count: number) => hall({ taken: [19, 43, 67].slice(0, count).map((from) => span(from, 1)) });
	expect(fit(busy(0), seeker({ times }))!.reasons[0]).toEqual({ is: 'times', fit: 4, of: 4 });
	expect(fit(busy(1), seeker({ times }))!.reasons[0]).toEqual({ is: 'times', fit: 3, of: 4 });
	expect(fit(busy(2), seeker({ times }))).toBeNull();
	// Before it opens.
	expect(fit(hall(), seeker({ times: [span(15, 2)] }))).toBeNull();
});

test('seniors and open preschools are looked for by day, and a way in without steps counts twice for them', () => {
	expect(meetsAt(['seniors'], [])).toBe('daytime');
	expect(meetsAt(['chess'], ['families'])).toBe('evenings');
	expect(fit(hall({ open: [span(18, 4)] }), seeker({ audiences: ['seniors'] }))).toBeNull();
	const open = [span(8, 8)];
	const points = (audiences: Seeker['audiences'], stepFree: boolean | null) =>
		fit(hall({ open, stepFree }), seeker({ themes: ['open_preschool'], audiences }))!.points;
	expect(points([], true) - points([], null)).toBeCloseTo(0.5);
	expect(points(['seniors'], true) - points(['seniors'], false)).toBeCloseTo(1);
});

test('what would help is that of the theme, or of the one above it', () => {
	expect(helpful(['football'])).toEqual(['sports_floor', 'changing_rooms']);
	expect(helpful(['choir', 'music'])).toEqual(['piano', 'stage', 'hearing_loop']);
	expect(helpful(['chess'])).toEqual([]);
});

const spot = {
	lon: fc.double({ min: 12.8, max: 13.2, noNaN: true }),
	lat: fc.double({ min: 56.9, max: 57.1, noNaN: true }),
};
const hours = fc.array(
	fc.tuple(fc.integer({ min: 0, max: 160 }), fc.integer({ min: 1, max: 8 })).map((one) => span(...one)),
	{
		maxLength: 8,
	},
);
const someHalls = fc.array(
	fc.record({
		...spot,
		seats: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }),
		equipment: fc.subarray<Equipment>([...equipment]),
		stepFree: fc.constantFrom(true, false, null),
		open: hours,
		taken: hours,
	}),
	{ maxLength: 8 },
);
const someSeekers = fc.array(
	fc.record({
		...spot,
		themes: fc.subarray<Theme>([...themes], { maxLength: 3 }),
		audiences: fc.subarray(['seniors', 'disability', 'youth'] as const),
		times: fc.option(hours, { nil: null }),
	}),
	{ maxLength: 8 },
);

/** The points once more, hour by hour and as the document says them. */
function pointsByHand(hall: Hall, { themes, audiences, times, ...at }: Seeker): number | null {
	const km = distanceKm(hall, at);
	if (km > MOST_KM) return null;
	const idle = (hour: number) =>
		hall.use.idleSpans.some(
			({ start, end }) => start <= period.start + hour * HOUR && period.start + hour * HOUR < end,
		);
	const byDay = themes.includes('open_preschool') || themes.includes('seniors') || audiences.includes('seniors');
	let time: number;
	if (times?.length) {
		const all = ({ start, end }: { start: number; end: number }) =>
			Array.from({ length: (end - start) / HOUR }, (_, n) => (start - period.start) / HOUR + n).every(idle);
		time = times.filter(all).length / times.length;
		if (time < 0.75) return null;
	} else {
		let free = 0;
		for (let hour = 0; hour < 120; hour++) {
			const clock = hour % 24;
			if (idle(hour) && (byDay ? clock >= 6 && clock < 17 : clock >= 17 && clock < 22)) free++;
		}
		if (free < 2) return null;
		time = Math.min(1, free / 8);
	}
	const wanted = helpful(themes);
	const has = wanted.filter((one) => hall.equipment.includes(one)).length;
	const many =
		themes.some((one) => one === 'disability' || one === 'seniors') || audiences.some((one) => one !== 'youth');
	const opens = hall.stepFree ? (many ? 1 : 0.5) : 0;
	return 4 * time + 3 * (1 - km / 10) + (wanted.length ? (2 * has) / wanted.length : 0) + opens;
}

test('the list is the one that trying every pair gives: by points, a seeker once, a hall at most twice', () => {
	let named = 0;
	fc.assert(
		fc.property(someHalls, someSeekers, fc.integer({ min: 0, max: 12 }), (halls, seekers, most) => {
			const all = halls.map((one, id) => hall({ ...one, id }));
			const asking = seekers.map((one, id) => seeker({ ...one, id: id + 100 }));
			const every = asking.flatMap((one) => {
				const fitting = all.flatMap((hall) => {
					const points = pointsByHand(hall, one);
					return points === null ? [] : [{ hall: hall.id, seeker: one.id, points }];
				});
				return fitting.sort((a, b) => b.points - a.points || a.hall - b.hall).slice(0, 5);
			});
			every.sort((a, b) => b.points - a.points || a.hall - b.hall || a.seeker - b.seeker);
			const expected: typeof every = [];
			for (const pair of every) {
				const often = expected.filter(({ hall }) => hall === pair.hall).length;
				if (expected.length < most && often < 2 && !expected.some(({ seeker }) => seeker === pair.seeker))
					expected.push(pair);
			}
			const found = pairs(all, asking, most);
			expect(found.map(({ points }) => Number(points.toFixed(6)))).toEqual(
				expected.map(({ points }) => Number(points.toFixed(6))),
			);
			expect(found.map(({ seeker }) => seeker.id).length).toBe(new Set(found.map(({ seeker }) => seeker.id)).size);
			for (const pair of found) {
				expect(pair.points).toBeLessThanOrEqual(MOST_POINTS + 1e-9);
				expect(fit(pair.hall, pair.seeker)).toEqual(pair);
			}
			named += found.length;
		}),
		{ numRuns: 300 },
	);
	expect(named).toBeGreaterThan(100);
});

test('a week has its cells where the pairs look for them', () => {
	expect(cellOf(0, 'night')).toBe(0);
	expect(cellOf(6, 'evening')).toBe(27);
});
