import type { FastifyRequest } from 'fastify';

/** Whether what is sent may be packed with gzip. */
export function takesGzip(request: FastifyRequest): boolean {
	const accepted = String(request.headers['accept-encoding'] ?? '');
	return /\b(gzip|\*)(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accepted);
}
