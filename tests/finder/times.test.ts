import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everything, type Query } from '../../src/domain/query.ts';
import { dayParts, weekdays } from '../../src/domain/taxonomies.ts';
import { whens } from '../../src/domain/time.ts';
import { NOW } from '../store.ts';
import { anyRow, indexOf, rowsOf } from './invented.ts';
import { answers } from './oracle.ts';

const ROWS = 20;
/** More dates than an index remembers at once. */
const dates = Array.from({ length: 28 }, (_, day) => `2026-03-${String(day + 1).padStart(2, '0')}`);
const few = <T>(list: readonly T[]) => fc.uniqueArray(fc.constantFrom(...list), { maxLength: 2 });

const aTime: fc.Arbitrary<Partial<Query>> = fc.oneof(
	fc.record({ when: fc.constantFrom(...whens), part: few(dayParts) }),
	fc.record({ date: fc.constantFrom(...dates), part: few(dayParts) }),
	fc.record({ weekday: few(weekdays), part: few(dayParts) }),
);
const anActivity = anyRow.map((row) => ({ ...row, kind: 'activity' as const }));
const aStep = fc.tuple(aTime, fc.nat(ROWS - 1), fc.option(anActivity, { nil: null }), fc.constantFrom(...weekdays));

test('what happens at a time that was asked for before is in step with what has been edited since', () => {
	const first = rowsOf(fc.sample(anActivity, { numRuns: ROWS, seed: 4 }));
	const index = indexOf(first);
	const rows = new Map(first.map((row) => [row.id, row]));
	const count = (asked: Query) => [...rows.values()].filter((row) => answers(row, asked, NOW)).length;
	let found = 0;
	for (const [time, place, edit, day] of fc.sample(aStep, { numRuns: 300, seed: 5 })) {
		const asked = { ...everything, ...time };
		const { total, facets } = index.search(asked, NOW);
		expect([time, total]).toEqual([time, count(asked)]);
		expect([time, day, facets.weekday[day] ?? 0]).toEqual([time, day, count({ ...asked, weekday: [day] })]);
		if (total > 0) found++;
		const id = place + 1;
		if (!edit) {
			rows.delete(id);
			index.drop(id);
			continue;
		}
		const row = { ...edit, id, seats: null };
		rows.set(id, row);
		index.put(row);
	}
	expect(found).toBeGreaterThan(150);
});

test('whoever reads on minutes later is answered as of then, and everybody else as of now, with edits meanwhile', () => {
	const rows = new Map(rowsOf(fc.sample(anActivity, { numRuns: 60, seed: 6 })).map((row) => [row.id, row]));
	const index = indexOf([...rows.values()]);
	const asked = { ...everything, sort: 'soonest' as const, limit: 7 };
	const { next } = index.search(asked, NOW);
	let [differ, time] = [0, NOW];
	for (const [place, edit] of fc.sample(anActivity, { numRuns: 24, seed: 8 }).entries()) {
		// Several edits within a minute, so that what was made of the earlier one is there still.
		if (place % 4 === 0) time += 15 * 3600;
		expect(index.search({ ...asked, limit: 60 }, time).total).toBe(rows.size);
		const id = place * 2 + 1;
		if (place % 3 === 0) {
			rows.delete(id);
			index.drop(id);
		} else {
			rows.set(id, { ...edit, id, seats: null });
			index.put(rows.get(id)!);
		}
		const on = index.search({ ...asked, cursor: next }, time);
		const now = index.search(asked, time);
		expect(on).toEqual(indexOf([...rows.values()]).search({ ...asked, cursor: next }, time));
		expect(now).toEqual(indexOf([...rows.values()]).search(asked, time));
		if (JSON.stringify(on.facets.when) !== JSON.stringify(now.facets.when)) differ++;
	}
	expect(differ).toBeGreaterThan(12);
});
