import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSmall } from '../../src/planning/mask.ts';
import { agePersons } from '../../src/planning/part-ages.ts';

const district = { kind: 'district' } as const;
const municipality = { kind: 'municipality' } as const;
type Kind = typeof district | typeof municipality;

/** What a reader is told of one age in an area: a number, or that it is fewer than five. */
const told = (area: Kind, persons: number) =>
	area === municipality && isSmall(persons) ? 'few' : (agePersons(area, persons) ?? 'few');

/** Where somebody may live: in the settlement or not, and in one district or the other. */
type Atoms = [inFirst: number, firstOutside: number, inSecond: number, secondOutside: number];

/** The areas that all are told, as sums of the four: the municipality, its two districts, the settlement over both. */
const areas: { area: Kind; of: number[] }[] = [
	{ area: municipality, of: [0, 1, 2, 3] },
	{ area: district, of: [0, 1] },
	{ area: district, of: [2, 3] },
	{ area: district, of: [0, 2] },
];
const sum = (atoms: readonly number[], of: readonly number[]) => of.reduce((all, at) => all + atoms[at]!, 0);
const MOST = 14;

/** Every way in which people might live so that all that is told would be told just so. */
function possible(atoms: Atoms): Atoms[] {
	const known = areas.map(({ area, of }) => told(area, sum(atoms, of)));
	const fits = (one: Atoms) => areas.every(({ area, of }, at) => told(area, sum(one, of)) === known[at]);
	const whole = sum(atoms, [0, 1, 2, 3]);
	const most = isSmall(whole) ? 4 : whole;
	const found: Atoms[] = [];
	for (let a = 0; a <= most; a++)
		for (let b = 0; a + b <= most; b++)
			for (let c = 0; a + b + c <= most; c++)
				for (let d = 0; a + b + c + d <= most; d++) if (fits([a, b, c, d])) found.push([a, b, c, d]);
	return found;
}

/** All that one area or a few may be put together to or subtracted from each other. */
const regions = Array.from({ length: 15 }, (_, bits) => [0, 1, 2, 3].filter((at) => (bits + 1) & (1 << at)));
const count = fc.integer({ min: 0, max: MOST });

test('of no age can be said exactly that one to four live in what is left of an area without another', () => {
	fc.assert(
		fc.property(fc.tuple(count, count, count, count), (atoms) => {
			const ways = possible(atoms);
			for (const of of regions) {
				const is = sum(atoms, of);
				if (!isSmall(is)) continue;
				expect(new Set(ways.map((way) => sum(way, of))).size, `${atoms} in ${of}`).toBeGreaterThan(1);
			}
		}),
		{ numRuns: 60 },
	);
});

test('told exactly, as whole municipalities are, the adversary would find them', () => {
	// 20 of an age in the municipality, 18 of them in the district: 2 outside.
	expect(told(municipality, 20) === 20 && told(municipality, 18) === 18).toBe(true);
	expect([18, 17, 22, 8, 7, 0].map((persons) => told(district, persons))).toEqual([20, 15, 20, 10, 'few', 'few']);
});
