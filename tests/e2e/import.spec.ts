import { type Browser, expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { enter, give } from './people.ts';

async function deskOf(browser: Browser, municipality: string, options = {}): Promise<Page> {
	const email = `import-desk-${municipality}@example.org`;
	await give(email, { role: 'reviewer', municipality });
	const page = await (await browser.newContext(options)).newPage();
	await enter(page, email);
	return page;
}

async function clean(page: Page, where: string) {
	expect(await violations(page), where).toEqual([]);
}

const register = (name: string) =>
	[
		'Namn;Typ;Telefon;Ordförande',
		`${name};Idrott;123;Anna Exempelsson`,
		`${name} kör;Kultur;;`,
		'Anna Exempelsson;;;',
		';;;',
	].join('\n');
const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** Waits for work that is done away from requests; without JavaScript by looking again. */
async function comes(page: Page, state: string, javaScript: boolean) {
	await expect(async () => {
		if (!javaScript) await page.reload();
		await expect(page.getByRole('status')).toContainText(state, { timeout: javaScript ? 20_000 : 1000 });
	}).toPass({ timeout: 60_000 });
}

const ways = [
	{ called: 'a phone', municipality: '2031', javaScriptEnabled: true, viewport: { width: 360, height: 740 } },
	{
		called: 'a desktop without JavaScript',
		municipality: '2034',
		javaScriptEnabled: false,
		viewport: { width: 1280, height: 800 },
	},
];

for (const { called, municipality, ...options } of ways)
	test(`a register is handed in, looked through, published and taken back, on ${called}`, async ({ browser }) => {
		test.setTimeout(180_000);
		const { javaScriptEnabled } = options;
		const name = `Exempelåsens IF ${municipality}`;
		const desk = await deskOf(browser, municipality, options);
		await desk.goto('/granska');
		await desk.getByRole('link', { name: 'Läs in ett register' }).click();
		await desk.getByRole('button', { name: 'Lämna in' }).click();
		await expect(desk.getByText('Välj en fil.')).toBeVisible();
		if (javaScriptEnabled) await clean(desk, 'form');
		await desk.getByLabel('Registret').setInputFiles(file('<b>register.csv', register(name)));
		await desk.getByRole('button', { name: 'Lämna in' }).click();
		await comes(desk, 'Väntar på dig', javaScriptEnabled);
		await expect(desk.getByRole('heading', { level: 1 })).toHaveText('<b>register.csv');
		const fates = desk.getByRole('navigation', { name: 'Vad som händer med raderna' });
		await fates.getByRole('link', { name: /Personer/ }).click();
		await expect(desk.locator('ol.rows > li')).toHaveText(/rad 4/);
		await expect(desk.getByText('Exempelsson'), 'nobody’s name').toHaveCount(0);
		await fates.getByRole('link', { name: /Nya/ }).click();
		await expect(desk.locator('ol.rows > li')).toHaveCount(2);
		await expect(desk.getByText('telefon').first()).toBeVisible();
		if (javaScriptEnabled) await clean(desk, 'preview');

		await desk.getByText('Vad kolumnerna betyder').click();
		await desk.getByLabel('Telefon', { exact: true }).selectOption('ignored');
		await desk.getByRole('button', { name: 'Läs om filen så' }).click();
		await comes(desk, 'Väntar på dig', javaScriptEnabled);
		await expect(desk.locator('ol.rows').getByText('telefon')).toHaveCount(0);

		await desk.goto('/granska?kind=import');
		await desk.locator('ol.queue a').first().click();
		await desk.getByRole('button', { name: 'Visa det för alla' }).click();
		await comes(desk, 'Utlagt.', javaScriptEnabled);
		if (javaScriptEnabled) await clean(desk, 'published');
		const found = async () => {
			const answer = await desk.request.get(
				`/api/v1/listings?q=${encodeURIComponent(name)}&municipality=${municipality}`,
			);
			return ((await answer.json()).items as { name: string }[]).filter((one) => one.name.startsWith(name)).length;
		};
		await expect.poll(found).toBe(2);
		await desk.getByRole('button', { name: 'Ta tillbaka' }).click();
		await comes(desk, 'Taget tillbaka.', javaScriptEnabled);
		await expect.poll(found).toBe(0);
		await desk.context().close();
	});

test("what is no register, too large, or another municipality's", async ({ browser, baseURL }) => {
	test.setTimeout(120_000);
	const desk = await deskOf(browser, '2039');
	await desk.goto('/granska/inlasning');
	await desk
		.getByLabel('Registret')
		.setInputFiles({ name: 'r.csv', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.7') });
	await desk.getByRole('button', { name: 'Lämna in' }).click();
	await comes(desk, 'Det gick inte att läsa filen.', true);
	await expect(desk.getByText('Filtypen går inte att läsa')).toBeVisible();
	await clean(desk, 'failed');
	const address = desk.url();
	const stranger = await deskOf(browser, '0115');
	expect((await stranger.goto(address))!.status()).toBe(404);
	const headers = { origin: baseURL!, accept: 'text/html' };
	for (const action of ['publish', 'drop', 'undo', 'mapping'])
		expect((await stranger.request.post(`${address}?/${action}`, { headers, form: {} })).status(), action).toBe(404);
	const upload = (buffer: Buffer, page = desk) =>
		page.request.post('/granska/inlasning', {
			headers,
			multipart: { file: { name: 'r.csv', mimeType: 'text/csv', buffer }, municipality: '2039' },
		});
	const foreign = await upload(Buffer.from('Namn;Typ\nKapad;Idrott\n'), stranger);
	expect(foreign.url(), 'it goes to their own, whatever they ask for').toMatch(/\/granska\/inlasning\/\d+$/);
	await desk.goto('/granska/inlasning');
	await expect(desk.getByRole('main').getByRole('listitem')).toHaveCount(1);
	expect((await upload(Buffer.alloc(10_200_000))).status()).toBe(413);
	const form = await desk.request.post('/logga-in', {
		headers,
		multipart: { file: { name: 'r', mimeType: 'x/y', buffer: Buffer.alloc(600_000) } },
	});
	expect(form.status(), 'other forms take no files').toBe(413);
	await desk.goto(address);
	await desk.getByRole('button', { name: 'Släng filen' }).click();
	await expect(desk.getByText('Inget väntar.')).toBeVisible();
	await desk.goto('/en/review/import');
	await clean(desk, 'in English');
	await desk.context().close();
	await stranger.context().close();
});
