import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { NotFound } from '../domain/errors.ts';
import { icnpoGroup, themeParent, themes } from '../domain/theme.ts';
import type { Site } from '../site.ts';
import type { Municipality } from '../store/geography.ts';
import type { MunicipalityCounts } from '../store/municipalities.ts';
import { ProblemShape, ThemeCode } from './shapes.ts';
import { originOf } from './urls.ts';

const tags = ['Places'];
const MunicipalityShape = z
	.object({
		code: z.string().describe('SCB code, four digits'),
		name: z.string(),
		county: z.string().describe('County code, two digits'),
		skrGroup: z.string().describe('SKR municipality group 2023'),
		population: z.int(),
		lon: z.number(),
		lat: z.number(),
		url: z.string(),
		counts: z.object({ organisation: z.int(), venue: z.int(), activity: z.int() }),
	})
	.meta({ id: 'Municipality' });
const ThemeShape = z
	.object({ code: ThemeCode, parent: ThemeCode.nullable(), icnpo: z.int().describe('ICNPO group, 1-12') })
	.meta({ id: 'Theme' });

export const geographyRoutes: FastifyPluginAsyncZod<{ site: Site }> = async (api, { site }) => {
	api.get(
		'/municipalities',
		{
			schema: {
				tags,
				summary: 'All municipalities, with what they have',
				response: { 200: z.object({ items: z.array(MunicipalityShape) }) },
			},
		},
		async (request) => {
			const counts = Map.groupBy(await site.store.municipalities.counts(site.now()), (row) => row.municipality);
			const origin = originOf(site, request);
			const all = await site.store.geography.municipalities();
			return { items: all.map((one) => shapeOf(one, counts.get(one.code) ?? [], origin)) };
		},
	);

	api.get(
		'/municipalities/:code',
		{
			schema: {
				tags,
				summary: 'One municipality',
				params: z.object({ code: z.string().regex(/^\d{4}$/) }),
				response: { 200: MunicipalityShape, 404: ProblemShape },
			},
		},
		async (request) => {
			const one = await site.store.geography.municipality(request.params.code);
			if (!one) throw new NotFound('municipality.unknown');
			return shapeOf(one, await site.store.municipalities.countsOf(one.code, site.now()), originOf(site, request));
		},
	);

	api.get(
		'/themes',
		{
			schema: {
				tags,
				summary: 'All themes',
				response: { 200: z.object({ items: z.array(ThemeShape) }) },
			},
		},
		async () => ({
			items: themes.map((code) => ({ code, parent: themeParent(code), icnpo: icnpoGroup(code) })),
		}),
	);
};

function shapeOf(one: Municipality, rows: readonly MunicipalityCounts[], origin: string) {
	const { code, name, county, skrGroup, population, lon, lat, slug } = one;
	const counts = { organisation: 0, venue: 0, activity: 0 };
	for (const { kind, count } of rows) counts[kind] = count;
	return { code, name, county, skrGroup, population, lon, lat, url: `${origin}/kommun/${slug}`, counts };
}
