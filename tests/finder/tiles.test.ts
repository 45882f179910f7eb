import { gunzipSync, gzipSync } from 'node:zlib';
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { expect, test } from 'vitest';
import type { IndexRow } from '../../src/domain/face.ts';
import { boxOf, wholeTiles, worldOf } from '../../src/domain/mercator.ts';
import { everything, type Query } from '../../src/domain/query.ts';
import { kinds } from '../../src/domain/taxonomies.ts';
import { MOST_SPOTS } from '../../src/finder/clusters.ts';
import type { SearchIndex } from '../../src/finder/search-index.ts';
import { LAYER } from '../../src/finder/tiles.ts';
import { testApi } from '../api/api.ts';
import { NOW, organisation, publish } from '../store.ts';
import { anyQuery, anyRow, blank, indexOf, rowsOf } from './invented.ts';
import { answers } from './oracle.ts';

interface Tile {
	z: number;
	x: number;
	y: number;
}

function featuresOf(bytes: Uint8Array): VectorTileFeature[] {
	if (bytes.length === 0) return [];
	const { [LAYER]: layer, ...others } = new VectorTile(new PbfReader(bytes)).layers;
	expect(Object.keys(others)).toEqual([]);
	expect(layer).toMatchObject({ version: 2, extent: 4096 });
	return Array.from({ length: layer!.length }, (_, place) => layer!.feature(place));
}

const countOf = ({ properties: { count = 1 } }: VectorTileFeature) => count as number;
const sum = (features: VectorTileFeature[]) => features.reduce((total, feature) => total + countOf(feature), 0);
const childrenOf = ({ z, x, y }: Tile): Tile[] =>
	[0, 1, 2, 3].map((quarter) => ({ z: z + 1, x: 2 * x + (quarter & 1), y: 2 * y + (quarter >> 1) }));
const tileAt = (z: number, lon: number, lat: number): Tile => {
	const { x, y } = worldOf({ lon, lat });
	return { z, x: Math.floor(x / 2 ** (32 - z)), y: Math.floor(y / 2 ** (32 - z)) };
};
const count = (index: SearchIndex, query: Query, tile: Tile) => sum(featuresOf(index.tile(query, tile, NOW)));

/** Some of them on the very line between two tiles, on the pole side of the square, and at one point. */
const edgy = (row: IndexRow, place: number): IndexRow => {
	const { lon, lat } = [
		{ lon: 11.25, lat: 56.5 },
		{ lon: 12.65625, lat: 0 },
		{ lon: 180, lat: 89.9 },
		{ lon: -180, lat: -89.9 },
	][place % 4]!;
	return place % 3 || !row.position ? row : { ...row, position: { lon, lat, precision: row.position.precision } };
};
const edgyRows = fc.array(anyRow, { minLength: 5, maxLength: 60 }).map((rows) => rowsOf(rows).map(edgy));

test('the tiles of a zoom hold together what the search finds and has a place, each entry once', () => {
	fc.assert(
		fc.property(edgyRows, anyQuery, (rows, query) => {
			const placed = rows.filter((row) => row.position && answers(row, query, NOW)).length;
			const index = indexOf(rows);
			const world = { z: 0, x: 0, y: 0 };
			expect(count(index, query, world)).toBe(placed);
			expect(childrenOf(world).reduce((total, tile) => total + count(index, query, tile), 0)).toBe(placed);
		}),
		{ numRuns: 300 },
	);
});

test('four tiles hold what the one above them does, at every zoom', () => {
	fc.assert(
		fc.property(edgyRows, fc.nat(59), (rows, place) => {
			const index = indexOf(rows);
			const { lon, lat } = rows[place % rows.length]!.position ?? { lon: 12.3, lat: 56.7 };
			for (let z = 0; z < 22; z++) {
				const tile = tileAt(z, lon, lat);
				const parts = childrenOf(tile).reduce((total, child) => total + count(index, everything, child), 0);
				expect([z, parts]).toEqual([z, count(index, everything, tile)]);
			}
		}),
		{ numRuns: 40 },
	);
});

test('points lie in their tile; what is told of a cluster adds up; from zoom 14 on a point is one place', () => {
	fc.assert(
		fc.property(edgyRows, anyQuery, fc.nat(22), fc.nat(59), (rows, query, z, place) => {
			const index = indexOf(rows);
			const { lon, lat } = rows[place % rows.length]!.position ?? { lon: 12.3, lat: 56.7 };
			const byId = new Map(rows.map((row) => [row.id, row]));
			for (const feature of featuresOf(index.tile(query, tileAt(z, lon, lat), NOW))) {
				const point = feature.loadGeometry()[0]![0]!;
				expect(Math.min(point.x, point.y)).toBeGreaterThanOrEqual(0);
				expect(Math.max(point.x, point.y)).toBeLessThan(4096);
				const { id, properties: told } = feature;
				if (id !== undefined) {
					const row = byId.get(id)!;
					expect(told).toEqual({ kind: row.kind, approximate: row.position!.precision === 'locality' });
					continue;
				}
				expect(countOf(feature)).toBeGreaterThan(1);
				expect((told.organisation! as number) + (told.venue! as number) + (told.activity! as number)).toBe(told.count);
				if (z >= 14) expect(told.same).toBe(true);
			}
		}),
		{ numRuns: 300 },
	);
});

test('the map answers the same spots as its tiles draw', () => {
	const shown = ({ properties: { count = 1, approximate } }: VectorTileFeature) => `${count} ${approximate}`;
	fc.assert(
		fc.property(
			fc.array(anyRow, { minLength: 5, maxLength: 60 }).map(rowsOf),
			anyQuery,
			fc.nat(16),
			(rows, given, z) => {
				const index = indexOf(rows);
				const { lon, lat } = rows.find(({ position }) => position)?.position ?? { lon: 12.3, lat: 56.7 };
				const tile = tileAt(z, lon, lat);
				const query = { ...given, bbox: null };
				const drawn = featuresOf(index.tile(query, tile, NOW))
					.map(shown)
					.sort();
				const spots = index.map({ ...query, bbox: boxOf(tile) }, z, NOW);
				expect(spots.map(({ count, approximate }) => `${count} ${approximate}`).sort()).toEqual(drawn);
			},
		),
		{ numRuns: 200 },
	);
});

test('a view grown to whole tiles holds it, and they end where it does when it is one', () => {
	const tile = { z: 9, x: 274, y: 157 };
	const [west, south, east, north] = boxOf(tile);
	const within = [west + 1e-6, south + 1e-6, east - 1e-6, north - 1e-6] as const;
	expect(wholeTiles(within, 9)).toEqual(boxOf(tile));
	expect(wholeTiles([-180, -90, 180, 90], 2)).toEqual([-180, -90, 180, 90]);
	const [w, s, e, n] = wholeTiles(within, 14);
	expect([w <= within[0], s <= within[1], e >= within[2], n >= within[3]]).toEqual([true, true, true, true]);
});

const [plain] = rowsOf(fc.sample(anyRow, { numRuns: 1, seed: 5 }));
const at = (id: number, lon: number, lat: number): IndexRow => ({
	...plain!,
	id,
	position: { lon, lat, precision: 'exact' },
});

test('neighbours are one cluster from afar and themselves near by; what shares a point stays together', () => {
	const index = indexOf([at(1, 12.86, 56.67), at(2, 12.861, 56.671), at(3, 12.861, 56.671)]);
	const [far] = featuresOf(index.tile(everything, tileAt(9, 12.86, 56.67), NOW));
	expect(far!.properties.count).toBe(3);
	expect(far!.properties.same).toBeUndefined();
	const near = featuresOf(index.tile(everything, tileAt(14, 12.86, 56.67), NOW));
	expect(near.map(({ id, properties: { count, same } }) => [id, count, same])).toEqual([
		[1, undefined, undefined],
		[undefined, 2, true],
	]);
});

test('a tile is the same bytes until something changes', () => {
	const index = indexOf([at(1, 12.86, 56.67)]);
	const tile = tileAt(10, 12.86, 56.67);
	const first = index.tile(everything, tile, NOW);
	expect(index.tile({ ...everything, sort: 'name', limit: 3 }, tile, NOW + 600)).toBe(first);
	index.put(at(2, 12.861, 56.671));
	expect(count(index, everything, tile)).toBe(2);
	index.drop(1);
	index.drop(2);
	expect(index.tile(everything, tile, NOW)).toHaveLength(0);
});

test('a tile with tens of thousands of places is small', () => {
	const many = Array.from({ length: 30_000 }, (_, place) =>
		at(place + 1, 12.862 + (place % 173) / 17_300, 56.672 + ((place * 7) % 179) / 35_800),
	);
	const index = indexOf(many);
	for (const z of [4, 9, 13, 14, 15, 16]) {
		const tile = tileAt(z, 12.865, 56.675);
		expect(gzipSync(index.tile(everything, tile, NOW)).length, `zoom ${z}`).toBeLessThan(60_000);
	}
	expect(count(index, everything, { z: 0, x: 0, y: 0 })).toBe(30_000);
});

test('the box of a tile is where its points are', () => {
	const [west, south, east, north] = boxOf({ z: 1, x: 1, y: 0 });
	expect([west, east]).toEqual([0, 180]);
	expect(south).toBeCloseTo(0, 9);
	expect(north).toBe(90);
	expect(boxOf({ z: 2, x: 0, y: 1 })[3]).toBeCloseTo(66.5132604431, 9);
});

test('the door: packed when one can unpack, told by ETag, new when the data are', async () => {
	const { app, site } = await testApi();
	const url = '/api/v1/tiles/9/274/157.mvt?place=Oskarstr%C3%B6m';
	const packed = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
	expect(packed.headers).toMatchObject({
		'content-type': 'application/vnd.mapbox-vector-tile',
		'content-encoding': 'gzip',
		'cache-control': 'public, max-age=0, must-revalidate',
		vary: expect.stringContaining('accept-encoding'),
	});
	const bare = await app.inject(url);
	expect(bare.headers['content-encoding']).toBeUndefined();
	expect(gunzipSync(packed.rawPayload)).toEqual(bare.rawPayload);
	const [spot] = featuresOf(bare.rawPayload);
	expect(spot!.properties).toEqual({
		count: 2,
		organisation: 0,
		venue: 1,
		activity: 1,
		approximate: false,
		same: true,
	});

	const headers = { 'if-none-match': String(packed.headers.etag), 'accept-encoding': 'gzip' };
	const again = await app.inject({ url, headers });
	expect([again.statusCode, again.body]).toEqual([304, '']);
	const position = { lon: 12.971, lat: 56.801, precision: 'exact' as const };
	await publish(site.store, { ...organisation({ name: 'Ny' }), position });
	await site.finder.follow();
	const changed = await app.inject({ url, headers });
	expect(changed.statusCode).toBe(200);
	expect(sum(featuresOf(gunzipSync(changed.rawPayload)))).toBe(3);
});

test('the door: a sentence, an archived entry and nothing at all', async () => {
	const { app } = await testApi();
	const ids = async (query: string) =>
		featuresOf((await app.inject(`/api/v1/tiles/3/4/2.mvt?${query}`)).rawPayload).map(({ id }) => id);
	expect(await ids(`q=${encodeURIComponent('gratis schack på tisdagar')}`)).toEqual([3]);
	expect(await ids('kind=organisation&q=borttagna')).toEqual([]);
	const nothing = await app.inject('/api/v1/tiles/3/0/0.mvt');
	expect([nothing.statusCode, nothing.body]).toEqual([204, '']);
});

test('the door: a map may ask for twenty times as many tiles as one may ask questions', async () => {
	const { app } = await testApi({ RATE_LIMIT: '1' });
	const statuses = [];
	for (let n = 0; n < 21; n++) statuses.push((await app.inject('/api/v1/tiles/4/8/4.mvt')).statusCode);
	expect(statuses).toEqual([...Array(20).fill(200), 429]);
	expect((await app.inject('/api/v1/listings')).statusCode).toBe(200);
});

test('close up, a map has one spot for each point that anything lies at, with all that lies there', () => {
	fc.assert(
		fc.property(edgyRows, anyQuery, (rows, asked) => {
			const query = { ...asked, bbox: null };
			const found = rows.filter((row) => row.position && answers(row, query, NOW));
			const pointOf = ({ lon, lat }: { lon: number; lat: number }) => `${lon} ${lat}`;
			const expected = Object.entries(Object.groupBy(found, (row) => pointOf(row.position!))).map(([point, these]) => ({
				point,
				ids: these!.map(({ id }) => id).slice(0, 20),
				ofKind: kinds.map((kind) => these!.filter((row) => row.kind === kind).length),
				approximate: these!.every((row) => ['locality', 'municipality'].includes(row.position!.precision)),
			}));
			const spots = indexOf(rows)
				.map(query, 16, NOW)
				.map(({ ids, organisation, venue, activity, approximate, ...at }) => ({
					...{ point: pointOf(at), ids, ofKind: [organisation, venue, activity], approximate },
				}));
			const inOrder = <T extends { point: string }>(some: T[]) => some.sort((a, b) => (a.point < b.point ? -1 : 1));
			expect(inOrder(spots)).toEqual(inOrder(expected));
		}),
		{ numRuns: 200 },
	);
});

test('a map of everything close up is not every place there is: clusters get larger, and hold them all', () => {
	const places = Array.from({ length: MOST_SPOTS + 1500 }, (_, n): IndexRow => {
		const position = { lon: 11 + (n % 80) / 10, lat: 55.5 + Math.floor(n / 80) / 8, precision: 'exact' as const };
		return { ...blank, id: n + 1, name: `Klubb ${n}`, position };
	});
	const index = indexOf(places);
	for (const zoom of [22, 14, 13, 9, 3]) {
		const spots = index.map(everything, zoom, NOW);
		expect(spots.length).toBeLessThanOrEqual(MOST_SPOTS);
		expect(spots.reduce((sum, { count }) => sum + count, 0)).toBe(places.length);
	}
	const some = indexOf(places.slice(0, 400));
	expect(some.map(everything, 16, NOW)).toHaveLength(400);
});
