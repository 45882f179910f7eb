import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimatePeople, townDensity } from '../../src/planning/estimate.ts';
import { isLand, type LandGrid, type Settlement } from '../../src/planning/estimate-ground.ts';
import type { Registered } from '../../src/planning/estimate-split.ts';
import { settlementClasses, settlementClassOf } from '../../src/planning/ground.ts';
import { shareOut } from '../../src/planning/share-out.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

test('what is shared out sums exactly to the whole, is never negative, and follows the weights to a 64th', () => {
	fc.assert(
		fc.property(
			fc.nat({ max: 2_000_000 }),
			fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 }),
			(persons, weights) => {
				const parts = shareOut(persons, weights);
				expect(sum(parts)).toBe(persons);
				expect(sum([...parts].reverse())).toBe(persons);
				expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
				const whole = sum(weights);
				if (whole > 1e-3)
					for (const [i, part] of parts.entries())
						expect(Math.abs(part - (persons * weights[i]!) / whole)).toBeLessThanOrEqual(1 / 64 + 1e-6);
			},
		),
	);
	expect([...shareOut(7, [0, 0])]).toEqual([7, 0]);
});

/** An invented country of 40 by 40 cells between 60 and 60.4 degrees north, with land where the bits say. */
const land = (bits: Uint8Array): LandGrid => {
	const counties = new Uint8Array(1600);
	for (let square = 0; square < bits.length * 8; square++)
		if (bits[square >> 3]! & (128 >> (square & 7)))
			counties[Math.floor(square / 160 / 4) * 40 + Math.floor((square % 160) / 4)] = 1;
	return { west: 15, north: 60.4, cellLon: 0.02, cellLat: 0.01, columns: 40, rows: 40, squares: 4, bits, counties };
};

const places = fc.array(
	fc.record({
		lon: fc.double({ min: 15, max: 15.8, noNaN: true }),
		lat: fc.double({ min: 60, max: 60.4, noNaN: true }),
		population: fc.nat({ max: 30_000 }),
		municipality: fc.constantFrom('0101', '0102', '0103'),
		part: fc.boolean(),
	}),
	{ maxLength: 12 },
);
const country = fc.record({
	populations: fc.tuple(fc.nat({ max: 60_000 }), fc.nat({ max: 3000 }), fc.constantFrom(0, 1, 17)),
	places,
	// A pattern of seven bytes, laid out over and over: all land, none, and shores of every kind.
	shore: fc.uint8Array({ minLength: 7, maxLength: 7 }),
});

const made = ({ populations, places, shore }: typeof country extends fc.Arbitrary<infer T> ? T : never) => {
	const municipalities: Registered[] = populations.map((population, at) => ({
		code: `010${at + 1}`,
		skrGroup: at === 0 ? 'A1' : 'C8',
		population,
		lon: 15.4,
		lat: 60.2,
	}));
	const settlements: Settlement[] = places.map((place, at) => ({ ...place, id: at + 1 }));
	return { municipalities, settlements, land: land(Uint8Array.from({ length: 3200 }, (_, at) => shore[at % 7]!)) };
};

test('any country at all: each municipality has its population to the last one, in its own settlements, on land', () => {
	fc.assert(
		fc.property(country, (input) => {
			const given = made(input);
			const people = estimatePeople(given);
			const byCode = new Map<number, number>();
			const bySettlement = new Map<number, number>();
			people.persons.forEach((persons, at) => {
				expect(persons).toBeGreaterThan(0);
				byCode.set(people.municipality[at]!, (byCode.get(people.municipality[at]!) ?? 0) + persons);
				const id = people.locality[at]!;
				bySettlement.set(id, (bySettlement.get(id) ?? 0) + persons);
				const settlement = given.settlements[id - 1];
				const [lon, lat] = [people.lon[at]!, people.lat[at]!];
				if (settlement) expect(Number(settlement.municipality)).toBe(people.municipality[at]);
				const isAtSeat = [...given.settlements, ...given.municipalities].some((it) => it.lon === lon && it.lat === lat);
				if (!isAtSeat) expect(isLand(given.land, lon, lat)).toBe(true);
				expect(people.estimated[at]).toBe(1);
				if (id === 0) expect(people.settlement[at]).toBe(0);
			});
			for (const { code, population } of given.municipalities) expect(byCode.get(Number(code)) ?? 0).toBe(population);
			people.locality.forEach((id, at) => {
				const hasParts = given.settlements.some(
					(it) => it.part && it.municipality === given.settlements[id - 1]?.municipality,
				);
				if (id > 0 && !hasParts) expect(people.settlement[at]).toBe(settlementClassOf(bySettlement.get(id)!));
			});
			expect(estimatePeople(given)).toEqual(people);
		}),
		{ numRuns: 60 },
	);
});

test('a settlement is classed by its bounds', () => {
	const classes = [0, 199, 200, 999.9, 1000, 9999, 10_000, 1e6].map(
		(persons) => settlementClasses[settlementClassOf(persons)],
	);
	expect(classes).toEqual([
		'under200',
		'under200',
		'under1000',
		'under1000',
		'under10000',
		'under10000',
		'larger',
		'larger',
	]);
});

// The worked example of docs/planning-method.md.
test('by hand: a municipality of 2 000 with a village of 1 200 and a hamlet of 300 on dry land', () => {
	const settlements: Settlement[] = [
		{ id: 1, municipality: '0101', lon: 15.4, lat: 60.2, population: 1200, part: false },
		{ id: 2, municipality: '0101', lon: 15.6, lat: 60.3, population: 300, part: false },
	];
	const municipalities = [{ code: '0101', skrGroup: 'C8', population: 2000, lon: 15.4, lat: 60.2 }];
	const people = estimatePeople({ municipalities, settlements, land: land(new Uint8Array(3200).fill(255)) });
	const of = (id: number) => [...people.persons.keys()].filter((at) => people.locality[at] === id);
	const persons = (id: number) => sum(of(id).map((at) => people.persons[at]!));
	expect([persons(1), persons(2), persons(0)]).toEqual([1200, 300, 500]);
	// 2 500 × (1 200 / 100 000)^¼ = 827 to the square kilometre: 1.451 km², a disc of 680 m, 11 points.
	expect(Math.round(townDensity(1200))).toBe(827);
	expect(of(1)).toHaveLength(11);
	const far = of(1).map((at) => Math.hypot((people.lat[at]! - 60.2) * 111.2, (people.lon[at]! - 15.4) * 55.33));
	expect(Math.max(...far)).toBeLessThan(0.68);
	expect(Math.max(...far)).toBeGreaterThan(0.6);
	// 500 / 36: fourteen draws.
	expect(of(0).length).toBeLessThanOrEqual(14);
	expect(of(0).length).toBeGreaterThan(10);
});
