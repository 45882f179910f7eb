import type { RequestEvent } from '@sveltejs/kit';
import { agentOf } from '#domain/session.ts';
import { finishSignIn } from '#domain/sign-in.ts';
import { deviceCookie, sessionCookie } from '../../session-cookie.ts';

type Event = Pick<RequestEvent, 'cookies' | 'url' | 'request' | 'locals'>;

/** Signs in by what the letter said, and goes on to where the person was going. Throws `Invalid` as `finishSignIn` does. */
export async function signIn(event: Event, shown: { code?: string; link?: string }) {
	const { cookies, url, request, locals } = event;
	const { store, now } = locals.site;
	const device = deviceCookie.get(cookies, url);
	const { token, next } = await finishSignIn(store, { device, ...shown }, agentIn(request), now());
	deviceCookie.remove(cookies, url);
	await begin(event, token);
	return next;
}

/** What the browser says it is, for its owner to know it by. */
export const agentIn = (request: Request): string => agentOf(request.headers.get('user-agent'));

/** This browser is signed in from now on; whoever was before is signed out of it. */
export async function begin({ cookies, url, locals }: Event, token: string): Promise<void> {
	const before = locals.actor ?? locals.heldBack;
	if (before && locals.session !== null) {
		const [person, session] = [before.id, locals.session];
		await locals.site.store.transaction((tx) => tx.sessions.end(session, person));
	}
	sessionCookie.set(cookies, url, token);
}
