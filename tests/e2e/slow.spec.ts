import { expect, type Page, test } from '@playwright/test';
import { aMinuteLater } from './people.ts';

/** Holds back all scripts until `go` is called: a slow network, on which people type before a page is alive. */
async function slowScripts(page: Page): Promise<() => Promise<void>> {
	let release = () => {};
	const released = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route(/\.js(\?|$)/, async (route) => {
		await released;
		await route.continue();
	});
	return async () => {
		release();
		await page.waitForLoadState('networkidle');
	};
}

test('what was typed in the search before the page came alive is still there', async ({ page }) => {
	const go = await slowScripts(page);
	await page.goto('/', { waitUntil: 'commit' });
	await page.getByLabel('Vad letar du efter?').fill('schack');
	await page.getByLabel('Var?').fill('Oskarström');
	await go();
	await expect(page.getByLabel('Vad letar du efter?')).toHaveValue('schack');
	await expect(page.getByLabel('Var?')).toHaveValue('Oskarström');
});

test('what was typed in a form before the page came alive is still there', async ({ page, request }) => {
	const { items } = await (await request.get('/api/v1/listings?kind=venue&limit=1')).json();
	const go = await slowScripts(page);
	await page.goto(`${new URL(items[0].url).pathname}/fel`, { waitUntil: 'commit' });
	await page.getByLabel('Tillgängligheten').check();
	await page.getByLabel('Beskriv kort').fill('Hissen är trasig sedan i våras.');
	await page.getByLabel('Din e-postadress').fill('namn@example.org');
	await go();
	await expect(page.getByLabel('Tillgängligheten')).toBeChecked();
	await expect(page.getByLabel('Beskriv kort')).toHaveValue('Hissen är trasig sedan i våras.');
	await expect(page.getByLabel('Din e-postadress')).toHaveValue('namn@example.org');
});

test('a button that needs the page to be alive is not there before', async ({ page }) => {
	const go = await slowScripts(page);
	await page.goto('/sok?kind=venue&place=Halmstad', { waitUntil: 'commit' });
	await expect(page.getByRole('article').first()).toBeVisible();
	await expect(page.getByRole('button', { name: 'Karta' })).toHaveCount(0);
	await go();
	await page.getByRole('button', { name: 'Karta' }).click();
	await expect(page.getByRole('button', { name: 'Lista' })).toBeVisible();
});

test('what was typed in a step of registering before the page came alive is kept when one leaves it', async ({
	page,
}) => {
	await page.goto('/registrera/ny/forening');
	await page.getByLabel('Namn').fill('Lyckseles långsamma');
	await page.getByLabel('Kommun', { exact: true }).selectOption({ label: 'Lycksele' });
	await aMinuteLater(page);
	await page.getByRole('button', { name: 'Spara och gå vidare' }).click();
	await expect(page).toHaveURL(/\/plats$/);
	const step = page.url();
	const go = await slowScripts(page);
	await page.goto(step, { waitUntil: 'commit' });
	await page.getByRole('combobox', { name: 'Ort' }).fill('Örträsk');
	await go();
	const kept = page.waitForResponse(
		(response) => response.request().method() === 'POST' && response.url().endsWith('/plats'),
	);
	await page.getByRole('link', { name: 'Om Samlas' }).click();
	await kept;
	await page.goto(step);
	await expect(page.getByRole('combobox', { name: 'Ort' })).toHaveValue('Örträsk');
});
