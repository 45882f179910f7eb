import { hash } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import { DRAFT_DAYS } from '#domain/draft.ts';
import { limits, OPENID_MINUTES, PASSKEY_MINUTES, sessionOf } from '#domain/session.ts';
import { MINUTES } from '#domain/sign-in.ts';
import { isHeldBack } from '#domain/staff-sign-in.ts';

const DAY = 86_400;
const secure = (url: URL) => url.protocol === 'https:';
/** With the prefix a browser takes the cookie only from this very host, by https. */
const named = (name: string, url: URL) => (secure(url) ? `__Host-${name}` : name);
const common = (url: URL) => ({ path: '/', httpOnly: true, secure: secure(url), sameSite: 'lax' as const });

/** The cookie of a session. */
export const sessionCookie = {
	get: (cookies: Cookies, url: URL) => cookies.get(named('session', url)),
	set: (cookies: Cookies, url: URL, token: string) =>
		cookies.set(named('session', url), token, { ...common(url), maxAge: limits.person.most }),
	remove: (cookies: Cookies, url: URL) => cookies.delete(named('session', url), common(url)),
};

/** The cookie that binds a code and its link to the browser that asked for them. */
export const deviceCookie = {
	get: (cookies: Cookies, url: URL) => cookies.get(named('signing-in', url)),
	set: (cookies: Cookies, url: URL, device: string) =>
		cookies.set(named('signing-in', url), device, { ...common(url), maxAge: MINUTES * 60 }),
	remove: (cookies: Cookies, url: URL) => cookies.delete(named('signing-in', url), common(url)),
};

/** The cookie that holds what is being registered for a browser in which nobody has signed in. */
export const draftCookie = {
	get: (cookies: Cookies, url: URL) => cookies.get(named('drafts', url)),
	set: (cookies: Cookies, url: URL, device: string) =>
		cookies.set(named('drafts', url), device, { ...common(url), maxAge: DRAFT_DAYS * DAY }),
};

/** The cookie that binds what a passkey is to sign to the browser that asked for it. */
export const passkeyCookie = {
	get: (cookies: Cookies, url: URL) => cookies.get(named('passkey', url)),
	set: (cookies: Cookies, url: URL, device: string) =>
		cookies.set(named('passkey', url), device, { ...common(url), sameSite: 'strict', maxAge: PASSKEY_MINUTES * 60 }),
	remove: (cookies: Cookies, url: URL) => cookies.delete(named('passkey', url), common(url)),
};

/** The cookie that binds a way to a municipality's own sign-in and back to the browser that went. */
export const openIdCookie = {
	get: (cookies: Cookies, url: URL) => cookies.get(named('openid', url)),
	set: (cookies: Cookies, url: URL, device: string) =>
		cookies.set(named('openid', url), device, { ...common(url), maxAge: OPENID_MINUTES * 60 }),
	remove: (cookies: Cookies, url: URL) => cookies.delete(named('openid', url), common(url)),
};

/** At once: a page that waits for a thread waits for all that others ask meanwhile, too. */
const digestOf = (secret: string): string => hash('sha256', secret);

/** Who has signed in, for every page; without the cookie the store is not asked. */
export const signedIn: Handle = async ({ event, resolve }) => {
	const { cookies, url, locals } = event;
	const token = sessionCookie.get(cookies, url);
	const found = token ? await sessionOf(locals.site.store, token, locals.site.now(), digestOf) : null;
	if (token && !found) sessionCookie.remove(cookies, url);
	if (found?.rotated) sessionCookie.set(cookies, url, found.rotated);
	const held = found ? await isHeldBack(locals.site.store, found.actor, found.way) : false;
	locals.actor = held ? null : (found?.actor ?? null);
	locals.heldBack = held ? found!.actor : null;
	locals.session = found?.session ?? null;
	locals.way = found?.way ?? null;
	locals.provedAt = found?.provedAt ?? null;
	return resolve(event);
};
