import type { Handle } from '@sveltejs/kit/hooks';
import { wishedLocale } from '#text/wish.ts';

type Locale = 'sv' | 'en';

const YEAR = 31_536_000;
const VARY = 'accept-encoding, accept-language, cookie';
const cookie = (locale: Locale, { protocol }: URL) =>
	`language=${locale}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly${protocol === 'https:' ? '; Secure' : ''}`;

/** The language of a page by its address. */
export const localeOfPath = (path: string): Locale => (/^\/en(\/|$)/.test(path) ? 'en' : 'sv');

/** The page of ours that led here, or null. */
function cameFrom(request: Request, origin: string): URL | null {
	const referer = request.headers.get('referer');
	if (!referer || !URL.canParse(referer)) return null;
	const url = new URL(referer);
	return url.origin === origin ? url : null;
}

/** A person's step from page to page; what a page or its service worker fetches by itself is nobody's choice. */
const isStep = (request: Request) => (request.headers.get('sec-fetch-mode') ?? 'navigate') === 'navigate';

/** English for who comes to the front page from elsewhere and chose it before, or else whose browser asks for it. */
function belongsInEnglish(request: Request, chosen: string | undefined): boolean {
	if (chosen) return chosen === 'en';
	return wishedLocale(request.headers.get('accept-language')) === 'en';
}

/**
 * The reader's language. Who comes to the front page from elsewhere is led to the English one if that is their choice
 * or, the first time, their browser's wish. Going from a page in one language to one in the other is a choice, and
 * remembered. No other page is ever redirected: it stays as it was sent, with a link to the other language.
 */
export const language: Handle = async ({ event, resolve }) => {
	const { request, url, cookies } = event;
	if (!['GET', 'HEAD'].includes(request.method)) return resolve(event);
	const from = cameFrom(request, url.origin);
	if (url.pathname === '/' && !from && belongsInEnglish(request, cookies.get('language'))) {
		const headers = {
			location: '/en',
			'set-cookie': cookie('en', url),
			vary: VARY,
			'cache-control': 'private, no-cache',
		};
		return new Response(null, { status: 302, headers });
	}
	const response = await resolve(event);
	const own = localeOfPath(url.pathname);
	const crossed = from && isStep(request) && localeOfPath(from.pathname) !== own;
	if (crossed && response.headers.get('content-type')?.startsWith('text/html'))
		response.headers.append('set-cookie', cookie(own, url));
	if (url.pathname === '/') response.headers.append('vary', VARY);
	return response;
};
