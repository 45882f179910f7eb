import type { RequestEvent } from '@sveltejs/kit';
import { redirect } from '@sveltejs/kit';
import { mustBeAllowed } from '#domain/permission.ts';
import type { Actor } from '#domain/person.ts';
import { provedLately } from '#domain/session.ts';
import { localizeHref } from '#text/generated/runtime.js';

type Event = Pick<RequestEvent, 'locals' | 'url' | 'request'>;

/** What this page shows is its reader's alone: it is kept nowhere. */
export function keepNowhere({ locals }: Pick<RequestEvent, 'locals'>): void {
	locals.keptNowhere = true;
}

/** What a browser sends anew when it is told to (307): a form without files. */
const isForm = ({ method, headers }: Request) =>
	method === 'POST' && /^application\/x-www-form-urlencoded\b/.test(headers.get('content-type') ?? '');

/**
 * Asks somebody to sign in, and to come back here. What they had typed goes along: a session that ran out meanwhile takes
 * nothing with it.
 */
export function askToSignIn({ url, request }: Pick<Event, 'url' | 'request'>): never {
	const next = encodeURIComponent(url.pathname + url.search);
	if (isForm(request)) redirect(307, `${localizeHref('/logga-in/igen')}?till=${next}`);
	redirect(303, `${localizeHref('/logga-in')}?till=${next}`);
}

/**
 * Before what is sensitive: who has not shown for a while who they are does so first, and then does what they were about to
 * do, with what they had typed. A browser that was left open is nobody's account.
 */
export function confirmFirst({ url, request, locals }: Event): void {
	const { provedAt, site } = locals;
	if (provedAt !== null && provedLately(provedAt, site.now())) return;
	const to = `${localizeHref('/logga-in/bekrafta')}?till=${encodeURIComponent(url.pathname + url.search)}`;
	redirect(isForm(request) ? 307 : 303, to);
}

/** Who has signed in and may see their own account; who has not is asked to. */
export function ownAccount(event: Event): { actor: Actor; session: number } {
	keepNowhere(event);
	const { actor, session } = event.locals;
	if (!actor || session === null) return askToSignIn(event);
	mustBeAllowed(actor, 'account.own');
	return { actor, session };
}
