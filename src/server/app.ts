import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { basemapRoutes } from '../api/basemap.ts';
import { apiRoutes } from '../api/index.ts';
import { sendProblem } from '../api/problems.ts';
import { root } from '../root.ts';
import { publishSite, type Site } from '../site.ts';
import { serverOptions } from './options.ts';
import { mountPages } from './web.ts';

/** One process, one port: the API and the map tiles by Fastify, every other address by SvelteKit. */
export async function createApp(site: Site, { dev = false } = {}): Promise<FastifyInstance> {
	publishSite(site);
	const app = Fastify(serverOptions(site.config));
	app.setErrorHandler(sendProblem);
	await app.register(apiRoutes, { site });
	await app.register(basemapRoutes, {
		file: join(root, 'db', 'geography', 'sweden.pmtiles'),
		streetsFile: site.config.SAMLAS_STREETS,
	});
	await mountPages(app, site.config, dev);
	return app;
}
