import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadGeography } from '../../db/geography/index.ts';
import { kinds } from '../../src/domain/taxonomies.ts';
import { bandsOf } from '../../src/planning/ages.ts';
import { basesOf, isUsable, type Judged, perThousand } from '../../src/planning/basis.ts';
import { compared, missingHere } from '../../src/planning/compared.ts';
import { ageBands } from '../../src/planning/ground.ts';
import { emptyTally, type Measure, placeOf } from '../../src/planning/measures.ts';
import { LEAST_PEERS, peersOf } from '../../src/planning/peers.ts';
import { quantile, spreadOf, standingIn } from '../../src/planning/spread.ts';
import { byAge, fragileThemes } from '../../src/planning/whom.ts';

const { municipalities } = loadGeography();

/** Figures by name; what is not named is none. */
function counted(population: number, figures: Partial<Record<Measure, number>>): Judged {
	const tally = emptyTally();
	for (const [measure, value] of Object.entries(figures)) tally[placeOf(measure)!] = value;
	return { tally, population, skrGroup: 'A2' };
}
/** A municipality of 10 000 whose figures are in order. */
const sound = (organisations: number, more: Partial<Record<Measure, number>> = {}) =>
	counted(10_000, {
		...{ organisation: organisations, 'organisation.term': organisations, 'organisation.registered': organisations },
		...{ activity: 40, 'activity.term': 40, ...more },
	});

test('quantiles lie between neighbours, as the worked example of the method has them', () => {
	// docs/planning-method.md: 4, 6, 7, 9, 14 of 1 000.
	expect(spreadOf([9, 4, 14, 7, 6])).toEqual({ count: 5, least: 4, lower: 6, median: 7, upper: 9, most: 14 });
	expect(spreadOf([1, 2, 3, 4])).toMatchObject({ lower: 1.75, median: 2.5, upper: 3.25 });
	expect(spreadOf([])).toBeNull();
	expect(quantile([5], 0.9)).toBe(5);
});

test('a spread is in order, within its ends, and does not mind in which order values come', () => {
	const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });
	fc.assert(
		fc.property(values, (some) => {
			const { least, lower, median, upper, most, count } = spreadOf(some)!;
			expect([least, lower, median, upper, most]).toEqual(
				[least, lower, median, upper, most].toSorted((a, b) => a - b),
			);
			expect([least, most, count]).toEqual([Math.min(...some), Math.max(...some), some.length]);
			expect(spreadOf(some.toReversed())).toEqual(spreadOf(some));
			// At least a half lies on each side of the median.
			expect(some.filter((value) => value <= median).length).toBeGreaterThanOrEqual(some.length / 2);
			expect(some.filter((value) => value >= median).length).toBeGreaterThanOrEqual(some.length / 2);
		}),
	);
});

test.each([
	[3, 'below'],
	[5, 'lower'],
	[6, 'middle'],
	[8, 'middle'],
	[9, 'middle'],
	[10, 'higher'],
	[15, 'above'],
] as const)('%d of 1 000 stands %s among the example', (value, standing) => {
	expect(standingIn(value, spreadOf([9, 4, 14, 7, 6])!)).toBe(standing);
});

test('every municipality is compared with its own group, with all of its size or with the nearest', () => {
	for (const own of municipalities) {
		const { codes, rule, from, to } = peersOf(own.code, municipalities);
		const peers = codes.map((code) => municipalities.find((one) => one.code === code)!);
		expect(codes).not.toContain(own.code);
		expect(new Set(peers.map(({ skrGroup }) => skrGroup))).toEqual(new Set([own.skrGroup]));
		const group = municipalities.filter(({ skrGroup, code }) => skrGroup === own.skrGroup && code !== own.code);
		const same = group.filter(({ population }) => population * 2 >= own.population && population <= own.population * 2);
		if (rule === 'size') expect(codes.toSorted()).toEqual(same.map(({ code }) => code).toSorted());
		else expect([same.length < LEAST_PEERS, codes.length]).toEqual([true, Math.min(LEAST_PEERS, group.length)]);
		expect([from, to]).toEqual([
			Math.min(...peers.map(({ population }) => population)),
			Math.max(...peers.map(({ population }) => population)),
		]);
	}
	expect(() => peersOf('9999', municipalities)).toThrow('9999');
});

test('exactly half and exactly double are the same size; a group of one has nobody', () => {
	const all = [50, 100, 200, 201, 49, 99, 101].map((population, place) => ({
		code: `${place}`,
		skrGroup: 'C7',
		population,
	}));
	expect(peersOf('1', [...all, { code: 'x', skrGroup: 'C7', population: 150 }]).codes).toEqual([
		'6',
		'5',
		'x',
		'0',
		'2',
	]);
	expect(peersOf('1', [{ code: '1', skrGroup: 'A1', population: 5 }])).toEqual({
		codes: [],
		rule: 'size',
		from: 0,
		to: 0,
	});
});

test('the worked example: which it is, a thin register or few associations', () => {
	const peers = [40, 60, 70, 90, 140].map((count) => sound(count));
	const basis = (own: Judged) => basesOf(own, peers).organisation.basis;
	expect(basis(counted(10_000, {}))).toBe('none');
	// 9 of 10 000 is 0.9 of 1 000.
	expect(basis(sound(9))).toBe('thin');
	expect(basis(sound(34))).toBe('few');
	expect(basis(sound(34, { 'organisation.registered': 10 }))).toBe('thin');
	expect(basis(sound(35))).toBe('sound');
	expect(basis(sound(35, { 'organisation.registered': 17 }))).toBe('unread');
	// What is a full register about a large city is a thin one in the countryside: 3.5 and 4 of 1 000.
	expect(basis({ ...sound(35), skrGroup: 'C7' })).toBe('thin');
	expect(basis({ ...sound(40), skrGroup: 'C7' })).toBe('sound');
	expect(basis({ ...sound(19), skrGroup: 'B3' })).toBe('thin');
	expect(basis(sound(35, { 'organisation.term': 17 }))).toBe('unconfirmed');
	expect(basis(sound(35, { 'organisation.term': 18 }))).toBe('sound');
	expect(basesOf(sound(35), peers.slice(3)).organisation).toMatchObject({ basis: 'alone', median: null, compared: 2 });
	expect(basesOf(sound(35), peers).organisation).toMatchObject({ perThousand: 3.5, median: 7, compared: 5, inTerm: 1 });
	// Nobody lives there: nothing can be said of 1 000.
	expect(basesOf(counted(0, { organisation: 3, 'organisation.term': 3 }), peers).organisation).toMatchObject({
		basis: 'thin',
		perThousand: null,
	});
});

test('whose register is thin or stale is compared with by nobody, of activities neither', () => {
	const thin = counted(10_000, { organisation: 5, 'organisation.term': 5, activity: 900, 'activity.term': 900 });
	expect(kinds.map((kind) => isUsable(kind, thin))).toEqual([false, false, false]);
	const stale = sound(70, { 'activity.term': 3 });
	expect(isUsable('organisation', stale)).toBe(true);
	expect(isUsable('activity', stale)).toBe(false);
	const peers = [sound(60), sound(70), sound(80), thin, stale];
	expect(compared(['activity'], sound(60), peers)[0]!.spread).toMatchObject({ count: 3, median: 4 });
	expect(compared(['organisation'], sound(60), peers)[0]).toMatchObject({
		count: 60,
		perThousand: 6,
		spread: { count: 4, least: 6, lower: 6.75, median: 7, most: 8 },
		standing: 'lower',
	});
	expect(compared(['organisation'], sound(60), peers.slice(0, 2))[0]).toMatchObject({ spread: null, standing: null });
});

test('something is said to be missing only where figures are in order and most others have it', () => {
	const chess: Measure = 'organisation.theme.chess';
	const choir: Measure = 'organisation.theme.choir';
	const peers = [
		sound(60, { [chess]: 1, [choir]: 1 }),
		sound(70, { [chess]: 2 }),
		sound(80, { [chess]: 1 }),
		sound(50),
	];
	expect(missingHere([choir, chess], sound(60), peers, 'sound')).toEqual([{ measure: chess, have: 3, of: 4 }]);
	expect(missingHere([chess], sound(60), peers, 'thin')).toEqual([]);
	expect(missingHere([chess], sound(60, { [chess]: 1 }), peers, 'sound')).toEqual([]);
	expect(missingHere([chess], sound(60), peers.slice(0, 2), 'sound')).toEqual([]);
});

test('a rate of 1 000 times the people is the count', () => {
	fc.assert(
		fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 1e7 }), (count, population) => {
			expect((perThousand(count, population)! * population) / 1000).toBeCloseTo(count, 5);
		}),
	);
	expect(perThousand(3, 0)).toBeNull();
});

const ages = (ageMin: number | null, ageMax: number | null, ...audiences: string[]) =>
	bandsOf({ ageMin, ageMax, audiences });
test('who may come by age: the span that is told, else the groups; else nobody knows', () => {
	expect(ages(7, 12)).toEqual([1]);
	expect(ages(5, 6)).toEqual([0, 1]);
	expect(ages(16, 19)).toEqual([2]);
	expect(ages(18, 99)).toEqual([2, 3, 4, 5, 6, 7]);
	expect(ages(65, 80)).toEqual([6, 7]);
	expect(ages(0, 120)).toEqual(ageBands.map((_, band) => band));
	expect(ages(7, 12, 'seniors')).toEqual([1]);
	expect(ages(null, null, 'children', 'seniors')).toEqual([0, 1, 6, 7]);
	expect(ages(null, null, 'women')).toBeNull();
	expect(ages(null, null, 'women', 'youth')).toEqual([1, 2, 3]);
	expect(ages(null, null)).toBeNull();
});

test('activities by age are of 1 000 of that age where ages are known, and without them stand alone', () => {
	const { tally } = counted(1000, { 'activity.open.1': 12, 'activity.aimed.1': 6, 'activity.open.7': 4 });
	const persons = [60, 120, 40, 50, 250, 260, 170, 0];
	expect(byAge(tally, persons)[1]).toEqual({
		...{ from: 6, to: 15, open: 12, aimed: 6, masked: false, persons: 120, openPerThousand: 100, aimedPerThousand: 50 },
	});
	expect(byAge(tally, persons)[7]).toMatchObject({ from: 80, to: null, open: 4, persons: 0, openPerThousand: null });
	// Three of an age are not told, nor the next fewest, from whom and the sum they could be had; nor rates of either.
	const few = byAge(tally, [60, 3, 40, 50, 250, 260, 170, 0]);
	expect(few[1]).toMatchObject({
		open: 12,
		persons: null,
		masked: true,
		openPerThousand: null,
		aimedPerThousand: null,
	});
	expect(few[2]).toMatchObject({ persons: null, masked: false, openPerThousand: null });
	expect(few[0]).toMatchObject({ persons: 60, masked: false });
	expect(byAge(tally, null)[1]).toMatchObject({ open: 12, persons: null, openPerThousand: null });
});

test('a theme hangs on one organiser, or is stale, or neither', () => {
	const { tally } = counted(1000, {
		...{ 'activity.theme.chess': 4, 'activity.theme.chess.hosts': 1, 'organisation.theme.chess': 1 },
		...{ 'activity.theme.choir': 6, 'activity.theme.choir.hosts': 3, 'organisation.theme.choir': 4 },
		...{ 'organisation.theme.choir.old': 4, 'activity.theme.choir.old': 1, 'activity.theme.choir.kept': 2 },
		...{ 'activity.theme.dance': 6, 'activity.theme.dance.hosts': 2, 'activity.theme.dance.old': 1 },
		// Of none is it told who holds it.
		...{ 'activity.theme.film_media': 2, 'activity.theme.culture': 14, 'activity.theme.culture.hosts': 1 },
	});
	expect(fragileThemes(tally)).toEqual([
		{ theme: 'choir', activities: 6, hosts: 3, old: 5, entries: 10, kept: 2, why: ['old'] },
		{ theme: 'chess', activities: 4, hosts: 1, old: 0, entries: 5, kept: 0, why: ['one_host'] },
	]);
});
