import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Compression, type Header, PMTiles, SharedPromiseCache, type Source, TileType } from 'pmtiles';
import type { Bounds } from './about.ts';

/** A PMTiles file that is open for reading tiles as they are stored. */
export type Archive = {
	/** Changes with the file's content: addresses of tiles carry it, so that they may be kept for ever. */
	version: string;
	bounds: Bounds;
	minzoom: number;
	maxzoom: number;
	/** Whether the stored tiles are gzipped. */
	gzipped: boolean;
	/** Names of the layers in the tiles, as the file's metadata tells. */
	layers: string[];
	/** As the file's metadata has it, perhaps with markup: never to be shown as it is. */
	attribution: string;
	/** The stored bytes of a tile, or undefined where the file has none. */
	tile(z: number, x: number, y: number): Promise<Buffer | undefined>;
	close(): Promise<void>;
};

const inflate = promisify(gunzip);
/** Directories kept in memory: the whole index of the built-in map, the busy part of a large one. */
const DIRECTORIES = 200;

async function bytesAt(file: FileHandle, offset: number, length: number): Promise<ArrayBuffer> {
	const bytes = new Uint8Array(length);
	const { bytesRead } = await file.read(bytes, 0, length, offset);
	return bytes.buffer.slice(0, bytesRead);
}

async function unpack(bytes: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
	if (compression === Compression.None || compression === Compression.Unknown) return bytes;
	if (compression !== Compression.Gzip) throw new Error('its index is packed in a way other than gzip');
	return Uint8Array.from(await inflate(new Uint8Array(bytes))).buffer;
}

const asStored = async (bytes: ArrayBuffer) => bytes;

async function contentHash(path: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path)) hash.update(chunk);
	return hash.digest('hex').slice(0, 16);
}

function check(header: Header): void {
	if (header.tileType !== TileType.Mvt) throw new Error('it holds pictures, not vector tiles');
	if (header.tileCompression !== Compression.Gzip && header.tileCompression !== Compression.None) {
		throw new Error('its tiles are packed in a way other than gzip');
	}
}

type Metadata = { vector_layers?: { id?: unknown }[]; attribution?: unknown };

async function readMetadata(file: FileHandle, header: Header): Promise<Metadata> {
	const packed = await bytesAt(file, header.jsonMetadataOffset, header.jsonMetadataLength);
	const text = Buffer.from(await unpack(packed, header.internalCompression)).toString('utf8');
	return JSON.parse(text);
}

async function openWith(path: string, file: FileHandle): Promise<Archive> {
	const source: Source = {
		getKey: () => path,
		getBytes: async (offset, length) => ({ data: await bytesAt(file, offset, length) }),
	};
	const archive = new PMTiles(source, new SharedPromiseCache(DIRECTORIES, true, unpack), asStored);
	const header = await archive.getHeader();
	check(header);
	const metadata = await readMetadata(file, header);
	return {
		version: await contentHash(path),
		bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
		minzoom: header.minZoom,
		maxzoom: header.maxZoom,
		gzipped: header.tileCompression === Compression.Gzip,
		layers: (metadata.vector_layers ?? []).map((layer) => String(layer.id)),
		attribution: typeof metadata.attribution === 'string' ? metadata.attribution : '',
		tile: async (z, x, y) => {
			const found = await archive.getZxy(z, x, y);
			return found && Buffer.from(found.data);
		},
		close: () => file.close(),
	};
}

/** Opens a PMTiles file of vector tiles; throws an error that tells the file and what is wrong with it. */
export async function openArchive(path: string): Promise<Archive> {
	const file = await open(path).catch((error: NodeJS.ErrnoException) => {
		throw new Error(`The map file ${path} cannot be opened: ${error.code ?? error.message}`);
	});
	try {
		return await openWith(path, file);
	} catch (error) {
		await file.close();
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`The map file ${path} cannot be used: ${reason}`);
	}
}
