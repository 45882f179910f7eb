import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { ListingSchema } from '../../src/domain/listing.ts';
import { violations } from './axe.ts';
import { enter, give, theStore } from './people.ts';

/** Two that are one, of a municipality in which no other test does anything, with what belongs to them. */
async function twice(municipality: string, word: string): Promise<{ kept: number; gone: number }> {
	const store = await theStore();
	const at = Math.floor(Date.now() / 1000);
	const common = { kind: 'organisation', municipality, organisationNumber: '8020000003' } as const;
	const ids = await store.transaction(async (tx) => {
		const made = async (value: unknown) => tx.listings.create(ListingSchema.parse(value), { at, publish: true });
		const kept = await made({ ...common, name: `${word} IF`, email: 'info@ena.example', themes: ['football'] });
		const gone = await made({
			...{ ...common, name: `${word} idrottsförening`, email: 'kansli@andra.example', themes: ['chess'] },
			...{ street: 'Provvägen 1', texts: { sv: { description: '<b>Vi</b> spelar.' } } },
		});
		await made({ kind: 'activity', name: `${word} spelkväll`, municipality, organisation: gone });
		return { kept, gone };
	});
	return ids;
}

async function deskOf(browser: Browser, municipality: string, options = {}): Promise<Page> {
	const email = `merge-${municipality}@example.org`;
	await give(email, { role: 'reviewer', municipality });
	const page = await (await browser.newContext(options)).newPage();
	await enter(page, email);
	return page;
}

const sorts = [
	['phone with JavaScript', '0885', 'Ljungåsa', {}],
	['desktop without', '0860', 'Hälleby', { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } }],
] as const;

for (const [sort, municipality, word, options] of sorts)
	test(`two that are one are found, merged and taken back: ${sort}`, async ({ browser, request }) => {
		const { kept, gone } = await twice(municipality, word);
		const slug = word.toLowerCase().replaceAll('å', 'a').replaceAll('ä', 'a');
		const desk = await deskOf(browser, municipality, options);
		await desk.goto('/granska');
		await desk.getByRole('link', { name: 'Se om något finns två gånger' }).click();
		const pair = desk.getByRole('listitem').filter({ hasText: `${word} IF och ${word} idrottsförening` });
		await expect(pair).toContainText('Nästan säkert samma');
		await expect(pair).toContainText('samma organisationsnummer');
		await pair.getByRole('link').click();
		await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Är de samma?');
		await expect(desk.getByText('Följer med: 1 aktivitet.')).toBeVisible();
		await expect(desk.getByText('<b>Vi</b> spelar.')).toBeVisible();
		const email = desk.getByRole('group', { name: 'E-postadress' });
		await expect(email.getByRole('radio').first()).toBeChecked();
		await email.getByRole('radio').nth(1).check();
		await expect(desk.getByRole('group', { name: 'Ämnen' }).getByRole('radio', { name: 'Båda' })).toBeChecked();
		await desk.getByRole('button', { name: 'Slå ihop' }).click();
		await expect(desk.getByRole('status')).toContainText(`${word} IF är kvar`);

		const moved = await request.get(`/forening/${slug}-idrottsforening`, { maxRedirects: 0 });
		expect([moved.status(), moved.headers().location]).toEqual([301, `/forening/${slug}-if`]);
		const api = await request.get(`/api/v1/listings/${gone}`, { maxRedirects: 0 });
		expect([api.status(), api.headers().location]).toEqual([301, `/api/v1/listings/${kept}`]);
		await desk.goto(`/forening/${slug}-if`);
		await expect(desk.getByText('kansli@andra.example')).toBeVisible();
		await expect(desk.getByText(`${word} spelkväll`).first()).toBeVisible();
		await desk.goto(`/forening/${slug}-if/historik`);
		await expect(desk.getByText('Slog ihop med en annan sida')).toBeVisible();
		await expect(desk.getByText('kansli@andra.example')).toBeVisible();

		await desk.goto('/granska/dubbletter');
		await desk.getByRole('link', { name: `Upphäv: ${word} idrottsförening och ${word} IF` }).click();
		await expect(desk.getByText('info@ena.example')).toBeVisible();
		await desk.getByRole('button', { name: 'Upphäv' }).click();
		await expect(desk.getByRole('status')).toHaveText('Sammanslagningen är upphävd. Båda sidorna finns igen.');
		await desk.goto(`/forening/${slug}-idrottsforening`);
		await expect(desk.getByText(`${word} spelkväll`).first()).toBeVisible();

		await desk.goto(`/granska/dubbletter/${gone}-${kept}`);
		await desk.getByRole('button', { name: 'De är inte samma' }).click();
		await expect(desk.getByRole('status')).toContainText('De två visas inte här igen.');
		await expect(desk.getByText(`${word} IF och ${word} idrottsförening`)).toHaveCount(0);
		await desk.context().close();
	});

test('by keyboard alone: from the list to a merge; what was changed meanwhile is told of', async ({ browser }) => {
	const { kept, gone } = await twice('0861', 'Granliden');
	const desk = await deskOf(browser, '0861');
	// A slow network: they begin before the page is alive.
	const { promise: released, resolve: release } = Promise.withResolvers<void>();
	await desk.route(/\.js(\?|$)/, async (route) => {
		await released;
		await route.continue();
	});
	await desk.goto(`/granska/dubbletter/${kept}-${gone}`, { waitUntil: 'commit' });
	const focused = (locator: ReturnType<Page['getByRole']>) =>
		locator.evaluate((node) => node === document.activeElement);
	const tabTo = async (locator: ReturnType<Page['getByRole']>) => {
		for (let n = 0; n < 60 && !(await focused(locator)); n++) await desk.keyboard.press('Tab');
		await expect(locator).toBeFocused();
	};
	const name = desk.getByRole('group', { name: 'Namn', exact: true });
	await tabTo(name.getByRole('radio').first());
	await desk.keyboard.press('ArrowDown');
	await expect(name.getByRole('radio').nth(1)).toBeChecked();
	release();
	await desk.waitForLoadState('networkidle');
	await expect(name.getByRole('radio').nth(1), 'alive, it is as it was').toBeChecked();
	const store = await theStore();
	await store.transaction(async (tx) => {
		const listing = (await tx.listings.get(gone))!;
		await tx.listings.replace(gone, { ...listing, phone: '08-465 00 01' } as never, listing.updatedAt + 1);
	});
	await tabTo(desk.getByRole('button', { name: 'Slå ihop' }));
	await desk.keyboard.press('Enter');
	await expect(desk.getByRole('alert')).toContainText('Någon har ändrat en av sidorna');
	await expect(desk.getByRole('alert')).toBeFocused();
	await expect(name.getByRole('radio').nth(1), 'what was chosen is kept').toBeChecked();
	await tabTo(desk.getByRole('button', { name: 'Slå ihop' }));
	await desk.keyboard.press('Enter');
	await expect(desk.getByRole('status')).toContainText('Granliden idrottsförening är kvar');
	await desk.context().close();
});

test('the trail is searched, and taken along; a formula in a name is a text', async ({ browser }) => {
	const { kept, gone } = await twice('0862', '=1+1 Mörkvik');
	const desk = await deskOf(browser, '0862');
	await desk.goto(`/granska/dubbletter/${kept}-${gone}`);
	await desk.getByRole('button', { name: 'Slå ihop' }).click();
	await desk.goto('/granska/spar');
	await desk.getByLabel('Sidans namn').fill('mörkvik');
	await desk.getByLabel('Vad', { exact: true }).selectOption({ label: 'Sidor' });
	await desk.getByRole('button', { name: 'Sök' }).last().click();
	await expect(desk.getByRole('listitem').filter({ hasText: 'Slog ihop' })).toHaveCount(2);
	await expect(desk.getByText(', du').first()).toBeVisible();
	const [file] = await Promise.all([
		desk.waitForEvent('download'),
		desk.getByRole('link', { name: 'Hämta som kalkylblad' }).click(),
	]);
	expect(file.suggestedFilename()).toBe('samlas-trail.csv');
	const text = readFileSync(await file.path(), 'utf8');
	expect(text.charCodeAt(0)).toBe(0xfeff);
	expect(text).toContain(";'=1+1 Mörkvik IF;");
	expect(text).not.toMatch(/(^|;)"?[=+@]/m);
	const json = await desk.request.get('/granska/spar/json?sida=mörkvik');
	expect(json.headers()['cache-control']).toContain('no-store');
	const steps = await json.json();
	expect(steps.map(({ action }: { action: string }) => action)).toEqual(['listing.merged_away', 'listing.merged']);
	expect(await (await desk.request.get('/granska/spar/json?sida=finns-inte')).json()).toEqual([]);
	await desk.context().close();
});

test('axe finds nothing in the pages of pairs and of the trail, in both languages', async ({ browser }) => {
	test.setTimeout(120_000);
	const { kept, gone } = await twice('0883', 'Tallmo');
	const desk = await deskOf(browser, '0883');
	const clean = async (...paths: string[]) => {
		for (const path of paths) {
			await desk.goto(path);
			expect(await violations(desk), path).toEqual([]);
		}
	};
	await clean('/granska/dubbletter', '/en/review/duplicates', `/granska/dubbletter/${kept}-${gone}`);
	await clean(`/en/review/duplicates/${kept}-${gone}`);
	await desk.goto(`/granska/dubbletter/${kept}-${gone}`);
	await desk.getByRole('button', { name: 'Slå ihop' }).click();
	const undo = await desk.getByRole('link', { name: /^Upphäv/ }).getAttribute('href');
	await clean(
		undo!,
		'/granska/spar',
		'/en/review/trail',
		'/forening/tallmo-if/historik',
		'/en/organisation/tallmo-if/history',
	);
	await desk.context().close();
});
