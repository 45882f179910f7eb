import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { QuerySchema } from '../domain/query.ts';
import { answered } from '../finder/answered.ts';
import type { Site } from '../site.ts';
import { KeptAnswers } from './kept-answers.ts';
import { ProblemShape } from './shapes.ts';

const TYPE = 'application/vnd.mapbox-vector-tile';
const DEEPEST = 22;
/** Any change shows at once: a browser asks each time whether its tile is still the one. */
const ASK_AGAIN = 'public, max-age=0, must-revalidate';
/** A view of the map is a dozen tiles: they may be asked for so many times as often as the rest. */
const OFTEN = 20;

const whole = z.coerce.number().int().min(0);
const TileParams = z
	.object({
		z: whole.max(DEEPEST).describe('Zoom, 0-22'),
		x: whole.describe('Column, from the west'),
		y: whole.describe('Row, from the north (XYZ)'),
	})
	.refine(({ z, x }) => x < 2 ** z, { path: ['x'], message: 'outside_the_world' })
	.refine(({ z, y }) => y < 2 ** z, { path: ['y'], message: 'outside_the_world' });

/** Twice so many tiles are kept as they were sent, at most: some kilobytes each. */
const MOST_TILES = 500;

/** The search as vector tiles, for maps. */
export const tileRoutes: FastifyPluginAsyncZod<{ site: Site }> = async (api, { site }) => {
	const answers = new KeptAnswers(site, { most: MOST_TILES, ofFinder: true, packings: ['gzip'] });
	api.get(
		'/tiles/:z/:x/:y.mvt',
		{
			config: { rateLimit: { max: site.config.RATE_LIMIT * OFTEN } },
			schema: {
				tags: ['Listings'],
				summary: 'The same search as vector tiles (Mapbox Vector Tile 2.1)',
				description:
					'Points in the layer `spots`. A cluster has `count`, how many there are of each kind (`organisation`, `venue`, `activity`), `approximate` when no position in it is finer than the locality, and `same` when all of it lies at one and the same point. A single entry is named by the id of its feature, and has `kind` and `approximate`. Below zoom 14 clusters are cells of an eighth of a tile; from 14 on every point stands by itself. `sort`, `cursor` and `limit` are of no matter.',
				params: TileParams,
				querystring: QuerySchema.strict(),
				response: {
					200: z.string().describe('The tile'),
					204: z.null().describe('Nothing lies there'),
					400: ProblemShape,
				},
			},
			preParsing: answers.first,
		},
		async (request, reply) => {
			const { query } = answered(request.query, site.places, site.now());
			const tile = site.finder.tile(query, request.params, site.now());
			const headers = { 'cache-control': ASK_AGAIN };
			if (tile.length) return answers.send(request, reply, { body: tile, type: TYPE, headers });
			return reply
				.code(204)
				.headers({ ...headers, vary: 'accept-encoding' })
				.send(null);
		},
	);
};
