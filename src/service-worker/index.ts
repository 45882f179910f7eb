import { version } from '$app/env';
import { assets, immutable } from '$app/manifest';
import { resolve } from '$app/paths';
import { self } from '$app/service-worker';

/** What the site is made of, for one version; the map's own code is large and comes when a map is asked for. */
const SHELL = `shell-${version}`;
/** Pages visited lately, to be read without a connection. */
const PAGES = 'pages';
const MOST_PAGES = 40;
const OFFLINE = ['/offline', '/en/offline'];
const pathOf = (asset: unknown) => resolve(((asset as { path?: string }).path ?? asset) as '/');
const shell = [...immutable, ...assets]
	.map(pathOf)
	.filter((path) => !/maplibre|ethiopic|cyrillic|greek|arabic/.test(path));

self.addEventListener('install', (event) => {
	event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll([...shell, ...OFFLINE])));
});

self.addEventListener('activate', (event) => {
	event.waitUntil(forgetOld().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== self.location.origin) return;
	if (shell.includes(url.pathname as never)) event.respondWith(kept(request));
	else if (request.mode === 'navigate') event.respondWith(page(request));
});

async function forgetOld(): Promise<void> {
	for (const name of await caches.keys()) if (name.startsWith('shell-') && name !== SHELL) await caches.delete(name);
}

async function kept(request: Request): Promise<Response> {
	return (await caches.match(request)) ?? fetch(request);
}

/** A page from the network, and kept; without a network the kept one, else the page that says so. */
async function page(request: Request): Promise<Response> {
	try {
		const response = await fetch(request);
		if (response.status === 200 && response.type === 'basic') await keep(request, response.clone());
		return response;
	} catch {
		const path = new URL(request.url).pathname;
		const offline = path === '/en' || path.startsWith('/en/') ? OFFLINE[1]! : OFFLINE[0]!;
		return (await caches.match(request)) ?? (await caches.match(offline)) ?? Response.error();
	}
}

async function keep(request: Request, response: Response): Promise<void> {
	const cache = await caches.open(PAGES);
	await cache.delete(request);
	await cache.put(request, response);
	const keys = await cache.keys();
	for (const old of keys.slice(0, Math.max(0, keys.length - MOST_PAGES))) await cache.delete(old);
}
