/** Pages visited lately, to be read without a connection. `src/routes/offline` reads the same. */
const PAGES = 'pages';
const MOST_PAGES = 50;
/** So long a page is waited for when an older copy of it is at hand. */
const PATIENCE = 6000;

/** What is shown for a page that is not kept, in each language. */
export const OFFLINE = ['/offline', '/en/offline'] as const;

/** The kept copy of a page. */
export async function kept(request: RequestInfo): Promise<Response | undefined> {
	return (await caches.open(PAGES)).match(request, { ignoreVary: true });
}

/**
 * Keeps a page that came well, once it is here as a whole: a connection that breaks leaves the older copy. The ones
 * longest not seen make room.
 */
export async function keep(request: RequestInfo, response: Response): Promise<void> {
	if (response.status !== 200 || response.type !== 'basic') return;
	if (!response.headers.get('content-type')?.startsWith('text/html')) return;
	// An account's page is its owner's, also on a computer that many use.
	if (response.headers.get('cache-control')?.includes('no-store')) return;
	const headers = new Headers(response.headers);
	// One copy for each address, whatever the browser sent along.
	headers.delete('vary');
	const whole = new Response(await response.blob(), { headers });
	const cache = await caches.open(PAGES);
	await cache.put(request, whole);
	const keys = await cache.keys();
	for (const old of keys.slice(0, Math.max(0, keys.length - MOST_PAGES))) await cache.delete(old);
}

/**
 * A page from the network, then kept. The kept copy stands in when there is no network, or one that is too slow;
 * without a copy, the page that says so. `after` is done when nothing is left to keep.
 */
export function page(request: Request): { response: Promise<Response>; after: Promise<unknown> } {
	const fresh = fetch(request);
	const after = fresh.then((response) => keep(request, response.clone())).catch(() => undefined);
	return { response: Promise.race([fresh, slow(request, fresh)]).catch(() => instead(request)), after };
}

/** The kept copy once patience has run out; without one, the network's answer whenever it comes. */
async function slow(request: Request, fresh: Promise<Response>): Promise<Response> {
	await new Promise((resolve) => setTimeout(resolve, PATIENCE));
	return (await kept(request)) ?? fresh;
}

async function instead(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url);
	const offline = /^\/en(\/|$)/.test(pathname) ? OFFLINE[1] : OFFLINE[0];
	return (await kept(request)) ?? (await caches.match(offline)) ?? Response.error();
}
