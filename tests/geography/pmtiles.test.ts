import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { bytesToHeader, Compression, PMTiles, TileType, zxyToTileId } from 'pmtiles';
import { expect, test } from 'vitest';
import { gzip, pmtilesArchive } from '#db/geography/basemap/pmtiles.ts';

const here = (path: string) => new URL(`../../db/geography/${path}`, import.meta.url);
const openBytes = (bytes: Uint8Array) =>
	new PMTiles({
		getKey: () => 'memory',
		getBytes: async (offset, length) => ({ data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer }),
	});

test('the committed map is the one that the README tells', () => {
	const file = readFileSync(here('sweden.pmtiles'));
	const told = /sha256 `([0-9a-f]{64})`/.exec(readFileSync(here('README.md'), 'utf8'))?.[1];
	expect(createHash('sha256').update(file).digest('hex')).toBe(told);
	const header = bytesToHeader(Uint8Array.from(file.subarray(0, 127)).buffer);
	expect(header).toMatchObject({ specVersion: 3, minZoom: 0, maxZoom: 9, tileType: TileType.Mvt, clustered: true });
	expect(header.tileCompression).toBe(Compression.Gzip);
	expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual([-25, 47, 57, 73]);
	expect(header.tileDataOffset + (header.tileDataLength ?? 0)).toBe(file.length);
});

const options = {
	minZoom: 0,
	maxZoom: 14,
	bounds: [10, 55, 25, 70] as [number, number, number, number],
	center: [15, 62, 4] as [number, number, number],
	metadata: { name: 'x' },
};
const coordinates = fc.integer({ min: 0, max: 14 }).chain((z) => {
	const index = fc.integer({ min: 0, max: 2 ** z - 1 });
	return fc.record({ z: fc.constant(z), x: index, y: index, content: fc.uint8Array({ minLength: 1, maxLength: 4 }) });
});

test('what is written is read again by the library, tile by tile, and in any order gives the same bytes', async () => {
	const sets = fc.uniqueArray(coordinates, {
		selector: (t) => zxyToTileId(t.z, t.x, t.y),
		minLength: 1,
		maxLength: 60,
	});
	await fc.assert(
		fc.asyncProperty(sets, async (set) => {
			const tiles = set.map(({ z, x, y, content }) => ({ z, x, y, data: gzip(content) }));
			const bytes = pmtilesArchive(tiles, options);
			expect(Buffer.compare(bytes, pmtilesArchive([...tiles].reverse(), options))).toBe(0);
			const archive = openBytes(bytes);
			for (const { z, x, y, content } of set) {
				const read = await archive.getZxy(z, x, y);
				expect(new Uint8Array(read?.data ?? new ArrayBuffer())).toEqual(Uint8Array.from(content));
			}
		}),
		{ numRuns: 60 },
	);
});

test('an index too long for one directory is split into leaves', async () => {
	const tiles = Array.from({ length: 30000 }, (_, i) => {
		const [x, y] = [i % 512, Math.floor(i / 512)];
		return { z: 9, x, y, data: new TextEncoder().encode(`${i}${'x'.repeat(Math.imul(i, 2654435761) >>> 24)}`) };
	});
	const bytes = pmtilesArchive(tiles, options);
	const header = bytesToHeader(Uint8Array.from(bytes.subarray(0, 127)).buffer);
	expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16384);
	expect(header.leafDirectoryLength).toBeGreaterThan(0);
	expect(header.numAddressedTiles).toBe(30000);
});
