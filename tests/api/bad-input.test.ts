import type { Cookies } from '@sveltejs/kit';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SearchShape } from '../../src/api/shapes.ts';
import { load } from '../../src/routes/sok/+page.server.ts';
import type { Site } from '../../src/site.ts';
import { nastyTexts } from '../nasty.ts';
import { shared } from '../store.ts';
import { testApi } from './api.ts';

const reading = shared((atEnd) => testApi({}, { atEnd }));

/** Every door that takes a text, and what it may answer: long texts are refused. */
const doors: [url: (q: string) => string, statuses: number[]][] = [
	[(q) => `/listings?q=${q}`, [200, 400]],
	[(q) => `/listings?place=${q}`, [200, 400]],
	[(q) => `/suggest?q=${q}`, [200, 400]],
	[(q) => `/suggest?q=schack&place=${q}`, [200, 400]],
	[(q) => `/places?q=${q}`, [200, 400]],
	[(q) => `/map?q=${q}`, [200, 400]],
	[(q) => `/tiles/5/17/9.mvt?q=${q}`, [200, 204, 400]],
];
/** A lone surrogate has no bytes: browsers send the sign for what can not be read. */
const sent = (text: string) => encodeURIComponent(text.toWellFormed());

/** The data of the search page for a text. */
const page = (site: Site, q: string) => {
	const url = new URL(`http://localhost/sok?${new URLSearchParams({ q })}`);
	const cookies = { set() {} } as unknown as Cookies;
	return load({ url, cookies, locals: { site, locale: 'sv' } } as never) as Promise<{
		total: number;
		/** As the person asked, where that was read as something else. */
		asked: { q: string } | null;
		query: { q: string };
		problems: { field: string; reason: string; value: string }[];
	}>;
};

test.each(Object.entries(nastyTexts))('%s: every door answers, and none with a fault', async (_, text) => {
	const { site, app } = reading();
	for (const [url, statuses] of doors) {
		const response = await app.inject(`/api/v1${url(sent(text))}`);
		expect(statuses).toContain(response.statusCode);
		expect(response.body).not.toMatch(/\n\s+at .*\.ts:|node_modules/);
		if (response.statusCode === 400) expect(text.length).toBeGreaterThan(120);
	}
	const listings = await app.inject(`/api/v1/listings?q=${sent(text.slice(0, 200))}`);
	if (listings.statusCode === 200) SearchShape.strict().parse(listings.json());
	const data = await page(site, text);
	expect((data.asked ?? data.query).q.length).toBeLessThanOrEqual(200);
	expect(data.problems.map(({ reason }) => reason)).toEqual(text.trim().length > 200 ? ['too_long'] : []);
	for (const { value } of data.problems) expect(value.length).toBeLessThan(70);
});

test('any text at all is answered by every door', async () => {
	const { site, app } = reading();
	const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 250 }), fc.string({ unit: 'grapheme', maxLength: 120 }));
	await fc.assert(
		fc.asyncProperty(any, fc.constantFrom(...doors), async (text, [url, statuses]) => {
			const response = await app.inject(`/api/v1${url(sent(text))}`);
			expect(statuses).toContain(response.statusCode);
			expect((await page(site, text)).total).toBeLessThanOrEqual(3);
		}),
		{ numRuns: 300 },
	);
});

test.each([
	['/map?bbox=-181,0,1,1', '"bbox":"outside_the_world"'],
	['/map?bbox=0,-91,1,1', '"bbox":"outside_the_world"'],
	['/map?bbox=1,2,3', '"bbox"'],
	['/map?bbox=NaN,0,1,1', '"bbox"'],
	['/map?bbox=Infinity,0,1,1', '"bbox"'],
	['/map?bbox=13,57,12,56', 'box_order'],
	['/map?zoom=99', '"zoom"'],
	['/map?zoom=-1', '"zoom"'],
	['/listings?near=181,91', '"near"'],
	['/tiles/99/0/0.mvt', '"z"'],
	['/tiles/5/32/0.mvt', '"x":"outside_the_world"'],
	['/tiles/5/0/-1.mvt', '"y"'],
	['/tiles/1e3/0/0.mvt', '"z"'],
	['/tiles/22/4194304/0.mvt', '"x":"outside_the_world"'],
])('%s is refused by name', async (url, has) => {
	const { app } = reading();
	const response = await app.inject(`/api/v1${url}`);
	expect(response.statusCode).toBe(400);
	expect(response.body).toContain(has);
});

test.each(['/map?bbox=0,0,0,0', '/map?bbox=-180,-90,180,90&zoom=22', '/tiles/22/0/0.mvt', '/tiles/0/0/0.mvt'])(
	'%s is answered: a box can be a point or the world',
	async (url) => {
		const { app } = reading();
		expect([200, 204]).toContain((await app.inject(`/api/v1${url}`)).statusCode);
	},
);
