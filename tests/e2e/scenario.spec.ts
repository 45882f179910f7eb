import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { enter, give } from './people.ts';

/** A municipality in which no other test changes anything. */
const CODE = '2403';
const PATH = '/planering/bjurholm/tank-om';

/** Two venues of the municipality that are on the map. */
async function venuesOf(page: Page): Promise<string[]> {
	const { items } = await (await page.request.get(`/api/v1/listings?kind=venue&municipality=${CODE}&limit=20`)).json();
	return (items as { name: string; position: unknown }[]).filter(({ position }) => position).map(({ name }) => name);
}
const result = (page: Page) => page.getByRole('region', { name: 'Vem får närmare' }).getByRole('status');
const plan = (page: Page) => new URL(page.url()).searchParams.get('plan');

test('without JavaScript: a venue closes, a place opens, best sites are taken in; saved, renamed, compared, removed', async ({
	browser,
}) => {
	await give('scenario-plain@example.org', { role: 'reviewer', municipality: CODE });
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await enter(page, 'scenario-plain@example.org');
	const [first] = await venuesOf(page);
	await page.goto('/planering/bjurholm');
	await page.getByRole('link', { name: /^Tänk om/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tänk om: Bjurholm');

	await page.getByLabel('Sök på namn').fill(first!);
	await page.getByRole('button', { name: 'Sök', exact: true }).click();
	await page
		.getByRole('link', { name: new RegExp(`^Stäng\\b.*${first}`) })
		.first()
		.click();
	expect(plan(page)).toMatch(/^close-\d+$/);
	await expect(page.getByRole('listitem').filter({ hasText: `${first} stänger` })).toBeVisible();
	await expect(result(page)).toContainText('Ingen får kortare väg');

	// At a point that is none, then at one.
	await page.getByLabel('Eller på en punkt').fill('Paris');
	await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('inte att läsa som en punkt');
	await expect(page.getByLabel('Eller på en punkt')).toHaveValue('Paris');
	await page.getByLabel('Eller på en punkt').fill('63,9300, 19,2100');
	await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
	expect(plan(page)).toMatch(/^close-\d+_open-19\.21-63\.93$/);

	await page.getByLabel('Namn', { exact: true }).fill('Stäng och öppna');
	await page.getByRole('button', { name: 'Spara', exact: true }).click();
	await expect(page.getByText('Scenariot är sparat.')).toBeVisible();
	await page.getByRole('button', { name: 'Spara', exact: true }).click();
	await expect(page.getByText('Ge scenariot ett namn.')).toBeVisible();

	await page.getByLabel('Hur många?').selectOption('2');
	await page.getByRole('button', { name: 'Föreslå platser' }).click();
	const sites = page.getByRole('region', { name: 'Bästa platserna' });
	await expect(sites.getByRole('status')).toContainText(
		/Ingen annan av|bara en tänkbar|bevisat att inga andra|minst \d+/,
	);
	await sites
		.getByRole('link', { name: /^Lägg till/ })
		.first()
		.click();
	expect(plan(page)!.split('_')).toHaveLength(3);
	await page.getByLabel('Namn', { exact: true }).fill('En till');
	await page.getByRole('button', { name: 'Spara', exact: true }).click();

	await page.getByRole('link', { name: 'Sparade scenarier (2)' }).click();
	const one = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'En till' }) });
	await one.getByText('Byt namn').click();
	await one.getByLabel('Namn').fill('stäng och ÖPPNA');
	await one.getByRole('button', { name: 'Spara' }).click();
	await expect(page.getByRole('alert')).toContainText('heter så');
	await page.getByLabel('Namn').and(page.locator('[aria-invalid]')).fill('Tre ändringar');
	await page.getByRole('button', { name: 'Spara' }).first().click();
	await expect(page.getByRole('heading', { name: 'Tre ändringar' })).toBeVisible();

	await page.getByRole('button', { name: 'Jämför de valda' }).click();
	await expect(page.getByRole('alert')).toContainText('två till fyra');
	for (const name of ['Tre ändringar', 'Stäng och öppna'])
		await page.getByRole('checkbox', { name: `Jämför ${name}` }).check();
	await page.getByRole('button', { name: 'Jämför de valda' }).click();
	const table = page.getByRole('table', { name: 'Scenarierna bredvid varandra' });
	await expect(table.getByRole('row')).toHaveCount(3);
	await expect(page.getByRole('img')).toHaveCount(2);

	await page.goto(`${PATH}/sparade`);
	for (const left of [1, 0]) {
		await page.getByText('Ta bort scenariot').first().click();
		await page
			.getByRole('button', { name: /^Ta bort/ })
			.first()
			.click();
		await expect(page.getByRole('status').filter({ hasText: 'Klart.' })).toBeVisible();
		await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: /ändringar|öppna/ })).toHaveCount(left);
	}
	await page.context().close();
});

test('on a phone by keys: the venue nearest the middle is moved there, an address with nonsense still works; axe finds nothing', async ({
	browser,
}) => {
	await give('scenario-keys@example.org', { role: 'administrator', municipality: CODE });
	const page = await (await browser.newContext()).newPage();
	await enter(page, 'scenario-keys@example.org');
	await page.goto(`${PATH}?plan=nonsense_close-999999999&sites=9&aim=x&theme=nothing&page=-1`);
	await expect(page.getByText('1 delar av adressen gick inte att läsa')).toBeVisible();
	await expect(page.getByText('Finns inte bland kommunens lokaler.')).toBeVisible();
	await page.getByRole('link', { name: /^Ta bort\b.*En lokal stänger/ }).press('Enter');
	await expect(page.getByText('Inget än.')).toBeVisible();
	expect(plan(page)).toBeNull();

	await page.getByRole('button', { name: 'Välj lokalen närmast mitten' }).press('Enter');
	const move = page.getByRole('region', { name: 'På kartan' }).getByRole('link', { name: /^Flytta\b/ });
	const name = (await move.textContent())!.replace(/^Flytta[: ]*/, '').trim();
	await move.press('Enter');
	await expect(page.getByText(`Du flyttar ${name}.`)).toBeVisible();
	await page.getByRole('region', { name: 'Karta över det du prövar' }).press('ArrowUp');
	await page.getByRole('button', { name: 'Flytta till kartans mitt' }).press('Enter');
	await expect(page.getByRole('listitem').filter({ hasText: `${name} flyttar till` })).toBeVisible();
	expect(plan(page)).toMatch(/^move-\d+-[\d.]+-[\d.]+$/);
	await page.getByRole('button', { name: 'Ny mötesplats i mitten' }).press('Enter');
	await expect(page.getByRole('listitem').filter({ hasText: 'Ny mötesplats på' })).toBeVisible();
	const shared = page.url();
	expect(await violations(page)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

	// The address holds it all, in English too; it is no key for who does not work there.
	await page.goto(shared.replace('/planering/bjurholm/tank-om', '/en/planning/bjurholm/what-if'));
	await expect(page.getByText(`${name} moves to`).first()).toBeVisible();
	await page.context().close();
	const stranger = await (await browser.newContext()).newPage();
	await enter(stranger, 'scenario-stranger@example.org');
	expect((await stranger.goto(shared))!.status()).toBe(404);
	await stranger.context().close();
});
