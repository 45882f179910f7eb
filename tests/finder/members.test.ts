import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Members } from '../../src/finder/members.ts';

test('few or many, written down and read again, the members are those that were added', () => {
	const gaps = fc.oneof(
		fc.array(fc.nat(400), { maxLength: 300 }),
		fc.array(fc.nat(2), { minLength: 400, maxLength: 900 }),
	);
	fc.assert(
		fc.property(gaps, fc.nat(900), (gaps, pause) => {
			let members = new Members();
			const added: number[] = [];
			for (const [place, gap] of gaps.entries()) {
				added.push((added.at(-1) ?? -1) + 1 + gap);
				members.add(added.at(-1)!);
				if (place === pause) members = Members.thaw(structuredClone(members.freeze()));
			}
			expect(members.set().array()).toEqual(added);
			const { list, words } = members.freeze();
			expect((list ?? words)!.length).toBeLessThanOrEqual(Math.max(256, (added.at(-1) ?? 0) / 32 + 32));
		}),
		{ numRuns: 300 },
	);
});
