import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Invalid } from '../../src/domain/errors.ts';
import { everything, type Query } from '../../src/domain/query.ts';
import { facetNames, radii } from '../../src/domain/search.ts';
import { sortKey } from '../../src/finder/fold.ts';
import type { SearchIndex } from '../../src/finder/search-index.ts';
import { NOW } from '../store.ts';
import { anyQuery, anyRow, blank, indexOf, rowsOf } from './invented.ts';
import { answers } from './oracle.ts';

/** Every id of a query, page by page. */
function walk(index: SearchIndex, query: Query): number[] {
	const ids: number[] = [];
	let cursor: string | null = null;
	do {
		const answer = index.search({ ...query, cursor, limit: 7 }, NOW);
		ids.push(...answer.hits.map(({ id }) => id));
		cursor = answer.next;
	} while (cursor);
	return ids;
}

test('every filter and all of them together answer as the plain reading does, each entry on one page', () => {
	fc.assert(
		fc.property(fc.array(anyRow, { minLength: 5, maxLength: 60 }).map(rowsOf), anyQuery, (rows, query) => {
			const expected = rows.filter((row) => answers(row, query, NOW)).map(({ id }) => id);
			const index = indexOf(rows);
			const ids = walk(index, query);
			expect([...ids].sort((a, b) => a - b)).toEqual(expected);
			expect(index.search(query, NOW).total).toBe(expected.length);
		}),
		{ numRuns: 400 },
	);
});

test('the count beside a value is how many there are when it alone is chosen in its filter', () => {
	const multi = ['kind', 'theme', 'municipality', 'audience', 'language', 'weekday', 'part', 'venueKind'] as const;
	fc.assert(
		fc.property(fc.array(anyRow, { minLength: 5, maxLength: 40 }).map(rowsOf), anyQuery, (rows, query) => {
			const index = indexOf(rows);
			const { facets } = index.search(query, NOW);
			expect(Object.keys(facets).sort()).toEqual([...facetNames].sort());
			const count = (change: Partial<Query>) => rows.filter((row) => answers(row, { ...query, ...change }, NOW)).length;
			for (const name of multi)
				for (const [value, left] of Object.entries(facets[name]))
					expect([name, value, left]).toEqual([name, value, count({ [name]: [value] })]);
			for (const name of ['access', 'equipment'] as const)
				for (const [value, left] of Object.entries(facets[name]))
					expect([name, value, left]).toEqual([
						name,
						value,
						count({ [name]: [...new Set([...query[name], value])] } as Partial<Query>),
					]);
			for (const [value, left] of Object.entries(facets.when))
				expect([value, left]).toEqual([value, count({ when: value as Query['when'], date: null })]);
			for (const [people, left] of Object.entries(facets.seats))
				expect([people, left]).toEqual([people, count({ seats: Number(people) })]);
			expect(facets.free.true ?? 0).toBe(count({ free: true }));
			expect(Object.keys(facets.radius)).toHaveLength(query.near ? radii.length : 0);
			for (const [km, left] of Object.entries(facets.radius))
				expect([km, left]).toEqual([km, count({ radius: Number(km) })]);
		}),
		{ numRuns: 150 },
	);
});

test('after thousands of edits the index answers as one built afresh', () => {
	fc.assert(
		fc.property(
			fc.array(anyRow, { minLength: 20, maxLength: 40 }).map(rowsOf),
			fc.array(fc.tuple(fc.nat(39), fc.option(anyRow, { nil: null })), { minLength: 100, maxLength: 300 }),
			fc.array(anyQuery, { minLength: 3, maxLength: 3 }),
			(rows, edits, queries) => {
				const index = indexOf(rows);
				const now = new Map(rows.map((row) => [row.id, row]));
				for (const [place, edit] of edits) {
					const id = place + 1;
					if (edit) {
						const [row] = rowsOf([edit]);
						now.set(id, { ...row!, id });
						index.put({ ...row!, id });
					} else {
						now.delete(id);
						index.drop(id);
					}
				}
				const fresh = indexOf([...now.values()]);
				expect(index.size).toBe(now.size);
				for (const query of [...queries, { ...everything, q: 'schack' }, { ...everything, q: 'björkhult halmstad' }]) {
					expect(walk(index, query)).toEqual(walk(fresh, query));
					expect(index.search(query, NOW).facets).toEqual(fresh.search(query, NOW).facets);
				}
			},
		),
		{ numRuns: 25 },
	);
});

test('the map holds exactly what the search holds', () => {
	fc.assert(
		fc.property(
			fc.array(anyRow, { minLength: 1, maxLength: 60 }).map(rowsOf),
			anyQuery,
			fc.nat(14),
			(rows, query, zoom) => {
				const spots = indexOf(rows).map(query, zoom, NOW);
				const placed = rows.filter((row) => row.position && answers(row, query, NOW));
				expect(spots.reduce((sum, { count }) => sum + count, 0)).toBe(placed.length);
				for (const spot of spots) {
					expect(spot.organisation + spot.venue + spot.activity).toBe(spot.count);
					if (spot.ids.length) expect(spot.ids.length).toBe(Math.min(20, spot.count));
				}
			},
		),
		{ numRuns: 100 },
	);
});

test('without counts the same is found, with words and many filters too', () => {
	const index = indexOf(rowsOf(fc.sample(anyRow, { numRuns: 400, seed: 9 })));
	let found = 0;
	fc.assert(
		fc.property(anyQuery, fc.constantFrom('schack', 'förening', 'halmstad'), (query, q) => {
			const wide = { ...query, kind: [...query.kind, 'organisation' as const], municipality: ['1380'], q };
			for (const asked of [wide, { ...everything, q, municipality: ['1380'], audience: query.audience }]) {
				const counted = index.search(asked, NOW);
				const { total, hits } = index.search(asked, NOW, { facets: false });
				expect({ total, hits }).toEqual({ total: counted.total, hits: counted.hits });
				if (total > 0) found++;
			}
		}),
		{ numRuns: 100 },
	);
	expect(found).toBeGreaterThan(20);
});

test('when nothing is left, what is offered gives what it promises', () => {
	fc.assert(
		fc.property(fc.array(anyRow, { minLength: 5, maxLength: 40 }).map(rowsOf), anyQuery, (rows, query) => {
			const { total, widen } = indexOf(rows).search(query, NOW);
			if (total > 0) expect(widen).toBeNull();
			if (!widen) return;
			const gone = [widen.drop, ...(widen.also ?? [])].map((name) => [name, everything[name]] as const);
			const change = widen.radius ? { radius: widen.radius } : Object.fromEntries(gone);
			const left = rows.filter((row) => answers(row, { ...query, ...change }, NOW)).length;
			expect(widen.count).toBe(left);
			expect(left).toBeGreaterThan(0);
		}),
		{ numRuns: 150 },
	);
});

test('what is looked for is given up last', () => {
	const dance = { ...blank, name: 'Dans', kind: 'activity' as const };
	const index = indexOf([
		{ ...dance, id: 1, name: 'Dans' },
		...[2, 3, 4].map((id) => ({ ...dance, id, name: 'Fotboll', ages: { min: 5, max: 9 } })),
	]);
	const { widen } = index.search({ ...everything, q: 'dans', age: 5 }, NOW);
	expect(widen).toEqual({ drop: 'age', count: 1 });
});

test('a cursor belongs to its question', () => {
	const index = indexOf(rowsOf(fc.sample(anyRow, { numRuns: 30, seed: 1 })));
	const { next } = index.search({ ...everything, limit: 5 }, NOW);
	expect(next).toMatch(/^[\w-]+$/);
	for (const query of [{ q: 'schack' }, { sort: 'name' as const }, { kind: ['venue' as const] }])
		expect(() => index.search({ ...everything, ...query, cursor: next }, NOW)).toThrow(Invalid);
	for (const cursor of ['abc', 'e30', Buffer.from('{"at":1}').toString('base64url')])
		expect(() => index.search({ ...everything, cursor }, NOW)).toThrow(Invalid);
});

test('a cursor that somebody has altered goes on as of now, and harms nothing', () => {
	const index = indexOf(rowsOf(fc.sample(anyRow, { numRuns: 30, seed: 1 })));
	const { next } = index.search({ ...everything, limit: 5 }, NOW);
	const honest = JSON.parse(Buffer.from(next!, 'base64url').toString());
	for (const change of [{ at: Number.MAX_SAFE_INTEGER }, { at: -1 }, { id: -5 }, { past: 1_000_000 }]) {
		const cursor = Buffer.from(JSON.stringify({ ...honest, ...change })).toString('base64url');
		const answer = index.search({ ...everything, when: null, limit: 5, cursor }, NOW);
		expect(answer.total).toBe(30);
	}
});

test('deep pages and long ones are cut from the same order', () => {
	const rows = rowsOf(fc.sample(anyRow, { numRuns: 400, seed: 2 }));
	const index = indexOf(rows);
	for (const sort of ['relevance', 'name', 'soonest'] as const) {
		const whole = index.search({ ...everything, sort, limit: 400 }, NOW).hits.map(({ id }) => id);
		expect(walk(index, { ...everything, sort })).toEqual(whole);
	}
});

test('names stand as in a Swedish index', () => {
	const sorted = ['Alfa', 'Bygden 2', 'Bygden 10', 'Öckerö', 'Zorn', 'Ånge', 'Ängen', 'É-laget', 'Eken', 'aspen'].sort(
		(a, b) => (sortKey(a) < sortKey(b) ? -1 : 1),
	);
	expect(sorted).toEqual([...sorted].sort(new Intl.Collator('sv', { numeric: true }).compare));
	expect(sortKey('"Alfa"')).toBe(sortKey('Alfa'));
});

test('a minute that was made ready beforehand, with edits meanwhile, answers as one made when it is asked for', () => {
	fc.assert(
		fc.property(fc.array(anyRow, { minLength: 20, maxLength: 60 }).map(rowsOf), anyQuery, (rows, query) => {
			const half = rows.length >> 1;
			const minute = (Math.floor(NOW / 60) + 1) * 60;
			const ready = indexOf(rows.slice(0, half));
			ready.warm(NOW);
			ready.prepare(minute - 20);
			for (const row of rows.slice(half)) ready.put(row);
			ready.drop(rows[0]!.id);
			ready.put({ ...rows[1]!, starts: [] });
			ready.prepare(minute - 1);
			ready.drop(rows[2]!.id);
			const afresh = indexOf([...rows.slice(3), { ...rows[1]!, starts: [] }]);
			for (const one of [query, everything])
				expect(ready.search({ ...one, sort: 'name' }, minute + 5)).toEqual(
					afresh.search({ ...one, sort: 'name' }, minute + 5),
				);
		}),
		{ numRuns: 200 },
	);
});
