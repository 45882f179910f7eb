import { expect, test } from '@playwright/test';
import { violations } from './axe.ts';

// As visitors have it, the service worker too.
test.use({ serviceWorkers: 'allow' });

test('from the front page to a language café with its way there', async ({ page }) => {
	await page.goto('/');
	await page.getByLabel('Vad letar du efter?').fill('språkkafé');
	// It becomes one when the page is alive.
	await page.getByRole('combobox', { name: 'Var?' }).fill('Halmstad');
	await page.getByRole('option', { name: 'Halmstad', exact: true }).click();
	await page.getByRole('button', { name: 'Sök', exact: true }).click();
	await expect(page).toHaveURL(/\/sok\?q=spr/);
	const first = page.getByRole('article').first();
	await expect(first).toContainText(/språkkafé/i);
	await first.getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(/språkkafé/i);
});

test('a hall near Oskarström is found by distance, nearest first', async ({ page }) => {
	await page.goto('/sok?kind=venue&place=Oskarstr%C3%B6m');
	await expect(page.getByRole('combobox', { name: 'Ordna efter' })).toHaveValue('distance');
	const lines = await page.getByRole('article').locator('.distance').allTextContents();
	expect(lines.length).toBeGreaterThan(3);
	const kilometres = lines.map((line) => Number(line.match(/([\d,]+)\s*km/)![1]!.replace(',', '.')));
	expect(kilometres).toEqual([...kilometres].sort((a, b) => a - b));
	expect(kilometres[0]).toBeLessThan(10);
});

test('a filter is chosen, said as a sentence, and taken away again', async ({ page }) => {
	await page.goto('/sok?kind=activity');
	const count = page.locator('#results');
	const before = await count.textContent();
	await page.locator('summary', { hasText: 'Ämne' }).click();
	await page.getByRole('checkbox', { name: /^Schack/ }).check();
	await expect(page).toHaveURL(/theme=chess/);
	await expect(count).not.toHaveText(before!);
	await page
		.getByRole('button', { name: /^Visa [\d\s]+ träffar$/ })
		.locator('visible=true')
		.click();
	await page.getByRole('link', { name: 'Ta bort Schack' }).click();
	await expect(page).not.toHaveURL(/theme=/);
	await expect(count).toHaveText(before!);
});

test('a sentence becomes filters that can be taken away, or is searched for word by word', async ({ page }) => {
	await page.goto('/');
	await page.getByLabel('Vad letar du efter?').fill('gratis språkkafé på tisdagar i Sollefteå');
	await page.keyboard.press('Enter');
	for (const filter of ['gratis', 'tisdag', 'nära Sollefteå', '”språkkafé”'])
		await expect(page.getByRole('link', { name: new RegExp(`^Ta bort ${filter}`, 'i') })).toBeVisible();
	await expect(page.getByLabel('Vad letar du efter?')).toHaveValue('gratis språkkafé på tisdagar i Sollefteå');
	await page.getByRole('link', { name: /^Ta bort tisdag/i }).click();
	await expect(page).toHaveURL(/\?q=spr%C3%A5kkaf%C3%A9&free=1&place=Sollefte%C3%A5$/);
	await expect(page.getByRole('article').first()).toContainText('Gratis');
	await page.goBack();
	await page.getByRole('link', { name: 'Sök på orden precis som de står' }).click();
	await expect(page).toHaveURL(/literal=1/);
	await expect(page.getByRole('link', { name: /^Ta bort tisdag/i })).toHaveCount(0);
});

test('a word of another language tells what it was read as, or is searched for as it stands', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(`/sok?${new URLSearchParams({ q: 'كرة القدم' })}`);
	const line = page.getByText('Vi läste كرة القدم som fotboll.', { exact: false });
	await expect(line).toBeVisible();
	await expect(line.locator('bdi')).toHaveText('كرة القدم');
	await expect(page.getByRole('article').first()).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.getByRole('link', { name: 'Sök på orden precis som de står' }).click();
	await expect(page.getByRole('heading', { name: 'Inget hittades' })).toBeVisible();
	await expect(line).toHaveCount(0);
	await page.goto(`/en/search?${new URLSearchParams({ q: 'футбол' })}`);
	await expect(page.getByText('We read футбол as football.')).toBeVisible();
});

test('how many are to have room is read, can be chosen otherwise, and taken away', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(`/sok?${new URLSearchParams({ q: 'lokal för 80 personer' })}`);
	const found = await page.locator('#results').textContent();
	await page.locator('summary', { hasText: 'Lokal' }).click();
	await expect(page.getByRole('radio', { name: 'Minst 80' })).toBeChecked();
	await page.getByRole('radio', { name: /^Minst 200/ }).check();
	await expect(page).toHaveURL(/kind=venue&seats=200/);
	await expect(page.locator('#results')).not.toHaveText(found!);
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: 'Ta bort plats för minst 200' }).click();
	await expect(page).toHaveURL(/\/sok\?kind=venue$/);
});

test('what was searched for stands out, and what the card does not show is said', async ({ page }) => {
	await page.goto('/sok?q=schack&kind=activity');
	const first = page.getByRole('article').first();
	await expect(first.getByRole('heading').locator('mark')).toHaveText('Schack');
	await expect(first.getByRole('listitem').locator('mark')).toHaveText('Schack');
	await page.goto('/sok?q=fotboll+sport');
	await expect(page.getByText('Hittades genom ämnet idrott.').first()).toBeVisible();
});

test('a misspelt word is read as it was meant, or searched for as it was typed', async ({ page }) => {
	await page.goto('/sok?q=shcack&place=Halmstad');
	await expect(page.getByText('Visar träffar för ”schack”.')).toBeVisible();
	await expect(page.getByRole('article').first().locator('mark').first()).toHaveText('Schack');
	await page.getByRole('link', { name: 'Sök i stället på ”shcack”' }).click();
	await expect(page.getByRole('heading', { name: 'Inget hittades' })).toBeVisible();
	await expect(page).toHaveURL(/q=shcack&literal=1&place=Halmstad/);
	await page.getByRole('link', { name: 'Sök också på ord som liknar' }).click();
	await expect(page.getByText('Visar träffar för ”schack”.')).toBeVisible();
});

test('text that was pasted is shown as text, and searched for as far as it goes', async ({ page }) => {
	const faults: string[] = [];
	page.on('pageerror', (error) => faults.push(error.message));
	for (const q of [
		'<script>document.title="x"</script>',
		'\u202eschack',
		`s${'\u0301'.repeat(90)}chack`,
		'(a+)+$ 🎉',
	]) {
		const response = await page.goto(`/sok?${new URLSearchParams({ q })}`);
		expect(response!.status()).toBe(200);
		await expect(page.locator('#results')).toBeVisible();
	}
	await page.goto(`/sok?q=${'schack+'.repeat(400)}`);
	await expect(page.getByText('Din text var lång. Vi sökte på början av den.')).toBeVisible();
	await expect(page.getByRole('article').first()).toBeVisible();
	expect(faults).toEqual([]);
});

test('all pages of a search hold each entry once', async ({ page }) => {
	await page.goto('/sok?q=bygdeg%C3%A5rd&place=Halmstad');
	const total = Number((await page.locator('#results').textContent())!.replace(/\D/g, ''));
	const seen: string[] = [];
	for (let n = 0; n < 20; n++) {
		seen.push(...(await page.getByRole('article').evaluateAll((all) => all.map((one) => one.dataset.listing!))));
		const more = page.getByRole('link', { name: 'Fler träffar' });
		if ((await more.count()) === 0) break;
		await more.click();
		await page.waitForURL(/cursor=/);
		await expect(page.getByRole('article').first()).not.toHaveAttribute('data-listing', seen.at(-20) ?? '');
	}
	expect(new Set(seen).size).toBe(seen.length);
	if (total <= 400) expect(seen.length).toBe(total);
});

test('on a phone the first hit is seen at once', async ({ page }) => {
	await page.goto('/sok?q=spr%C3%A5kkaf%C3%A9&place=Sollefte%C3%A5');
	await expect(page.getByRole('article').first().getByRole('link')).toBeInViewport();
});

test('on a phone the map is there again after a visit to an entry found on it', async ({ page }) => {
	await page.goto('/sok?bbox=12.84,56.66,12.87,56.69');
	await page.getByRole('button', { name: 'Karta' }).click();
	const spot = page.locator('button.spot').first();
	await expect(spot).toBeVisible({ timeout: 20_000 });
	await spot.press('Enter');
	await page.getByRole('region', { name: 'På den här platsen' }).getByRole('link').first().click();
	await expect(page.getByRole('heading', { name: 'Kontakt' })).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('button', { name: 'Lista' })).toBeVisible();
});

test.describe('near me', () => {
	test.use({ geolocation: { longitude: 12.86, latitude: 56.67 }, permissions: ['geolocation'] });

	test('stays when a word is added, until a place is written; addresses hold only what was filled in', async ({
		page,
	}) => {
		await page.goto('/');
		await page.getByRole('button', { name: 'Nära mig' }).click();
		await expect(page.getByRole('link', { name: 'Ta bort nära dig' })).toBeVisible();
		await page.getByLabel('Vad letar du efter?').fill('schack');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\?q=schack&sort=distance&near=12\.86,56\.67$/);
		await page.getByLabel('Var?').fill('Sollefteå');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\?q=schack&place=Sollefte%C3%A5&sort=distance$/);
		await page.locator('summary', { hasText: 'För vem' }).click();
		await page.getByLabel('Hur gammal').fill('7');
		await page
			.getByRole('button', { name: /^Visa [\d\s]+ träff/ })
			.locator('visible=true')
			.click();
		await expect(page).toHaveURL(/\?q=schack&place=Sollefte%C3%A5&sort=distance&age=7$/);
	});
});

test('nothing found offers a way out that leads somewhere', async ({ page }) => {
	await page.goto('/sok?q=schack&language=rom&access=tactile_signs');
	await expect(page.getByRole('heading', { name: 'Inget hittades' })).toBeVisible();
	const offer = page.locator('a.button.primary');
	if (await offer.count()) {
		await offer.click();
		await expect(page.getByRole('article').first()).toBeVisible();
	} else {
		await page.getByRole('link', { name: 'Visa allt som finns' }).click();
		await expect(page.getByRole('article').first()).toBeVisible();
	}
});

test('a word that nobody has written and a filter too many are given up together, for as many as is promised', async ({
	page,
}) => {
	await page.goto('/sok?q=qqqxyz+schack&language=rom');
	const offer = page.getByRole('link', { name: /^Sök bara på ”schack”, utan romani/ });
	const promised = await page.getByText(/^Då finns \d+ träffar/).textContent();
	await offer.click();
	await expect(page).toHaveURL(/\?q=schack$/);
	await expect(page.getByRole('heading', { name: `${/\d+/.exec(promised!)![0]} träffar` })).toBeVisible();
	await page.goto('/sok?q=qqqxyz');
	await expect(page.locator('a.button.primary')).toHaveCount(0);
});

test('what cannot be understood is said, and the rest still answered', async ({ page }) => {
	const response = await page.goto('/sok?q=schack&age=abc&place=Ingenstansby');
	expect(response!.status()).toBe(200);
	await expect(page.getByText('Vi förstod inte ”abc” som ålder')).toBeVisible();
	await expect(page.getByText(/Vi känner inte till någon ort/)).toBeVisible();
	// A place that is not known narrows nothing, and is not said to.
	await expect(page.getByRole('link', { name: /^Ta bort nära/ })).toHaveCount(0);
	await page.goto('/sok?q=schack&radius=5');
	await expect(page.getByText('Avståndet räknas inte med')).toBeVisible();
	await page.goto('/sok?q=schack&radius=5&place=Halmstad');
	await expect(page.getByText('Avståndet räknas inte med')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('search and filters are a plain form', async ({ page }) => {
		await page.goto('/en/search?kind=activity');
		await page.locator('summary', { hasText: 'Topic' }).click();
		await page.getByRole('checkbox', { name: /^Chess/ }).check();
		await page.getByRole('button', { name: 'Show results' }).locator('visible=true').first().click();
		await expect(page).toHaveURL(/\/en\/search\?.*theme=chess/);
		await expect(page.getByRole('article').first()).toBeVisible();
	});

	test('the map is a picture whose spots lead into their area, and out again', async ({ page }) => {
		await page.goto('/sok?kind=venue');
		await page.getByRole('link', { name: 'Karta' }).click();
		const picture = page.getByRole('img', { name: /träffar på kartan, flest runt/ });
		await expect(picture).toBeInViewport();
		expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400);
		const spots = page.getByRole('list', { name: 'Platser på kartan' }).getByRole('link');
		const total = Number((await page.locator('#results').textContent())!.replace(/\D/g, ''));
		const first = spots.first();
		const count = Number(/^([\d\s]+) träff/.exec((await first.textContent())!)![1]!.replace(/\D/g, ''));
		expect(count).toBeLessThan(total);
		await first.focus();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\?kind=venue&bbox=/);
		await expect(page.locator('#results')).toHaveText(
			new RegExp(`^${String(count).replace(/\B(?=(\d{3})+$)/g, '\\s')} träff`),
		);
		await expect(spots.first()).toContainText('träff');
		await page.getByRole('link', { name: 'Visa hela Sverige' }).click();
		await expect(page.locator('#results')).toHaveText(/^[\d\s]+ träffar$/);
		await expect(page).toHaveURL(/\?kind=venue$/);
	});

	test('the page with its picture has no accessibility violation, at 360 pixels without scrolling aside', async ({
		page,
		browser,
	}) => {
		await page.goto('/sok?place=Halmstad');
		const html = await page.content();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
		// Axe is a script: it looks at the page as it is without one.
		const reader = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
		await reader.setContent(html.replace(/<noscript>|<\/noscript>|<script[\s\S]*?<\/script>/g, ''));
		expect(await violations(reader, { within: 'figure' })).toEqual([]);
	});
});

test.describe('the map', () => {
	test.use({ viewport: { width: 1280, height: 900 } });

	test('shows the same hits; a spot opens as a list by keyboard', async ({ page }) => {
		const strangers: string[] = [];
		page.on('request', (request) => {
			const url = new URL(request.url());
			if (!['localhost', '127.0.0.1'].includes(url.hostname) && /^https?:$/.test(url.protocol))
				strangers.push(url.href);
		});
		await page.goto('/sok?q=schack&place=Halmstad');
		const spots = page.locator('button.spot');
		await expect(spots.first()).toBeVisible({ timeout: 20_000 });
		const single = page.locator('button.spot.one').first();
		if (await single.count()) {
			await single.focus();
			await page.keyboard.press('Enter');
			await expect(page.getByRole('region', { name: 'På den här platsen' })).toBeVisible();
			await page.keyboard.press('Escape');
			await expect(page.getByRole('region', { name: 'På den här platsen' })).toHaveCount(0);
		}
		expect(strangers).toEqual([]);
	});

	test('list and map are in step: a card marks its place, an opened place marks and brings its card', async ({
		page,
	}) => {
		await page.goto('/sok?q=schack&place=Halmstad&kind=organisation');
		const spot = page.locator('button.spot.one').first();
		await expect(spot).toBeVisible({ timeout: 20_000 });
		const card = page.getByRole('article').first();
		await card.getByRole('link').first().focus();
		await expect(page.locator('.spot-ring')).toBeVisible();
		const names = await page.getByRole('article').getByRole('heading').allTextContents();
		const labels = await page
			.locator('button.spot.one')
			.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')!));
		const label = labels.findLast((one) => names.some((name) => one.startsWith(`${name.trim()},`)))!;
		const name = label.split(',')[0]!;
		await page.getByRole('button', { name: label }).first().focus();
		await page.keyboard.press('Enter');
		const list = page.getByRole('region', { name: 'På den här platsen' });
		await expect(list.getByRole('link', { name })).toBeVisible();
		const marked = page.locator('article.active');
		await expect(marked).toContainText(name);
		await expect(marked).toBeInViewport();
		await page.keyboard.press('Escape');
		await expect(page.locator('button.spot:focus')).toBeVisible();
	});

	test('a cluster opens by key, and the focus stays among the spots', async ({ page }) => {
		await page.goto('/sok');
		const cluster = page.locator('button.spot.mixed').first();
		await expect(cluster).toBeVisible({ timeout: 20_000 });
		await cluster.focus();
		await page.keyboard.press('Enter');
		await expect(page.locator('button.spot:focus')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Sök här' })).toBeVisible();
	});

	test('what cannot be brought nearer is a list, and closing it leads back to the map', async ({ page }) => {
		await page.goto('/sok?bbox=12.84,56.66,12.87,56.69');
		const cluster = page.locator('button.spot.mixed').first();
		await expect(cluster).toBeVisible({ timeout: 20_000 });
		const count = Number(await cluster.getAttribute('data-count'));
		await cluster.focus();
		await page.keyboard.press('Enter');
		const list = page.getByRole('region', { name: 'På den här platsen' });
		await expect(list.getByRole('listitem')).toHaveCount(count);
		await page.keyboard.press('Escape');
		await expect(list).toHaveCount(0);
		await expect(page.locator('button.spot:focus')).toBeVisible();
	});

	test('has no accessibility violation, with its list and a filter open', async ({ page }) => {
		await page.goto('/sok?place=Halmstad');
		await page.locator('summary', { hasText: 'När' }).click();
		const spot = page.locator('button.spot').first();
		await expect(spot).toBeVisible({ timeout: 20_000 });
		await spot.focus();
		await page.keyboard.press('Enter');
		await expect(page.locator('button.spot:focus, h3:focus')).toBeVisible();
		expect(await violations(page)).toEqual([]);
	});

	test('each spot is drawn where its button is, also after the colours have changed', async ({ page, context }) => {
		const reader = await context.newPage();
		/** The colours of the page at some points, as red, green and blue: of one picture of it, since each makes it be drawn. */
		const coloursAt = async (points: { x: number; y: number }[]) => {
			const picture = (await page.screenshot()).toString('base64');
			return reader.evaluate(
				async ([base64, places]) => {
					const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
					const bitmap = await createImageBitmap(new Blob([bytes]));
					const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
					pen.drawImage(bitmap, 0, 0);
					return places.map(({ x, y }) => [...pen.getImageData(x, y, 1, 1).data.slice(0, 3)].join(' '));
				},
				[picture, points] as const,
			);
		};
		await page.emulateMedia({ colorScheme: 'light' });
		await page.goto('/sok');
		const spots = page.locator('button.spot.mixed');
		await expect(spots.first()).toBeVisible({ timeout: 20_000 });
		/** How many of the first spots have the ground of a cluster, beside their number. */
		const drawn = async (pine: string) => {
			const boxes = await Promise.all((await spots.all()).slice(0, 6).map((spot) => spot.boundingBox()));
			const colours = await coloursAt(
				boxes.map((box) => ({ x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 + 12 })),
			);
			return colours.filter((colour) => colour === pine).length;
		};
		await expect.poll(() => drawn('29 89 67'), { timeout: 20_000 }).toBeGreaterThanOrEqual(5);
		await page.emulateMedia({ colorScheme: 'dark' });
		await expect.poll(() => drawn('134 211 178'), { timeout: 20_000 }).toBeGreaterThanOrEqual(5);
	});

	test('when the graphics are taken away and not given back, a picture takes its place', async ({ page }) => {
		await page.goto('/sok?q=schack&place=Halmstad');
		await expect(page.locator('button.spot').first()).toBeVisible({ timeout: 20_000 });
		await page.evaluate(() => {
			const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas')!;
			canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
		});
		await expect(page.getByRole('img', { name: /träffar på kartan/ })).toBeVisible({ timeout: 15_000 });
		await expect(page.locator('button.spot')).toHaveCount(0);
		await page.getByRole('list', { name: 'Platser på kartan' }).getByRole('link').first().click();
		await expect(page).toHaveURL(/bbox=/);
		await expect(page.getByRole('img', { name: /på kartan/ })).toBeVisible();
	});

	test('without WebGL a picture takes its place, and the list works', async ({ page }) => {
		await page.addInitScript(() => {
			const real = HTMLCanvasElement.prototype.getContext;
			HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
				return kind.startsWith('webgl') ? null : Reflect.apply(real, this, [kind, ...rest]);
			} as typeof real;
		});
		const errors: string[] = [];
		page.on('pageerror', ({ message }) => errors.push(message));
		await page.goto('/sok?q=schack&place=Halmstad');
		await expect(page.getByText('Kartan kan inte visas i den här webbläsaren')).toBeVisible({ timeout: 20_000 });
		await expect(page.locator('canvas')).toHaveCount(0);
		await expect(page.getByRole('img', { name: /träffar på kartan/ })).toBeVisible();
		await page.getByRole('link', { name: 'Ta bort ”schack”' }).click();
		await expect(page).toHaveURL(/\/sok\?place=Halmstad/);
		await page.getByRole('article').first().getByRole('link').first().hover();
		await page.getByRole('article').first().getByRole('link').first().click();
		await expect(page.getByRole('heading', { name: 'Kontakt' })).toBeVisible();
		expect(errors).toEqual([]);
	});

	test('its sources are seen before anything is scrolled', async ({ page }) => {
		await page.goto('/sok?place=Halmstad');
		await expect(page.getByRole('link', { name: 'OpenStreetMap' })).toBeInViewport({ timeout: 20_000 });
	});
});
