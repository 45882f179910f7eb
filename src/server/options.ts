import type { FastifyError, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { sendProblem } from '../api/problems.ts';
import type { Config } from '../config.ts';
import { sendPlainPage } from './plain-page.ts';

/** How the one server listens: limits, what is logged, and what an address that can't even be read is answered. */
export function serverOptions(config: Config) {
	return {
		logger: {
			level: config.LOG_LEVEL,
			// A query can hold what a person looks for, and where: addresses are logged without it.
			serializers: {
				req: (request: { method: string; url: string }) => ({
					method: request.method,
					path: request.url.split('?')[0],
				}),
			},
		},
		trustProxy: config.TRUST_PROXY ?? false,
		bodyLimit: 64 * 1024,
		requestTimeout: 30_000,
		routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
		frameworkErrors: sendUnreadable,
	} satisfies FastifyServerOptions;
}

function sendUnreadable(reason: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
	if (request.url.startsWith('/api/')) {
		sendProblem(reason, request, reply);
		return;
	}
	sendPlainPage({ statusCode: reason.statusCode ?? 400 }, request, reply);
}
