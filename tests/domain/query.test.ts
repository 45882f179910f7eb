import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceKm } from '../../src/domain/geo.ts';
import { everything, QuerySchema, readQuery } from '../../src/domain/query.ts';
import { queryHref, queryParams } from '../../src/domain/query-url.ts';
import { slugOf } from '../../src/domain/slug.ts';

test.each([
	['q=schack&theme=chess,choir', { q: 'schack', theme: ['chess', 'choir'] }],
	['theme=chess&theme=choir', { theme: ['chess', 'choir'] }],
	['near=12.5,56.7&radius=10', { near: { lon: 12.5, lat: 56.7 }, radius: 10 }],
	['bbox=11,56,12,57', { bbox: [11, 56, 12, 57] }],
	['free=1', { free: true }],
	['free=', { free: false }],
	['when=&date=&age=&place=', { when: null, date: null, age: null, place: '' }],
	['date=2026-03-04', { date: '2026-03-04' }],
])('%s is understood', (text, expected) => {
	expect(readQuery(new URLSearchParams(text))).toMatchObject({ query: expected, problems: {} });
});

test.each([
	['near=12.5', 'near'],
	['near=a,b', 'near'],
	['near=200,10', 'near'],
	['near=,', 'near'],
	['bbox=12,57,11,56', 'bbox'],
	['bbox=1,2,3', 'bbox'],
	['radius=-1', 'radius'],
	['radius=1e9', 'radius'],
	['theme=nonsense', 'theme'],
	['municipality=halmstad', 'municipality'],
	['date=2026-02-30', 'date'],
	['age=abc', 'age'],
	['limit=0', 'limit'],
	['limit=101', 'limit'],
	['sort=size', 'sort'],
	[`q=${'x'.repeat(201)}`, 'q'],
	['cursor=%00', 'cursor'],
])('%s: the field is named and the rest still answered', (text, field) => {
	const { query, problems } = readQuery(new URLSearchParams(`${text}&kind=venue`));
	expect(Object.keys(problems)).toEqual([field]);
	expect(query.kind).toEqual(['venue']);
});

test('of a text that is too long the whole words of its beginning are read', () => {
	const read = (q: string) => readQuery(new URLSearchParams({ q, kind: 'venue' }));
	const long = read(`schack ${'ord '.repeat(200)}`);
	expect(long.problems).toEqual({ q: 'too_long' });
	expect(long.query.q).toMatch(/^schack(?: ord)+$/);
	expect(long.query.q.length).toBeLessThanOrEqual(200);
	expect(long.query.kind).toEqual(['venue']);
	expect(read(`${'🎉'.repeat(99)}x🎉🎉`).query.q).toBe(`${'🎉'.repeat(99)}x`);
	expect(read('x'.repeat(200)).problems).toEqual({});
});

test('any address is read without falling over, and what is read is written and read again the same', () => {
	const key = fc.oneof(fc.constantFrom(...Object.keys(QuerySchema.shape)), fc.string());
	const value = fc.oneof(
		fc.string(),
		fc.constantFrom('chess', '12,56', '1', '2026-03-04', 'week', '11,55,12,56', 'mon,tue'),
	);
	fc.assert(
		fc.property(fc.array(fc.tuple(key, value), { maxLength: 8 }), (pairs) => {
			const { query } = readQuery(new URLSearchParams(pairs));
			const again = readQuery(queryParams(query));
			expect(again.problems).toEqual({});
			const round = (text: string) =>
				text.replace(/-?\d+\.\d{5,}/g, (number) => String(Number(Number(number).toFixed(5))));
			expect(round(JSON.stringify(again.query))).toBe(round(JSON.stringify(query)));
		}),
		{ numRuns: 500 },
	);
});

test('one query has one address, and asking for everything has none', () => {
	expect(queryHref(everything)).toBe('');
	expect(queryHref({ ...everything, theme: ['chess'], q: 'å ä' }, { free: true })).toBe(
		'?q=%C3%A5+%C3%A4&theme=chess&free=1',
	);
	expect(queryHref({ ...everything, cursor: 'abc' }, {})).toBe('');
});

test('distances', () => {
	// Stockholm to Göteborg, 397 km along the great circle.
	expect(distanceKm({ lon: 18.0686, lat: 59.3293 }, { lon: 11.9746, lat: 57.7089 })).toBeCloseTo(397, -1);
});

test.each([
	['Åsa & Önas bygdegård', 'asa-onas-bygdegard'],
	['جمعية السلام', /^[a-z0-9-]+$/],
	['!!!', 'namnlos'],
	['x'.repeat(300), 'x'.repeat(80)],
])('%s as an address', (name, expected) => {
	expect(slugOf(name)).toMatch(expected);
});
