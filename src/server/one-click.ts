import type { FastifyInstance } from 'fastify';
import { NotFound } from '../domain/errors.ts';
import { stoppingBy, wantReminders } from '../domain/still-right.ts';
import type { Site } from '../site.ts';

/** Where a letter's List-Unsubscribe leads. */
const PATHS = ['/paminnelse/nej', '/en/reminder/stop'];

/**
 * One click on "unsubscribe" in a mail program (RFC 8058): the mail provider's server posts to the address of the letter,
 * without any cookie and without `Origin`, which every browser sends along with a form. What the key in the address
 * says is all that counts, so it does not matter who posts; a browser's own form goes on to the page.
 */
export function takeOneClick(web: FastifyInstance, site: Site): void {
	web.addHook('onRequest', async (request, reply) => {
		const [path = '', query] = request.url.split('?');
		if (request.method !== 'POST' || request.headers.origin !== undefined || !PATHS.includes(path)) return;
		const key = new URLSearchParams(query).get('nyckel') ?? '';
		reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8');
		try {
			await wantReminders(site.store, await stoppingBy(site.store, key, site.now()), false, site.now());
			return reply.code(200).send('');
		} catch (reason) {
			if (!(reason instanceof NotFound)) throw reason;
			return reply.code(404).send('');
		}
	});
}
