import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BasemapAbout, Streets, TileSet } from '#basemap/about.ts';
import { type Archive, openArchive } from '#basemap/archive.ts';
import { detectSchema } from '#basemap/street-schemas.ts';
import { Invalid } from '#domain/errors.ts';
import { takes } from './takes.ts';

export type BasemapOptions = {
	/** The built-in map; by default the one of the project, from the folder the process runs in. */
	file?: string;
	/** A PMTiles file with streets that the operator has put there. */
	streetsFile?: string;
};

const BUILT_IN = 'db/geography/sweden.pmtiles';
const TYPE = 'application/vnd.mapbox-vector-tile';
const FOR_EVER = 'public, max-age=31536000, immutable';
const FOR_AN_HOUR = 'public, max-age=3600';
const DEEPEST = 22;
const link = (href: string, text: string) => `<a href="${href}" target="_blank" rel="noopener">${text}</a>`;
const OSM = link('https://www.openstreetmap.org/copyright', '© OpenStreetMap');
const ATTRIBUTION = `${OSM} · ${link('https://www.geonames.org/', 'GeoNames')} · Natural Earth`;
const inflate = promisify(gunzip);

type TileParams = { z: string; x: string; tile: string };
type Position = { z: number; x: number; y: number };

const wholeNumber = (text: string | undefined) => (/^\d{1,8}$/.test(text ?? '') ? Number(text) : Number.NaN);

/** Column and row must exist at the zoom: refused otherwise, since such an address is a mistake. */
function parsePosition({ z, x, tile }: TileParams): Position {
	const position = { z: wholeNumber(z), x: wholeNumber(x), y: wholeNumber(/^(.*)\.pbf$/.exec(tile)?.[1]) };
	if (!(position.z <= DEEPEST)) throw new Invalid({ z: 'not_a_zoom' });
	const side = 2 ** position.z;
	if (!(position.x < side)) throw new Invalid({ x: 'not_a_column' });
	if (!(position.y < side)) throw new Invalid({ y: 'not_a_row' });
	return position;
}

/** A broken tile is an empty one to the reader, and a line in the log to the operator. */
async function readTile(archive: Archive, { z, x, y }: Position, request: FastifyRequest): Promise<Buffer | undefined> {
	if (z < archive.minzoom || z > archive.maxzoom) return undefined;
	try {
		const stored = await archive.tile(z, x, y);
		const asIs = !stored || !archive.gzipped || takes(request, 'gzip');
		return asIs ? stored : await inflate(stored);
	} catch (error) {
		request.log.error({ err: error, z, x, y }, 'A tile of the map cannot be read');
		return undefined;
	}
}

async function sendTile(archive: Archive, request: FastifyRequest, reply: FastifyReply) {
	const position = parsePosition(request.params as TileParams);
	const { v } = request.query as { v?: string };
	const packed = archive.gzipped && takes(request, 'gzip');
	const { z, x, y } = position;
	const etag = `"${archive.version}-${z}-${x}-${y}${packed ? '-gz' : ''}"`;
	reply.header('cache-control', v === archive.version ? FOR_EVER : FOR_AN_HOUR);
	reply.header('vary', 'accept-encoding').header('etag', etag);
	if (request.headers['if-none-match'] === etag) return reply.code(304).send();

	const tile = await readTile(archive, position, request);
	if (!tile) return reply.code(204).send();
	if (packed) reply.header('content-encoding', 'gzip');
	return reply.type(TYPE).send(tile);
}

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
/** What a foreign file says of itself is text to us, never markup. */
const asText = (html: string) =>
	escapeHtml(
		html
			.replace(/<[^>]*>/g, '')
			.replace(/&copy;/g, '©')
			.trim(),
	);

const tileSet = (archive: Archive, path: string, attribution: string): TileSet => ({
	version: archive.version,
	tiles: `${path}/{z}/{x}/{y}.pbf?v=${archive.version}`,
	attribution,
	bounds: archive.bounds,
	minzoom: archive.minzoom,
	maxzoom: archive.maxzoom,
});

type StreetArchive = { archive: Archive; schema: Streets['schema'] };

/** The operator's street map; one that cannot be used is told at start and left out. */
async function openStreets(api: FastifyInstance, path: string | undefined): Promise<StreetArchive | undefined> {
	if (!path) return undefined;
	try {
		const archive = await openArchive(path);
		const schema = detectSchema(archive.layers);
		if (schema) return { archive, schema };
		await archive.close();
		throw new Error(`The map file ${path} has neither the layers of OpenMapTiles nor those of Protomaps`);
	} catch (error) {
		api.log.warn(`${(error as Error).message}. The map is shown without streets.`);
		return undefined;
	}
}

/**
 * The map's tiles: GET /basemap/:z/:x/:y.pbf, GET /streets/:z/:x/:y.pbf where there are streets, and
 * GET /basemap/about, which tells a map where they are and whom to thank. Throws at start without the built-in map.
 */
export async function basemapRoutes(api: FastifyInstance, options: BasemapOptions = {}): Promise<void> {
	const base = await openArchive(resolve(options.file ?? BUILT_IN));
	const streets = await openStreets(api, options.streetsFile);
	api.addHook('onClose', async () => {
		await base.close();
		await streets?.archive.close();
	});

	const about: BasemapAbout = {
		...tileSet(base, `${api.prefix}/basemap`, ATTRIBUTION),
		streets: streets
			? {
					...tileSet(streets.archive, `${api.prefix}/streets`, asText(streets.archive.attribution) || OSM),
					schema: streets.schema,
				}
			: null,
	};

	api.get('/basemap/about', async (_request, reply) => reply.header('cache-control', 'no-cache').send(about));
	api.get('/basemap/:z/:x/:tile', (request, reply) => sendTile(base, request, reply));
	api.get('/streets/:z/:x/:tile', async (request, reply) => {
		if (streets) return sendTile(streets.archive, request, reply);
		parsePosition(request.params as TileParams);
		return reply.code(204).send();
	});
}
