import { type Browser, expect, type Page, test } from '@playwright/test';
import { tellOwners } from '../../src/domain/report-news.ts';
import { reportsTo } from '../../src/server/reports-to.ts';
import { violations } from './axe.ts';
import { aged, aMinuteLater, enter, filledInFor, give, letter, theStore } from './people.ts';

async function entryOf(page: Page, municipality: string, kind = 'venue'): Promise<{ path: string; name: string }> {
	const found = await page.request.get(`/api/v1/listings?kind=${kind}&municipality=${municipality}&limit=1`);
	const [{ url, name }] = (await found.json()).items;
	return { path: new URL(url).pathname, name };
}

async function signedIn(browser: Browser, email: string, options = {}): Promise<Page> {
	const page = await (await browser.newContext(options)).newPage();
	await enter(page, email);
	return page;
}

/** Axe runs in the page: where no JavaScript runs, the other way of the same test has looked at the same HTML. */
async function clean(page: Page, where: string, javaScript = true) {
	if (!javaScript) return;
	expect(await violations(page), where).toEqual([]);
}

const ways = [
	{ javaScriptEnabled: true, viewport: { width: 360, height: 740 }, municipality: '2080', called: 'a phone' },
	{
		javaScriptEnabled: false,
		viewport: { width: 1280, height: 800 },
		municipality: '2081',
		called: 'a desktop without JavaScript',
	},
];

for (const { called, municipality, ...options } of ways)
	test(`an error is told, reaches owner and desk, is mended, and its teller reads the answer, on ${called}`, async ({
		browser,
	}) => {
		test.setTimeout(120_000);
		const context = await browser.newContext(options);
		const page = await context.newPage();
		const { path, name } = await entryOf(page, municipality);
		const teller = `teller-${municipality}@example.org`;
		const owner = `told-owner-${municipality}@example.org`;
		await give(owner, { role: 'owner', entry: path });
		await page.goto(path);
		await page.getByRole('link', { name: /fel/i }).last().click();
		await page.getByLabel('Tillgängligheten').check();
		await page.getByLabel('Beskriv kort').fill('Hissen är trasig. <img src=x onerror=alert(1)>');
		await page.getByLabel('Din e-postadress').fill(teller);
		await filledInFor(page, 0);
		await page.getByRole('button', { name: 'Skicka' }).click();
		await expect(page.getByRole('alert'), 'quicker than a person').toContainText('Vänta ett par sekunder');
		await expect(page.getByLabel('Beskriv kort')).toHaveValue(/^Hissen/);
		await page.unrouteAll();
		// Here alone it is a person's time that passes.
		if (options.javaScriptEnabled) await page.waitForTimeout(3200);
		else await aMinuteLater(page);
		await page.getByRole('button', { name: 'Skicka' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tack!');
		await expect(page.getByRole('status')).toContainText('inte gått igenom det än');
		await expect(page.getByRole('status'), 'its style has come').not.toHaveCSS('padding-left', '0px');
		await expect(page.getByLabel('Din länk')).toHaveValue(/\/folj\?nyckel=[\w-]{43}$/);
		await clean(page, 'thanks', options.javaScriptEnabled);
		const { link } = await letter(teller);
		expect(link).toMatch(/^\/folj\?nyckel=/);

		// What the job of each minute does, half an hour later.
		const store = await theStore();
		const later = Math.floor(Date.now() / 1000) + 1900;
		await tellOwners(store, { now: later, letter: reportsTo((at) => `http://localhost${at}`) });
		const news = await letter(owner);
		expect(news.text).toContain('Hissen är trasig.');
		expect(news.text, 'not who told it').not.toContain(teller);

		const desk = await signedIn(browser, await reviewerOf(municipality), options);
		await desk.goto('/granska');
		await desk.getByRole('link', { name }).click();
		await expect(desk.getByText('Hissen är trasig. <img')).toBeVisible();
		await expect(desk.getByText(`Vill ha svar till ${teller}.`)).toBeVisible();
		await expect(desk.locator('dl > div').first(), 'what it is about stands first').toContainText('Tillgänglighet');
		await clean(desk, 'report at the desk', options.javaScriptEnabled);
		await desk.getByRole('link', { name: 'Rätta sidan' }).click();
		await expect(desk.getByRole('heading', { name: 'Vad vill du ändra?' }), 'straight to editing').toBeVisible();
		await desk.goBack();
		await desk.getByRole('button', { name: 'Det stämmer inte' }).click();
		await expect(desk.getByText('Skriv varför')).toBeVisible();
		await desk.getByLabel('Några ord').fill('Hissen är lagad i dag.');
		await desk.getByRole('button', { name: 'Det är rättat' }).click();
		await expect(desk.getByText('Inget väntar.')).toBeVisible();

		expect((await letter(teller)).text).toContain('Hissen är lagad i dag.');
		await page.goto(link);
		await expect(page.getByRole('status')).toContainText('Kommunen har rättat sidan.');
		await expect(page.getByText('Hissen är lagad i dag.')).toBeVisible();
		await page.getByRole('button', { name: 'Ta bort min adress nu' }).click();
		await expect(page.getByRole('button', { name: 'Ta bort min adress nu' })).toHaveCount(0);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Det du berättade');
		await context.close();
		await desk.context().close();
	});

async function reviewerOf(municipality: string): Promise<string> {
	const email = `told-desk-${municipality}@example.org`;
	await give(email, { role: 'reviewer', municipality });
	return email;
}

for (const { called, municipality: base, ...options } of ways)
	test(`a place that is missing is suggested, compared with what there is, and answered, on ${called}`, async ({
		browser,
	}) => {
		test.setTimeout(120_000);
		const municipality = String(Number(base) + 2);
		const context = await browser.newContext(options);
		const page = await context.newPage();
		const { name } = await entryOf(page, municipality);
		await page.goto('/foresla');
		await clean(page, 'form', options.javaScriptEnabled);
		await aMinuteLater(page);
		await page.getByRole('button', { name: 'Skicka' }).click();
		await expect(page.getByText('Välj vad det är.')).toBeVisible();
		await clean(page, 'form with errors', options.javaScriptEnabled);
		await page.getByLabel('Lokal', { exact: true }).check();
		await page.getByLabel('Vad heter det?').fill(name);
		await page.getByLabel('Kommun', { exact: true }).selectOption(municipality);
		await page.getByLabel('Hur vet du').fill('Jag dansar där varje vecka.');
		await aMinuteLater(page);
		await page.getByRole('button', { name: 'Skicka' }).click();
		await expect(page.getByRole('heading', { name: 'Är det någon av de här?' })).toBeVisible();
		await expect(page.getByRole('link', { name }).first()).toBeVisible();
		await clean(page, 'alike', options.javaScriptEnabled);
		await aMinuteLater(page);
		await page.getByRole('button', { name: 'Nej, skicka förslaget' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tack!');
		const link = page.url();

		const desk = await signedIn(browser, await reviewerOf(municipality), options);
		await desk.goto('/granska?kind=suggestion');
		await desk.locator('ol.queue').getByRole('link', { name }).click();
		await expect(desk.getByText('Jag dansar där varje vecka.')).toBeVisible();
		await clean(desk, 'suggestion at the desk', options.javaScriptEnabled);
		await desk.getByRole('group', { name: 'Vilken sida är det?' }).getByLabel(name).first().check();
		await desk.getByRole('button', { name: 'Den fanns redan' }).click();
		await expect(desk.getByText('Inget väntar av det du har valt.')).toBeVisible();
		await page.goto(link);
		await expect(page.getByRole('status')).toContainText('Det fanns redan här.');
		await expect(page.getByRole('link', { name })).toBeVisible();
		await context.close();
		await desk.context().close();
	});

test('a robot at the form: nothing that it sends is kept, and what it sends is never run', async ({
	page,
	browser,
	request,
	baseURL,
}) => {
	const { path } = await entryOf(page, '2084');
	const post = (form: Record<string, string>) =>
		request.post(`${path}/fel`, { headers: { origin: baseURL!, accept: 'text/html' }, form, maxRedirects: 0 });
	const given = /name="token" value="([^"]+)"/.exec(await (await request.get(`${path}/fel`)).text())![1]!;
	const token = await aged(given, 60);
	const good = { what: 'other', message: 'Köp billiga väskor på vår sida.', reply: '', website: '' };
	for (const form of [
		{ ...good, token: await aged(given, 0) },
		{ ...good },
		{ ...good, token: 'x' },
		{ ...good, token, website: 'http://spam.example' },
	])
		expect((await post(form)).status()).toBe(400);
	const [one, two] = await Promise.all([post({ ...good, token }), post({ ...good, token })]);
	expect([one.status(), two.status()]).toEqual([303, 303]);
	expect(one.headers().location, 'sent twice, it is one').toBe(two.headers().location);
	const follow = await request.get(one.headers().location!);
	expect(follow.headers()).toMatchObject({ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' });
	for (const at of ['/folj', '/folj?nyckel=x', `/folj?nyckel=${'a'.repeat(43)}`])
		expect((await request.get(at)).status()).toBe(404);
	const desk = await signedIn(browser, await reviewerOf('2084'));
	await desk.goto('/granska');
	await expect(desk.locator('ol.queue > li')).toHaveCount(1);
	const stranger = await signedIn(browser, await reviewerOf('0114'));
	const href = (await desk.locator('ol.queue a').getAttribute('href'))!;
	expect((await stranger.goto(href))!.status(), "another municipality's").toBe(404);
	const answered = await stranger.request.post(href, {
		headers: { origin: baseURL!, accept: 'text/html' },
		form: { decision: 'mended' },
	});
	expect(answered.status()).toBe(404);
	await desk.reload();
	await expect(desk.locator('ol.queue > li')).toHaveCount(1);
	await desk.context().close();
	await stranger.context().close();
});

test('in English: the form, the thanks and the desk', async ({ page, browser }) => {
	const { path } = await entryOf(page, '2085', 'organisation');
	const english = path.replace('/forening', '/en/organisation');
	await page.goto(`${english}/error`);
	await page.getByLabel('Something is dangerous').check();
	await page.getByLabel('Describe').fill('A private address is shown on this page.');
	await aMinuteLater(page);
	await page.getByRole('button', { name: 'Send' }).click();
	await expect(page).toHaveURL(/\/en\/follow\?nyckel=/);
	await clean(page, 'follow in English');
	await page.goto('/en/suggest');
	await clean(page, 'suggest in English');
	const desk = await signedIn(browser, await reviewerOf('2085'));
	await desk.goto('/en/review');
	await desk.locator('ol.queue a').click();
	await expect(desk).toHaveURL(/\/en\/review\/report\/\d+/);
	await clean(desk, 'report in English');
	await desk.context().close();
});
