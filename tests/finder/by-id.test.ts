import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ById } from '../../src/finder/by-id.ts';

test('is to all who ask what a Map is, whatever ids there are', () => {
	const id = fc.oneof(
		fc.integer({ min: 1, max: 60 }),
		fc.integer({ min: 2 ** 24 - 3, max: 2 ** 24 + 3 }),
		fc.maxSafeNat(),
	);
	const step = fc.record({ id, doc: fc.option(fc.nat(1000), { nil: null }) });
	fc.assert(
		fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
			const [ours, map] = [new ById(), new Map<number, number>()];
			for (const { id: at, doc } of steps) {
				if (doc === null) {
					ours.delete(at);
					map.delete(at);
				} else {
					ours.set(at, doc);
					map.set(at, doc);
				}
				expect(ours.size).toBe(map.size);
				for (const { id: asked } of steps) expect(ours.get(asked)).toBe(map.get(asked));
			}
		}),
	);
});
