import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SMALL } from '../../src/planning/mask.ts';
import { effectOn } from '../../src/planning/scenario-effect.ts';
import { peopleOf } from './people.ts';

const lives = fc.record({
	persons: fc.integer({ min: 0, max: 12 }),
	locality: fc.integer({ min: 0, max: 4 }),
	before: fc.integer({ min: 0, max: 9000 }),
	after: fc.integer({ min: 0, max: 9000 }),
});

test('nothing that a scenario tells gives away a count of fewer than five, nor by subtraction', () => {
	fc.assert(
		fc.property(fc.array(lives, { maxLength: 12 }), (all) => {
			const people = peopleOf(all.map(({ persons, locality }) => ({ at: [15, 60] as const, persons, locality })));
			const column = (of: (one: (typeof all)[0]) => number) => Float64Array.from(all, of);
			const effect = effectOn(
				people,
				Uint32Array.from(all.keys()),
				column(({ before }) => before),
				column(({ after }) => after),
			);
			for (const side of ['gain', 'lose'] as const) {
				const each = effect.settlements.map((one) => one[side]);
				for (const { persons, metres } of [...each, effect[side]]) {
					expect(persons === null || persons === 0 || persons >= SMALL).toBe(true);
					if (persons === null) expect(metres).toBeNull();
				}
				// A single one that is hidden is not had from the sum.
				const hidden = each.filter(({ persons }) => persons === null);
				if (hidden.length === 1) expect(effect[side].persons).toBeNull();
			}
			const total = all.reduce((sum, { persons }) => sum + persons, 0);
			for (const { before, after, gained, lost } of effect.within) {
				for (const count of [gained, lost]) expect(count === null || count === 0 || count >= SMALL).toBe(true);
				for (const share of [before, after])
					if (share !== null) {
						const step = [0.01, 0.05, 0.1, 0.2].find((one) => total * one >= 2 * SMALL)!;
						expect(Math.abs(share / step - Math.round(share / step))).toBeLessThan(1e-9);
					}
			}
		}),
		{ numRuns: 500 },
	);
});
