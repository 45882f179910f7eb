import { expect, test } from '@playwright/test';
import { violations } from './axe.ts';

const report = /^Planeringsöversikt: det ritade området i /;

test('without JavaScript: a circle, then corners that are pasted, each to its report and its files; what is wrong is told', async ({
	browser,
}) => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await page.goto('/planering');
	await page.getByRole('link', { name: 'Rita ett eget område' }).click();
	await page.getByLabel('Ort eller kommun').fill('Oskarström');
	await page.getByLabel('Så långt från mitten, i kilometer').fill('sju');
	await page.getByRole('button', { name: 'Visa översikten för cirkeln' }).click();
	await expect(page.getByRole('alert')).toHaveText('Skriv ett tal mellan 0,5 och 50.');
	await expect(page.getByLabel('Ort eller kommun')).toHaveValue('Oskarström');
	await page.getByLabel('Så långt från mitten, i kilometer').fill('7');
	await page.getByRole('button', { name: 'Visa översikten för cirkeln' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(report);
	await expect(page.getByRole('heading', { level: 2, name: 'Området' })).toBeVisible();
	await expect(page.getByText('Ett ritat område jämförs inte med andra')).toBeVisible();

	// What is chosen keeps the area; so do its files.
	await page.getByText('Vilka mötesplatser?').click();
	await page.getByLabel('Entré utan trappsteg').check();
	await page.getByRole('button', { name: 'Visa', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(report);
	const address = new URL(page.url());
	expect(address.searchParams.get('ring')!.split('-')).toHaveLength(48);
	const file = async (name: string) => page.request.get(`/planering/ritat/fil/${name}${address.search}`);
	const layer = await (await file('drawn-area.geojson')).json();
	expect(layer.features[0].geometry).toMatchObject({ type: 'MultiPolygon' });
	expect(layer.features[0].properties.corners).toBe(48);
	expect(await (await file('reach-within.csv')).text()).toContain('Avstånd, högst');
	expect((await (await file('oversikt.pdf')).body()).subarray(0, 5).toString()).toBe('%PDF-');

	await page.getByRole('link', { name: 'Ändra området' }).click();
	const corners = page.getByLabel('Eller klistra in');
	await corners.fill('56,64 12,8\n56,72 12,92\n56,64 12,92\n56,72 12,8');
	await page.getByRole('button', { name: 'Visa översikten för ytan' }).click();
	await expect(page.getByRole('alert')).toContainText('Linjen korsar sig själv');
	await corners.fill('56,64 12,8\n56,64 12,92\n56,72 12,92\n56,72 12,8');
	await page.getByRole('button', { name: 'Visa översikten för ytan' }).click();
	await expect(page).toHaveURL(/ritat\?ring=128000\.566400-129200\.566400-129200\.567200-128000\.567200$/);

	// A district's outline has more corners than an address holds: fewer are shown, and told of, before the report.
	await page.getByRole('link', { name: 'Ändra området' }).click();
	const round = Array.from({ length: 500 }, (_, at) => {
		const turn = (at / 500) * 2 * Math.PI;
		return `${(56.67 + (0.05 + 0.01 * Math.sin(6 * turn)) * Math.sin(turn)).toFixed(6)} ${(12.86 + 0.09 * Math.cos(turn)).toFixed(6)}`;
	});
	await corners.fill(round.join('\n'));
	await page.getByRole('button', { name: 'Visa översikten för ytan' }).click();
	const told = page.getByRole('status').filter({ hasText: 'Ytan hade 500 hörn' });
	await expect(told).toContainText('förenklat den till 100 hörn. Linjen har flyttats högst 10 meter');
	await told.getByRole('link', { name: 'Visa översikten' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(report);
	await page.context().close();
});

test('on the map of a phone: corners by finger and by key, one moved, one taken away; axe finds nothing', async ({
	page,
}) => {
	await page.goto('/planering/rita?i=halmstad');
	const map = page.getByRole('region', { name: 'Karta att rita ett område på' });
	const status = page.getByRole('status').filter({ hasText: /hörn/ });
	const middle = page.getByRole('button', { name: 'Lägg ett hörn mitt på kartan' });
	await expect(middle).toBeEnabled();
	await middle.press('Enter');
	await expect(status).toHaveText('Ett hörn.');
	await map.click({ position: { x: 60, y: 90 } });
	await map.click({ position: { x: 220, y: 90 } });
	await expect(status).toHaveText(/^3 hörn, [\d,]+ km²\./);
	const before = await status.textContent();

	// By the mouse; a press that moves nothing adds no corner.
	await map.click({ position: { x: 60, y: 90 } });
	await expect(status).toHaveText(before!);
	const box = (await map.boundingBox())!;
	await page.mouse.move(box.x + 60, box.y + 90);
	await page.mouse.down();
	await page.mouse.move(box.x + 40, box.y + 120, { steps: 3 });
	await page.mouse.up();
	await expect(status).not.toHaveText(before!);
	await expect(status).toHaveText(/^3 hörn/);

	await map.click({ position: { x: 240, y: 200 } });
	await expect(status).toHaveText(/^4 hörn/);
	await page.getByRole('button', { name: 'Ta bort sista hörnet' }).press('Enter');
	await expect(status).toHaveText(/^3 hörn/);
	expect(await violations(page)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

	await page.getByRole('link', { name: 'Visa översikten' }).press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(report);
	expect(await violations(page)).toEqual([]);
	await page.getByRole('link', { name: 'Ändra området' }).click();
	await expect(status).toHaveText(/^3 hörn/);
	await page.getByRole('button', { name: 'Börja om' }).click();
	await expect(status).toHaveText('Inga hörn än.');
});
