import compress from '@fastify/compress';
import etag from '@fastify/etag';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { Site } from '../site.ts';
import { calendarRoutes } from './calendar.ts';
import { geographyRoutes } from './geography.ts';
import { readsGiven } from './given.ts';
import { healthRoutes } from './health.ts';
import { listingRoutes } from './listings.ts';
import { mapRoutes } from './map.ts';
import { pictureRoutes } from './map-picture.ts';
import { openapi } from './openapi.ts';
import { sendProblem, sendUnknown } from './problems.ts';
import { always } from './ready.ts';
import { suggestRoutes } from './suggest.ts';
import { tileRoutes } from './tiles.ts';

/** What a browser is told that asks first whether a page from elsewhere may ask. */
const anyOrigin = {
	allow: 'GET, HEAD, OPTIONS',
	'access-control-allow-methods': 'GET, HEAD',
	'access-control-allow-headers': '*',
	'access-control-max-age': '86400',
};

/** The open API under /api/v1: public data, no account, no key, for any origin. */
export async function apiRoutes(app: FastifyInstance, { site }: { site: Site }): Promise<void> {
	app.setValidatorCompiler(readsGiven);
	app.setSerializerCompiler(serializerCompiler);
	// Before any register: a plugin takes over the handler that stands when it is registered.
	app.setErrorHandler(sendProblem);
	await app.register(rateLimit, { max: site.config.RATE_LIMIT, timeWindow: '1 minute' });
	await app.register(etag, { weak: true });
	await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
	await app.register(swagger, openapi);
	app.addHook('onSend', (_request, reply, _body, done) => {
		// What an answer says of itself stands.
		reply.headers({ ...always, ...reply.getHeaders() });
		done();
	});
	app.addHook('onRequest', (request, reply, done) => {
		if (request.method === 'OPTIONS') reply.code(204).headers(anyOrigin).send();
		else done();
	});
	await app.register(
		async (api) => {
			const search = [listingRoutes, mapRoutes, pictureRoutes, tileRoutes, suggestRoutes];
			for (const routes of [...search, calendarRoutes, geographyRoutes, healthRoutes])
				await api.register(routes, { site });
			api.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
			api.all('/*', { schema: { hide: true } }, sendUnknown);
		},
		{ prefix: '/api/v1' },
	);
	app.all('/api', { schema: { hide: true } }, sendUnknown);
	app.all('/api/*', { schema: { hide: true } }, sendUnknown);
}
