import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { QuerySchema } from '../domain/query.ts';
import { answered } from '../finder/answered.ts';
import type { Site } from '../site.ts';
import { Lang, MapShape, ProblemShape, plainJson } from './shapes.ts';

const MapQuery = QuerySchema.extend({
	zoom: z.coerce.number().min(0).max(22).default(5).describe('Zoom of the map, 0-22: how large the clusters are'),
	lang: Lang,
}).strict();

export const mapRoutes: FastifyPluginAsyncZod<{ site: Site }> = async (api, { site }) => {
	api.get(
		'/map',
		{
			schema: {
				tags: ['Listings'],
				summary: 'The same search as spots for a map (GeoJSON)',
				description:
					'Clusters with counts for each kind. Where everything in a spot lies at one and the same point, `entries` names up to twenty of them.',
				querystring: MapQuery,
				response: { 200: MapShape, 400: ProblemShape },
			},
			serializerCompiler: plainJson,
		},
		async (request, reply) => {
			const { zoom, lang, ...asked } = request.query;
			const { query } = answered(asked, site.places);
			const spots = site.finder.map(query, Math.floor(zoom), site.now());
			const named = await site.store.faces.byIds(
				spots.flatMap(({ ids }) => ids),
				lang,
			);
			const entries = new Map(named.map(({ id, kind, slug, name }) => [id, { id, kind, slug, name }]));
			const features = spots.map(({ lon, lat, ids, ...properties }) => ({
				type: 'Feature' as const,
				geometry: { type: 'Point' as const, coordinates: [lon, lat] as [number, number] },
				properties: { ...properties, entries: ids.flatMap((id) => entries.get(id) ?? []) },
			}));
			reply.type('application/geo+json; charset=utf-8');
			return { type: 'FeatureCollection' as const, features };
		},
	);
};
