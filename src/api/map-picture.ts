import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { PICTURE_POLICY, Pictures } from '../basemap/picture/picture.ts';
import { overviewOf, PICTURE } from '../domain/overview.ts';
import { QuerySchema } from '../domain/query.ts';
import { answered } from '../finder/answered.ts';
import { mostOf } from '../finder/places.ts';
import type { Site } from '../site.ts';
import { Lang, ProblemShape } from './shapes.ts';

const side = z.coerce.number().int().min(200).max(1200);
const PictureQuery = QuerySchema.extend({
	width: side.default(PICTURE.width).describe('Width of the picture, pixels, 200-1200'),
	height: side.default(PICTURE.height).describe('Height of the picture, pixels, 200-1200'),
	lang: Lang,
}).strict();

/** The search as a picture, for where no map can be drawn. */
export const pictureRoutes: FastifyPluginAsyncZod<{ site: Site }> = async (api, { site }) => {
	const pictures = new Pictures();
	api.addHook('onClose', () => pictures.close());
	api.get(
		'/map.svg',
		{
			schema: {
				tags: ['Listings'],
				summary: 'The same search as a picture of the map (SVG)',
				description:
					'For where no map can be drawn: the places of the query over land, water and borders, with names, in light and dark as the reader has it. It shows `bbox`, else the circle around `near`, else everything found. Its `title` says in words what it shows; names are in English for `lang=en`, else in Swedish. `sort`, `cursor` and `limit` are of no matter. Keep the sources that stand in it.',
				querystring: PictureQuery,
				response: { 200: z.string().describe('The picture'), 400: ProblemShape },
			},
		},
		async (request, reply) => {
			const { width, height, lang, ...asked } = request.query;
			const { query } = answered(asked, site.places, site.now());
			const overview = overviewOf(site.finder, query, site.now(), { width, height });
			const most = mostOf(overview, site.places);
			const picture = await pictures.draw(overview, { lang: lang === 'en' ? 'en' : 'sv', most });
			reply.header('cache-control', 'public, max-age=0, must-revalidate');
			reply.header('content-security-policy', PICTURE_POLICY).type('image/svg+xml; charset=utf-8');
			return reply.send(Buffer.from(picture) as never);
		},
	);
};
