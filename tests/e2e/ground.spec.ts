import { type Browser, expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { enter, give } from './people.ts';

async function deskOf(browser: Browser, municipality: string, options = {}): Promise<Page> {
	const email = `ground-desk-${municipality}@example.org`;
	await give(email, { role: 'reviewer', municipality });
	const page = await (await browser.newContext(options)).newPage();
	await enter(page, email);
	return page;
}

interface Place {
	municipality: string;
	name: string;
	slug: string;
	persons: number;
	/** A corner near its town. */
	west: number;
	south: number;
}

const ring = (west: number, south: number, side = 0.04) => [
	[west, south],
	[west + side, south],
	[west + side, south + side],
	[west, south + side],
	[west, south],
];

/** Two invented DeSO with all who live there, under a heading that nobody knows; and one of another municipality. */
function areas({ municipality, persons, west, south }: Place, crossed = false): string {
	const first = ring(west, south);
	if (crossed) [first[1], first[2]] = [first[2]!, first[1]!];
	const half = Math.round(persons / 2);
	const feature = (deso: string, Spalt: number, corners: number[][]) => ({
		type: 'Feature',
		properties: { deso, Spalt },
		geometry: { type: 'Polygon', coordinates: [corners] },
	});
	return JSON.stringify({
		type: 'FeatureCollection',
		features: [
			feature(`${municipality}A0010`, half, first),
			feature(`${municipality}A0020`, persons - half, ring(west + 0.05, south)),
			feature('0880A0010', 70_000, ring(16.3, 56.6)),
		],
	});
}

/** Waits for work that is done away from requests; without JavaScript by looking again. */
async function comes(page: Page, state: string, javaScript: boolean) {
	await expect(async () => {
		if (!javaScript) await page.reload();
		await expect(page.getByRole('status')).toContainText(state, { timeout: javaScript ? 20_000 : 1000 });
	}).toPass({ timeout: 60_000 });
}

const ways = [
	{
		called: 'a phone',
		place: { municipality: '2081', name: 'Borlänge', slug: 'borlange', persons: 52_000, west: 15.4, south: 60.46 },
		options: { javaScriptEnabled: true, viewport: { width: 360, height: 740 } },
	},
	{
		called: 'a desktop without JavaScript',
		place: { municipality: '2082', name: 'Säter', slug: 'sater', persons: 11_000, west: 15.7, south: 60.33 },
		options: { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } },
	},
];

for (const { called, place, options } of ways)
	test(`where people live is handed in, looked through, published, removed and taken back, on ${called}`, async ({
		browser,
	}) => {
		test.setTimeout(180_000);
		const { javaScriptEnabled } = options;
		const desk = await deskOf(browser, place.municipality, options);
		const clean = async (where: string) => {
			if (javaScriptEnabled) expect(await violations(desk), where).toEqual([]);
		};
		const hand = async (text: string) => {
			await desk.goto('/granska/underlag');
			const buffer = Buffer.from(text);
			await desk.getByLabel('Filen').setInputFiles({ name: 'deso.geojson', mimeType: 'application/json', buffer });
			await desk.getByRole('button', { name: 'Lämna in' }).click();
		};
		const estimated = `${place.name}: planeringen räknar på en uppskattning`;
		const counted = `${place.name}: planeringen räknar på DeSO`;

		await desk.goto('/granska');
		await desk.getByRole('link', { name: 'Läs in var människor bor' }).click();
		await expect(desk.getByText(estimated)).toBeVisible();
		await desk.getByRole('button', { name: 'Lämna in' }).click();
		await expect(desk.getByText('Välj en fil.')).toBeVisible();
		await clean('the form');

		await hand(areas(place, true));
		await comes(desk, 'Inget har ändrats', javaScriptEnabled);
		const wrong = desk.getByRole('region', { name: 'Det här är fel' });
		await expect(wrong).toContainText(`Ytan korsar sig själv rad 1, ${place.municipality}A0010`);
		await clean('what is wrong');
		await desk.getByRole('button', { name: 'Släng filen' }).click();
		await comes(desk, 'Slängd.', javaScriptEnabled);

		await hand(areas(place));
		await comes(desk, 'Väntar på dig', javaScriptEnabled);
		await expect(desk.getByText('Områdena har inga antal i filen')).toBeVisible();
		await desk.getByText('Hur filen är läst').click();
		await desk.getByLabel('Spalt', { exact: true }).selectOption({ label: 'antal personer' });
		await desk.getByRole('button', { name: 'Läs om filen så' }).click();
		await comes(desk, 'Väntar på dig', javaScriptEnabled);
		await expect(desk.getByRole('region', { name: 'Det här är filen' })).toContainText('WGS 84');
		await expect(desk.getByRole('region', { name: 'Personer i filen' })).toContainText(`${place.name}:`);
		const fates = desk.getByRole('navigation', { name: 'Vad som händer med raderna' });
		await fates.getByRole('link', { name: 'Utelämnas 1' }).click();
		await expect(desk.locator('ol.rows > li')).toHaveCount(1);
		await expect(desk.locator('ol.rows > li')).toHaveText(/^0880A0010 rad 3 Hör till en annan kommun/);
		await clean('the preview');

		await desk.getByRole('button', { name: 'Läs in underlaget' }).click();
		await expect(desk.getByText('Skriv vem som har gjort uppgifterna.')).toBeVisible();
		if (javaScriptEnabled) await expect(desk.getByLabel('Vem har gjort uppgifterna?')).toBeFocused();
		await desk.getByLabel('Vem har gjort uppgifterna?').fill('SCB');
		await desk.getByLabel('När gällde de?').fill('i fjol');
		await desk.getByLabel('På vilka villkor får de användas?').fill('CC0');
		await desk.getByRole('button', { name: 'Läs in underlaget' }).click();
		await expect(desk.getByLabel('På vilka villkor får de användas?'), 'what was typed stays').toHaveValue('CC0');
		await desk.getByLabel('När gällde de?').fill('2025-12-31');
		await desk.getByRole('button', { name: 'Läs in underlaget' }).click();
		await comes(desk, 'Klart.', javaScriptEnabled);
		await clean('published');

		await desk.getByRole('link', { name: 'Se planeringen' }).click();
		await expect(desk.getByText('Befolkningen är inläst: SCB, 2025-12-31, CC0.')).toBeVisible();
		await desk.getByRole('link', { name: 'Se eller byt underlaget' }).click();
		await expect(desk.getByText(counted)).toBeVisible();
		await expect(desk.getByText('SCB, 2025-12-31. Villkor: CC0.')).toBeVisible();
		await clean('what stands');
		await desk.getByRole('button', { name: 'Ta bort DeSO' }).click();
		await comes(desk, 'Borttaget.', javaScriptEnabled);
		await desk.getByRole('link', { name: 'Allt underlag' }).click();
		await expect(desk.getByText(estimated)).toBeVisible();

		const change = desk.getByRole('region', { name: 'Tidigare ändringar' }).getByRole('link');
		await change.filter({ hasText: 'deso.geojson' }).first().click();
		await desk.getByRole('button', { name: 'Ta tillbaka' }).click();
		await expect(async () => {
			if (!javaScriptEnabled) await desk.reload();
			await expect(desk.getByText('Något senare bygger på detta.')).toBeVisible({ timeout: 1000 });
		}).toPass({ timeout: 60_000 });
		for (const name of ['Borttagning', 'deso.geojson']) {
			await desk.goto('/granska/underlag');
			await change.filter({ hasText: name }).first().click();
			await desk.getByRole('button', { name: 'Ta tillbaka' }).click();
			await comes(desk, 'Taget tillbaka', javaScriptEnabled);
		}
		await desk.goto('/en/review/people');
		await expect(desk.getByText('planning reckons with an estimate')).toBeVisible();
		await clean('in English');

		const stranger = await deskOf(browser, '0115');
		expect((await stranger.goto(`/granska/underlag?kommun=${place.municipality}`))!.status()).toBe(404);
		await stranger.context().close();
		await desk.context().close();
	});
