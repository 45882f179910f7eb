import type { RequestEvent } from '@sveltejs/kit';
import { agentOf } from '#domain/session.ts';
import { finishSignIn } from '#domain/sign-in.ts';
import { deviceCookie, sessionCookie } from '../../session-cookie.ts';

type Event = Pick<RequestEvent, 'cookies' | 'url' | 'request' | 'locals'>;

/** Signs in by what the letter said, and goes on to where the person was going. Throws `Invalid` as `finishSignIn` does. */
export async function signIn({ cookies, url, request, locals }: Event, shown: { code?: string; link?: string }) {
	const { store, now } = locals.site;
	const agent = agentOf(request.headers.get('user-agent'));
	const device = deviceCookie.get(cookies, url);
	const { token, next } = await finishSignIn(store, { device, ...shown }, agent, now());
	// Whoever was signed in before in this browser is signed out of it.
	if (locals.actor && locals.session !== null) {
		const [person, session] = [locals.actor.id, locals.session];
		await store.transaction((tx) => tx.sessions.end(session, person));
	}
	deviceCookie.remove(cookies, url);
	sessionCookie.set(cookies, url, token);
	return next;
}
