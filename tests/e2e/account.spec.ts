import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { violations } from './axe.ts';
import { askFor, enter, key, letterTo, signIn, theStore } from './people.ts';

// As visitors have it, the service worker too.
test.use({ serviceWorkers: 'allow' });

for (const javaScriptEnabled of [true, false])
	test(`signing in by the code, a name, signing out (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
		browser,
	}) => {
		const context = await browser.newContext({ javaScriptEnabled });
		const page = await context.newPage();
		const email = `anna-${javaScriptEnabled}@example.org`;
		await page.goto('/konto');
		await expect(page, 'who is not signed in is asked to').toHaveURL(/\/logga-in\?till=%2Fkonto/);
		await page.getByLabel('Din e-postadress').fill('anna');
		await page.getByRole('button', { name: 'Skicka koden' }).click();
		await expect(page.getByRole('alert')).toContainText('ser inte ut som en e-postadress');
		await expect(page.getByLabel('Din e-postadress')).toHaveValue('anna');
		await page.getByLabel('Din e-postadress').fill(email);
		await page.getByRole('button', { name: 'Skicka koden' }).click();
		await expect(page.getByText(`på väg till ${email}`)).toBeVisible();
		await page.getByLabel('Koden i brevet').fill('1');
		await page.getByRole('button', { name: 'Logga in' }).click();
		await expect(page.getByRole('alert')).toContainText('sex siffror');
		await page.getByLabel('Koden i brevet').fill((await letterTo(browser, email)).code);
		await page.getByRole('button', { name: 'Logga in' }).click();
		await expect(page.getByText(`Du är inloggad som ${email}.`)).toBeVisible();
		await page.getByLabel('Ditt namn').fill('Anna <img src=x onerror=alert(1)>');
		await page.getByRole('button', { name: 'Spara' }).click();
		await expect(page.getByLabel('Ditt namn')).toHaveValue('Anna <img src=x onerror=alert(1)>');
		await expect(page.getByRole('banner').getByRole('link', { name: 'Konto' })).toBeVisible();
		await page.getByRole('button', { name: 'Logga ut' }).click();
		await expect(page.getByRole('banner').getByRole('link', { name: 'Logga in' })).toBeVisible();
		await page.goto('/konto');
		await expect(page).toHaveURL(/\/logga-in/);
		await context.close();
	});

test('the link signs in after a press, where it was asked for, once; opening it does nothing', async ({
	page,
	browser,
}) => {
	await askFor(page, 'lank@example.org');
	const { link } = await letterTo(browser, 'lank@example.org');
	const elsewhere = await (await browser.newContext()).newPage();
	await elsewhere.goto(link);
	await elsewhere.getByRole('button', { name: 'Logga in' }).click();
	await expect(elsewhere.getByRole('alert')).toContainText('bara i den webbläsare där du började');
	await page.goto(link);
	await page.goto(link);
	await page.getByRole('button', { name: 'Logga in' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mitt konto');
	await elsewhere.goto(link);
	await elsewhere.getByRole('button', { name: 'Logga in' }).click();
	await expect(elsewhere.getByRole('alert')).toBeVisible();
	await elsewhere.context().close();
});

test('another browser is seen and signed out, everything is downloaded, and the account is taken away', async ({
	page,
	browser,
}) => {
	const email = 'bort@example.org';
	await enter(page, email);
	await page.goto('/konto');
	const other = await (await browser.newContext({ userAgent: 'Mozilla/5.0 (Android 14) Firefox/140.0' })).newPage();
	await signIn(other, browser, email);
	await page.reload();
	await expect(page.getByText('Firefox, Android')).toBeVisible();
	await page.getByRole('button', { name: 'Logga ut där' }).click();
	await expect(page.getByText('Firefox, Android')).toHaveCount(0);
	await other.goto('/konto');
	await expect(other).toHaveURL(/\/logga-in/);
	await other.context().close();

	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Hämta allt som finns om dig' }).click();
	const held = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
	expect(held).toMatchObject({ email, sessions: [{}] });

	await page.getByRole('link', { name: 'Ta bort kontot' }).click();
	await page.getByRole('button', { name: 'Ta bort mitt konto' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kontot är borttaget');
	await page.goto('/konto');
	await expect(page).toHaveURL(/\/logga-in/);
});

test('in English too, and by keyboard alone', async ({ page, browser }) => {
	await page.goto('/en/sign-in');
	await page.getByLabel('Your e-mail address').focus();
	await page.keyboard.type('keys@example.org');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/en\/sign-in\/code$/);
	const { code } = await letterTo(browser, 'keys@example.org');
	await page.getByLabel('The code', { exact: true }).focus();
	await page.keyboard.type(code);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/en\/account$/);
});

test.describe('attacks', () => {
	test('the mailbox is shut to who has no key; what is personal is kept nowhere', async ({
		request,
		page,
		browser,
	}) => {
		for (const path of ['/brevlada', '/brevlada?nyckel=', '/brevlada?nyckel=x', '/en/mailbox?nyckel=%00'])
			expect((await request.get(path)).status(), path).toBe(404);
		const own = await request.get(`/brevlada?nyckel=${key()}`);
		expect(own.headers()).toMatchObject({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
		await signIn(page, browser, 'cache@example.org');
		const account = await page.request.get('/konto');
		expect(account.headers()['cache-control']).toBe('private, no-store');
		await page.waitForLoadState('networkidle');
		const kept = await page.evaluate(async () => {
			const names = await caches.keys();
			const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
			return all.flat().map(({ url }) => new URL(url).pathname);
		});
		expect(kept.filter((path) => /konto|logga-in|brevlada/.test(path))).toEqual([]);
	});

	test('a form from another site is refused, and no cookie goes along to it', async ({ page, browser }) => {
		await signIn(page, browser, 'csrf@example.org');
		const cookies = await page.context().cookies();
		expect(cookies.find(({ name }) => name === 'session')).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
		for (const action of ['?/out', '?/name']) {
			const forged = await page.request.post(`/konto${action}`, {
				headers: { origin: 'https://evil.example' },
				form: { name: 'Mallory' },
			});
			expect(forged.status(), action).toBe(403);
		}
		await page.reload();
		await expect(page.getByLabel('Ditt namn')).toHaveValue('');
	});

	test("somebody else's session is not theirs to end", async ({ page, browser }) => {
		await enter(page, 'owner@example.org');
		await page.goto('/konto');
		const other = await (await browser.newContext()).newPage();
		await enter(other, 'other@example.org');
		const store = await theStore();
		const person = await store.transaction((tx) => tx.people.known('owner@example.org', 'sv', 0));
		const [session] = await store.sessions.of(person);
		const headers = { origin: new URL(page.url()).origin };
		await other.request.post('/konto?/end', { headers, form: { session: String(session!.id) } });
		await page.reload();
		await expect(page.getByText('Du är inloggad som owner@example.org.')).toBeVisible();
		await other.context().close();
	});

	test('a letter leads to this site, whatever a request says of itself, and signing in leads nowhere else', async ({
		page,
		browser,
		request,
	}) => {
		const answer = await request.post('/logga-in', {
			headers: { host: 'evil.example', origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' },
			form: { email: 'host@example.org' },
			maxRedirects: 0,
		});
		expect(answer.status()).toBeLessThan(500);
		const box = await browser.newPage();
		await box.goto(`/brevlada?nyckel=${key()}`);
		expect(await box.content()).not.toContain('evil.example');
		await box.close();
		await page.goto('/logga-in?till=//evil.example/');
		await page.getByLabel('Din e-postadress').fill('open@example.org');
		await page.getByRole('button', { name: 'Skicka koden' }).click();
		await page.getByLabel('Koden i brevet').fill((await letterTo(browser, 'open@example.org')).code);
		await page.getByRole('button', { name: 'Logga in' }).click();
		await expect(page).toHaveURL(/localhost.*\/konto$/);
	});
});

test('axe finds nothing in the pages of an account', async ({ page }) => {
	const clean = async (where: string) => {
		expect(await violations(page), where).toEqual([]);
	};
	await page.goto('/logga-in');
	await clean('sign in');
	await askFor(page, 'axe@example.org');
	await clean('code');
	await page.getByRole('button', { name: 'Logga in' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await clean('code with an error');
	await enter(page, 'axe@example.org');
	await page.goto('/konto');
	await clean('account');
	await page.goto('/konto/ta-bort');
	await clean('delete');
	await page.goto(`/brevlada?nyckel=${key()}`);
	await clean('mailbox');
});
