import type { FastifyRequest } from 'fastify';

const unlessRefused = String.raw`(?!\s*;\s*q=0(\.0*)?\s*(,|$))`;
const named = {
	br: new RegExp(String.raw`\bbr\b${unlessRefused}`, 'i'),
	gzip: new RegExp(String.raw`\b(gzip|\*)${unlessRefused}`, 'i'),
};

/** Whether what is sent may be packed in this way. */
export function takes(request: FastifyRequest, packing: keyof typeof named): boolean {
	return named[packing].test(String(request.headers['accept-encoding'] ?? ''));
}
