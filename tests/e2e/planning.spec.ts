import { check } from '@placemarkio/check-geojson';
import { expect, type Page, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { keepMonth } from '../../src/server/monthly.ts';
import { violations } from './axe.ts';
import { enter, give, theStore } from './people.ts';

const QUESTIONS = [
	'Vad finns här?',
	'Hur långt är det till en mötesplats?',
	'Hur lång tid tar det dit?',
	'Var saknas en mötesplats i närheten?',
	'Hur mycket finns att välja på?',
	'Hur mycket används lokalerna?',
	'Vilka når aktiviteterna?',
	'Vad har ändrats?',
];
const section = (page: Page, name: string) => page.getByRole('region', { name });
const unfold = (page: Page) =>
	page.evaluate(() => {
		for (const fold of document.querySelectorAll('details')) fold.open = true;
	});
const wideAs = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test('a report without JavaScript: found, read, asked again by its form, and as it was on a date', async ({
	browser,
}) => {
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await page.goto('/planering');
	await page.getByRole('link', { name: 'Strömsund', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Planeringsöversikt: Strömsund');
	await expect(page.getByRole('heading', { level: 2 })).toHaveText(QUESTIONS);
	await expect(page.getByRole('navigation', { name: 'I översikten' }).getByRole('link')).toHaveText(QUESTIONS);

	// A sentence carries the figure, and the table behind the picture has it too.
	const reach = section(page, QUESTIONS[1]!);
	const [, share] = /^(\d+)\s% av dem som bor i Strömsund har högst 1 km/.exec(
		await reach.locator('.lead').innerText(),
	)!;
	await reach.getByText('Tabell: Invånare inom ett visst avstånd från en mötesplats').click();
	const table = reach.getByRole('table', { name: 'Invånare inom ett visst avstånd från en mötesplats' });
	await expect(table.getByRole('columnheader')).toHaveText([/^Avstånd, högst/, 'Invånare', 'Andel']);
	const kilometre = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^1\s000$/ }) });
	const said = (await kilometre.getByRole('cell').last().innerText()).replace(',', '.').replace(/\s?%/, '');
	// The sentence is rounded, and so is the table, to a decimal.
	expect(Math.abs(Number(said) - Number(share))).toBeLessThanOrEqual(0.51);
	const how = reach.locator('details.how').first();
	await how.getByText('Så är det räknat').click();
	await expect(how).toContainText('Antalet invånare som har närmaste mötesplats inom avståndet');
	await expect(how).toContainText('Underlag: Registret i Samlas');
	await expect(how).toContainText('Osäkerhet:');
	await expect(how).toContainText(/Läget: \S+dag \d+/);
	// What is drawn is said, too; and the two maps lie on the same land, which is there once.
	await expect(page.getByRole('img', { name: /^Karta i sexhörningar: ju starkare färg/ })).toHaveCount(2);
	expect(await page.locator('g.ground').count()).toBe(1);
	expect(await page.content()).not.toContain('<!--[');

	const [, meant] = /(\d+) mötesplatser i området/.exec(await reach.innerText())!;
	await page.getByText('Vilka mötesplatser?').click();
	await page.getByLabel('Slags lokal').selectOption({ label: 'Bygdegård' });
	await page.getByLabel('Entré utan trappsteg').check();
	await page.getByRole('button', { name: 'Visa', exact: true }).click();
	expect(new URL(page.url()).searchParams.get('stepFree')).toBe('1');
	await expect(page.getByText(/^Valt: .*bygdegård.*\.$/i)).toBeVisible();
	await expect(page.getByLabel('Slags lokal')).toHaveValue(new URL(page.url()).searchParams.get('venueKind')!);
	const [, fewer] = /(\d+|En) mötesplats/.exec(await section(page, QUESTIONS[1]!).innerText())!;
	expect(Number(fewer === 'En' ? 1 : fewer)).toBeLessThan(Number(meant));
	await page.getByRole('link', { name: 'Ta bort valen' }).click();
	expect(new URL(page.url()).search).toBe('');

	// A month that was kept: what is not kept is not shown, and the page says so.
	const then = Date.UTC(2025, 2, 5) / 1000;
	await keepMonth(await theStore(), then, async () => new Map());
	await page.goto('/planering/stromsund?asOf=2025-03-10');
	await expect(page.getByRole('status')).toContainText('siffror som sparades tidigare');
	await expect(page.getByRole('heading', { level: 2 })).not.toHaveText(QUESTIONS);
	await page.getByRole('link', { name: 'Visa läget nu' }).click();
	await expect(page.getByRole('heading', { level: 2 })).toHaveText(QUESTIONS);
	expect((await page.goto('/planering/ingenstans'))!.status()).toBe(404);
	await page.context().close();
});

test('its tables and the whole of it are had as files that can be read', async ({ page }) => {
	await page.goto('/planering/stromsund');
	await unfold(page);
	const files = page.getByRole('list', { name: 'Ladda ner: Orter och landsbygd' });
	const of = async (name: string) => {
		const href = await files.or(page.locator('footer')).getByRole('link', { name }).getAttribute('href');
		const answer = await page.request.get(href!);
		expect(answer.status(), href!).toBe(200);
		expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="samlas-stromsund-/);
		return answer.body();
	};
	const shown = await page
		.getByRole('table', { name: /^Orter och landsbygd/ })
		.getByRole('rowheader')
		.allInnerTexts();
	const rows: string[][] = parse(await of('Ladda ner CSV'), { bom: true, delimiter: ';', relaxColumnCount: true });
	const first = rows.map(([cell]) => cell);
	for (const place of shown) expect(first).toContain(place.trim());

	const sheet = await readXlsxFile(await of('Ladda ner Excel'));
	expect(JSON.stringify(sheet)).toContain(shown[0]!.trim());
	const hexagons = await page.request.get('/planering/stromsund/fil/gaps-hexagons.geojson');
	const layer = check(await hexagons.text());
	expect(layer.type === 'FeatureCollection' && layer.features.length).toBeGreaterThan(0);
	const paper = await of('Ladda ner översikten som PDF (A4, högst tio sidor)');
	expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
	const pages = paper.toString('latin1').match(/\/Type \/Page\b(?!s)/g)!.length;
	expect(pages).toBeGreaterThan(3);
	expect(pages).toBeLessThanOrEqual(10);
	expect(paper.toString('latin1').trimEnd().endsWith('%%EOF')).toBe(true);
	expect((await of('Ladda ner alla tabeller som Excel')).subarray(0, 2).toString()).toBe('PK');
	for (const wrong of ['nothing.csv', 'gaps.exe', 'oversikt.csv', '..%2f.csv'])
		expect((await page.request.get(`/planering/stromsund/fil/${wrong}`)).status(), wrong).toBe(404);
});

test('on a phone with every fold open: nothing to scroll sideways, and axe finds nothing; Swedish in the light, English in the dark', async ({
	page,
}) => {
	for (const [path, colorScheme, heading] of [
		['/planering/stromsund', 'light', 'Planeringsöversikt: Strömsund'],
		['/en/planning/stromsund', 'dark', 'Planning overview: Strömsund'],
	] as const) {
		await page.emulateMedia({ colorScheme });
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
		expect(await page.locator('script[src], script[type=module]').count()).toBe(0);
		await unfold(page);
		expect(await wideAs(page)).toBeLessThanOrEqual(360);
		expect(await violations(page)).toEqual([]);
	}
});

test('who works there tries a new place from the report and sees who gains; a reader is not offered it', async ({
	browser,
}) => {
	await give('planning-staff@example.org', { role: 'administrator', municipality: '2425' });
	const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	await page.goto('/planering/dorotea');
	await expect(page.getByRole('link', { name: /^Tänk om/ })).toHaveCount(0);
	await enter(page, 'planning-staff@example.org');
	await page.goto('/planering/dorotea');
	await page.getByRole('link', { name: /^Tänk om/ }).click();
	// In the fells, far from any place that is known.
	await page.getByLabel('Eller på en punkt').fill('64,6000, 15,6000');
	await page.getByRole('button', { name: 'Lägg till', exact: true }).click();
	await expect(page.getByRole('region', { name: 'Vem får närmare' }).getByRole('status')).toContainText(
		/får kortare väg till närmaste mötesplats|Några få invånare får kortare väg/,
	);
	await page.goto('/planering/stromsund');
	await expect(page.getByRole('link', { name: /^Tänk om/ })).toHaveCount(0);
	await page.context().close();
});
