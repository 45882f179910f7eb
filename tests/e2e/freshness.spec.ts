import { expect, test } from '@playwright/test';
import { ListingSchema } from '../../src/domain/listing.ts';
import { listingPath } from '../../src/domain/paths.ts';
import { violations } from './axe.ts';
import { enter, give, remindOf, theStore } from './people.ts';

/** The addresses of organisations of a municipality that no other test changes, and that hold no activity. */
async function entriesOf(municipality: string, count = 1): Promise<string[]> {
	const names = Array.from({ length: count }, (_, at) => `Påminda föreningen ${municipality}-${at + 1}`);
	return (await theStore()).transaction(async (tx) => {
		const paths = [];
		for (const name of names) {
			const listing = ListingSchema.parse({ kind: 'organisation', name, municipality });
			const id = await tx.listings.create(listing, { at: Math.floor(Date.now() / 1000), publish: true });
			paths.push(listingPath('organisation', (await tx.listings.get(id))!.slug));
		}
		return paths;
	});
}
const OLD = /Inte bekräftad sedan .* 20\d\d, då av föreningen/;

/** How a program opens a link that wants to know what is behind it. */
const looks: Record<string, string>[] = [
	{},
	{ 'sec-purpose': 'prefetch' },
	{ purpose: 'prefetch', 'x-moz': 'prefetch' },
];

const readers = [
	{ name: 'on a phone', municipality: '2309', options: {}, locale: 'sv' as const },
	{
		name: 'at a desk, in English, without JavaScript',
		municipality: '2313',
		options: { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } },
		locale: 'en' as const,
	},
];

for (const { name, municipality, options, locale } of readers)
	test(`reminded, the letter's link, a press: confirmed (${name})`, async ({ page, browser }) => {
		const [path] = await entriesOf(municipality);
		const [right, change, closed] = await remindOf(`fresh-${locale}@example.org`, [path!], { locale });
		await page.goto(path!);
		await expect(page.getByText(OLD)).toBeVisible();

		// Whatever opens links to look at them confirms nothing.
		for (const link of [right!, closed!])
			for (const headers of looks) {
				expect((await page.request.get(link, { headers })).status()).toBe(200);
				expect((await page.request.head(link, { headers })).status()).toBe(200);
			}
		const shown = await page.request.get(right!);
		expect(shown.headers()).toMatchObject({
			'cache-control': 'private, no-store',
			'referrer-policy': 'same-origin',
		});

		const context = await browser.newContext(options);
		const theirs = await context.newPage();
		await theirs.goto(right!);
		await expect(theirs.getByRole('heading', { level: 2 })).toBeVisible();
		await page.reload();
		await expect(page.getByText(OLD), 'a look alone confirms nothing').toBeVisible();
		await theirs.getByRole('button', { name: locale === 'sv' ? 'Ja, det stämmer' : 'Yes, it is right' }).click();
		await expect(theirs.getByRole('status')).toContainText(locale === 'sv' ? 'bekräftade i' : 'confirmed in');
		await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(locale === 'sv' ? 'Tack!' : 'Thank you!');
		await page.reload();
		await expect(page.getByText(/^Bekräftad av föreningen eller den som sköter lokalen i /)).toBeVisible();
		await theirs.goto(right!);
		await expect(theirs.getByText(locale === 'sv' ? 'Redan bekräftad' : 'Confirmed already')).toBeVisible();
		await expect(theirs.getByRole('button', { name: /stämmer|is right/ })).toHaveCount(0);
		await theirs.goto(change!);
		await expect(theirs, 'to change something one signs in').toHaveURL(/logga-in|sign-in/);
		await context.close();
	});

test('several pages are answered at once, or each by itself; signed in without a letter too', async ({ page }) => {
	const email = 'fresh-many@example.org';
	const entries = await entriesOf('2303', 3);
	const [all] = await remindOf(email, entries);
	await page.goto(all!);
	await expect(page.getByRole('heading', { level: 2 })).toHaveCount(3);
	await page.getByRole('button', { name: 'Ja, det stämmer' }).first().click();
	await expect(page.getByText('Redan bekräftad')).toHaveCount(1);
	await page.getByRole('button', { name: 'Ja, allt stämmer' }).click();
	await expect(page.getByText('Redan bekräftad')).toHaveCount(3);
	await enter(page, email);
	await page.goto('/konto');
	await page.getByRole('link', { name: 'Se om dina sidor stämmer' }).click();
	await expect(page.getByText('Redan bekräftad')).toHaveCount(3);
});

test('closed: told to the municipality, or out of sight at once and back again', async ({ page }) => {
	const [path, other] = await entriesOf('2326', 2);
	const links = await remindOf('fresh-closed@example.org', [path!, other!]);
	const [first, second] = links.filter((link) => link.includes('/stangd'));
	await page.goto(first!);
	await expect(page.getByText('får veta det och tar bort sidan')).toBeVisible();
	await page.getByLabel('Vill du säga något mer').fill('Vi har slutat. <b>Hej</b>');
	await page.getByRole('button', { name: 'Ja, den finns inte längre' }).click();
	await expect(page.getByRole('status')).toContainText('har fått veta det');
	expect((await page.request.get(path!)).status(), 'nobody has decided yet').toBe(200);

	const store = await theStore();
	await store.transaction((tx) => tx.revisions.letOwnersPublish('2326', true));
	await page.goto(second!);
	await expect(page.getByText('försvinner då ur sökningen genast')).toBeVisible();
	await page.getByRole('button', { name: 'Ja, den finns inte längre' }).click();
	await expect(page.getByRole('status')).toHaveText('Sidan syns inte längre i sökningen.');
	const gone = await Promise.all([path!, other!].map(async (one) => (await page.request.get(one)).status()));
	expect(gone.sort()).toEqual([200, 410]);
	await page.getByRole('button', { name: 'Ångra' }).click();
	await expect(page.getByRole('status')).toHaveText('Sidan syns igen.');
	for (const one of [path!, other!]) expect((await page.request.get(one)).status()).toBe(200);
});

test('no more letters: by one click in the mail program, by a press on the page, and by choice on the account', async ({
	page,
}) => {
	const email = 'fresh-stop@example.org';
	const [path] = await entriesOf('2361');
	const stop = (await remindOf(email, [path!])).find((link) => link.includes('/nej'))!;
	const choice = async () => {
		await page.goto('/konto');
		return page.getByText(/Du får (ett brev när|inga påminnelser)/).innerText();
	};
	await enter(page, email);
	await page.request.get(stop);
	await page.request.head(stop);
	expect(await choice(), 'a look stops nothing').toContain('ett brev när');
	const forged = await page.request.post(stop.replace(/nyckel=\w{3}/, 'nyckel=xyz'), {
		form: { 'List-Unsubscribe': 'One-Click' },
	});
	expect(forged.status()).toBe(404);
	expect(await choice()).toContain('ett brev när');
	const elsewhere = await page.request.post(stop, { headers: { origin: 'https://evil.example' }, form: {} });
	expect(elsewhere.status(), 'a page of another site is no mail program').toBe(403);
	const clicked = await page.request.post(stop, { form: { 'List-Unsubscribe': 'One-Click' } });
	expect(clicked.status()).toBe(200);
	expect(await choice()).toContain('inga påminnelser');
	await page.getByRole('button', { name: 'Skicka påminnelser igen' }).click();
	expect(await choice()).toContain('ett brev när');
	await page.goto(stop);
	await page.getByRole('button', { name: 'Ja, skicka inga fler' }).click();
	await expect(page.getByRole('status')).toContainText('Nu kommer inga fler');
	expect(await choice()).toContain('inga påminnelser');
});

for (const javaScriptEnabled of [true, false])
	test(`the municipality goes through what is silent by keyboard alone (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
		browser,
	}) => {
		const municipality = javaScriptEnabled ? '2305' : '2321';
		const entries = await entriesOf(municipality, 3);
		await remindOf(`fresh-silent-${municipality}@example.org`, entries);
		const context = await browser.newContext({ javaScriptEnabled });
		const desk = await context.newPage();
		await give(`fresh-desk-${municipality}@example.org`, { role: 'reviewer', municipality });
		await enter(desk, `fresh-desk-${municipality}@example.org`);
		await desk.goto('/granska');
		await desk.getByRole('link', { name: 'Se vilka sidor som ingen har bekräftat på länge' }).click();
		const items = desk.getByRole('listitem').filter({ has: desk.getByRole('heading', { level: 2 }) });
		await expect(items).toHaveCount(3);
		await expect(items.first()).toContainText('Brev skickat');
		const names = await items.getByRole('heading').allInnerTexts();

		await items.first().getByRole('button', { name: 'Bekräfta som kommun' }).focus();
		await desk.keyboard.press('Enter');
		await expect(desk.getByRole('status')).toContainText(`Bekräftad: ${names[0]!.trim()}`);
		await expect(items).toHaveCount(2);
		// The list goes on where it was: what is next is the first thing that the Tab key comes to.
		await expect(items.first()).toBeFocused();
		await desk.keyboard.press('Tab');
		await expect(items.first().getByRole('link').first()).toBeFocused();
		for (let n = 0; n < 8; n++) {
			if (
				await items
					.first()
					.getByRole('button', { name: 'Finns inte längre' })
					.evaluate((one) => one === document.activeElement)
			)
				break;
			await desk.keyboard.press('Tab');
		}
		await desk.keyboard.press('Enter');
		await expect(desk.getByRole('status')).toContainText(`Borttagen ur sökningen: ${names[1]!.trim()}`);
		await expect(items).toHaveCount(1);
		await desk.getByRole('button', { name: 'Ångra' }).focus();
		await desk.keyboard.press('Enter');
		await expect(desk.getByRole('status')).toContainText('Syns igen');
		await expect(items).toHaveCount(2);
		await context.close();
	});

test('another municipality is not theirs to see or to confirm', async ({ page, browser }) => {
	const [path] = await entriesOf('2380');
	await remindOf('fresh-2380@example.org', [path!]);
	await give('fresh-elsewhere@example.org', { role: 'reviewer', municipality: '2417' });
	await enter(page, 'fresh-elsewhere@example.org');
	await page.goto('/granska/tysta?kommun=2380');
	await expect(page.getByText('Sidor i Norsjö kommun')).toBeVisible();
	const found = await page.request.get('/api/v1/listings?kind=organisation&municipality=2380&limit=1&sort=name');
	const [{ id }] = (await found.json()).items;
	const origin = new URL(page.url()).origin;
	for (const action of ['confirm', 'close', 'reopen']) {
		const answer = await page.request.post(`/granska/tysta?/${action}`, {
			headers: { origin, accept: 'text/html' },
			form: { id: String(id), kommun: '2380' },
		});
		expect(answer.status(), action).toBe(404);
	}
	const visitor = await (await browser.newContext()).newPage();
	await visitor.goto('/granska/tysta');
	await expect(visitor).toHaveURL(/logga-in/);
	await visitor.context().close();
	await page.goto(path!);
	await expect(page.getByText(OLD)).toBeVisible();
});

test('what is old says so on its card', async ({ page }) => {
	const [path] = await entriesOf('2401');
	await remindOf('fresh-card@example.org', [path!]);
	await page.goto('/sok?municipality=2401&kind=organisation&sort=name');
	const year = new Date(Date.now() - 1000 * 86_400_000).getFullYear();
	const card = page.getByRole('article').filter({ hasText: 'Påminda föreningen 2401-1' });
	await expect(card).toContainText(`inte bekräftad sedan ${year}`);
	await page.goto('/en/search?municipality=2401&kind=organisation&sort=name');
	await expect(card).toContainText(`not confirmed since ${year}`);
});

test('axe finds nothing in these pages', async ({ page }) => {
	const email = 'fresh-axe@example.org';
	const entries = await entriesOf('2403', 2);
	const links = await remindOf(email, entries);
	await give(email, { role: 'reviewer', municipality: '2403' });
	await enter(page, email);
	const own = links
		.filter((link) => /^\/paminnelse/.test(link))
		.map((link) => link.replace('/paminnelse', '/reminder'));
	const english = own.map((link) => `/en${link.replace('/stangd', '/closed').replace('/nej', '/stop')}`);
	const spent = ['/paminnelse?nyckel=x', '/paminnelse/stangd?nyckel=x', '/paminnelse/nej?nyckel=x'];
	const desk = ['/granska/tysta', '/en/review/silent', '/granska/tysta?ur=register', '/konto'];
	const edit = `${entries[0]}/andra`;
	for (const at of [...links.filter((link) => /^\/paminnelse/.test(link)), ...english, ...spent, ...desk, edit]) {
		await page.goto(at);
		await expect(page.getByRole('heading', { level: 1 }), at).toBeVisible();
		expect(await violations(page), at).toEqual([]);
	}
});
