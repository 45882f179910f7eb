import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';

const numberIn = (text: string | null) => Number((text ?? '').replace(/\D/g, ''));
const attribute = (page: Page, selector: string, name: string) => page.locator(selector).getAttribute(name);
/** As a crawler: without a wish for a language and without cookies. */
const plainly = (request: APIRequestContext, path: string) =>
	request.get(path, { headers: { 'accept-language': '' }, maxRedirects: 0 });

const pages = [
	['/', '/en'],
	['/kommuner', '/en/municipalities'],
	['/kommun/halmstad', '/en/municipality/halmstad'],
	['/teman', '/en/themes'],
	['/tema/language-cafe', '/en/theme/language-cafe'],
	['/om', '/en/about'],
	['/integritet', '/en/privacy'],
	['/tillganglighet', '/en/accessibility'],
] as const;

test.describe('as a crawler reads them', () => {
	test.use({ javaScriptEnabled: false });

	for (const [sv, en] of pages)
		test(`the head of ${sv} names itself, its other language and a picture`, async ({ page, request, baseURL }) => {
			for (const [path, lang] of [[sv, 'sv'] as const, [en, 'en'] as const]) {
				expect((await plainly(request, path)).status(), path).toBe(200);
				await page.goto(path);
				await expect(page.locator('html')).toHaveAttribute('lang', lang);
				expect(await attribute(page, 'link[rel=canonical]', 'href')).toBe(new URL(path, baseURL).href);
				expect(await attribute(page, 'link[hreflang=sv]', 'href')).toBe(new URL(sv, baseURL).href);
				expect(await attribute(page, 'link[hreflang=en]', 'href')).toBe(new URL(en, baseURL).href);
				expect((await attribute(page, 'meta[name=description]', 'content'))!.length).toBeGreaterThan(20);
				for (const data of await page.locator('script[type="application/ld+json"]').allTextContents())
					expect(JSON.stringify(JSON.parse(data))).toContain('"@type"');
			}
		});
});

/** Width and height of a PNG. */
async function sizeOf(request: APIRequestContext, address: string): Promise<string> {
	const body = await (await request.get(address)).body();
	expect(body.subarray(1, 4).toString(), address).toBe('PNG');
	return `${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`;
}

test('pictures for those who share a link and for devices are there, as large as they say', async ({
	page,
	request,
}) => {
	await page.goto('/om');
	expect(await sizeOf(request, (await attribute(page, 'meta[property="og:image"]', 'content'))!)).toBe('1200x630');
	expect(await sizeOf(request, '/apple-touch-icon.png')).toBe('180x180');
	const manifest = await (await request.get((await attribute(page, 'link[rel=manifest]', 'href'))!)).json();
	for (const { src, sizes, type } of manifest.icons)
		if (type === 'image/png') expect(await sizeOf(request, src), src).toBe(sizes);
	for (const { url } of [{ url: manifest.start_url }, ...manifest.shortcuts])
		expect((await plainly(request, url)).status(), url).toBe(200);
});

test('a browser’s own search field finds the search', async ({ page, request }) => {
	await page.goto('/en/about');
	const xml = await (await request.get((await attribute(page, 'link[rel=search]', 'href'))!)).text();
	const template = /template="([^"]+)"/.exec(xml)![1]!;
	await page.goto(template.replace('{searchTerms}', 'chess'));
	await expect(page.getByRole('article').first()).toContainText(/chess|schack/i);
});

test('the sitemap is well-formed, small enough, in both languages, and says when nothing is new', async ({
	page,
	request,
}) => {
	await page.goto('/om');
	const locations = async (address: string) => {
		const response = await request.get(address);
		expect(response.headers()['content-type'], address).toContain('application/xml');
		const again = await request.get(address, { headers: { 'if-none-match': response.headers().etag! } });
		expect(again.status(), address).toBe(304);
		return page.evaluate(
			(text) => {
				const document = new DOMParser().parseFromString(text, 'application/xml');
				if (document.querySelector('parsererror')) throw new Error('not well-formed');
				return [...document.querySelectorAll('loc')].map((loc) => loc.textContent!);
			},
			await response.text(),
		);
	};
	const parts = await locations('/sitemap.xml');
	const all = (await Promise.all(parts.map(locations))).flat();
	expect(all.length / parts.length).toBeLessThan(50_000);
	expect(new Set(all).size).toBe(all.length);
	expect(all.filter((address) => /\/en(\/|$)/.test(address)).length).toBe(all.length / 2);
	expect((await request.get('/sitemap.xml?part=99999')).status()).toBe(404);
	expect((await request.get('/sitemap.xml?part=nonsense')).status()).toBe(404);
});

test('the figures of a municipality and of a topic are those of the search they lead to', async ({ page }) => {
	for (const path of ['/kommun/halmstad', '/kommun/sundbyberg', '/tema/choir', '/tema/culture']) {
		await page.goto(path);
		const figures = page.locator('main a', { has: page.locator('b') });
		const all = await figures.evaluateAll((links) =>
			links.map((link) => [(link as HTMLAnchorElement).href, link.querySelector('b')!.textContent] as const),
		);
		expect(all.length, path).toBeGreaterThan(1);
		for (const [href, figure] of all) {
			const { searchParams } = new URL(href);
			const { total } = await (await page.request.get(`/api/v1/listings?limit=1&${searchParams}`)).json();
			expect(total, `${path} → ${href}`).toBe(numberIn(figure));
		}
	}
});

test('a municipality says how fresh it is, in what county it lies and what to do when something is missing', async ({
	page,
}) => {
	await page.goto('/kommun/halmstad');
	await expect(page.getByText(/bekräftade det senaste året/)).toBeVisible();
	await expect(page.getByText('Halmstads kommun, som sköter registret')).toBeVisible();
	await page.getByRole('link', { name: 'Hallands län' }).click();
	await expect(page).toHaveURL(/\/kommuner#hallands-lan$/);
	await expect(page.getByRole('heading', { name: 'Hallands län' })).toBeInViewport();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('all 290 municipalities are in one list with their counties', async ({ page }) => {
		await page.goto('/en/municipalities');
		await expect(page.locator('main section')).toHaveCount(21);
		await expect(page.locator('main section li')).toHaveCount(290);
		await page.getByRole('link', { name: 'Sorsele' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Sorsele');
	});

	test('a lost address helps on', async ({ page }) => {
		const response = await page.goto('/en/organisation/chess-club-of-nowhere');
		expect(response!.status()).toBe(404);
		await expect(page.getByLabel('What are you looking for?')).toHaveValue('chess club of nowhere');
		await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
		await expect(page.locator('link[rel=canonical]')).toHaveCount(0);
		await page.getByRole('link', { name: 'All topics' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Topics');
	});
});

test.describe('a language that was chosen', () => {
	test.use({ locale: 'en-GB' });

	test('is remembered, and no deep link is ever redirected', async ({ page, request }) => {
		await page.goto('/kommun/halmstad');
		await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
		await page.getByRole('link', { name: 'In English' }).click();
		await expect(page).toHaveURL(/\/en\/municipality\/halmstad$/);
		await page.goto('/');
		await expect(page).toHaveURL(/\/en$/);
		await page.getByRole('link', { name: 'På svenska' }).click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
		await page.goto('/');
		await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
		// What the service worker fetches for offline, in whichever language, is not a choice.
		const kept = await request.get('/en', {
			headers: { referer: new URL('/service-worker.js', page.url()).href, 'sec-fetch-mode': 'cors' },
		});
		expect(kept.headers()['set-cookie']).toBeUndefined();
		const first = await plainly(request, '/');
		expect(first.status()).toBe(200);
		expect(first.headers().vary).toMatch(/accept-language/);
	});
});

test.describe('offline', () => {
	test.use({ serviceWorkers: 'allow' });

	test('pages come to by links are kept, each under its name', async ({ page, context }) => {
		await page.goto('/kommuner');
		await page.evaluate(() => navigator.serviceWorker.ready);
		await page.getByRole('link', { name: 'Sorsele' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Sorsele');
		const kept = () =>
			page.evaluate(async () => (await (await caches.open('pages')).keys()).map(({ url }) => new URL(url).pathname));
		await expect.poll(kept).toContain('/kommun/sorsele');
		await context.setOffline(true);
		await page.getByRole('link', { name: 'Ämnen' }).first().click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du är inte uppkopplad');
		expect(await violations(page)).toEqual([]);
		await page.getByRole('link', { name: 'Föreningsliv i Sorsele' }).click();
		await expect(page.getByRole('heading', { name: 'Det här finns' })).toBeVisible();
		await page.goto('/en/themes');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are offline');
		await context.setOffline(false);
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Topics');
	});
});
