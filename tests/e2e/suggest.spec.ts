import { expect, type Locator, type Page, type Route, test } from '@playwright/test';
import { violations } from './axe.ts';

const what = (page: Page) => page.getByRole('combobox', { name: 'Vad letar du efter?' });
const where = (page: Page) => page.getByRole('combobox', { name: 'Var?' });
const options = (page: Page) => page.getByRole('option').locator('visible=true');
const chosen = (page: Page) => page.getByRole('option', { selected: true });
const said = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

/** What is asked of the API while somebody types, as `/suggest?q=…`. */
function questions(page: Page): string[] {
	const asked: string[] = [];
	page.on('request', (request) => {
		const { pathname, search } = new URL(request.url());
		if (/\/(suggest|places)$/.test(pathname)) asked.push(pathname.replace('/api/v1', '') + search);
	});
	return asked;
}

/** The page is alive once its fields are comboboxes. */
async function open(page: Page, path: string) {
	await page.goto(path);
	await expect(page.getByRole('combobox').first()).toBeVisible();
}

const box = async (locator: Locator) => (await locator.boundingBox())!;

test('themes come first, then entries, then the search itself; nothing is asked before somebody types', async ({
	page,
}) => {
	const asked = questions(page);
	await open(page, '/');
	await what(page).focus();
	await expect(what(page)).toHaveAttribute('aria-expanded', 'false');
	await expect(what(page)).toHaveAttribute('autocomplete', 'off');
	expect(asked).toEqual([]);
	await what(page).pressSequentially('schack', { delay: 20 });
	await expect(options(page).first()).toHaveText(/^\s*Schack\s+Ämne, [\d\s]+ i hela Sverige\s*$/);
	await expect(options(page).nth(1)).toHaveText(/schack.*(Förening|Lokal|Aktivitet), \S/i);
	await expect(options(page).last()).toHaveText('Sök efter ”schack”');
	await expect(said(page, `${await options(page).count()} förslag`)).toHaveCount(1);
	expect(asked.length).toBeLessThanOrEqual(6);
	expect(asked.at(-1)).toBe('/suggest?q=schack&place=&lang=sv');
});

test('by keyboard: down and up go round, Home and End reach the ends, Escape closes and keeps the text', async ({
	page,
}) => {
	await open(page, '/');
	await what(page).pressSequentially('schack');
	const count = await options(page)
		.last()
		.waitFor()
		.then(() => options(page).count());
	const reached = () => chosen(page).evaluate((option) => [...option.parentElement!.children].indexOf(option));
	await page.keyboard.press('ArrowDown');
	expect(await reached()).toBe(0);
	await expect(what(page)).toHaveAttribute('aria-activedescendant', (await chosen(page).getAttribute('id'))!);
	await page.keyboard.press('End');
	expect(await reached()).toBe(count - 1);
	await page.keyboard.press('Home');
	expect(await reached()).toBe(0);
	await page.keyboard.press('ArrowUp');
	await expect(chosen(page)).toHaveCount(0);
	await page.keyboard.press('ArrowUp');
	expect(await reached()).toBe(count - 1);
	await expect(chosen(page)).toBeInViewport({ ratio: 0.9 });
	await page.keyboard.press('Escape');
	await expect(options(page)).toHaveCount(0);
	await expect(what(page)).toHaveValue('schack');
	await expect(what(page)).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(options(page)).toHaveCount(count);
	await page.keyboard.press('Tab');
	await expect(options(page)).toHaveCount(0);
	await expect(where(page)).toBeFocused();
});

test('a theme is searched for at the place chosen', async ({ page }) => {
	await open(page, '/');
	await where(page).pressSequentially('oskars');
	await options(page).filter({ hasText: 'Oskarström' }).click();
	await expect(where(page)).toHaveValue('Oskarström');
	await expect(where(page)).toBeFocused();
	await expect(options(page)).toHaveCount(0);
	await expect(page).toHaveURL(/\/$/);
	await what(page).pressSequentially('schack');
	await expect(options(page).first()).toHaveText(/^\s*Schack/);
	await expect(options(page).nth(1)).toContainText('Halmstad');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/sok\?place=Oskarstr%C3%B6m&theme=chess$/);
	await expect(page.getByRole('link', { name: 'Ta bort Schack' })).toBeVisible();
	await expect(what(page)).toHaveValue('');
});

test('an entry leads to its page', async ({ page }) => {
	await open(page, '/sok');
	await what(page).pressSequentially('schack');
	const entry = options(page).nth(1);
	const name = (await entry.locator('.text > span').first().textContent())!;
	await entry.click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
});

test('the last one searches for the words, and so does Enter with none chosen', async ({ page }) => {
	await open(page, '/');
	await what(page).pressSequentially('schack');
	await options(page).filter({ hasText: 'Sök efter' }).click();
	await expect(page).toHaveURL(/\/sok\?q=schack$/);
	await what(page).fill('körsång');
	await expect(options(page).last()).toHaveText('Sök efter ”körsång”');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/sok\?q=k%C3%B6rs%C3%A5ng$/);
	await expect(options(page)).toHaveCount(0);
});

test('beside the hits a place is searched at once; one of several with a name is told by its municipality', async ({
	page,
}) => {
	await open(page, '/sok?q=schack&kind=organisation');
	await where(page).pressSequentially('mora');
	await expect(options(page).getByText('Mora', { exact: true })).toBeVisible();
	await expect(options(page).filter({ hasText: 'Mora kommun' })).toBeVisible();
	await expect(options(page).filter({ hasText: 'Mörarp' })).toHaveText(/Mörarp\s+Helsingborg/);
	await options(page).filter({ hasText: 'Mora, Säter' }).click();
	await expect(page).toHaveURL(/\?q=schack&place=Mora,\+S%C3%A4ter/);
	await expect(page).toHaveURL(/kind=organisation/);
	await expect(where(page)).toHaveValue('Mora, Säter');
	await where(page).fill('halmstads');
	await options(page).filter({ hasText: 'Halmstads kommun' }).click();
	await expect(page).toHaveURL(/place=Halmstads\+kommun/);
	await expect(page.getByText(/Vi känner inte till någon ort/)).toHaveCount(0);
});

test.describe('near me', () => {
	test.use({ geolocation: { longitude: 12.86, latitude: 56.67 }, permissions: ['geolocation'] });

	test('stands first among the places', async ({ page }) => {
		await open(page, '/');
		await what(page).fill('schack');
		await where(page).pressSequentially('o');
		await expect(options(page).first()).toHaveText(/^\s*Nära mig/);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/sok\?q=schack&near=12\.86,56\.67&sort=distance$/);
		await expect(where(page)).toHaveValue('');
	});
});

test.describe('by finger', () => {
	test.use({ hasTouch: true, isMobile: true });

	test('what is chosen takes the keyboard of the screen away from the hits', async ({ page }) => {
		await open(page, '/sok?place=Halmstad');
		await what(page).tap();
		await what(page).pressSequentially('schack');
		await options(page).filter({ hasText: 'i hela Sverige' }).first().tap();
		await expect(page).toHaveURL(/place=Halmstad&theme=chess/);
		await expect(what(page)).not.toBeFocused();
		await where(page).fill('oskars');
		await options(page).filter({ hasText: 'Oskarström' }).tap();
		await expect(page).toHaveURL(/place=Oskarstr%C3%B6m&theme=chess/);
		await page.goBack();
		await expect(where(page)).toHaveValue('Halmstad');
	});
});

test('nothing to offer is said, and shows no empty list', async ({ page }) => {
	await page.route('**/api/v1/suggest?*', (route) => route.fulfill({ json: { themes: [], entries: [], places: [] } }));
	await open(page, '/');
	await what(page).pressSequentially('qqqq');
	await expect(said(page, 'Inga förslag')).toHaveCount(1);
	await expect(page.getByRole('listbox')).toHaveCount(0);
	await expect(what(page)).toHaveAttribute('aria-expanded', 'false');
});

test('a network that fails is silent, and the form works', async ({ page }) => {
	await page.route('**/api/v1/suggest?*', (route) => route.abort());
	const errors: Error[] = [];
	page.on('pageerror', (error) => errors.push(error));
	await open(page, '/');
	const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/suggest'));
	await what(page).pressSequentially('schack');
	await failed;
	await expect(options(page)).toHaveCount(0);
	await expect(said(page, /förslag/)).toHaveCount(0);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('article').first()).toBeVisible();
	expect(errors).toEqual([]);
});

test('on a slow network the last question is answered, whichever answer comes last', async ({ page }) => {
	const held: Route[] = [];
	await page.route(/\/suggest\?q=sch&/, (route) => void held.push(route));
	await open(page, '/');
	await what(page).pressSequentially('sch');
	await expect.poll(() => held.length).toBe(1);
	await what(page).pressSequentially('ack');
	await expect(options(page).last()).toHaveText('Sök efter ”schack”');
	await held[0]!
		.fulfill({ json: { themes: [{ code: 'choir', count: 1 }], entries: [], places: [] } })
		.catch(() => undefined);
	await page.waitForTimeout(200);
	await expect(options(page).last()).toHaveText('Sök efter ”schack”');
	await expect(options(page).filter({ hasText: 'Kör' })).toHaveCount(0);
});

test('an answer that comes after the field is left, or was closed, opens nothing', async ({ page }) => {
	const held: Route[] = [];
	await page.route('**/api/v1/suggest?*', (route) => void held.push(route));
	await open(page, '/');
	await what(page).pressSequentially('schack');
	await expect.poll(() => held.length).toBeGreaterThan(0);
	await page.keyboard.press('Tab');
	await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
	await page.waitForTimeout(300);
	await expect(options(page)).toHaveCount(0);
});

test('emptied, the field offers nothing and asks nothing', async ({ page }) => {
	await open(page, '/');
	await what(page).pressSequentially('schack');
	await expect(options(page).first()).toBeVisible();
	const asked = questions(page);
	await what(page).fill('');
	await expect(options(page)).toHaveCount(0);
	await page.waitForTimeout(250);
	expect(asked).toEqual([]);
});

for (const [device, viewport] of [
	['a phone with its keyboard up', { width: 360, height: 420 }],
	['a desktop', { width: 1280, height: 800 }],
] as const)
	test.describe(`on ${device}`, () => {
		test.use({ viewport });

		for (const path of ['/', '/sok?place=Halmstad'])
			test(`the lists of ${path} are in view, clear of their fields, and move nothing`, async ({ page }) => {
				await open(page, path);
				for (const [field, text] of [
					[what(page), 'schack'],
					[where(page), 'ha'],
				] as const) {
					const button = page.getByRole('button', { name: 'Sök', exact: true });
					const away = async () => (await box(button)).y - (await box(field)).y;
					const before = await away();
					await field.fill(text);
					await expect(options(page).nth(1)).toBeVisible();
					const [list, own] = [await box(page.getByRole('listbox')), await box(field)];
					expect(list.y).toBeGreaterThanOrEqual(own.y + own.height);
					expect(own.y).toBeGreaterThanOrEqual(0);
					expect(list.y + list.height).toBeLessThanOrEqual(viewport.height);
					expect(list.x).toBeGreaterThanOrEqual(0);
					expect(list.x + list.width).toBeLessThanOrEqual(viewport.width);
					expect(list.height).toBeGreaterThan(3 * 44);
					for (const option of await options(page).all()) expect((await box(option)).height).toBeGreaterThanOrEqual(44);
					expect(await away()).toBe(before);
					expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
					await page.keyboard.press('Escape');
				}
			});
	});

for (const colorScheme of ['light', 'dark'] as const)
	test.describe(`no accessibility violation with a list open (${colorScheme})`, () => {
		test.use({ colorScheme });

		for (const path of ['/', '/sok'])
			test(path, async ({ page }) => {
				await open(page, path);
				await what(page).fill('schack');
				await expect(options(page).first()).toBeVisible();
				await page.keyboard.press('ArrowDown');
				expect(await violations(page)).toEqual([]);
				await where(page).fill('ha');
				await expect(options(page).first()).toHaveText(/Nära mig|Ha/);
				expect(await violations(page)).toEqual([]);
			});
	});

test('twice the size of the text fits a small phone too', async ({ page }) => {
	await open(page, '/sok');
	await page.evaluate(() => {
		document.documentElement.style.fontSize = '212%';
	});
	await what(page).fill('schack');
	await expect(options(page).first()).toBeVisible();
	const { x, width } = await box(page.getByRole('listbox'));
	expect(x).toBeGreaterThanOrEqual(0);
	expect(x + width).toBeLessThanOrEqual(360);
});

test('in English, with English names and ways', async ({ page }) => {
	const asked = questions(page);
	await open(page, '/en');
	const field = page.getByRole('combobox', { name: 'What are you looking for?' });
	await field.fill('chess');
	await expect(options(page).first()).toHaveText(/^\s*Chess\s+Topic, [\d,]+ in all of Sweden\s*$/);
	await expect(options(page).last()).toHaveText('Search for “chess”');
	await expect(said(page, /suggestions/)).toHaveCount(1);
	expect(asked.at(-1)).toContain('lang=en');
	await options(page).nth(1).click();
	await expect(page).toHaveURL(/\/en\/(association|room|venue|activity)/);
});
