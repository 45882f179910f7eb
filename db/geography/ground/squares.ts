import { VectorTile, type VectorTileLayer } from '@mapbox/vector-tile';
import { gunzipSync } from 'fflate';
import { PbfReader } from 'pbf';
import { PMTiles } from 'pmtiles';
import { grid, landBytes, squareColumns, squareRows } from '../land-grid.ts';
import { scan } from './scan.ts';

const ZOOM = 9;
const TILES = 2 ** ZOOM;
const tileX = (lon: number) => ((lon + 180) / 360) * TILES;
const tileY = (lat: number) => {
	const sine = Math.sin((lat * Math.PI) / 180);
	return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * TILES;
};
/** Line of squares at the height of a tile row, with its fraction. */
const lineAt = (y: number) => {
	const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / TILES))) * 180) / Math.PI;
	return ((grid.north - lat) / grid.cellLat) * grid.squares;
};
const columnAt = (x: number) => (((x / TILES) * 360 - 180 - grid.west) / grid.cellLon) * grid.squares;

type Box = { left: number; right: number; top: number; bottom: number };

/** Sets or clears the bits of the squares whose middles lie within the areas of a layer, in one tile. */
function paint(
	bits: Uint8Array,
	layer: VectorTileLayer | undefined,
	at: { x: number; y: number },
	box: Box,
	on: boolean,
) {
	for (let i = 0; i < (layer?.length ?? 0); i++) {
		const feature = layer!.feature(i);
		if (feature.type !== 3) continue;
		const { extent } = feature;
		const rings = feature
			.loadGeometry()
			.map((ring) => ring.map((p) => ({ x: columnAt(at.x + p.x / extent), y: lineAt(at.y + p.y / extent) })));
		scan(rings, [box.top, box.bottom], (line, from, to) => {
			for (let column = Math.max(from, box.left); column < Math.min(to, box.right); column++) {
				const bit = line * squareColumns + column;
				if (on) bits[bit >> 3]! |= 128 >> (bit & 7);
				else bits[bit >> 3]! &= ~(128 >> (bit & 7));
			}
		});
	}
}

const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));

/** One bit a square: whether its middle lies on Swedish land and in no lake or wide river, as the map draws them. */
export async function landSquares(map: Uint8Array): Promise<Uint8Array> {
	const bits = new Uint8Array(landBytes);
	const data = map.buffer as ArrayBuffer;
	const archive = new PMTiles({
		getKey: () => 'map',
		getBytes: async (offset, length) => ({
			data: data.slice(map.byteOffset + offset, map.byteOffset + offset + length),
		}),
	});
	const { columns, rows, west, north, cellLon, cellLat } = grid;
	const [left, right] = [tileX(west), tileX(west + columns * cellLon)].map(Math.floor) as [number, number];
	const [top, bottom] = [tileY(north), tileY(north - rows * cellLat)].map(Math.floor) as [number, number];
	for (let x = left; x <= right; x++) {
		for (let y = top; y <= bottom; y++) {
			const found = await archive.getZxy(ZOOM, x, y);
			if (!found) continue;
			const stored = new Uint8Array(found.data);
			const tile = new VectorTile(new PbfReader(stored[0] === 0x1f ? gunzipSync(stored) : stored));
			// A square belongs to the tile that holds its middle.
			const box = {
				left: clamp(Math.ceil(columnAt(x) - 0.5), squareColumns),
				right: clamp(Math.ceil(columnAt(x + 1) - 0.5), squareColumns),
				top: clamp(Math.ceil(lineAt(y) - 0.5), squareRows),
				bottom: clamp(Math.ceil(lineAt(y + 1) - 0.5), squareRows),
			};
			paint(bits, tile.layers.sweden, { x, y }, box, true);
			paint(bits, tile.layers.water, { x, y }, box, false);
		}
	}
	return bits;
}
