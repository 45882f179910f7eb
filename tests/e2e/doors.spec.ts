import { expect, test } from '@playwright/test';
import fc from 'fast-check';

test('strict headers on every page', async ({ request }) => {
	for (const path of ['/', '/en/search', '/finns-inte', '/offline']) {
		const headers = (await request.get(path)).headers();
		const policy = headers['content-security-policy'] ?? '';
		expect(policy, path).toContain("default-src 'self'");
		expect(policy, path).toContain("frame-ancestors 'none'");
		expect(policy, path).toContain("object-src 'none'");
		expect(/script-src[^;]*/.exec(policy)![0], path).not.toContain('unsafe');
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin');
		expect(headers['x-powered-by'], path).toBeUndefined();
	}
});

test('every other answer has its headers too; a page is kept by nobody but its reader', async ({ request }) => {
	const others = ['/favicon.svg', '/service-worker.js', '/robots.txt', '/sitemap.xml', '/manifest.webmanifest'];
	const doors = ['/basemap/about', '/basemap/4/8/4.pbf', '/basemap/4/99/4.pbf', '/en/', '/api/v1/themes', '/api/nope'];
	for (const path of [...others, ...doors]) {
		const headers = (await request.get(path, { maxRedirects: 0 })).headers();
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
	}
	for (const path of ['/', '/en/search?place=Halmstad', '/finns-inte']) {
		const headers = (await request.get(path)).headers();
		expect(headers['cache-control'], path).toBe('private, no-cache');
		expect(headers.vary?.toLowerCase(), path).toContain('accept-encoding');
	}
	const odd = await request.fetch('/', { method: 'PROPFIND' });
	expect(odd.status()).toBe(404);
	expect(odd.headers()['content-type']).toContain('application/problem+json');
});

test('a name that is markup is text', async ({ page }) => {
	let ran = false;
	page.on('dialog', () => {
		ran = true;
	});
	await page.goto(`/sok?q=${encodeURIComponent('"><img src=x onerror=alert(1)><script>alert(1)</script>')}`);
	await expect(page.getByRole('heading', { name: 'Inget hittades' })).toBeVisible();
	expect(ran).toBe(false);
});

test('a form from another site is refused', async ({ request, baseURL }) => {
	const { items } = await (await request.get('/api/v1/listings?kind=venue&limit=1')).json();
	const response = await request.post(`${new URL(items[0].url).pathname}/fel`, {
		headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
		data: 'what=other&message=hej',
		maxRedirects: 0,
	});
	expect(response.status()).toBe(403);
	const own = await request.post(`${new URL(items[0].url).pathname}/fel`, {
		headers: { origin: baseURL!, 'content-type': 'application/x-www-form-urlencoded' },
		data: 'what=nonsense&message=&made=1',
		maxRedirects: 0,
	});
	expect(own.status()).toBe(400);
	const broken = await request.post(`${new URL(items[0].url).pathname}/fel`, {
		headers: { origin: baseURL!, 'content-type': 'multipart/form-data; boundary=x', accept: 'text/html' },
		data: 'what=other',
		maxRedirects: 0,
	});
	expect(broken.status()).toBe(400);
	expect(await broken.text()).toContain('<h1');
});

test('what is too large is refused', async ({ request, baseURL }) => {
	const { items } = await (await request.get('/api/v1/listings?kind=venue&limit=1')).json();
	const response = await request.post(`${new URL(items[0].url).pathname}/fel`, {
		headers: { origin: baseURL!, 'content-type': 'application/x-www-form-urlencoded' },
		data: `message=${'x'.repeat(700_000)}`,
	});
	expect([400, 413]).toContain(response.status());
});

test('three thousand addresses and forms of any sort at the running pages: no fault of ours', async ({ baseURL }) => {
	test.setTimeout(240_000);
	const paths = [
		'/',
		'/en',
		'/sok',
		'/en/search',
		'/kommun/halmstad',
		'/kommun/nope',
		'/tema/chess',
		'/tema/nope',
		'/forening/nope',
		'/lokal/nope/fel',
		'/sitemap.xml',
		'/offline',
		'/en/en/en',
		'/__data.json',
		'/sok/__data.json',
	];
	const nasty = fc.constantFrom(
		'',
		'-1',
		'NaN',
		'1e999',
		'%00',
		'%E0%A4%A',
		'../../etc/passwd',
		"' OR 1=1",
		'<script>',
		'\u202e',
		'å'.repeat(300),
		'12,56',
		'11,55,13,57',
		'chess,choir',
	);
	const key = fc.oneof(
		fc.constantFrom(
			'q',
			'theme',
			'near',
			'bbox',
			'radius',
			'cursor',
			'when',
			'date',
			'age',
			'seats',
			'place',
			'part',
			'limit',
			'kind',
		),
		fc.string(),
	);
	const pair = fc
		.tuple(key, fc.oneof(nasty, fc.string()))
		.map(
			([name, value]) =>
				`${encodeURIComponent(name)}=${value.includes('%') ? value : encodeURIComponent(value.toWellFormed())}`,
		);
	const anything = fc.record({
		path: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...paths) }, { weight: 1, arbitrary: fc.webPath() }),
		query: fc.array(pair, { maxLength: 4 }),
		method: fc.constantFrom('GET', 'GET', 'GET', 'GET', 'POST', 'PUT', 'HEAD', 'DELETE'),
		language: fc.constantFrom('sv', 'en', '', ';;q=', '\u00ff'),
		cookie: fc.constantFrom('', 'theme=dark', 'theme="><script>', 'place=%E0%A4%A', 'language=xx; place=Halmstad'),
	});
	const seed = Number(process.env.SAMLAS_SEED ?? Date.now() & 0xffff);
	let hits = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(anything, { minLength: 10, maxLength: 10 }), async (batch) => {
			await Promise.all(
				batch.map(async ({ path, query, method, language, cookie }) => {
					// Whole, so that a path of two slashes is never read as another host.
					const url = `${baseURL}${path || '/'}${query.length ? `?${query.join('&')}` : ''}`;
					const form = {
						body: 'what=other&message=%00%F0&made=abc',
						headers: { 'content-type': 'application/x-www-form-urlencoded', origin: baseURL! },
					};
					const options = method === 'POST' ? form : { headers: {} };
					const headers = { ...options.headers, 'accept-language': language, cookie };
					const asked = `${method} ${url} ${JSON.stringify(headers)} (seed ${seed})`;
					// Node's own: what it takes to ask is a fraction of what it takes by way of a browser's requests.
					const signal = AbortSignal.timeout(15_000);
					const answer = await fetch(url, { ...options, method, redirect: 'manual', signal, headers })
						.then(async (response) => ({ status: response.status, text: await response.text() }))
						.catch((reason: Error) => {
							throw new Error(`${asked}: ${reason.message} ${reason.cause ?? ''}`);
						});
					hits++;
					if (answer.status >= 500) throw new Error(`${asked}: ${answer.status}`);
					if (/\n\s+at .*\.[jt]s:\d+/.test(answer.text)) throw new Error(`${asked}: ${answer.text}`);
				}),
			);
		}),
		{ numRuns: 300, seed, endOnFailure: true },
	);
	expect(hits).toBe(3000);
});
