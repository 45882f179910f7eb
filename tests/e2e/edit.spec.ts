import { type Browser, expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { enter, give, letter } from './people.ts';

/** The address of an entry of a kind, in a municipality that no other test changes. */
async function entryOf(page: Page, kind: string, municipality: string) {
	const found = await page.request.get(`/api/v1/listings?kind=${kind}&municipality=${municipality}&limit=1`);
	const [item] = (await found.json()).items;
	return { path: new URL(item.url).pathname, name: item.name as string };
}

async function owner(browser: Browser, email: string, held: Parameters<typeof give>[1], options = {}) {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	await give(email, held);
	await enter(page, email);
	return page;
}

for (const javaScriptEnabled of [true, false])
	test(`an owner changes a page, a reviewer sends it back and then publishes it (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
		page,
		browser,
	}) => {
		const code = javaScriptEnabled ? '2506' : '2422';
		const { path } = await entryOf(page, 'organisation', code);
		const email = `owner-${code}@example.org`;
		const mine = await owner(browser, email, { role: 'owner', entry: path }, { javaScriptEnabled });
		const desk = await owner(
			browser,
			`desk-${code}@example.org`,
			{ role: 'reviewer', municipality: code },
			{
				javaScriptEnabled,
			},
		);

		await mine.goto(path);
		await mine.getByRole('link', { name: 'Ändra' }).click();
		const change = async (part: string) => {
			await mine.goto(`${path}/andra`);
			await mine.getByRole('link', { name: `Ändra: ${part}` }).click();
			await expect(mine.getByRole('heading', { level: 1 })).toHaveText(part);
		};
		await change('Så når man er');
		await mine.getByLabel('Telefon').fill('ring oss');
		await mine.getByLabel('E-postadress').fill('nya@exempel.example');
		await mine.getByRole('button', { name: 'Spara' }).click();
		await expect(mine.getByText('Skriv numret med siffror')).toBeVisible();
		await expect(mine.getByLabel('E-postadress')).toHaveValue('nya@exempel.example');
		await mine.getByLabel('Telefon').fill('0960-123 45');
		await mine.getByRole('button', { name: 'Spara' }).click();
		await expect(mine.getByRole('status')).toContainText('Din ändring väntar på');
		await change('Beskrivning');
		await mine.getByLabel('Beskrivning', { exact: true }).fill('Vi ses på onsdagar. <script>alert(1)</script>');
		await mine.getByRole('button', { name: 'Spara' }).click();
		await expect(mine.getByRole('status')).toContainText('Din ändring väntar på');
		await expect(mine.getByText('0960-123 45'), 'what waits of one part stays when another is changed').toBeVisible();
		await page.goto(path);
		await expect(page.getByText('Vi ses på onsdagar')).toHaveCount(0);
		await expect(page.getByRole('link', { name: 'Ändra' }), 'a visitor changes nothing').toHaveCount(0);

		await desk.goto('/granska');
		await desk.getByRole('listitem').filter({ hasText: 'Telefon' }).getByRole('link').first().click();
		await expect(desk.getByText('0960-123 45')).toBeVisible();
		await desk.getByRole('button', { name: 'Skicka tillbaka' }).click();
		await expect(desk.getByText('Skriv varför')).toBeVisible();
		await desk.getByLabel('Några ord').fill('Skriv också klockslag.');
		await desk.getByRole('button', { name: 'Skicka tillbaka' }).click();
		await expect(desk.getByText('Inget väntar.')).toBeVisible();
		const { text } = await letter(email);
		expect(text).toContain('Skriv också klockslag.');

		await mine.reload();
		await expect(mine.getByRole('status')).toContainText('Skriv också klockslag.');
		await change('Beskrivning');
		await mine.getByLabel('Beskrivning', { exact: true }).fill('Vi ses på onsdagar klockan 18. <b>');
		await mine.getByRole('button', { name: 'Spara' }).click();
		await expect(mine.getByRole('status')).toContainText('Din ändring väntar på');
		await desk.goto('/granska');
		await desk.getByRole('listitem').filter({ hasText: 'Beskrivning' }).getByRole('link').first().click();
		await desk.getByRole('button', { name: 'Godkänn och visa' }).click();
		await expect(desk.getByText('Inget väntar.')).toBeVisible();
		await page.goto(path);
		await expect(page.getByText('Vi ses på onsdagar klockan 18. <b>')).toBeVisible();
		await mine.context().close();
		await desk.context().close();
	});

test('two change the same at once: the second sees what the first wrote, loses nothing and decides', async ({
	page,
	browser,
}) => {
	const { path } = await entryOf(page, 'venue', '2417');
	const first = await owner(browser, 'first@example.org', { role: 'administrator', municipality: '2417' });
	const second = await owner(browser, 'second@example.org', { role: 'reviewer', municipality: '2417' });
	await first.goto(`${path}/andra/kontakt`);
	await second.goto(`${path}/andra/kontakt`);
	await first.getByLabel('Telefon').fill('0953-111 11');
	await first.getByRole('button', { name: 'Spara' }).click();
	await expect(first.getByRole('status')).toContainText('Ändringen syns nu');
	await second.getByLabel('Telefon').fill('0953-222 22');
	await second.getByLabel('E-postadress').fill('lokal@exempel.example');
	await second.getByRole('button', { name: 'Spara' }).click();
	await expect(second.getByText('Telefon: här står nu 0953-111 11')).toBeVisible();
	await expect(second.getByLabel('Telefon')).toHaveValue('0953-222 22');
	await expect(second.getByLabel('E-postadress')).toHaveValue('lokal@exempel.example');
	await second.getByRole('button', { name: 'Spara' }).click();
	await expect(second.getByRole('status')).toContainText('Ändringen syns nu');
	await page.goto(path);
	await expect(page.getByText('0953-222 22').first()).toBeVisible();
	await first.context().close();
	await second.context().close();
});

test("what is not theirs is not there: another's entry, another municipality's desk", async ({ page, browser }) => {
	const { path } = await entryOf(page, 'organisation', '2510');
	const stranger = await owner(browser, 'stranger@example.org', { role: 'reviewer', municipality: '0180' });
	expect((await stranger.goto(`${path}/andra`))!.status()).toBe(404);
	const origin = new URL(stranger.url()).origin;
	const forged = await stranger.request.post(`${path}/andra/namn`, {
		headers: { origin },
		form: { seen: '{}', name: 'Kapad', phone: '1' },
	});
	expect([400, 404]).toContain(forged.status());
	await page.goto(path);
	await expect(page.getByText('Kapad')).toHaveCount(0);
	await page.goto(`${path}/andra`);
	await expect(page, 'who is not signed in is asked to').toHaveURL(/logga-in\?till=/);
	const nobody = await (await browser.newContext()).newPage();
	await enter(nobody, 'nobody@example.org');
	expect((await nobody.goto('/granska'))!.status()).toBe(404);
	for (let id = 1; id < 8; id++) expect((await nobody.goto(`/granska/${id}`))!.status()).toBe(404);
	await stranger.context().close();
	await nobody.context().close();
});

test('axe finds nothing in the form and at the desk, in English too', async ({ page, browser }) => {
	const { path } = await entryOf(page, 'activity', '2425');
	const mine = await owner(browser, 'axe-owner@example.org', { role: 'editor', entry: path });
	await give('axe-owner@example.org', { role: 'reviewer', municipality: '2425' });
	const clean = async (where: string) => {
		expect(await violations(mine), where).toEqual([]);
	};
	await mine.goto(`${path}/andra`);
	await clean('all that can be changed');
	for (const part of ['namn', 'vem-och-var', 'plats', 'beskrivning', 'pris', 'for-vem']) {
		await mine.goto(`${path}/andra/${part}`);
		await clean(part);
	}
	await mine.goto(`/en${path.replace('/aktivitet', '/activity')}/edit/kontakt`);
	await expect(mine.getByRole('heading', { level: 1 })).toHaveText('How to reach you');
	await mine.goto(`${path}/andra/kontakt`);
	await clean('form');
	await mine.getByLabel('Telefon').fill('x');
	await mine.getByRole('button', { name: 'Spara' }).click();
	await clean('form with an error');
	await mine.goto('/en/review');
	await clean('desk');
	await mine.context().close();
});
