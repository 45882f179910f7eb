import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { segments } from '../../src/domain/paths.ts';
import type { Role } from '../../src/domain/permission.ts';
import { remind } from '../../src/domain/reminder.ts';
import { kinds } from '../../src/domain/taxonomies.ts';
import { reminderLetter } from '../../src/mail/reminder-letter.ts';
import { openStore, type Queries } from '../../src/store/open.ts';

const DAY = 86_400;

/** The id of the entry at an address. */
async function idAt(tx: Queries, entry: string): Promise<number> {
	const [, segment, slug = ''] = entry.split('/');
	const kind = kinds.find((one) => segments[one] === segment);
	const found = kind && (await tx.listings.bySlug(kind, slug));
	if (!found || !('listing' in found)) throw new Error(`There is nothing at ${entry}.`);
	return found.listing.id;
}

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

/** What `samlas user give` does, without starting it each time. */
export async function give(email: string, held: { role: Role; entry?: string; municipality?: string }): Promise<void> {
	const store = await openStore(process.env.SAMLAS_TEST_DATA!);
	const now = Math.floor(Date.now() / 1000);
	await store.transaction(async (tx) => {
		const listing = held.entry ? await idAt(tx, held.entry) : null;
		const person = await tx.people.known(email, 'sv', now);
		await tx.people.give(person, { role: held.role, listing, municipality: held.municipality ?? null }, null, now);
	});
	store.close();
}

/**
 * Makes an entry one that was confirmed long ago and somebody's for long, and asks them whether it is still right, as the
 * server's job does. Gives the addresses in the letter, without the host.
 */
export async function remindOf(
	browser: Browser,
	email: string,
	entries: string[],
	{ role = 'owner' as Role, locale = 'sv' as 'sv' | 'en' } = {},
): Promise<string[]> {
	const store = await openStore(process.env.SAMLAS_TEST_DATA!);
	const now = Math.floor(Date.now() / 1000);
	await store.transaction(async (tx) => {
		const person = await tx.people.known(email, locale, now);
		for (const entry of entries) {
			const listing = await idAt(tx, entry);
			await tx.people.give(person, { role, listing, municipality: null }, null, now - 60 * DAY);
			await tx.listings.confirm(listing, 'owner', now - 1000 * DAY);
		}
	});
	await remind(store, now, (to) => reminderLetter(to, (path) => `http://localhost${path}`));
	store.close();
	const { text } = await letterTo(browser, email);
	return [...text.matchAll(/http:\/\/localhost(\/\S+)/g)].map(([, path]) => path!);
}
