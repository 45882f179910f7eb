import { error } from '@sveltejs/kit';
import { digest } from '#domain/secret.ts';
import { keepNowhere } from '../personal.ts';
import type { PageServerLoad } from './$types';

const MOST = 50;

export const load: PageServerLoad = async ({ url, setHeaders, locals }) => {
	const { site } = locals;
	keepNowhere({ locals });
	setHeaders({ 'referrer-policy': 'no-referrer' });
	const shown = url.searchParams.get('nyckel');
	// Digests, so that how long the comparison takes tells nothing of the key.
	if (!site.mailboxKey || !shown || (await digest(shown)) !== (await digest(site.mailboxKey)))
		error(404, 'page.unknown');
	const letters = await site.store.outbox.waiting(MOST);
	return {
		letters: letters.map(({ id, recipient, subject, text, createdAt }) => ({
			...{ id, recipient, subject, text, createdAt },
			link: text.match(/https?:\/\/\S+/)?.[0] ?? null,
		})),
		now: site.now(),
	};
};
