import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { give, signIn } from './people.ts';

test('look', async ({ page, browser }) => {
	test.setTimeout(240_000);
	await give('look@example.org', { role: 'operator' });
	await signIn(page, browser, 'look@example.org');
	const of = async (kind: string, code: string) => {
		const f = await page.request.get(`/api/v1/listings?kind=${kind}&municipality=${code}&limit=1`);
		return new URL((await f.json()).items[0].url).pathname;
	};
	const act = await of('activity', '2401');
	const ven = await of('venue', '2401');
	const shot = async (name: string) => {
		for (const [w, h, dark] of [
			[360, 740, false],
			[1280, 900, true],
		] as const) {
			await page.setViewportSize({ width: w, height: h });
			await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
			await page.screenshot({ path: `/tmp/look/${name}-${w}.png`, fullPage: true });
		}
		await page.setViewportSize({ width: 360, height: 740 });
		await page.emulateMedia({ colorScheme: 'light' });
	};
	await page.goto(`${act}/andra/nar`);
	await shot('when0');
	await page.getByLabel('Skriv när det är').fill('varannan tisdag 18-20, inte i juli');
	await page.getByRole('button', { name: 'Visa hur det blir' }).click();
	await expect(page.getByRole('status')).toBeVisible();
	await shot('when1');
	await page.goto(`${ven}/andra/oppettider`);
	await page.getByLabel('Skriv öppettiderna').fill('vardagar 9-12 och 13-17, lördagar 10-14, stängt på röda dagar');
	await page.getByRole('button', { name: 'Visa hur det blir' }).click();
	await shot('opening');
	await page.goto(`${ven}/andra/tillganglighet`);
	await shot('access');
	await page.goto(`${ven}/andra/rum`);
	await page.locator('details.room > summary').last().click();
	await shot('rooms');
	await page.goto(`${ven}/andra/pris`);
	await page.getByLabel('För vem').last().selectOption('Företag');
	await page.getByLabel('Kronor').last().fill('400');
	await page.getByRole('button', { name: 'Spara', exact: true }).click();
	await page.goto(`${ven}/andra/pris`);
	await shot('price');
	const bytes = await sharp('/tmp/look/pic.svg', { density: 72 })
		.jpeg()
		.toBuffer()
		.catch(() =>
			sharp({ create: { width: 1200, height: 800, channels: 3, background: { r: 60, g: 110, b: 70 } } })
				.jpeg()
				.toBuffer(),
		);
	for (const n of [1, 2]) {
		await page.goto(`${ven}/andra/bilder`);
		await page.getByLabel('Välj en bild').setInputFiles({
			name: 'a.jpg',
			mimeType: 'image/jpeg',
			buffer: n === 1 ? bytes : await sharp(bytes).negate().jpeg().toBuffer(),
		});
		await page.getByLabel('Vad ser man på bilden?').fill('Salen ' + n);
		await page.getByLabel('Alla som går').check();
		await page.getByRole('button', { name: 'Ladda upp' }).click();
	}
	await page.goto(`${ven}/andra/bilder`);
	await shot('photos');
	await page.goto(`${ven}/andra`);
	await shot('overview');
	await page.goto(ven);
	await shot('venue');
	await page.goto(`/en${act.replace('aktivitet', 'activity')}/edit/nar`);
	await shot('when-en');
});
