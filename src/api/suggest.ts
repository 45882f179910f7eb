import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { everything, QuerySchema } from '../domain/query.ts';
import { kinds, precisions } from '../domain/taxonomies.ts';
import { answered } from '../finder/answered.ts';
import type { Site } from '../site.ts';
import { Lang, ThemeCode } from './shapes.ts';
import { originOf, pageOf } from './urls.ts';

const Text = z.object({ q: z.string().trim().max(200).default('') });
const Place = z.string().trim().max(120).default('').describe('Where entries are looked for, as in a search');
const Municipality = z.object({ code: z.string(), name: z.string() });
const PlaceShape = z.object({
	name: z.string(),
	text: z.string().describe('What `place` finds it by: its name, with its municipality where several share the name'),
	kind: z.enum(['locality', 'municipality']),
	lon: z.number(),
	lat: z.number(),
	precision: z.enum(precisions).describe('How exact the point of a place is'),
	municipality: Municipality,
});
const EntryShape = z.object({
	id: z.int(),
	kind: z.enum(kinds),
	name: z.string(),
	url: z.string(),
	locality: z.string().nullable(),
	municipality: Municipality,
});

export const suggestRoutes: FastifyPluginAsyncZod<{ site: Site }> = async (api, { site }) => {
	const placesFor = (q: string) => site.places.suggest(q).map((place) => ({ ...place, precision: place.kind }));

	api.get(
		'/places',
		{
			schema: {
				tags: ['Places'],
				summary: 'Places whose name begins with a text, largest first',
				querystring: Text.strict(),
				response: { 200: z.object({ items: z.array(PlaceShape) }) },
			},
		},
		async ({ query }) => ({ items: placesFor(query.q) }),
	);

	const themesFor = (q: string) => site.finder.themesFor(q).map(({ theme, count }) => ({ code: theme, count }));

	api.get(
		'/suggest',
		{
			schema: {
				tags: ['Listings'],
				summary: 'Themes, entries and places for a text that is being typed',
				querystring: Text.extend({ place: Place, near: QuerySchema.shape.near, lang: Lang }).strict(),
				response: {
					200: z.object({
						themes: z.array(z.object({ code: ThemeCode, count: z.int() })),
						entries: z.array(EntryShape),
						places: z.array(PlaceShape),
					}),
				},
			},
		},
		async (request) => {
			const { q, place, near, lang } = request.query;
			if (q.length < 2) return { themes: [], entries: [], places: placesFor(q).slice(0, 3) };
			// A sentence is read as the search itself will read it.
			const asked = { ...everything, q, place, near: place ? null : near, limit: 6 };
			const { query, understood } = answered(asked, site.places, site.now());
			const hits = site.finder.top(query, site.now());
			const faces = await site.store.faces.byIds(
				hits.map(({ id }) => id),
				lang,
			);
			const origin = originOf(site, request);
			const entries = faces.map(({ id, kind, name, slug, locality, municipality }) => {
				return { id, kind, name, url: pageOf(origin, kind, slug), locality, municipality };
			});
			return { themes: themesFor(understood ? query.q : q), entries, places: placesFor(q).slice(0, 3) };
		},
	);
};
