import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';

/** What opens the mailbox of the server under test. */
export const key = () => readFileSync(join(process.env.SAMLAS_TEST_DATA!, 'mailbox-key'), 'utf8');

/** What the newest letter to an address says, as the operator of the machine reads it. */
export async function letterTo(browser: Browser, email: string): Promise<{ text: string; code: string; link: string }> {
	const page = await browser.newPage();
	await page.goto(`/brevlada?nyckel=${key()}`);
	const letter = page.getByRole('article').filter({ hasText: email }).first();
	const text = await letter.innerText();
	const link = (await letter.getByRole('link').getAttribute('href'))!;
	await page.close();
	const { pathname, search } = new URL(link);
	return { text, code: text.match(/\d{3} \d{3}/)?.[0] ?? '', link: pathname + search };
}

/** Asks for a letter with a code. */
export async function askFor(page: Page, email: string): Promise<void> {
	await page.goto('/logga-in');
	await page.getByLabel('Din e-postadress').fill(email);
	await page.getByRole('button', { name: 'Skicka koden' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skriv koden');
}

/** Signs in by the code of the letter. */
export async function signIn(page: Page, browser: Browser, email: string): Promise<void> {
	await askFor(page, email);
	await page.getByLabel('Koden i brevet').fill((await letterTo(browser, email)).code);
	await page.getByRole('button', { name: 'Logga in' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mitt konto');
}
