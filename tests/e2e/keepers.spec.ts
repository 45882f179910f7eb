import { type Browser, expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { enter, give, letter } from './people.ts';

async function signedIn(browser: Browser, email: string, options = {}): Promise<Page> {
	const page = await (await browser.newContext(options)).newPage();
	await enter(page, email);
	return page;
}

test('an owner invites an editor without JavaScript, hands over, and is an editor themselves', async ({
	page,
	browser,
}) => {
	const { items } = await (
		await page.request.get('/api/v1/listings?kind=organisation&municipality=2421&limit=1')
	).json();
	const entry = new URL(items[0].url).pathname;
	await give('keeper@example.org', { role: 'owner', entry });
	const options = { javaScriptEnabled: false };
	const owner = await signedIn(browser, 'keeper@example.org', options);
	await owner.goto(`${entry}/personer`);
	await owner.getByRole('button', { name: 'Skicka inbjudan' }).click();
	await expect(owner.getByRole('alert').first()).toHaveText('Skriv personens e-postadress.');
	await owner.getByLabel('Personens e-postadress').fill('x');
	await owner.getByRole('button', { name: 'Skicka inbjudan' }).click();
	await expect(owner.getByRole('alert').first()).toContainText('ser inte ut som en e-postadress');
	await owner.getByLabel('Personens e-postadress').fill('helper@example.org');
	await owner.getByRole('button', { name: 'Skicka inbjudan' }).click();
	await expect(owner.getByRole('status')).toHaveText('Inbjudan är skickad.');
	await expect(owner.getByText(/redaktör, har inte svarat/)).toBeVisible();
	const { link, text } = await letter('helper@example.org');
	expect(text).toContain('keeper@example.org bjuder in dig som redaktör');

	const mallory = await signedIn(browser, 'mallory@example.org');
	expect((await mallory.goto(link))!.status(), 'a letter passed on is of no use').toBe(404);
	await expect(mallory.getByText('en annan e-postadress än den du är inloggad med')).toBeVisible();
	const helper = await signedIn(browser, 'helper@example.org', options);
	await helper.goto(link);
	await helper.getByRole('button', { name: 'Ja, det gör jag gärna' }).click();
	await expect(helper.getByRole('status')).toContainText('Det du sköter står här');
	await expect(helper.getByText('redaktör')).toBeVisible();
	expect((await helper.goto(`${entry}/personer`))!.status()).toBe(404);

	await owner.goto(`${entry}/personer`);
	await owner.getByRole('button', { name: 'Sluta sköta' }).click();
	await expect(owner.getByRole('alert')).toContainText('den sista som kan släppa in andra');
	await owner.getByRole('button', { name: 'Gör helper@example.org till ägare' }).click();
	await expect(owner.getByText('redaktör')).toBeVisible();
	await helper.goto(`${entry}/personer`);
	await helper.getByRole('button', { name: 'Ta bort keeper@example.org' }).click();
	await expect(helper.getByRole('status')).toHaveText('Klart.');
	expect((await letter('keeper@example.org')).text).toContain('Du sköter inte längre');
	for (const one of [owner, mallory, helper]) await one.context().close();
});

test('an administrator sets how owners publish and invites staff; axe finds nothing, in English too', async ({
	browser,
}) => {
	await give('settings@example.org', { role: 'administrator', municipality: '2422' });
	const page = await signedIn(browser, 'settings@example.org');
	await page.goto('/konto');
	await page.getByRole('link', { name: 'Inställningar' }).click();
	await page.getByRole('link', { name: 'Sorsele kommun' }).click();
	await page.getByLabel('Visa det genast').check();
	await page.getByRole('button', { name: 'Spara' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Klart.' })).toBeVisible();
	await page.reload();
	await expect(page.getByLabel('Visa det genast')).toBeChecked();
	await page.getByLabel('Personens e-postadress').focus();
	await page.keyboard.type('new-reviewer@example.org');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Inbjudan är skickad.')).toBeVisible();
	for (const path of ['/granska/installningar/sorsele', '/en/review/settings/sorsele', '/granska/installningar']) {
		await page.goto(path);
		expect(await violations(page), path).toEqual([]);
	}
	expect((await page.goto('/granska/drift'))!.status()).toBe(404);
	await page.context().close();
});
