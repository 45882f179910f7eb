import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayParts, weekdays } from '../../src/domain/taxonomies.ts';
import { whens } from '../../src/domain/time.ts';
import { NOW } from '../store.ts';
import { anyQuery, anyRow, indexOf, rowsOf } from './invented.ts';
import { answers } from './oracle.ts';

/** More dates than an index remembers at once. */
const dates = Array.from({ length: 28 }, (_, day) => `2026-03-${String(day + 1).padStart(2, '0')}`);
const few = <T>(list: readonly T[]) => fc.uniqueArray(fc.constantFrom(...list), { maxLength: 2 });

const aTime = fc.record({
	when: fc.option(fc.constantFrom(...whens), { nil: null }),
	date: fc.option(fc.constantFrom(...dates), { nil: null }),
	weekday: few(weekdays),
	part: few(dayParts),
});
const anActivity = anyRow.map((row) => ({ ...row, kind: 'activity' as const }));

test('what happens at a time that was asked for before is in step with what has been edited since', () => {
	let found = 0;
	fc.assert(
		fc.property(
			fc.array(anActivity, { minLength: 30, maxLength: 60 }).map(rowsOf),
			fc.array(fc.tuple(aTime, fc.nat(29), fc.option(anActivity, { nil: null })), { minLength: 60, maxLength: 90 }),
			anyQuery,
			(first, steps, query) => {
				const index = indexOf(first);
				const rows = new Map(first.map((row) => [row.id, row]));
				const count = (asked: typeof query) => [...rows.values()].filter((row) => answers(row, asked, NOW)).length;
				for (const [time, place, edit] of steps) {
					const id = place + 1;
					const asked = { ...query, ...time, kind: [], venueKind: [], seats: null, bbox: null };
					const free = { ...asked, ...{ theme: [], audience: [], language: [], access: [], equipment: [] } };
					const open = { ...free, municipality: [], age: null, free: false, radius: null };
					for (const one of [asked, open]) {
						const { total, facets } = index.search(one, NOW);
						expect(total).toBe(count(one));
						for (const day of weekdays) expect(facets.weekday[day] ?? 0).toBe(count({ ...one, weekday: [day] }));
						if (total > 0) found++;
					}
					if (!edit) {
						rows.delete(id);
						index.drop(id);
						continue;
					}
					const [row] = rowsOf([edit]);
					rows.set(id, { ...row!, id });
					index.put({ ...row!, id });
				}
			},
		),
		{ numRuns: 6, endOnFailure: true },
	);
	expect(found).toBeGreaterThan(100);
});
