import fc from 'fast-check';
import { expect, test } from 'vitest';
import { QuerySchema } from '../../src/domain/query.ts';
import { testApi } from './api.ts';

const paths = [
	'/health',
	'/listings',
	'/listings/1',
	'/listings/3/occurrences',
	'/listings/3/calendar.ics',
	'/map',
	'/map.svg',
	'/tiles/4/8/4.mvt',
	'/tiles/14/8782/5041.mvt',
	'/places',
	'/suggest',
	'/municipalities',
	'/municipalities/1380',
	'/themes',
	'/openapi.json',
	'/nope',
	'',
];
const nasty = fc.constantFrom(
	'',
	'0',
	'-1',
	'1e999',
	'NaN',
	'null',
	'[]',
	'{}',
	'%00',
	'%E0%A4%A',
	'../../etc/passwd',
	"' OR 1=1 --",
	'<script>',
	'\u202e',
	'😀'.repeat(50),
	'a'.repeat(5000),
	'(a+)+$',
	'12,56',
	'12,56,13,57',
	'99999999999999999999',
	'chess,,chess',
);
const value = fc.oneof(nasty, fc.string(), fc.string({ unit: 'grapheme', maxLength: 40 }));
const key = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...Object.keys(QuerySchema.shape), 'zoom', 'lang', 'width') },
	{ weight: 1, arbitrary: fc.string() },
);
const encoded = fc
	.tuple(key, value)
	.map(([name, text]) =>
		text.includes('%') ? `${encodeURIComponent(name)}=${text}` : new URLSearchParams([[name, text]]).toString(),
	);
const request = fc.record({
	method: fc.constantFrom('GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
	path: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...paths) }, { weight: 1, arbitrary: fc.webPath() }),
	query: fc.array(encoded, { maxLength: 5 }),
	accept: fc.constantFrom('*/*', 'application/json', '', 'gzip', '\u00e5'),
});

test('ten thousand requests of any sort: never a fault of ours, never a stack', async () => {
	const { app } = await testApi();
	const seen = new Map<number, number>();
	await fc.assert(
		fc.asyncProperty(request, async ({ method, path, query, accept }) => {
			const url = `/api/v1${path}${query.length ? `?${query.join('&')}` : ''}`;
			const response = await app.inject({ method: method as 'GET', url, headers: { accept, 'content-type': accept } });
			seen.set(response.statusCode, (seen.get(response.statusCode) ?? 0) + 1);
			expect({ url, status: response.statusCode, fine: response.statusCode < 500 }).toMatchObject({ fine: true });
			expect(response.body).not.toMatch(/\n\s+at .*\.ts:|node_modules/);
		}),
		{ numRuns: 10_000 },
	);
	expect(seen.get(200) ?? 0).toBeGreaterThan(500);
	expect(seen.get(400) ?? 0).toBeGreaterThan(500);
}, 300_000);
