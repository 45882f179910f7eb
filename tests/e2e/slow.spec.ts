import { expect, type Page, test } from '@playwright/test';
import { aMinuteLater } from './people.ts';

/** Holds back some files until what it gives is called: a slow network. */
async function held(page: Page, files: RegExp): Promise<() => Promise<void>> {
	const { promise: released, resolve: release } = Promise.withResolvers<void>();
	await page.route(files, async (route) => {
		await released;
		await route.continue();
	});
	return async () => {
		release();
		await page.waitForLoadState('networkidle');
	};
}

/** All scripts: people type before a page is alive. */
const slowScripts = (page: Page) => held(page, /\.js(\?|$)/);

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

test('who is at a field already when a page with something wrong comes alive is left there', async ({ page }) => {
	await page.goto('/registrera/ny/forening');
	await page.getByLabel('Organisationsnummer').fill('191212-1212');
	await aMinuteLater(page);
	const go = await slowScripts(page);
	await page.getByRole('button', { name: 'Spara och gå vidare' }).click({ noWaitAfter: true });
	await expect(page.getByText('Det ser ut som ett personnummer.')).toBeVisible();
	await page.getByLabel('Organisationsnummer').fill('');
	await page.getByLabel('Namn').pressSequentially('Lyckseles ');
	await go();
	await page.keyboard.type('snabba');
	await expect(page.getByLabel('Namn')).toHaveValue('Lyckseles snabba');
	await page.getByRole('button', { name: 'Spara och gå vidare' }).click();
	await expect(page.getByText('Välj något här.').first(), 'alive, what is wrong is gone to').toBeVisible();
	await expect(page.getByLabel('Kommun', { exact: true })).toBeFocused();
});

for (const label of ['Beskriv kort', 'Din e-postadress'])
	test(`what is marked when the page comes alive stays so, and what is typed takes its place: ${label}`, async ({
		page,
		request,
	}) => {
		const { items } = await (await request.get('/api/v1/listings?kind=venue&limit=1')).json();
		const go = await slowScripts(page);
		await page.goto(`${new URL(items[0].url).pathname}/fel`, { waitUntil: 'commit' });
		await page.getByLabel(label).fill('hissen');
		await page.getByRole('button', { name: 'Skicka' }).click({ noWaitAfter: true });
		await expect(page.getByRole('alert').first()).toBeVisible();
		await page.getByLabel(label).selectText();
		await go();
		await page.keyboard.type('rampen');
		await expect(page.getByLabel(label)).toHaveValue('rampen');
	});

test('what was ticked and chosen in a search before the page came alive is searched for once it is', async ({
	page,
}) => {
	const go = await slowScripts(page);
	await page.goto('/sok?kind=activity', { waitUntil: 'commit' });
	await page.locator('summary', { hasText: 'Ämne' }).click();
	await page.getByRole('checkbox', { name: /^Schack/ }).check();
	await page.getByRole('checkbox', { name: /^Gratis/ }).check();
	await page.getByRole('combobox', { name: 'Ordna efter' }).selectOption('name');
	await go();
	await expect(page).toHaveURL(/\?kind=activity&theme=chess&free=1&sort=name$/);
	await expect(page.getByRole('checkbox', { name: /^Schack/ })).toBeChecked();
	await expect(page.getByRole('checkbox', { name: /^Gratis/ })).toBeChecked();
	await expect(page.getByRole('combobox', { name: 'Ordna efter' })).toHaveValue('name');
	await page.getByRole('link', { name: 'Ta bort Schack' }).click();
	await page.locator('summary', { hasText: 'Ämne' }).click();
	await expect(page.getByRole('checkbox', { name: /^Schack/ })).not.toBeChecked();
});

test('a box that was unticked before the page came alive no longer narrows the search', async ({ page }) => {
	const go = await slowScripts(page);
	await page.goto('/sok?kind=activity&theme=chess', { waitUntil: 'commit' });
	await page.locator('summary', { hasText: 'Ämne' }).click();
	await page.getByRole('checkbox', { name: /^Schack/ }).uncheck();
	await go();
	await expect(page).toHaveURL(/\?kind=activity$/);
	await expect(page.getByRole('checkbox', { name: /^Schack/ })).not.toBeChecked();
});

test('an age that is being typed when the page comes alive is searched for when the field is left', async ({
	page,
}) => {
	const go = await slowScripts(page);
	await page.goto('/sok?kind=activity', { waitUntil: 'commit' });
	await page.locator('summary', { hasText: 'För vem' }).click();
	await page.getByLabel('Hur gammal').fill('7');
	await page.getByLabel('Hur gammal').selectText();
	await go();
	await expect(page.getByLabel('Hur gammal')).toHaveValue('7');
	await page.keyboard.type('65');
	await page.keyboard.press('Tab');
	await expect(page, 'what was marked is replaced').toHaveURL(/\?kind=activity&age=65$/);
	await expect(page.getByLabel('Hur gammal')).toHaveValue('65');
	await page.getByRole('link', { name: /^Ta bort .*65/ }).click();
	await expect(page).toHaveURL(/\?kind=activity$/);
	await expect(page.getByLabel('Hur gammal'), 'another search, another age').toHaveValue('');
});

test('a page that a link leads into is shown when its style is there, at the heading that was asked for', async ({
	page,
}) => {
	await page.goto('/kommun/halmstad');
	await expect(page.getByRole('group', { name: 'Utseende' })).toBeVisible();
	const go = await held(page, /\.css$/);
	const style = page.waitForRequest(/\.css$/);
	const answered = page.waitForResponse(/\/kommuner\/__data\.json/);
	await page.getByRole('link', { name: 'Hallands län' }).click();
	await Promise.all([style, answered]);
	const parts = () => performance.getEntriesByType('resource').some(({ name }) => name.includes('__data.json'));
	await page.waitForFunction(parts);
	await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Halmstad');
	await go();
	await expect(page).toHaveURL(/\/kommuner#hallands-lan$/);
	await expect(page.getByRole('heading', { name: 'Hallands län' })).toBeInViewport();
});

test('a page whose style cannot be had is shown all the same, and so are those after it', async ({ page }) => {
	await page.goto('/kommun/halmstad');
	await expect(page.getByRole('group', { name: 'Utseende' })).toBeVisible();
	await page.route(/\.css$/, (route) => route.abort());
	await page.getByRole('link', { name: 'Hallands län' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kommuner');
	await page.getByRole('link', { name: 'Ämnen' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ämnen');
});
