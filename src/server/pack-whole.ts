import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What is shorter is sent as it is; what is longer is packed by another thread. Bytes. */
const size = { least: 1024, most: 65_536 };
const TEXT = /text|javascript|\/json|xml/i;

/**
 * Packs a page at once when it is whole and of common size. A thread of its own would be asked twice for each, which takes half
 * as long again as the packing, and each time the page waits for all that is asked meanwhile.
 */
export function packWhole(req: IncomingMessage, res: ServerResponse, level: number): void {
	const accepted = String(req.headers['accept-encoding']);
	const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
	if (!encoding) return;
	const { write } = res;
	res.write = ((chunk: Uint8Array) => {
		res.write = write;
		if (!isWhole(res, chunk)) return res.write(chunk);
		const packed =
			encoding === 'br'
				? brotliCompressSync(chunk, { params: { [constants.BROTLI_PARAM_QUALITY]: level } })
				: gzipSync(chunk, { level });
		res.setHeader('content-encoding', encoding);
		res.setHeader('content-length', packed.length);
		return res.write(packed);
	}) as typeof write;
}

function isWhole(res: ServerResponse, { byteLength }: Uint8Array): boolean {
	if (byteLength < size.least || byteLength > size.most || res.hasHeader('content-encoding')) return false;
	return Number(res.getHeader('content-length')) === byteLength && TEXT.test(String(res.getHeader('content-type')));
}
