import { type Browser, expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { enter, give, letter } from './people.ts';

/** An entry of a municipality that no other test claims in; with an address of its own, or any. */
async function entryOf(page: Page, municipality: string, withMail: boolean) {
	const found = await page.request.get(`/api/v1/listings?kind=organisation&municipality=${municipality}&limit=50`);
	for (const { id, url } of (await found.json()).items) {
		const entry = await (await page.request.get(`/api/v1/listings/${id}`)).json();
		if (entry.email || !withMail) return { path: new URL(url).pathname, email: entry.email as string };
	}
	throw new Error(`No association in ${municipality} has an address.`);
}

async function signedIn(browser: Browser, email: string, options = {}): Promise<Page> {
	const page = await (await browser.newContext(options)).newPage();
	await enter(page, email);
	return page;
}

test('an association takes over its page by the code that came to its address, and changes it', async ({
	page,
	browser,
}) => {
	const { path, email } = await entryOf(page, '2404', true);
	await page.goto(path);
	await page.getByRole('link', { name: 'Är det din förening?' }).click();
	await expect(page, 'who is not signed in is asked to, and comes back').toHaveURL(/logga-in\?till=/);
	const mine = await signedIn(browser, 'claimer@example.org');
	await mine.goto(`${path}/skota`);
	const way = mine.getByRole('heading', { name: 'Med en kod till' }).first().locator('xpath=..');
	await way.getByRole('button', { name: 'Skicka koden' }).click();
	await expect(mine.getByRole('status')).toContainText('Ett brev med en kod är på väg');
	const { text, code } = await letter(email);
	expect(text, 'the association sees who asks').toContain('claimer@example.org');
	await mine.getByLabel('Koden i brevet').fill('000 00');
	await mine.getByRole('button', { name: 'Ta hand om sidan' }).click();
	await expect(mine.getByText('Koden är sex siffror')).toBeVisible();
	await mine.getByLabel('Koden i brevet').fill(code);
	await mine.getByRole('button', { name: 'Ta hand om sidan' }).click();
	await expect(mine.getByRole('status')).toHaveText('Du sköter den här sidan.');
	await mine.getByRole('link', { name: 'Ändra' }).click();
	await expect(mine.getByRole('link', { name: 'Ändra: Så når man er' })).toBeVisible();
	await mine.goto('/konto');
	await expect(mine.getByText('ägare')).toBeVisible();

	const second = await signedIn(browser, 'second-claimer@example.org');
	await second.goto(`${path}/skota`);
	await expect(second.getByText('Någon annan sköter redan sidan')).toBeVisible();
	await expect(second.getByRole('button', { name: 'Skicka koden' })).toHaveCount(0);
	await mine.context().close();
	await second.context().close();
});

test('without an address or JavaScript the municipality is asked, and decides at its desk', async ({
	page,
	browser,
}) => {
	const { path } = await entryOf(page, '2409', false);
	const options = { javaScriptEnabled: false };
	const mine = await signedIn(browser, 'treasurer@example.org', options);
	await give('claims-desk@example.org', { role: 'reviewer', municipality: '2409' });
	const desk = await signedIn(browser, 'claims-desk@example.org', options);
	await mine.goto(`${path}/skota`);
	await mine.getByRole('button', { name: 'Skicka frågan' }).click();
	await expect(mine.getByText('Skriv några ord')).toBeVisible();
	await mine.getByLabel('Vem är du i föreningen?').fill('Jag är kassör. <b>Anna</b>');
	await mine.getByRole('button', { name: 'Skicka frågan' }).click();
	await expect(mine.getByRole('status')).toContainText('Din fråga ligger hos');
	await desk.goto('/granska');
	await desk.getByRole('listitem').filter({ hasText: 'Vill sköta sidan' }).getByRole('link').click();
	await expect(desk.getByText('Jag är kassör. <b>Anna</b>')).toBeVisible();
	await desk.getByRole('button', { name: 'Låt personen sköta sidan' }).click();
	await expect(desk.getByText('Inget väntar.')).toBeVisible();
	const { text } = await letter('treasurer@example.org');
	expect(text).toContain('Du sköter nu sidan om');
	await mine.goto(`${path}/skota`);
	await expect(mine.getByRole('status')).toHaveText('Du sköter den här sidan.');
	await mine.context().close();
	await desk.context().close();
});

test('axe finds nothing in the page on which one asks, in English too', async ({ page, browser }) => {
	const { path } = await entryOf(page, '2418', true);
	const mine = await signedIn(browser, 'axe-claimer@example.org');
	for (const at of [`${path}/skota`, `/en${path.replace('/forening', '/organisation')}/claim`]) {
		await mine.goto(at);
		expect(await violations(mine), at).toEqual([]);
	}
	await mine.context().close();
});
