import type { RequestEvent } from '@sveltejs/kit';
import { redirect } from '@sveltejs/kit';
import { mustBeAllowed } from '#domain/permission.ts';
import type { Actor } from '#domain/person.ts';
import { localizeHref } from '#text/generated/runtime.js';

type Event = Pick<RequestEvent, 'locals' | 'url'>;

/** What this page shows is its reader's alone: it is kept nowhere. */
export function keepNowhere({ locals }: Pick<RequestEvent, 'locals'>): void {
	locals.keptNowhere = true;
}

/** Who has signed in and may see their own account; who has not is asked to, and comes back here. */
export function ownAccount(event: Event): { actor: Actor; session: number } {
	keepNowhere(event);
	const { actor, session } = event.locals;
	if (!actor || session === null) {
		const next = encodeURIComponent(event.url.pathname + event.url.search);
		redirect(303, `${localizeHref('/logga-in')}?till=${next}`);
	}
	mustBeAllowed(actor, 'account.own');
	return { actor, session };
}
