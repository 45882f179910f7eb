import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { safeHost } from '../api/urls.ts';
import type { Config } from '../config.ts';
import { root } from '../root.ts';
import type { Site } from '../site.ts';
import { isTooLarge, MOST_BODY } from './body-limit.ts';
import { inTurn } from './in-turn.ts';
import { takeOneClick } from './one-click.ts';
import { packWhole } from './pack-whole.ts';
import { plainPage, sendPlainPage } from './plain-page.ts';

type Handler = (req: IncomingMessage, res: ServerResponse, next: (reason?: unknown) => void) => void | Promise<void>;

/** Of so many requests that the API would answer in a minute, one sign-in an hour: 30 of 600. */
const ASKS = 20;
/** And so many for each picture an hour: 120 of 600. */
const PHOTOS = 5;

/** How hard pages are packed. A level less would save a quarter of the work, and make a search with every filter too heavy. */
const LEVEL = 6;

const beside = {
	defaultSrc: ["'self'"],
	styleSrcAttr: ["'unsafe-inline'"],
	objectSrc: ["'none'"],
	baseUri: ["'none'"],
	formAction: ["'self'"],
	frameAncestors: ["'none'"],
};

/** Bytes that are waited for although nobody wants them. */
const RUNS_OUT = 100 * 1024 * 1024;
/** Scripts, styles and letters of a page; not the map's worker (.mjs), which is bound by a policy of its own. */
const isPart = (url: string): boolean => /^\/_app\/immutable\/[^?]+\.(js|css|woff2)$/.test(url);
/** What is meant for pages would weigh more on thirty such files than a third of their scripts. */
const OF_A_PART = new Set(['x-content-type-options', 'cross-origin-resource-policy', 'strict-transport-security']);

/**
 * Everything that is not the API's goes to SvelteKit: Vite in development, adapter-node's handler in production.
 * Fastify owns the port and has applied `trustProxy`; what it found replaces headers that a client could have sent.
 */
export async function mountPages(app: FastifyInstance, site: Site, dev: boolean): Promise<void> {
	const { config } = site;
	const handler = dev ? await developmentHandler(app) : inTurn(await builtHandler());
	await app.register(async (web) => {
		web.setErrorHandler(sendPlainPage);
		await web.register(helmet, {
			// What is no page; pages bring their own, with a nonce.
			contentSecurityPolicy: dev ? false : { directives: beside, useDefaults: false },
			referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
			strictTransportSecurity: config.ORIGIN?.startsWith('https:') ? { maxAge: 31_536_000 } : false,
			crossOriginEmbedderPolicy: false,
		});
		await web.register(rateLimit, { max: config.RATE_LIMIT * 4, timeWindow: '1 minute' });
		takeOneClick(web, site);
		web.removeAllContentTypeParsers();
		// SvelteKit reads the body itself.
		web.addContentTypeParser('*', (_request, _payload, done) => done(null));
		const page = (request: FastifyRequest, reply: FastifyReply) => {
			if (isTooLarge(request.raw)) return refuseTooLarge(request, reply);
			trustOnlyFastify(request, config);
			// An address that begins with two slashes would be read as another host's.
			request.raw.url = (request.raw.url ?? '/').replace(/^[/\\]{2,}/, '/');
			for (const [name, value] of Object.entries(reply.getHeaders())) if (value) reply.raw.setHeader(name, value);
			if (isPart(request.url))
				for (const name of reply.raw.getHeaderNames()) if (!OF_A_PART.has(name)) reply.raw.removeHeader(name);
			reply.hijack();
			void handler(request.raw, reply.raw, (reason) => {
				if (reason) request.log.error(reason);
				const status = reason ? 500 : 404;
				const { html, policy } = plainPage(status, request.url);
				const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
				reply.raw.writeHead(status, headers).end(html);
			});
		};
		// Asking for a letter is dearer than a page: one address may ask for few, whoever they are for.
		const letters = { rateLimit: { max: Math.ceil(config.RATE_LIMIT / ASKS), timeWindow: '1 hour' } };
		for (const path of ['/logga-in', '/en/sign-in'])
			web.post(path, { schema: { hide: true } as object, config: letters }, page);
		// Making a picture anew is dear.
		const photos = { rateLimit: { max: Math.ceil(config.RATE_LIMIT / PHOTOS), timeWindow: '1 hour' } };
		for (const path of ['/:kind/:slug/andra/bilder', '/en/:kind/:slug/edit/bilder'])
			web.post(path, { schema: { hide: true } as object, config: photos }, page);
		// So is beginning to register something, which needs no account.
		for (const path of ['/registrera/ny/:kind', '/en/register/new/:kind'])
			web.post(path, { schema: { hide: true } as object, config: letters }, page);
		web.all('/*', { schema: { hide: true } as object }, page);
	});
}

/** What is too large runs out unread, so that a browser shows why it was refused; beyond all measure it is cut off. */
async function refuseTooLarge(request: FastifyRequest, reply: FastifyReply): Promise<void> {
	const { raw } = request;
	if (Number(raw.headers['content-length']) <= RUNS_OUT) await finished(raw.resume()).catch(() => {});
	sendPlainPage({ statusCode: 413 }, request, reply.header('connection', 'close'));
	await reply;
}

function trustOnlyFastify(request: FastifyRequest, config: Config): void {
	const { headers } = request.raw;
	const origin = config.ORIGIN ? new URL(config.ORIGIN) : null;
	headers['x-app-proto'] = origin ? origin.protocol.slice(0, -1) : request.protocol;
	headers['x-app-host'] = origin ? origin.host : safeHost(request.host);
	headers['x-app-addr'] = request.ip;
}

async function developmentHandler(app: FastifyInstance): Promise<Handler> {
	const { createServer } = await import('vite');
	const vite = await createServer({
		root,
		server: { middlewareMode: true, ws: { server: app.server } },
		appType: 'custom',
	});
	app.addHook('onClose', () => vite.close());
	return vite.middlewares as unknown as Handler;
}

async function builtHandler(): Promise<Handler> {
	Object.assign(process.env, {
		PROTOCOL_HEADER: 'x-app-proto',
		HOST_HEADER: 'x-app-host',
		ADDRESS_HEADER: 'x-app-addr',
		BODY_SIZE_LIMIT: String(MOST_BODY),
	});
	// As large as a picture may be; `isTooLarge` keeps every other form small.
	const { handler: pages } = await import(/* @vite-ignore */ pathToFileURL(join(root, 'build', 'handler.js')).href);
	const { default: compression } = await import('@polka/compression');
	const compress = compression({ threshold: 1024, brotli: true, level: LEVEL }) as unknown as Handler;
	return (req, res, next) => {
		res.setHeader('vary', 'accept-encoding');
		return compress(req, res, () => {
			packWhole(req, res, LEVEL);
			void pages(req, res, next);
		});
	};
}
