import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { segments } from '../../src/domain/paths.ts';
import type { Role } from '../../src/domain/permission.ts';
import { remind } from '../../src/domain/reminder.ts';
import { digest, randomToken } from '../../src/domain/secret.ts';
import { believed, signed } from '../../src/domain/signed.ts';
import { signingKeys } from '../../src/domain/signing-keys.ts';
import { kinds } from '../../src/domain/taxonomies.ts';
import { reminderLetter } from '../../src/mail/reminder-letter.ts';
import { openStore, type Queries, type Store } from '../../src/store/open.ts';

const DAY = 86_400;
const seconds = () => Math.floor(Date.now() / 1000);

let opened: Promise<Store> | undefined;
/** The store of the server under test, opened once by each worker and closed with it. */
export function theStore(): Promise<Store> {
	opened ??= openStore(process.env.SAMLAS_TEST_DATA!);
	return opened;
}

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

/** The newest letters to each address that were read here. */
const read = new Map<string, number>();

/** What the newest letter to an address says, from the outbox itself; waits for one that was not read here before. */
export async function letter(email: string): Promise<{ text: string; code: string; link: string }> {
	const { outbox } = await theStore();
	const newest = async () => (await outbox.waiting(200)).find(({ recipient }) => recipient === email);
	const isNew = async () => ((await newest())?.id ?? 0) > (read.get(email) ?? 0);
	await expect.poll(isNew, { message: `a new letter to ${email}`, intervals: [20, 50, 100] }).toBe(true);
	const { id, subject, text } = (await newest())!;
	read.set(email, id);
	const link = /https?:\/\/\S+/.exec(text)?.[0];
	const { pathname, search } = new URL(link ?? 'http://localhost/');
	return { text: `${subject}\n${text}`, code: /\d{3} \d{3}/.exec(text)?.[0] ?? '', link: pathname + search };
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

/**
 * Is somebody who has signed in, by a session as the sign-in makes them: for tests of what comes after it. The page stays
 * where it is.
 */
export async function enter(page: Page, email: string): Promise<void> {
	const token = randomToken();
	const kept = await digest(token);
	const now = seconds();
	await (await theStore()).transaction(async (tx) => {
		const person = await tx.people.known(email, 'sv', now);
		await tx.sessions.add({ person, token: kept, agent: '', now });
	});
	const url = test.info().project.use.baseURL!;
	await page.context().addCookies([{ name: 'session', value: token, url, httpOnly: true, sameSite: 'Lax' }]);
}

/** Somebody has left their browser open for so many minutes. */
export async function leftOpen(email: string, minutes: number, site = theStore()): Promise<void> {
	const store = await site;
	const { id } = (await store.people.byEmail(email))!;
	const [session] = await store.sessions.of(id);
	const ago = minutes * 60;
	await store.transaction(async (tx) => {
		await tx.sessions.end(session!.id, id);
		await tx.sessions.add({ ...session!, now: session!.createdAt, provedAt: session!.createdAt - ago });
	});
}

/** A form's own token, as if the form had been given so many seconds ago. It stays as long as it was. */
export async function aged(token: string, ago: number): Promise<string> {
	const keys = await signingKeys(await theStore(), seconds());
	const said = (await believed(token, keys)) as { made: number };
	return signed({ ...said, made: seconds() - ago }, keys[0]);
}

/**
 * From now on the form on a page is sent as one that was given so many seconds before it is sent: what is sent within
 * three is refused. The page is left alone; it is what is sent that carries another token.
 */
export async function filledInFor(page: Page, ago: number): Promise<void> {
	const given = await page.locator('input[name=token]').first().inputValue();
	await page.route('**/*', async (route, request) => {
		const body = request.method() === 'POST' ? request.postDataBuffer()?.toString('latin1') : undefined;
		if (!body?.includes(given)) return route.fallback();
		await route.continue({ postData: Buffer.from(body.replaceAll(given, await aged(given, ago)), 'latin1') });
	});
}
export const aMinuteLater = (page: Page) => filledInFor(page, 60);

/** What `samlas user give` does, without starting it each time. */
export async function give(email: string, held: { role: Role; entry?: string; municipality?: string }): Promise<void> {
	const store = await theStore();
	const now = seconds();
	await store.transaction(async (tx) => {
		const listing = held.entry ? await idAt(tx, held.entry) : null;
		const person = await tx.people.known(email, 'sv', now);
		await tx.people.give(person, { role: held.role, listing, municipality: held.municipality ?? null }, null, now);
	});
}

/**
 * Makes an entry one that was confirmed long ago and somebody's for long, and asks them whether it is still right, as the
 * server's job does. Gives the addresses in the letter, without the host.
 */
export async function remindOf(
	email: string,
	entries: string[],
	{ role = 'owner' as Role, locale = 'sv' as 'sv' | 'en' } = {},
): Promise<string[]> {
	const store = await theStore();
	const now = seconds();
	await store.transaction(async (tx) => {
		const person = await tx.people.known(email, locale, now);
		for (const entry of entries) {
			const listing = await idAt(tx, entry);
			await tx.people.give(person, { role, listing, municipality: null }, null, now - 60 * DAY);
			await tx.listings.confirm(listing, 'owner', now - 1000 * DAY);
		}
	});
	await remind(store, now, (to) => reminderLetter(to, (path) => `http://localhost${path}`));
	const { text } = await letter(email);
	return [...text.matchAll(/http:\/\/localhost(\/\S+)/g)].map(([, path]) => path!);
}
