import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, crc32, gzip, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { takes } from './takes.ts';

/** What is smaller is packed at once: to hand it to another thread and back takes longer. Bytes. */
const AT_ONCE = 16 * 1024;
/** As the rest of the API packs. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const brotliLater = promisify(brotliCompress);
const gzipLater = promisify(gzip);
const packers = {
	br: {
		now: (body: Buffer) => brotliCompressSync(body, brotli),
		later: (body: Buffer) => brotliLater(body, brotli),
	},
	gzip: { now: (body: Buffer) => gzipSync(body), later: (body: Buffer) => gzipLater(body) },
};
export type Packing = keyof typeof packers;

/**
 * Above every answer. They are always the same, and written here: Helmet puts them together anew for each request. Only what
 * data need is among them, and not what pages and their windows, or browsers of long ago, look for.
 */
export const always = {
	// Data, never a page.
	'content-security-policy': "default-src 'none';frame-ancestors 'none'",
	'cross-origin-resource-policy': 'cross-origin',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'SAMEORIGIN',
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'etag, link, retry-after',
};
const alwaysListed = [...Object.entries(always).flat(), 'vary', 'accept-encoding'];

/** An answer as it is sent. */
export interface Ready {
	body: Buffer;
	etag: string;
	/** Names and values by turns, beside those that every answer has. */
	headers: readonly string[];
	/** The body as it was packed. */
	packed: Partial<Record<Packing, Promise<Buffer> | Buffer>>;
}

/** Bytes with the headers that tell of them. */
export function ready(body: Buffer, headers: Record<string, string>): Ready {
	// Weak, and told apart by length and checksum: other bytes have the same once in four thousand million times.
	const etag = `W/"${body.length.toString(36)}-${crc32(body).toString(36)}"`;
	const listed = [...alwaysListed, 'etag', etag];
	for (const name in headers) listed.push(name, headers[name]!);
	return { body, etag, headers: listed, packed: {} };
}

/**
 * The same as `ready`, of the thing with a number: what was sent of it last is given again while its bytes are the same, so
 * that it is packed once. Up to `most` things are kept.
 */
export function readyAgain(headers: Record<string, string>, most: number): (of: number, body: Buffer) => Ready {
	const sent = new Map<number, Ready>();
	return (of, body) => {
		const last = sent.get(of);
		if (last?.body.equals(body)) return last;
		if (sent.size >= most) sent.clear();
		const told = ready(body, headers);
		sent.set(of, told);
		return told;
	};
}

/**
 * Sends what is ready, in the best of the ways in which it may be packed that is taken, or tells that it has not changed. It goes
 * past what Fastify does for an answer that is still to be made: that takes longer than to send it.
 */
export function sendReady(
	request: FastifyRequest,
	reply: FastifyReply,
	told: Ready,
	packings: readonly Packing[],
): FastifyReply | Promise<FastifyReply> {
	if (isUnchanged(request, told.etag)) return write(request, reply, { status: 304, headers: told.headers });
	const packing = packings.find((one) => takes(request, one));
	if (!packing) return write(request, reply, { status: 200, headers: told.headers, body: told.body });
	const headers = [...told.headers, 'content-encoding', packing];
	told.packed[packing] ??= packers[packing][told.body.length < AT_ONCE ? 'now' : 'later'](told.body);
	const packed = told.packed[packing];
	if (packed instanceof Promise) return packed.then((body) => write(request, reply, { status: 200, headers, body }));
	return write(request, reply, { status: 200, headers, body: packed });
}

function isUnchanged(request: FastifyRequest, etag: string): boolean {
	const known = request.headers['if-none-match'];
	if (known === undefined) return false;
	return known === etag || known.split(',').some((one) => one.trim().replace(/^(W\/)?/, 'W/') === etag);
}

interface Sent {
	status: 200 | 304;
	headers: readonly string[];
	body?: Buffer;
}

function write({ method }: FastifyRequest, reply: FastifyReply, { status, headers, body }: Sent): FastifyReply {
	const { raw } = reply;
	const all = [...headers];
	// How many more may be asked, which is counted for each request.
	const beside = reply.getHeaders();
	for (const name in beside) all.push(name, String(beside[name]));
	if (body) all.push('content-length', String(body.length));
	reply.hijack();
	raw.writeHead(status, all);
	raw.end(method === 'HEAD' ? undefined : body);
	return reply;
}
