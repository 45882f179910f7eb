import { type Browser, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import type { Role } from '../../src/domain/permission.ts';
import { violations } from './axe.ts';
import { enter, give } from './people.ts';

/** The address of an entry of a kind, in a municipality that no other test changes. */
async function entryOf(page: Page, kind: string, municipality: string) {
	const found = await page.request.get(`/api/v1/listings?kind=${kind}&municipality=${municipality}&limit=1`);
	const [item] = (await found.json()).items;
	return { path: new URL(item.url).pathname, id: item.id as number };
}

async function somebody(
	browser: Browser,
	name: string,
	role: Role,
	held: { entry?: string; municipality?: string },
	js = true,
) {
	const context = await browser.newContext({ javaScriptEnabled: js });
	const page = await context.newPage();
	await give(`${name}@example.org`, { role, ...held });
	await enter(page, `${name}@example.org`);
	return page;
}

/** Axe needs JavaScript in the page: where there is none it is left to the run with it. */
async function clean(page: Page, js: boolean) {
	if (!js) return;
	expect(await violations(page)).toEqual([]);
}

const save = (page: Page) => page.getByRole('button', { name: 'Spara', exact: true }).click();

for (const js of [true, false]) {
	const how = js ? 'with' : 'without';
	const code = js ? '2404' : '2403';

	test(`when it happens is said in a line and shown back as a sentence and a calendar (${how} JavaScript)`, async ({
		page,
		browser,
	}) => {
		const { path } = await entryOf(page, 'activity', code);
		const mine = await somebody(browser, `when-${code}`, 'administrator', { municipality: code }, js);
		await mine.goto(`${path}/andra/nar`);
		const line = mine.getByLabel('Skriv när det är');
		const status = mine.getByRole('status');
		const show = mine.getByRole('button', { name: 'Visa hur det blir' });
		await line.fill('varannan tisdag om det är sol');
		if (!js) await show.click();
		await expect(mine.getByText('Vi förstod inte: sol.')).toBeVisible();
		await expect(line).toHaveValue('varannan tisdag om det är sol');
		if (js) {
			await expect(line, 'nobody is called wrong in the middle of a word').not.toHaveAttribute('aria-invalid');
			await mine.getByRole('button', { name: 'Varannan tisdag 18.00–20.00' }).click();
			await expect(line).toBeFocused();
			await expect(status).toContainText('Varannan tisdag 18.00–20.00, från');
		} else await expect(mine.getByText('Varannan tisdag 18.00–20.00')).toBeVisible();
		await clean(mine, js);
		await line.fill('varannan tisdag 18-20, inte i juli');
		if (js) {
			await expect(status, 'while it is typed').toContainText('inte i juli');
			await expect(mine.getByRole('table', { name: 'Kommande veckor' }).getByText('18.00')).toHaveCount(3);
			await mine.getByRole('button', { name: 'För över till frågorna nedan' }).click();
		} else await show.click();
		await expect(status).toContainText(/Varannan tisdag 18\.00–20\.00, från .*, inte i juli/);
		await expect(mine.getByRole('table', { name: 'Kommande veckor' }).getByText('18.00')).toHaveCount(3);
		await expect(mine.getByLabel('Börjar klockan').first()).toHaveValue('18:00');
		await clean(mine, js);
		await mine.getByLabel('Slutar klockan').first().fill('19:30');
		if (js) await expect(status, 'what is changed in the questions too').toContainText('18.00–19.30');
		await save(mine);
		await expect(mine.getByRole('status')).toContainText('Ändringen syns nu');
		await page.goto(path);
		await expect(page.getByText('Varannan tisdag 18.00–19.30, inte i juli')).toBeVisible();
		await mine.context().close();
	});

	test(`opening hours, rooms, accessibility and prices of a venue (${how} JavaScript)`, async ({ page, browser }) => {
		const { path, id } = await entryOf(page, 'venue', code);
		const mine = await somebody(browser, `venue-${code}`, 'administrator', { municipality: code }, js);
		await mine.goto(`${path}/andra/oppettider`);
		await mine.getByLabel('Skriv öppettiderna').fill('vardagar 9-17, lördagar efter överenskommelse');
		const opens = 'Måndag–fredag 09.00–17.00, lördag efter överenskommelse';
		if (js) await expect(mine.getByRole('status'), 'while it is typed').toContainText(opens);
		await mine.getByRole('button', { name: js ? 'För över till frågorna nedan' : 'Visa hur det blir' }).click();
		await expect(mine.getByRole('status')).toContainText(opens);
		await mine.getByLabel('Söndag').fill('10-12 och 13-15');
		await mine.getByLabel('Dagar med andra tider').fill('24 december stängt');
		await mine.getByLabel('Stängt på röda dagar').uncheck();
		await clean(mine, js);
		await save(mine);
		await expect(mine.getByRole('status')).toContainText('Ändringen syns nu');

		await mine.goto(`${path}/andra/rum`);
		await mine.getByText('Lägg till ett rum', { exact: true }).click();
		const fresh = mine.locator('.room').last();
		await fresh.getByLabel('Rummets namn').fill('Provrummet');
		await fresh.getByLabel('Platser', { exact: true }).fill('många');
		await fresh.getByLabel('Piano').check();
		await clean(mine, js);
		await save(mine);
		await expect(mine.getByText('Skriv en siffra.')).toBeVisible();
		await mine.getByRole('textbox', { name: 'Platser', exact: true }).and(mine.locator('[aria-invalid]')).fill('24');
		await save(mine);
		await expect(mine.getByRole('status')).toContainText('Ändringen syns nu');

		await mine.goto(`${path}/andra/tillganglighet`);
		await mine.getByRole('group', { name: 'Finns det hörslinga?' }).getByLabel('Nej').check();
		await mine.getByRole('group', { name: 'Finns det hiss?' }).getByLabel('Vet inte').check();
		await mine.getByLabel('Hur bred är den smalaste dörren').fill('0,9 m');
		await clean(mine, js);
		await save(mine);
		await expect(mine.getByRole('status')).toContainText('Sparat');

		await mine.goto(`${path}/andra/pris`);
		for (const tick of await mine.getByLabel('Ta bort priset').all()) await tick.check();
		await mine.getByRole('button', { name: 'Lägg till ett pris till' }).click();
		await expect(mine.getByLabel('För vem')).toHaveCount(1);
		await mine.getByLabel('För vem').last().selectOption('Föreningar i kommunen');
		await mine.getByRole('button', { name: 'Lägg till ett pris till' }).click();
		await expect(mine.getByLabel('För vem')).toHaveCount(2);
		await save(mine);
		await expect(mine.getByText('Skriv kronor med siffror')).toBeVisible();
		await mine.getByLabel('Kronor').first().fill('gratis');
		await mine.getByLabel('För vem').last().selectOption('Företag');
		await mine.getByLabel('Kronor').last().fill('1 200 kr');
		await mine.getByLabel('För', { exact: true }).last().selectOption('Dag');
		await clean(mine, js);
		await save(mine);
		await expect(mine.getByRole('status')).toContainText('Ändringen syns nu');

		const entry = await (await page.request.get(`/api/v1/listings/${id}`)).json();
		expect(entry.openingHours).toBe('Mo-Fr 09:00-17:00; Sa "by appointment"; Su 10:00-12:00,13:00-15:00; Dec 24 off');
		expect(entry.rooms.at(-1)).toMatchObject({ name: 'Provrummet', seats: 24, equipment: ['piano'] });
		expect(entry.access).toMatchObject({ hearing_loop: false, door_width_cm: 90 });
		expect(entry.access).not.toHaveProperty('lift');
		expect(entry.rates).toEqual([
			{ group: 'local_association', amount: 0, per: 'hour' },
			{ group: 'commercial', amount: 1200, per: 'day' },
		]);
		await page.goto(path);
		await expect(page.getByText('Provrummet')).toBeVisible();
		await expect(page.getByText(/^1.200 kr per dag$/)).toBeVisible();
		await expect(page.getByText('24 december stängt')).toBeVisible();
		await clean(page, true);
		await mine.context().close();
	});

	test(`a picture is sent in, seen by the reviewer, and public when it is published (${how} JavaScript)`, async ({
		page,
		browser,
	}) => {
		const { path, id } = await entryOf(page, 'organisation', code);
		const mine = await somebody(browser, `photo-${code}`, 'owner', { entry: path }, js);
		const desk = await somebody(browser, `photo-desk-${code}`, 'reviewer', { municipality: code }, js);
		const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
		const bytes = await sharp({
			create: { width: 1000, height: 700, channels: 3, background: { r: js ? 60 : 160, g: 110, b: 70 } },
		})
			.jpeg()
			.toBuffer();
		await mine.goto(`${path}/andra`);
		await mine.getByRole('link', { name: 'Bilder' }).click();
		const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
		await mine.getByLabel('Välj en bild').setInputFiles(file('bild.jpg', 'image/jpeg', svg));
		await mine.getByLabel('Vad ser man på bilden?').fill('Salen med långbord');
		await mine.getByLabel('Alla som går att känna igen').check();
		await mine.getByRole('button', { name: 'Ladda upp' }).click();
		await expect(mine.getByText('Filen är ingen bild')).toBeVisible();
		await expect(mine.getByLabel('Vad ser man på bilden?')).toHaveValue('Salen med långbord');
		await clean(mine, js);
		await mine.getByLabel('Välj en bild').setInputFiles(file('bild.jpg', 'image/jpeg', bytes));
		await mine.getByRole('button', { name: 'Ladda upp' }).click();
		await expect(mine.getByText('Bilden kan bara visas om alla har sagt ja.')).toBeVisible();
		await mine.getByLabel('Välj en bild').setInputFiles(file('bild.jpg', 'image/jpeg', bytes));
		await mine.getByLabel('Alla som går att känna igen').check();
		await mine.getByRole('button', { name: 'Ladda upp' }).click();
		await expect(mine.getByRole('status')).toContainText('Din ändring väntar på');
		await mine.goto(`${path}/andra/bilder`);
		const shown = mine.getByRole('img', { name: 'Salen med långbord' });
		await expect(shown).toBeVisible();
		const src = (await shown.getAttribute('src'))!;
		expect((await page.request.get(src)).status(), 'not public').toBe(404);
		expect((await mine.request.get(src)).headers()['cache-control']).toBe('private, no-store');

		await desk.goto('/granska');
		await desk.getByRole('listitem').filter({ hasText: 'Bilder' }).getByRole('link').first().click();
		await expect(desk.getByRole('img', { name: 'Salen med långbord' })).toBeVisible();
		await desk.getByRole('button', { name: 'Godkänn och visa' }).click();
		await page.goto(path);
		const published = page.getByRole('img', { name: 'Salen med långbord' });
		await published.scrollIntoViewIfNeeded();
		await expect(published).toHaveJSProperty('complete', true);
		expect(await published.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
		const answer = await page.request.get(src);
		expect(answer.headers()).toMatchObject({
			'content-type': 'image/webp',
			'cache-control': 'public, max-age=2592000, immutable',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "default-src 'none'; sandbox",
		});
		const entry = await (await page.request.get(`/api/v1/listings/${id}`)).json();
		expect(entry.photos).toMatchObject([{ width: 1000, height: 700, alt: 'Salen med långbord' }]);
		expect(new URL(entry.photos[0].small).pathname).toBe(src);
		await clean(page, true);

		await mine.goto(`${path}/andra/bilder`);
		await mine.getByLabel('Ta bort bilden').check();
		await save(mine);
		await expect(mine.getByRole('status')).toContainText('Din ändring väntar på');
		await mine.context().close();
		await desk.context().close();
	});
}

test('what is larger than its form may be is refused before it is read; a picture form of nobody is too', async ({
	page,
	browser,
	baseURL,
}) => {
	const { path } = await entryOf(page, 'organisation', '2409');
	const stranger = await somebody(browser, 'photo-stranger', 'reviewer', { municipality: '0180' });
	const origin = baseURL!;
	const post = (where: string, size: number) =>
		stranger.request.post(where, {
			headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
			data: `alt=${'x'.repeat(size)}`,
		});
	expect((await post(`${path}/andra/kontakt`, 600_000)).status()).toBe(413);
	expect((await post(`${path}/andra/bilder?/add`, 13_000_000)).status()).toBe(413);
	expect([400, 404]).toContain((await post(`${path}/andra/bilder?/add`, 1000)).status());
	expect((await page.request.get('/bild/..%2f..%2fsamlas.db')).status()).toBe(404);
	expect((await page.request.get(`/bild/${'0'.repeat(32)}.webp`)).status()).toBe(404);
	await stranger.context().close();
});
