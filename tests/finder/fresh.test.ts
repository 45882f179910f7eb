import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentsOf } from '../../src/domain/freshness.ts';
import { everything } from '../../src/domain/query.ts';
import { kinds } from '../../src/domain/taxonomies.ts';
import { SearchIndex } from '../../src/finder/search-index.ts';
import { NOW } from '../store.ts';
import { blank } from './invented.ts';

const DAY = 86_400;

/** The order in which a search shows entries that are alike but for when they were confirmed. */
function order(kind: (typeof kinds)[number], confirmed: readonly (number | null)[], q: string): number[] {
	const index = new SearchIndex(new Map());
	for (const [place, confirmedAt] of confirmed.entries())
		index.put({ ...blank, kind, id: place + 1, name: `Ljungåsa träff ${'abcdefgh'[place]}`, confirmedAt });
	return index.search({ ...everything, q }, NOW).hits.map(({ id }) => id - 1);
}

test.each(kinds)('of %s alike the one confirmed later stands before, with words or without', (kind) => {
	const ago = fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 2, maxLength: 6 });
	fc.assert(
		fc.property(ago, fc.constantFrom('', 'ljungåsa'), (days, q) => {
			const shown = order(
				kind,
				days.map((day) => NOW - day * DAY),
				q,
			).map((place) => days[place]!);
			const hidden = (day: number) => momentsOf(kind, NOW - day * DAY).hidden <= NOW;
			for (const [place, day] of shown.entries()) {
				const before = shown[place - 1];
				if (before !== undefined && !hidden(day)) expect(day).toBeGreaterThanOrEqual(before);
				if (before !== undefined && hidden(before))
					expect(hidden(day), 'nothing fresh behind what has faded').toBe(true);
			}
		}),
		{ numRuns: 60 },
	);
});

test('what has been silent for very long stands behind what is poorer, and is still found', () => {
	const index = new SearchIndex(new Map());
	const rich = { descriptions: ['Vi spelar schack.'], themes: ['chess' as const], position: null };
	index.put({ ...blank, ...rich, id: 1, name: 'Schack', confirmedAt: NOW - 1300 * DAY });
	index.put({ ...blank, id: 2, name: 'Ö schack', confirmedAt: NOW - 10 * DAY });
	index.put({ ...blank, id: 3, name: 'Å schack', confirmedAt: null });
	expect(index.search({ ...everything, q: '' }, NOW).hits.map(({ id }) => id)).toEqual([2, 3, 1]);
	// Its very name still finds it first.
	expect(index.search({ ...everything, q: 'Schack' }, NOW).hits.map(({ id }) => id)[0]).toBe(1);
});
