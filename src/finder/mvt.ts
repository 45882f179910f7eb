import { PbfWriter } from 'pbf';

/** A point of a tile, in steps of its extent from the north-west corner. */
export interface TilePoint {
	/** Left out of the tile when there is none. */
	id?: number;
	x: number;
	y: number;
	properties: Record<string, string | number | boolean>;
}

/** Steps along a tile's side. */
export const EXTENT = 4096;
const VERSION = 2;
const POINT = 1;
/** Move to, once. */
const MOVE_TO = 9;

/** One layer of points as a Mapbox Vector Tile (specification 2.1). Numbers must be whole and not negative. */
export function encodePoints(layer: string, points: readonly TilePoint[]): Uint8Array {
	const keys = new Map<string, number>();
	const values = new Map<string | number | boolean, number>();
	const writer = new PbfWriter();
	writer.writeMessage(
		3,
		(_, pbf) => {
			pbf.writeVarintField(15, VERSION);
			pbf.writeStringField(1, layer);
			for (const point of points) {
				const tags = Object.entries(point.properties).flatMap(([key, value]) => [
					placeOf(keys, key),
					placeOf(values, value),
				]);
				pbf.writeMessage(2, writePoint, { point, tags });
			}
			for (const key of keys.keys()) pbf.writeStringField(3, key);
			for (const value of values.keys()) pbf.writeMessage(4, writeValue, value);
			pbf.writeVarintField(5, EXTENT);
		},
		null,
	);
	return writer.finish();
}

function placeOf<T>(places: Map<T, number>, one: T): number {
	const known = places.get(one);
	if (known !== undefined) return known;
	places.set(one, places.size);
	return places.size - 1;
}

function writePoint({ point: { id, x, y }, tags }: { point: TilePoint; tags: number[] }, pbf: PbfWriter): void {
	if (id !== undefined) pbf.writeVarintField(1, id);
	pbf.writePackedVarint(2, tags);
	pbf.writeVarintField(3, POINT);
	pbf.writePackedVarint(4, [MOVE_TO, 2 * x, 2 * y]);
}

function writeValue(value: string | number | boolean, pbf: PbfWriter): void {
	if (typeof value === 'string') pbf.writeStringField(1, value);
	else if (typeof value === 'boolean') pbf.writeBooleanField(7, value);
	else pbf.writeVarintField(5, value);
}
