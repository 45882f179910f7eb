import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest, preParsingHookHandler } from 'fastify';
import { Recent } from '../domain/recent.ts';
import type { Site } from '../site.ts';
import { takes } from './takes.ts';
import { originOf } from './urls.ts';

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
type Packing = keyof typeof packers;

/** An answer as it is told. */
interface Told {
	body: string | Uint8Array;
	type: string;
	/** Headers beside those of the body. */
	headers?: Record<string, string>;
}

interface Options {
	/** Twice so many are kept, at most. */
	most: number;
	/** Whether it tells what the finder knows and nothing that is read from the store beside it. */
	ofFinder?: boolean;
	/** How it may be packed, the best first. */
	packings?: readonly Packing[];
}

/** What was true when a request came that nothing kept answers. */
interface Coming {
	stamp: string;
	/** The store's newest change. */
	change: number;
}

/** An answer as it is sent. */
interface Kept {
	body: Buffer;
	headers: Record<string, string>;
	packed: Partial<Record<Packing, Promise<Buffer> | Buffer>>;
}

/**
 * Answers as they were sent lately, by address: most people ask for the same. One is good for as long as no entry
 * changes, the finder has taken up nothing and the minute is the same.
 */
export class KeptAnswers {
	readonly #site: Site;
	readonly #ofFinder: boolean;
	readonly #packings: readonly Packing[];
	readonly #recent: Recent<string, Kept>;
	readonly #coming = new WeakMap<FastifyRequest, Coming>();

	constructor(site: Site, { most, ofFinder = false, packings = ['br', 'gzip'] }: Options) {
		this.#site = site;
		this.#ofFinder = ofFinder;
		this.#packings = packings;
		this.#recent = new Recent(most);
	}

	/** Answers from what is kept, before anything is made of the parameters, or lets the request go on. */
	readonly first: preParsingHookHandler = (request, reply, payload, done) => {
		void this.#newest().then((change) => {
			const stamp = this.#stampAt(change);
			this.#recent.renew(stamp);
			const kept = this.#recent.get(this.#keyOf(request));
			if (kept) return this.#sendKept(kept, request, reply);
			this.#coming.set(request, { stamp, change });
			done(null, payload);
		}, done);
	};

	/** The store's newest change when a request came that went on. */
	changeAt(request: FastifyRequest): number {
		return this.#coming.get(request)!.change;
	}

	/** Sends a new answer, and keeps it if all is still as it was when it was asked for. */
	send(request: FastifyRequest, reply: FastifyReply, { body, type, headers: beside }: Told): Promise<FastifyReply> {
		const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.length);
		const headers = {
			'content-type': type,
			etag: `W/"${hash('sha1', bytes, 'base64url')}"`,
			vary: 'accept-encoding',
			...beside,
		};
		const kept = { body: bytes, headers, packed: {} };
		this.#recent.set(this.#keyOf(request), kept, this.#coming.get(request)?.stamp);
		return this.#sendKept(kept, request, reply);
	}

	async #sendKept(kept: Kept, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
		reply.headers(kept.headers);
		const packing = this.#packings.find((one) => takes(request, one));
		if (!packing) return reply.send(kept.body);
		const how = kept.body.length < AT_ONCE ? 'now' : 'later';
		kept.packed[packing] ??= packers[packing][how](kept.body);
		return reply.header('content-encoding', packing).send(await kept.packed[packing]);
	}

	/** What is written depends on the address that the site is asked at. */
	#keyOf(request: FastifyRequest): string {
		return `${originOf(this.#site, request)} ${request.url}`;
	}

	/** The store's newest change, where it matters. */
	async #newest(): Promise<number> {
		return this.#ofFinder ? 0 : this.#site.store.changes.newestSeen();
	}

	#stampAt(change: number): string {
		const { finder, now } = this.#site;
		return `${change} ${finder.sequence} ${Math.floor(now() / 60)}`;
	}
}
