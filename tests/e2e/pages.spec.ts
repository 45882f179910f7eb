import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { aMinuteLater } from './people.ts';
import { brokenWords } from './words.ts';

/** An entry of each kind, from the invented Sweden. */
async function entries(page: Page): Promise<Record<'organisation' | 'venue' | 'activity', string>> {
	const pathOf = async (query: string) => {
		const { items } = await (await page.request.get(`/api/v1/listings?limit=1&municipality=1380&${query}`)).json();
		return new URL(items[0].url).pathname;
	};
	return {
		organisation: await pathOf('kind=organisation&theme=chess'),
		venue: await pathOf('kind=venue&access=step_free_entrance'),
		activity: await pathOf('kind=activity&theme=language_cafe'),
	};
}

const fixed = [
	'/',
	'/sok?q=schack',
	'/sok?q=finnsinte',
	'/kommuner',
	'/kommun/halmstad',
	'/teman',
	'/tema/language-cafe',
	'/om',
	'/integritet',
	'/tillganglighet',
	'/finns-inte',
	'/offline',
];
const english = [
	'/en',
	'/en/search?q=chess',
	'/en/municipalities',
	'/en/municipality/halmstad',
	'/en/themes',
	'/en/theme/language-cafe',
	'/en/about',
	'/en/not-there',
];

const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds in a page in light colours, and what the dark ones do wrong: it is the same page in other colours. */
async function inBothColours(page: Page): Promise<string[]> {
	await page.emulateMedia({ colorScheme: 'light' });
	const light = await violations(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	const dark = await violations(page, { rules: COLOURS });
	return [...light, ...dark.map((found) => `in the dark, ${found}`)];
}

test.describe('no accessibility violation, light and dark', () => {
	// One walk, as a visitor takes it: what all pages share is fetched once.
	for (const [language, paths] of [
		['sv', fixed],
		['en', english],
	] as const)
		test(`the pages that are always there (${language})`, async ({ page }) => {
			test.setTimeout(120_000);
			for (const path of paths) {
				await page.goto(path);
				await expect(page.locator('html'), path).toHaveAttribute('lang', language);
				expect(await inBothColours(page), path).toEqual([]);
			}
		});

	test('the pages of entries and the form, in both languages', async ({ page }) => {
		for (const path of Object.values(await entries(page))) {
			await page.goto(path);
			expect(await inBothColours(page), path).toEqual([]);
			await page.getByRole('link', { name: 'In English' }).click();
			await expect(page.locator('html')).toHaveAttribute('lang', 'en');
			expect(await inBothColours(page), `${path} in English`).toEqual([]);
			await page.goto(`${path}/fel`);
			expect(await inBothColours(page), `${path}/fel`).toEqual([]);
		}
	});
});

test('the page of an activity leads to its place, its host and a calendar', async ({ page }) => {
	const { activity } = await entries(page);
	await page.goto(activity);
	await expect(page.getByRole('heading', { name: 'Kommande tillfällen' })).toBeVisible();
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Lägg till i kalendern' }).click();
	expect((await download).suggestedFilename()).toMatch(/\.ics$/);
	const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!);
	expect(data).toMatchObject({ '@type': 'Event', startDate: expect.stringMatching(/^20\d\d-/) });
	await page.getByRole('link').filter({ hasText: /./ }).and(page.locator('dd a')).first().click();
	await expect(page.getByRole('heading', { name: 'Vad föreningen gör' })).toBeVisible();
});

test('the page of a venue says what is known of the entrance, and what nobody has told', async ({ page }) => {
	const { venue } = await entries(page);
	await page.goto(venue);
	const access = page.locator('section', { has: page.getByRole('heading', { name: 'Tillgänglighet' }) });
	await expect(access.locator('dt', { hasText: 'Entré utan trappsteg' }).locator('+ dd')).toHaveText(/Ja/);
	await expect(access.getByText('Ingen har berättat')).toBeVisible();
	await access.getByRole('link', { name: /Berätta för oss/ }).click();
	await expect(page.getByRole('heading', { name: 'Berätta vad som är fel' })).toBeVisible();
});

for (const javaScriptEnabled of [true, false])
	test.describe(`telling of an error, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
		test.use({ javaScriptEnabled });

		test('what was typed is kept until it is right', async ({ page }) => {
			const { venue } = await entries(page);
			await page.goto(`${venue}/fel`);
			await page.getByLabel('Din e-postadress').fill('inte en adress');
			const told = `Hissen är trasig sedan i våras (${javaScriptEnabled}).`;
			await page.getByLabel('Beskriv kort').fill(told);
			await aMinuteLater(page);
			await page.getByRole('button', { name: 'Skicka' }).click();
			await expect(page.getByRole('alert').first()).toContainText('Något saknas');
			await expect(page.getByText('Välj vad som är fel.')).toBeVisible();
			await expect(page.getByText('Det ser inte ut som en e-postadress')).toBeVisible();
			await expect(page.getByLabel('Beskriv kort')).toHaveValue(told);
			await page.getByLabel('Tillgängligheten').check();
			await page.getByLabel('Din e-postadress').fill('');
			await aMinuteLater(page);
			await page.getByRole('button', { name: 'Skicka' }).click();
			await expect(page.getByRole('heading', { name: 'Tack!' })).toBeVisible();
		});
	});

test.describe('the wish of the browser', () => {
	test.use({ locale: 'en-GB' });

	test('is respected once on the front page, and a choice stays', async ({ page }) => {
		await page.goto('/');
		await expect(page).toHaveURL(/\/en$/);
		await page.getByRole('link', { name: 'På svenska' }).click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
		await page.goto('/');
		await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
		await page.goto('/kommun/halmstad');
		await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
	});
});

test('light or dark as chosen, also on the next page', async ({ page }) => {
	await page.goto('/om');
	await page.getByLabel('Mörkt').check();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.goto('/kommuner');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('by keyboard alone from the top of a page to its content', async ({ page }) => {
	await page.goto('/kommun/halmstad');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Hoppa till innehållet' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('#content')).toBeFocused();
});

test('nothing is wider than a small phone, and no word is broken; at twice the size of the text neither is wider', async ({
	page,
}) => {
	const some = ['/', '/sok?q=schack&place=Halmstad', '/kommun/halmstad', '/tema/language-cafe', '/integritet'];
	// Prices for groups with long names, and a keeper with one.
	const long = '/lokal/svansele-bygdegard';
	for (const path of [...some, long, ...Object.values(await entries(page))]) {
		await page.setViewportSize({ width: 360, height: 640 });
		await page.goto(path);
		expect(await brokenWords(page), path).toEqual([]);
		// As narrow as WCAG 1.4.10 asks for.
		await page.setViewportSize({ width: 320, height: 640 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
		expect(await brokenWords(page), path).toEqual([]);
		await page.evaluate(() => {
			document.documentElement.style.fontSize = '212%';
		});
		const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(wide, path).toBeLessThanOrEqual(0);
	}
});

test.describe('offline', () => {
	test.use({ serviceWorkers: 'allow' });

	test('a page that was visited can be read, and others say so kindly', async ({ page, context }) => {
		await page.goto('/om');
		await page.evaluate(() => navigator.serviceWorker.ready);
		await page.reload();
		await page.reload();
		await context.setOffline(true);
		await page.goto('/om');
		await expect(page.getByRole('heading', { name: 'Om Samlas' })).toBeVisible();
		await page.goto('/kommuner');
		await expect(page.getByRole('heading', { name: 'Du är inte uppkopplad' })).toBeVisible();
		await expect(page.locator('main').getByRole('link', { name: 'Om Samlas' })).toBeVisible();
		await context.setOffline(false);
	});
});

test('without a service worker, what the way to a page can not be asked for is gone to as a whole', async ({
	browser,
}) => {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	const open = async (path: string) => {
		await page.goto(path);
		// Before the page is alive the browser goes everywhere as a whole.
		await page.waitForFunction(() => history.state !== null);
	};
	const goToTowns = () => page.getByRole('link', { name: 'Kommuner' }).first().click();
	await context.route(/__route\.js/, (route) => route.abort());
	await open('/om');
	await goToTowns();
	await expect(page).toHaveURL(/\/kommuner$/);
	await open('/sok?q=schack');
	const words = page.locator('main input[type=search]');
	await words.fill('fotboll i Umeå');
	await words.press('Enter');
	await expect(page).toHaveURL(/\/sok\?(.*&)?q=fotboll(\+|%20)i(\+|%20)Ume%C3%A5/);
	await open('/om');
	await context.setOffline(true);
	await goToTowns();
	// The browser says by itself that there is no connection.
	await expect.poll(() => page.url()).toMatch(/^chrome-error:/);
	await context.close();
});

test('the sitemap leads to pages that are there, and robots to the sitemap', async ({ page }) => {
	const robots = await (await page.request.get('/robots.txt')).text();
	const index = await (await page.request.get(/Sitemap: (\S+)/.exec(robots)![1]!)).text();
	const locations = (text: string) => [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!);
	const parts = await Promise.all(locations(index).map(async (part) => (await page.request.get(part)).text()));
	const addresses = parts.flatMap(locations);
	expect(addresses.length).toBeGreaterThan(5000);
	for (const address of addresses.filter((_, place) => place % 997 === 0))
		expect((await page.request.get(address)).status(), address).toBe(200);
});

test('every page of an entry is one sheet of paper, with a code that leads to it', async ({ page }) => {
	for (const path of Object.values(await entries(page))) {
		await page.goto(path);
		const sheets = (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
		expect(sheets.length, path).toBe(1);
		await page.emulateMedia({ media: 'print' });
		await expect(page.locator('.paper svg')).toBeVisible();
		await expect(page.getByText(path.slice(1)).last()).toBeVisible();
		await expect(page.getByRole('navigation').first()).toBeHidden();
		await page.emulateMedia({ media: null });
	}
});

test('a way there leads to the street address where only that is known, and never to a masked one', async ({
	page,
}) => {
	const { items } = await (await page.request.get('/api/v1/listings?limit=100&kind=organisation')).json();
	const ways = new Set<string>();
	for (const { url } of items.slice(0, 30)) {
		const text = await (await page.request.get(new URL(url).pathname)).text();
		const way = /openstreetmap\.org\/directions\?to=([^"]+)/.exec(text)?.[1];
		if (text.includes('Adressen visas inte')) expect(way, url).toBeUndefined();
		if (way) ways.add(/^\d/.test(way) ? 'point' : 'street');
	}
	expect(ways).toContain('point');
});

test('every page says that it is a demonstration', async ({ page }) => {
	const { venue } = await entries(page);
	for (const path of ['/', '/sok?q=schack', '/kommun/halmstad', '/tema/chess', '/om', venue]) {
		await page.goto(path);
		await expect(page.getByRole('complementary', { name: 'Demonstration' }), path).toContainText('påhittat');
	}
	await page.goto('/en');
	await expect(page.getByRole('complementary', { name: 'Demonstration' })).toContainText('invented');
});
