import type { FastifyError, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { sendProblem } from '../api/problems.ts';
import type { Config } from '../config.ts';
import { m } from '../text/generated/messages.js';

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
	const locale = request.url.startsWith('/en') ? 'en' : 'sv';
	const words = { title: m.error_400({}, { locale }), help: m.error_400_help({}, { locale }) };
	reply
		.code(reason.statusCode ?? 400)
		.type('text/html; charset=utf-8')
		.header('content-security-policy', "default-src 'none'")
		.send(
			`<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>${words.title}</title><h1>${words.title}</h1><p>${words.help}</p><p><a href="/">Samlas</a></p></html>`,
		);
}
