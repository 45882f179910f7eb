import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { QuerySchema } from '../domain/query.ts';
import type { MapSpot } from '../domain/search.ts';
import { answered } from '../finder/answered.ts';
import type { Site } from '../site.ts';
import { type Bytes, bytesOf } from './bytes.ts';
import { KeptAnswers } from './kept-answers.ts';
import { Lang, MapShape, ProblemShape, plainJson } from './shapes.ts';
import { type Put, putListed, Written } from './written.ts';

const MapQuery = QuerySchema.extend({
	zoom: z.coerce.number().min(0).max(22).default(5).describe('Zoom of the map, 0-22: how large the clusters are'),
	lang: Lang,
}).strict();

/** Bytes of names that are kept: a hundred each. */
const MOST_BYTES = 4 * 2 ** 20;
/** Twice so many answers are kept, at most: some sixty kilobytes each. */
const MOST_ANSWERS = 30;

export const mapRoutes: FastifyPluginAsyncZod<{ site: Site }> = async (api, { site }) => {
	const written = new Written(site.store, MOST_BYTES);
	const answers = new KeptAnswers(site, { most: MOST_ANSWERS });
	api.get(
		'/map',
		{
			schema: {
				tags: ['Listings'],
				summary: 'The same search as spots for a map (GeoJSON)',
				description:
					'Clusters with counts for each kind; larger ones where there would be more than 5 000 spots. Where everything in a spot lies at one and the same point, `entries` names up to twenty of them.',
				querystring: MapQuery,
				response: { 200: MapShape, 400: ProblemShape },
			},
			preParsing: answers.first,
			serializerCompiler: plainJson,
		},
		async (request, reply) => {
			const { zoom, lang, ...asked } = request.query;
			const { query } = answered(asked, site.places, site.now());
			const spots = site.finder.map(query, Math.floor(zoom), site.now());
			const write = async (missing: number[]) =>
				(await site.store.faces.named(missing, lang)).map((one) => [one.id, JSON.stringify(one)] as const);
			const body = await written.of({ way: lang, write }, (put) => bytesOf((out) => putSpots(out, spots, put)));
			return answers.send(request, reply, { body, type: 'application/geo+json; charset=utf-8' });
		},
	);
};

/** Spots as GeoJSON, written out by hand: a map asks for hundreds at once. What is named is written already. */
function putSpots(out: Bytes, spots: readonly MapSpot[], put: Put): void {
	let before = '{"type":"FeatureCollection","features":[';
	for (const { lon, lat, ids, count, organisation, venue, activity, approximate } of spots) {
		// A piece at a time: each has to go over to what writes bytes.
		out.ascii(
			`${before}{"type":"Feature","geometry":{"type":"Point","coordinates":[${lon},${lat}]},"properties":{"count":${count},"organisation":${organisation},"venue":${venue},"activity":${activity},"approximate":${approximate},"entries":[`,
		);
		putListed(out, ids, put);
		before = ']}},';
	}
	out.ascii(spots.length ? ']}}]}' : `${before}]}`);
}
