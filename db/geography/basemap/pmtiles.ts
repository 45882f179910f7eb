import { createHash } from 'node:crypto';
import { gzipSync } from 'fflate';
import { zxyToTileId } from 'pmtiles';

/** One tile; `data` is a gzipped vector tile. */
export type Tile = { z: number; x: number; y: number; data: Uint8Array };
export type ArchiveOptions = {
	minZoom: number;
	maxZoom: number;
	/** West, south, east, north. */
	bounds: [number, number, number, number];
	/** Longitude, latitude, zoom. */
	center: [number, number, number];
	metadata: Record<string, unknown>;
};
type Entry = { tileId: number; offset: number; length: number; runLength: number };

const HEADER_LENGTH = 127;
/** The specification wants header and root directory within the first 16 kB. */
const ROOT_LIMIT = 16384 - HEADER_LENGTH;

/** Gzip whose bytes depend on nothing but its input: no time, and the same code on every machine. */
export const gzip = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9, mtime: 0 });

function pushVarint(out: number[], value: number): void {
	let rest = value;
	while (rest >= 0x80) {
		out.push((rest % 128) | 0x80);
		rest = Math.floor(rest / 128);
	}
	out.push(rest);
}

function directory(entries: Entry[]): Uint8Array {
	const out: number[] = [];
	pushVarint(out, entries.length);
	entries.forEach((e, i) => {
		pushVarint(out, e.tileId - (entries[i - 1]?.tileId ?? 0));
	});
	for (const e of entries) pushVarint(out, e.runLength);
	for (const e of entries) pushVarint(out, e.length);
	entries.forEach((e, i) => {
		const previous = entries[i - 1];
		const follows = previous && e.offset === previous.offset + previous.length;
		pushVarint(out, follows ? 0 : e.offset + 1);
	});
	return gzip(Uint8Array.from(out));
}

function leaves(entries: Entry[], size: number): { root: Uint8Array; leaves: Uint8Array } {
	const parts: Uint8Array[] = [];
	const rootEntries: Entry[] = [];
	let offset = 0;
	for (let i = 0; i < entries.length; i += size) {
		const slice = entries.slice(i, i + size);
		const bytes = directory(slice);
		rootEntries.push({ tileId: slice[0]?.tileId ?? 0, offset, length: bytes.length, runLength: 0 });
		offset += bytes.length;
		parts.push(bytes);
	}
	return { root: directory(rootEntries), leaves: Buffer.concat(parts) };
}

/** One root directory if it fits, else leaves that grow until their root fits. */
function directories(entries: Entry[]): { root: Uint8Array; leaves: Uint8Array } {
	const root = directory(entries);
	if (root.length <= ROOT_LIMIT) return { root, leaves: new Uint8Array() };
	let size = 4096;
	let split = leaves(entries, size);
	while (split.root.length > ROOT_LIMIT) {
		size = Math.ceil(size * 1.2);
		split = leaves(entries, size);
	}
	return split;
}

/** Lays tiles out in the order of their ids; equal ones are stored once, runs of them have one entry. */
function layOut(tiles: Tile[]): { entries: Entry[]; chunks: Uint8Array[]; length: number } {
	const sorted = tiles
		.map((t) => ({ tileId: zxyToTileId(t.z, t.x, t.y), data: t.data }))
		.sort((a, b) => a.tileId - b.tileId);
	const stored = new Map<string, { offset: number; length: number }>();
	const entries: Entry[] = [];
	const chunks: Uint8Array[] = [];
	let length = 0;
	for (const { tileId, data } of sorted) {
		const hash = createHash('sha256').update(data).digest('hex');
		const place = stored.get(hash) ?? { offset: length, length: data.length };
		if (!stored.has(hash)) {
			stored.set(hash, place);
			chunks.push(data);
			length += data.length;
		}
		const last = entries.at(-1);
		if (last && last.offset === place.offset && last.tileId + last.runLength === tileId) last.runLength++;
		else entries.push({ tileId, ...place, runLength: 1 });
	}
	return { entries, chunks, length };
}

/**
 * A whole PMTiles archive (specification version 3: clustered, gzip, vector tiles) as bytes.
 * The same tiles and options give the same bytes, on any machine.
 */
export function pmtilesArchive(tiles: Tile[], options: ArchiveOptions): Uint8Array {
	const data = layOut(tiles);
	const index = directories(data.entries);
	const metadata = gzip(new TextEncoder().encode(JSON.stringify(options.metadata)));

	const header = Buffer.alloc(HEADER_LENGTH);
	header.write('PMTiles', 0, 'ascii');
	header[7] = 3;
	const sections = [index.root, metadata, index.leaves, { length: data.length }];
	let offset = HEADER_LENGTH;
	sections.forEach((section, i) => {
		header.writeBigUInt64LE(BigInt(offset), 8 + i * 16);
		header.writeBigUInt64LE(BigInt(section.length), 16 + i * 16);
		offset += section.length;
	});
	const counts = [tiles.length, data.entries.length, data.chunks.length];
	counts.forEach((count, i) => {
		header.writeBigUInt64LE(BigInt(count), 72 + i * 8);
	});
	// Clustered; gzip inside; gzip tiles; vector tiles.
	header.set([1, 2, 2, 1, options.minZoom, options.maxZoom], 96);
	const degrees = (value: number, at: number) => header.writeInt32LE(Math.round(value * 1e7), at);
	options.bounds.forEach((value, i) => {
		degrees(value, 102 + i * 4);
	});
	header[118] = options.center[2];
	degrees(options.center[0], 119);
	degrees(options.center[1], 123);
	return Buffer.concat([header, index.root, metadata, index.leaves, ...data.chunks]);
}
