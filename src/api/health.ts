import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Site } from '../site.ts';
import { VERSION } from './openapi.ts';

const Health = z
	.object({
		status: z.literal('ok'),
		version: z.string().describe("Version of the API's contract"),
		listings: z.int().describe('How many public entries can be found'),
		sequence: z.int().describe('Number of the last change that search has taken up'),
		uptime: z.int().describe('Seconds since the start'),
	})
	.meta({ id: 'Health' });

export const healthRoutes: FastifyPluginAsyncZod<{ site: Site }> = async (api, { site }) => {
	api.get(
		'/health',
		{ schema: { tags: ['Service'], summary: 'Whether Samlas is running', response: { 200: Health } } },
		async (_request, reply) => {
			reply.header('cache-control', 'no-store');
			const { size: listings, sequence } = site.finder;
			return { status: 'ok' as const, version: VERSION, listings, sequence, uptime: Math.floor(process.uptime()) };
		},
	);
};
