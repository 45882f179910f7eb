import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SWEDEN } from '../../src/domain/geo.ts';
import {
	type Alteration,
	alterationOf,
	MOST_ALTERATIONS,
	planHref,
	planText,
	pointTyped,
	readPlan,
	rounded,
	tokenOf,
	withAlteration,
	withoutAlteration,
} from '../../src/domain/scenario-plan.ts';

const [west, south, east, north] = SWEDEN;
const lon = fc.double({ min: west + 0.001, max: east - 0.001, noNaN: true }).map(rounded);
const lat = fc.double({ min: south + 0.001, max: north - 0.001, noNaN: true }).map(rounded);
/** Few venues, so that alterations meet. */
const venue = fc.integer({ min: 1, max: 6 });
const alteration: fc.Arbitrary<Alteration> = fc.oneof(
	fc.record({ do: fc.constantFrom('close', 'evening', 'day', 'use'), venue }),
	fc.record({ do: fc.constant('move' as const), venue, lon, lat }),
	fc.record({ do: fc.constant('open' as const), lon, lat }),
	fc.record({ do: fc.constant('town' as const), locality: fc.integer({ min: 1, max: 9 }) }),
);
const plan = fc.array(alteration, { maxLength: 12 }).map((all) => all.reduce(withAlteration, [] as Alteration[]));

test('what an address holds is what was put there, and no sign of it needs to be escaped', () => {
	fc.assert(
		fc.property(plan, (all) => {
			expect(readPlan(planText(all))).toEqual({ plan: all, unread: 0 });
			expect(new URLSearchParams({ plan: planText(all) }).toString()).toBe(`plan=${planText(all)}`);
		}),
	);
});

test('whatever stands in an address is read without harm, and what is read is written the same again', () => {
	const nearly = plan.chain((all) =>
		fc.tuple(fc.constant(planText(all)), fc.nat(), fc.string()).map(([text, at, more]) => {
			const place = text.length ? at % text.length : 0;
			return text.slice(0, place) + more + text.slice(place);
		}),
	);
	fc.assert(
		fc.property(fc.oneof(fc.string(), nearly), (text) => {
			const read = readPlan(text);
			expect(readPlan(planText(read.plan))).toEqual({ plan: read.plan, unread: 0 });
		}),
	);
});

test('wrong parts of an address are left out and counted', () => {
	const text = 'close-12_close-0_close--1_close-1e3_move-12_move-12-99-99_open-15.1-60.2_town-x_nonsense_evening-7_';
	expect(readPlan(text)).toEqual({
		plan: [
			{ do: 'close', venue: 12 },
			{ do: 'open', lon: 15.1, lat: 60.2 },
			{ do: 'evening', venue: 7 },
		],
		unread: 7,
	});
	expect(alterationOf('close-9999999999999999')).toBeNull();
	expect(alterationOf('open-15.1234567-60')).toBeNull();
	const many = Array.from({ length: MOST_ALTERATIONS + 3 }, (_, at) => `close-${at + 1}`).join('_');
	expect(readPlan(many)).toMatchObject({ unread: 3, plan: { length: MOST_ALTERATIONS } });
});

test('of what is said of one venue the last holds; where it is and when it is open stand beside each other', () => {
	const move: Alteration = { do: 'move', venue: 1, lon: 15, lat: 60 };
	const all = [move, { do: 'evening', venue: 1 } as const].reduce(withAlteration, [] as Alteration[]);
	expect(all).toHaveLength(2);
	expect(withAlteration(all, { do: 'close', venue: 1 })).toEqual([{ do: 'close', venue: 1 }]);
	expect(withAlteration([{ do: 'close', venue: 1 }], { do: 'evening', venue: 1 })).toEqual([
		{ do: 'evening', venue: 1 },
	]);
	expect(withAlteration(all, { do: 'day', venue: 1 })).toEqual([move, { do: 'day', venue: 1 }]);
	expect(withAlteration(all, { do: 'close', venue: 2 })).toHaveLength(3);
	fc.assert(
		fc.property(plan, alteration, (before, next) => {
			const then = withAlteration(before, next);
			expect(then.at(-1)).toEqual(next);
			expect(withAlteration(then, next)).toEqual(then);
			expect(withoutAlteration(then, next).map(tokenOf)).not.toContain(tokenOf(next));
		}),
	);
});

test('other parameters of an address stay', () => {
	const params = new URLSearchParams('theme=choir&plan=close-1&move=3');
	expect(planHref(params, [{ do: 'close', venue: 2 }], ['move'])).toBe('?theme=choir&plan=close-2');
	expect(planHref(new URLSearchParams('plan=close-1'), [])).toBe('?');
	expect(params.get('plan')).toBe('close-1');
});

test.each([
	['60.6066, 15.6355', { lat: 60.6066, lon: 15.6355 }],
	['15.6355 60.6066', { lat: 60.6066, lon: 15.6355 }],
	['60,6066, 15,6355', { lat: 60.6066, lon: 15.6355 }],
	['N 60.6066° E 15.6355°', { lat: 60.6066, lon: 15.6355 }],
	['60.1234567,15.5', { lat: 60.12346, lon: 15.5 }],
	['48.85, 2.35', null],
	['60.6066', null],
	["60° 36' 24, 15° 38'", null],
	['', null],
])('a point that is typed: %s', (text, point) => {
	expect(pointTyped(text)).toEqual(point);
});
