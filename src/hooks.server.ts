import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, ResolveOptions } from '@sveltejs/kit/hooks';
import { sequence } from '@sveltejs/kit/hooks';
import { Refusal } from '#domain/errors.ts';
import { currentSite } from '#site';
import { overwriteServerAsyncLocalStorage } from '#text/generated/runtime.js';
import { language, localeOfPath } from './language.ts';
import { signedIn } from './session-cookie.ts';

const site: Handle = ({ event, resolve }) => {
	event.locals.site = currentSite();
	return resolve(event);
};

/** What texts and links ask for the language of the page that they stand in. */
const reading = new AsyncLocalStorage<{ locale?: 'sv' | 'en'; origin?: string; messageCalls?: Set<string> }>();
overwriteServerAsyncLocalStorage(reading);

/** Paraglide's own middleware copies each request, with its body, and looks for another address to lead to: an address of ours says its language. */
const locale: Handle = ({ event, resolve }) => {
	const { pathname, origin } = event.url;
	const own = localeOfPath(pathname);
	event.locals.locale = own;
	return reading.run({ locale: own, origin }, () =>
		resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', own) }),
	);
};

/** Asked for together with the page: the styles, the scripts, and the one file of letters that every page needs. */
const preload: NonNullable<ResolveOptions['preload']> = ({ type, path }) =>
	type === 'font' ? /atkinson-hyperlegible-next-latin-wght-normal/.test(path) : type !== 'asset';

const parts: Handle = ({ event, resolve }) => resolve(event, { preload });

/** Light or dark as the reader chose; without a choice the device decides. */
const appearance: Handle = ({ event, resolve }) => {
	const chosen = event.cookies.get('theme');
	const theme = chosen === 'light' || chosen === 'dark' ? chosen : '';
	return resolve(event, { transformPageChunk: ({ html }) => html.replace('%theme%', theme) });
};

/** Where a script that brings a page to life would find its parts. */
const PARTS = /<!--(?:\[[-!\d]*|\])?-->/g;

/** A page without scripts needs no marks for them: of a long table they are a third. */
const still: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => (html.includes('__sveltekit_') ? html : html.replace(PARTS, '')),
	});

/** An operator's own map style comes from elsewhere: its host, and no other, may then be asked. */
const ownStyle: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const style = event.locals.site.config.SAMLAS_MAP_STYLE;
	const policy = response.headers.get('content-security-policy');
	if (style && policy) {
		const host = new URL(style).origin;
		const opened = policy.replace(/(connect-src|img-src) 'self'/g, `$1 'self' ${host}`);
		response.headers.set('content-security-policy', opened);
	}
	return response;
};

/** A page holds what its reader chose (light or dark, a place): it is kept by their browser alone, and asked for again. */
const personal: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	if (event.locals.keptNowhere) response.headers.set('cache-control', 'private, no-store');
	else if (response.headers.get('content-type')?.startsWith('text/html') && !response.headers.has('cache-control'))
		response.headers.set('cache-control', 'private, no-cache');
	return response;
};

export const handle = sequence(site, personal, signedIn, language, locale, appearance, parts, still, ownStyle);

/** A fault of ours goes to the log under a code that the reader sees; a refusal keeps its key. Never a stack. */
export const handleError: HandleServerError = ({ kind, error }) => {
	if (kind !== 'unknown') return;
	if (error instanceof Refusal) return { status: error.status, message: error.key };
	const code = randomUUID().slice(0, 8);
	console.error(code, error);
	return { message: 'internal', code };
};
