import { self } from '$app/service-worker';
import { keep, kept, page } from './pages.ts';
import { forgetOld, isPart, keepParts, part, prepare } from './parts.ts';

self.addEventListener('install', (event) => event.waitUntil(prepare()));

self.addEventListener('activate', (event) => {
	event.waitUntil(forgetOld().then(() => self.clients.claim()));
});

/** What a page asks before it goes to another by itself: of which sort that is. */
const ROUTE = /__route\.js$/;

/** Without a connection no page is known: the browser goes there as a whole, and is given what is kept. */
const asWhole = () => new Response('export {};', { headers: { 'content-type': 'text/javascript' } });

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== self.location.origin) return;
	if (isPart(pathname)) event.respondWith(part(request));
	else if (ROUTE.test(pathname)) event.respondWith(fetch(request).catch(() => asWhole()));
	else if (request.mode === 'navigate' && !pathname.startsWith('/api/')) {
		const { response, after } = page(request);
		event.respondWith(response);
		event.waitUntil(after);
	}
});

/**
 * What the page tells of itself: its path, and the parts it was made of before this worker could see them. One that was
 * come to without leaving the site is asked for once more, as a whole, to be kept.
 */
self.addEventListener('message', (event) => {
	const { path, parts } = (event.data ?? {}) as { path?: unknown; parts?: unknown };
	if (typeof path !== 'string' || !Array.isArray(parts)) return;
	const own = [path, ...parts].map((given) => new URL(String(given), self.location.origin));
	if (own.some(({ origin }) => origin !== self.location.origin)) return;
	const [url, ...others] = own.map(({ href }) => href);
	event.waitUntil(Promise.all([keepUnlessKept(url!), keepParts(others)]));
});

async function keepUnlessKept(url: string): Promise<void> {
	if (await kept(url)) return;
	const response = await fetch(url).catch(() => null);
	if (response && !response.redirected) await keep(url, response);
}
