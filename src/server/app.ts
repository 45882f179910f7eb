import { join } from 'node:path';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import { basemapRoutes } from '../api/basemap.ts';
import { apiRoutes } from '../api/index.ts';
import { sendProblem, sendUnknown } from '../api/problems.ts';
import type { Config } from '../config.ts';
import { root } from '../root.ts';
import { publishSite, type Site } from '../site.ts';
import { serverOptions } from './options.ts';
import type { PlanningOffice } from './planning-office.ts';
import { mountPages } from './web.ts';

/** One process, one port: the API and the map tiles by Fastify, every other address by SvelteKit. */
export async function createApp(site: Site, { dev = false } = {}): Promise<FastifyInstance> {
	publishSite(site);
	const app = Fastify(serverOptions(site.config));
	app.setErrorHandler(sendProblem);
	await app.register(apiRoutes, { site });
	await app.register(mapTiles, site.config);
	// A method that nothing here knows.
	app.setNotFoundHandler(sendUnknown);
	await mountPages(app, site, dev);
	warmOnceListening(app, site.planning);
	return app;
}

/** Figures are made ready only when the server answers: they cost the start nothing, and are made on a thread of their own. */
export function warmOnceListening(app: FastifyInstance, planning: Pick<PlanningOffice, 'warm'>): void {
	app.addHook('onListen', () => void planning.warm());
}

/** A view of the map is dozens of tiles, kept for ever after: they may be asked for far more often than pages. */
const TILES = 20;

async function mapTiles(app: FastifyInstance, config: Config): Promise<void> {
	await app.register(helmet, {
		contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] }, useDefaults: false },
		strictTransportSecurity: false,
	});
	await app.register(rateLimit, { max: config.RATE_LIMIT * TILES, timeWindow: '1 minute' });
	await app.register(basemapRoutes, {
		file: join(root, 'db', 'geography', 'sweden.pmtiles'),
		streetsFile: config.SAMLAS_STREETS,
	});
}
