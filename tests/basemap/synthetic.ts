import { writeFile } from 'node:fs/promises';
import { gzip, pmtilesArchive, type Tile } from '#db/geography/basemap/pmtiles.ts';

/** Bytes that stand for a vector tile: the door never looks inside. */
export const tileBytes = (z: number, x: number, y: number) => new TextEncoder().encode(`tile ${z}/${x}/${y}`);

/** Writes a small archive of a few tiles around Halmstad whose metadata names the layers of a schema. */
export async function writeArchive(path: string, layers: string[], attribution = ''): Promise<void> {
	const positions: [number, number, number][] = [
		[10, 548, 313],
		[11, 1097, 626],
		[11, 1097, 627],
		[12, 2194, 1253],
	];
	const tiles: Tile[] = positions.map(([z, x, y]) => ({ z, x, y, data: gzip(tileBytes(z, x, y)) }));
	const archive = pmtilesArchive(tiles, {
		minZoom: 10,
		maxZoom: 12,
		bounds: [12.7, 56.6, 13, 56.9],
		center: [12.86, 56.67, 11],
		metadata: { attribution, vector_layers: layers.map((id) => ({ id, fields: {} })) },
	});
	await writeFile(path, archive);
}

export const OPENMAPTILES = ['water', 'landuse', 'transportation', 'transportation_name', 'building', 'place'];
export const PROTOMAPS = ['earth', 'water', 'landuse', 'roads', 'buildings', 'places', 'pois'];
