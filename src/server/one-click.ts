import type { FastifyInstance } from 'fastify';
import { takeBack } from '../domain/consent.ts';
import { NotFound } from '../domain/errors.ts';
import { stoppingBy, wantReminders } from '../domain/still-right.ts';
import type { Site } from '../site.ts';

const stopReminders = async ({ store, now }: Site, key: string) =>
	wantReminders(store, await stoppingBy(store, key, now()), false, now());
const endConsent = ({ store, now }: Site, key: string) => takeBack(store, key, now());

/** Where a letter's List-Unsubscribe leads, and what it does there. */
const PATHS = new Map([
	['/paminnelse/nej', stopReminders],
	['/en/reminder/stop', stopReminders],
	['/kontaktperson', endConsent],
	['/en/contact-person', endConsent],
]);

/**
 * One click on "unsubscribe" in a mail program (RFC 8058): the mail provider's server posts to the address of the letter,
 * without any cookie and without `Origin`, which every browser sends along with a form. What the key in the address
 * says is all that counts, so it does not matter who posts; a browser's own form goes on to the page.
 */
export function takeOneClick(web: FastifyInstance, site: Site): void {
	web.addHook('onRequest', async (request, reply) => {
		const [path = '', query] = request.url.split('?');
		const work = PATHS.get(path);
		if (request.method !== 'POST' || request.headers.origin !== undefined || !work) return;
		const key = new URLSearchParams(query).get('nyckel') ?? '';
		reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8');
		try {
			await work(site, key);
			return reply.code(200).send('');
		} catch (reason) {
			if (!(reason instanceof NotFound)) throw reason;
			return reply.code(404).send('');
		}
	});
}
