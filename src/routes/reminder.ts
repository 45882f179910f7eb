import type { RequestEvent } from '@sveltejs/kit';
import { NotFound } from '#domain/errors.ts';
import { type Answering, answeringBy, answeringSelf } from '#domain/still-right.ts';
import { keepNowhere, ownAccount } from './personal.ts';

type Event = Pick<RequestEvent, 'locals' | 'url' | 'request' | 'setHeaders'>;

/**
 * Who answers whether entries are right: the person of a link in a letter, or without one who has signed in. Null for a
 * link that holds no longer. The link's key is no other site's to see.
 */
export async function answering(event: Event, token: string | null): Promise<Answering | null> {
	const { site } = event.locals;
	if (token === null) return answeringSelf(site.store, ownAccount(event).actor, site.now());
	keepNowhere(event);
	event.setHeaders({ 'referrer-policy': 'same-origin' });
	try {
		return await answeringBy(site.store, token, site.now());
	} catch (reason) {
		if (reason instanceof NotFound && reason.key === 'reminder.spent') return null;
		throw reason;
	}
}

/** Where a form leads, with the key that it came with. */
export const keyed = (path: string, token: string | null, more: Record<string, string> = {}): string =>
	`${path}?${new URLSearchParams({ ...(token === null ? {} : { nyckel: token }), ...more })}`;
