import type { FastifyReply, FastifyRequest, preParsingHookHandler } from 'fastify';
import { Recent, Repeats } from '../domain/recent.ts';
import type { Site } from '../site.ts';
import { type Packing, type Ready, ready, sendReady } from './ready.ts';
import { originOf } from './urls.ts';

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
	key: string;
	stamp: string;
	/** Whether the same was asked for before. */
	again: boolean;
}

/** Of so many times as many addresses as answers are kept it is known that they were asked for. */
const KNOWN = 5;

/**
 * Answers as they were sent lately, by address, from the second time they are asked for: most people ask for the same, and what
 * one alone asks is not worth its room. One is good for as long as no entry changes, the finder has taken up nothing and the
 * minute is the same.
 */
export class KeptAnswers {
	readonly #site: Site;
	readonly #ofFinder: boolean;
	readonly #packings: readonly Packing[];
	readonly #recent: Recent<string, Ready>;
	readonly #repeats: Repeats;
	readonly #coming = new WeakMap<FastifyRequest, Coming>();

	constructor(site: Site, { most, ofFinder = false, packings = ['br', 'gzip'] }: Options) {
		this.#site = site;
		this.#ofFinder = ofFinder;
		this.#packings = packings;
		this.#recent = new Recent(most);
		this.#repeats = new Repeats(KNOWN * most);
	}

	/** Answers from what is kept, before anything is made of the parameters, or lets the request go on. */
	readonly first: preParsingHookHandler = (request, reply, payload, done) => {
		void this.#newest()
			.then((change) => {
				const stamp = this.#stampAt(change);
				// What is written depends on the address that the site is asked at.
				const key = `${originOf(this.#site, request)} ${request.url}`;
				this.#recent.renew(stamp);
				const kept = this.#recent.get(key);
				if (kept) return sendReady(request, reply, kept, this.#packings);
				this.#coming.set(request, { key, stamp, again: this.#repeats.again(key) });
				done(null, payload);
			})
			.catch(done);
	};

	/** Sends a new answer, and keeps one that is asked for again if all is still as it was then. */
	async send(request: FastifyRequest, reply: FastifyReply, told: Told): Promise<FastifyReply> {
		const { body, type, headers } = told;
		const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.length);
		const made = ready(bytes, { 'content-type': type, ...headers });
		const { key, stamp, again } = this.#coming.get(request)!;
		if (again) this.#recent.set(key, made, stamp);
		return sendReady(request, reply, made, this.#packings);
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
