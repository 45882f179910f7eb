import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { PALETTES } from '../../src/basemap/palette.ts';
import { SPOT_COLOURS } from '../../src/basemap/picture/look.ts';
import { PICTURE_POLICY, Pictures } from '../../src/basemap/picture/picture.ts';
import { inBox } from '../../src/domain/geo.ts';
import { type OverviewSpot, overviewOf } from '../../src/domain/overview.ts';
import { everything, type Query } from '../../src/domain/query.ts';
import { createPlaces, mostOf } from '../../src/finder/places.ts';
import { root } from '../../src/root.ts';
import { testApi } from '../api/api.ts';
import { anyQuery, anyRow, indexOf, rowsOf } from '../finder/invented.ts';
import { answers } from '../finder/oracle.ts';
import { NOW } from '../store.ts';

const rows = fc.array(anyRow, { minLength: 1, maxLength: 80 }).map(rowsOf);
const [plain] = rowsOf(fc.sample(anyRow, { numRuns: 1, seed: 5 }));
const at = (id: number, lon: number, lat: number) => ({
	...plain!,
	id,
	kind: 'venue' as const,
	position: { lon, lat, precision: 'exact' as const },
});
const finderOf = (index: ReturnType<typeof indexOf>) => index as unknown as Parameters<typeof overviewOf>[0];
const pictures = new Pictures();
afterAll(() => pictures.close());

async function drawn(query: Partial<Query>, index: ReturnType<typeof indexOf>, lang: 'sv' | 'en' = 'sv') {
	const overview = overviewOf(finderOf(index), { ...everything, ...query }, NOW);
	const svg = await pictures.draw(overview, { lang, most: mostOf(overview, createPlaces()) });
	return { overview, svg };
}

test('a picture shows what the search finds and has a place, all of it when nothing is near', () => {
	fc.assert(
		fc.property(rows, anyQuery, (rows, given) => {
			const query = { ...given, near: null, radius: null };
			const placed = rows.filter((row) => row.position && answers(row, query, NOW)).length;
			const overview = overviewOf(finderOf(indexOf(rows)), query, NOW);
			expect(overview.count).toBe(placed);
			for (const spot of overview.spots) {
				expect(spot.x - spot.across).toBeGreaterThanOrEqual(0);
				expect(spot.x + spot.across).toBeLessThanOrEqual(overview.frame.width);
				expect(spot.y - spot.up).toBeGreaterThanOrEqual(0);
				expect(spot.y + spot.up).toBeLessThanOrEqual(overview.frame.height);
			}
		}),
		{ numRuns: 200 },
	);
});

test('drilling into a spot shows what it held', () => {
	fc.assert(
		fc.property(rows, (rows) => {
			const index = indexOf(rows);
			const { spots } = overviewOf(finderOf(index), everything, NOW);
			for (const { box, count, lon, lat } of spots) {
				expect(inBox({ lon, lat }, box)).toBe(true);
				// A link holds five decimals.
				const bbox = box.map((degrees) => Number(degrees.toFixed(5))) as unknown as Query['bbox'];
				expect(overviewOf(finderOf(index), { ...everything, bbox }, NOW).count).toBe(count);
			}
		}),
		{ numRuns: 100 },
	);
});

test('spots that would cover each other are moved apart', () => {
	const many = Array.from({ length: 60 }, (_, place) =>
		at(place + 1, 12.5 + (place % 8) / 10, 56.5 + (place % 7) / 14),
	);
	const { spots } = overviewOf(finderOf(indexOf(many)), everything, NOW);
	const cover = (one: OverviewSpot, other: OverviewSpot) =>
		Math.min(one.across + other.across - Math.abs(one.x - other.x), one.up + other.up - Math.abs(one.y - other.y));
	const worst = Math.max(...spots.flatMap((one, place) => spots.slice(place + 1).map((other) => cover(one, other))));
	expect(spots.length).toBeGreaterThan(8);
	expect(worst).toBeLessThan(6);
});

test('all of Sweden: land, water, borders, names, numbers, sources and words, below sixty kilobytes', async () => {
	const index = indexOf([at(1, 18.06, 59.33), at(2, 18.06, 59.33), at(3, 11.97, 57.7), at(4, 20.2, 67.8)]);
	const { svg } = await drawn({}, index);
	for (const look of ['sea', 'earth', 'sweden', 'water', 'region', 'country'])
		expect(svg).toContain(`<path class="${look}" d="M`);
	expect(svg).toContain('<title id="title">4 träffar på kartan, flest runt Stockholm (2).</title>');
	for (const said of ['>Stockholm<', '>Umeå<', '>Norge<', '© OpenStreetMap', '>2</text>']) expect(svg).toContain(said);
	expect(svg).toContain('prefers-color-scheme:dark');
	expect(gzipSync(svg).length).toBeLessThan(60_000);
	const english = (await drawn({}, index, 'en')).svg;
	expect(english).toContain('4 results on the map');
	expect(english).toContain('>Norway<');
});

test('the archipelago, where there is most to draw, is below sixty kilobytes', async () => {
	const index = indexOf([at(1, 18.06, 59.33)]);
	for (const radius of [5, 20, 50, 100]) {
		const { svg } = await drawn({ near: { lon: 18.4, lat: 59.4 }, radius }, index);
		expect(gzipSync(svg).length, `${radius} km`).toBeLessThan(60_000);
	}
});

test('nothing found, and a box at the end of the world, are pictures too', async () => {
	const index = indexOf([]);
	expect((await drawn({}, index)).svg).toContain('Inga träffar på kartan.');
	for (const bbox of [
		[-180, -90, 180, 90],
		[179.9999, 89.9999, 180, 90],
		[12, 56, 12, 56],
	] as const)
		expect((await drawn({ bbox }, index)).svg).toMatch(/^<svg .*<\/svg>$/);
});

test('no number of a picture is broken', async () => {
	await fc.assert(
		fc.asyncProperty(rows, anyQuery, async (rows, query) => {
			expect((await drawn(query, indexOf(rows))).svg).not.toMatch(/NaN|Infinity|undefined/);
		}),
		{ numRuns: 60 },
	);
});

test('its colours are those of the page', () => {
	const css = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
	const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
	for (const [theme, text] of Object.entries({ light, dark }) as ['light' | 'dark', string][])
		for (const [name, colour] of Object.entries(SPOT_COLOURS[theme])) expect(text).toContain(`--${name}: ${colour};`);
	expect(Object.keys(SPOT_COLOURS)).toEqual(Object.keys(PALETTES));
});

test('the door: kept while nothing changes, for any site, and allowed nothing but its own look', async () => {
	const { app } = await testApi();
	const first = await app.inject('/api/v1/map.svg?q=schack');
	expect(first.headers).toMatchObject({
		'content-type': 'image/svg+xml; charset=utf-8',
		'cache-control': 'public, max-age=0, must-revalidate',
		'content-security-policy': PICTURE_POLICY,
		'access-control-allow-origin': '*',
	});
	expect(PICTURE_POLICY).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]+=*'/);
	const headers = { 'if-none-match': String(first.headers.etag) };
	expect((await app.inject({ url: '/api/v1/map.svg?q=schack', headers })).statusCode).toBe(304);
});
