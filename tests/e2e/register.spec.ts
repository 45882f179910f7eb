import { type Browser, expect, type Page, test } from '@playwright/test';
import { type PartKey, partSegments, partsOf } from '../../src/domain/parts/keys.ts';
import { violations } from './axe.ts';
import { aged, aMinuteLater, enter, give, letter } from './people.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function clean(page: Page, where: string) {
	expect(await violations(page), where).toEqual([]);
}

/** The first step, filled in. */
async function begin(page: Page, kind: string, { name, municipality }: { name: string; municipality: string }) {
	await page.goto(`/registrera/ny/${kind}`);
	await page.getByLabel('Namn').fill(name);
	await page.getByLabel('Kommun', { exact: true }).selectOption({ label: municipality });
	await aMinuteLater(page);
}
const next = (page: Page) => page.getByRole('button', { name: 'Spara och gå vidare' }).click();

/** Goes through the steps of a kind from one on, each as it stands. */
async function through(page: Page, kind: keyof typeof partsOf, from: PartKey) {
	const keys: readonly PartKey[] = partsOf[kind];
	for (const key of keys.slice(keys.indexOf(from))) {
		await expect(page).toHaveURL(new RegExp(`/registrera/\\d+/${partSegments[key]}(#[a-z]+)?$`));
		await next(page);
	}
}

async function deskOf(browser: Browser, municipality: string, options = {}): Promise<Page> {
	const email = `register-desk-${municipality}@example.org`;
	await give(email, { role: 'reviewer', municipality });
	const page = await (await browser.newContext(options)).newPage();
	await enter(page, email);
	return page;
}

/** Signs in on the way, as somebody who was asked to. */
async function signInHere(page: Page, email: string) {
	await page.getByLabel('Din e-postadress').fill(email);
	await page.getByRole('button', { name: 'Skicka koden' }).click();
	await page.getByLabel('Koden i brevet').fill((await letter(email)).code);
	await page.getByRole('button', { name: 'Logga in' }).click();
}

test('on a phone: an association is registered by steps, sent in, sent back, published, and is its keeper’s', async ({
	page,
	browser,
}) => {
	test.setTimeout(180_000);
	const email = 'registrerar@example.org';
	const name = 'Vilhelmina <img src=x onerror=alert(1)> \u202eLjungvänner';
	const shown = 'Vilhelmina <img src=x onerror=alert(1)> Ljungvänner';
	page.on('dialog', () => expect(false, 'no script of a name runs').toBe(true));
	await page.goto('/registrera');
	await clean(page, 'what is to be registered');
	await page.getByRole('link', { name: 'En förening' }).click();
	await expect(heading(page)).toHaveText('Vad det är');
	await clean(page, 'first step');
	await aMinuteLater(page);
	await next(page);
	await expect(page.getByText('Skriv något här.')).toBeVisible();
	await expect(page.getByLabel('Namn')).toBeFocused();
	await page.getByLabel('Namn').fill(name);
	await page.getByLabel('Kommun', { exact: true }).selectOption({ label: 'Vilhelmina' });
	await page.getByLabel('Organisationsnummer').fill('191212-1212');
	await aMinuteLater(page);
	await next(page);
	await expect(page.getByText('Det ser ut som ett personnummer.')).toBeVisible();
	await clean(page, 'first step with an error');
	await page.getByLabel('Organisationsnummer').fill('');
	await next(page);

	await expect(heading(page)).toHaveText('Var det är');
	await clean(page, 'place');
	await page.getByLabel('Sök en adress').pressSequentially('Vilh', { delay: 50 });
	await page
		.getByRole('option', { name: /^Vilhelmina/ })
		.first()
		.click();
	await expect(page.getByLabel('Ort', { exact: true })).toHaveValue('Vilhelmina');
	const canvas = page.locator('.maplibregl-canvas');
	await canvas.scrollIntoViewIfNeeded();
	await expect(page.getByRole('button', { name: 'Sätt platsen mitt i kartan' })).toBeEnabled({ timeout: 30_000 });
	await canvas.click({ position: { x: 120, y: 130 } });
	await expect(page.getByText(/Platsen är utsatt: 64\.\d+, 16\.\d+/)).toBeVisible();
	await next(page);

	await expect(heading(page)).toHaveText('Vad det handlar om, och för vem');
	await page.locator('summary').filter({ hasText: 'Hobby' }).click();
	await page.getByLabel('Schack').check();
	await page.getByLabel('Från, år').fill('sju');
	await clean(page, 'subject');
	await next(page);
	await expect(page.getByText('Skriv åldern med siffror.')).toBeVisible();
	await expect(page.getByLabel('Schack')).toBeChecked();
	await page.getByLabel('Från, år').fill('7');
	await next(page);

	await expect(heading(page)).toHaveText('Beskrivning');
	await page.getByRole('textbox', { name: 'Beskrivning' }).fill('Vi plockar ljung.\n\nAlla får vara med.');
	await page.getByLabel('Skriv på ett språk till').selectOption({ label: 'arabiska' });
	await page.getByRole('button', { name: 'Lägg till språket' }).click();
	await page.getByLabel('Beskrivning, arabiska').fill('أهلا وسهلا');
	await clean(page, 'words');
	await next(page);

	await expect(heading(page)).toHaveText('Så når man er');
	await clean(page, 'contact');
	await page.getByLabel('Telefon').fill('ring');
	await page.getByRole('button', { name: 'Tillbaka' }).click();
	await expect(page.getByRole('textbox', { name: 'Beskrivning', exact: true })).toHaveValue(/Vi plockar ljung/);
	await page.locator('summary').filter({ hasText: 'Alla steg' }).click();
	await page.getByRole('button', { name: 'Titta igenom' }).click();
	await expect(page.getByText('Något behöver fyllas i eller rättas'), 'what is wrong is told').toBeVisible();
	await page.getByRole('listitem').getByRole('link', { name: 'Så når man er' }).click();
	await expect(page.getByLabel('Telefon'), 'what was typed is kept, wrong or not').toHaveValue('ring');
	await page.getByLabel('Telefon').fill('0940-123 45');
	await next(page);

	await expect(heading(page)).toHaveText('Titta igenom och skicka in');
	await expect(page.getByText(shown).first()).toBeVisible();
	await expect(page.getByText('Vilhelmina kommun').first()).toBeVisible();
	await expect(page.getByRole('region', { name: 'Så mycket vet besökare' })).toContainText('5 av 7');
	await clean(page, 'looking over');
	await page.getByRole('link', { name: 'Spara och fortsätt senare' }).click();
	await expect(page.getByText('Det finns i den här webbläsaren till')).toBeVisible();
	await clean(page, 'saved');
	await page.getByRole('link', { name: 'Logga in och spara på mitt konto' }).click();
	await signInHere(page, email);
	await page.getByRole('button', { name: 'Mejla en länk' }).click();
	await expect(page.getByRole('status')).toContainText('Ett brev med en länk är på väg');
	const { link, text } = await letter(email);
	expect(text).toContain('Fortsätt där du slutade');

	const phone = await (await browser.newContext({ locale: 'sv-SE' })).newPage();
	await phone.goto(link);
	await expect(phone, 'another browser has to sign in').toHaveURL(/logga-in\?till=/);
	await signInHere(phone, email);
	await expect(heading(phone)).toHaveText('Titta igenom och skicka in');
	await phone.getByLabel('Vem är du').fill('Jag är sekreterare. <b>Anna</b>');
	await phone.getByRole('button', { name: 'Skicka in' }).click();
	await expect(phone.getByRole('status')).toContainText('Det ligger hos Vilhelmina kommun');

	const found = async () => {
		const { items } = await (await page.request.get('/api/v1/listings?q=ljungv%C3%A4nner')).json();
		return items.filter(({ name: called }: { name: string }) => called === shown).length;
	};
	expect(await found()).toBe(0);
	const desk = await deskOf(browser, '2462');
	await desk.goto('/granska');
	await desk.getByRole('link', { name: /Ljungvänner/ }).click();
	await expect(desk.getByText('Jag är sekreterare. <b>Anna</b>')).toBeVisible();
	await expect(desk.getByText('أهلا وسهلا')).toBeVisible();
	await clean(desk, 'at the desk');
	await desk.getByLabel('Några ord').fill('Skriv var ni ses.');
	await desk.getByRole('button', { name: 'Skicka tillbaka' }).click();
	await phone.goto((await letter(email)).link);
	await expect(phone.getByRole('status')).toContainText('Skriv var ni ses.');
	await phone.getByRole('link', { name: 'Ändra: Var det är' }).click();
	await phone.getByLabel('Gatuadress').fill('Storgatan 3');
	await next(phone);
	await phone.goto('/konto');
	await expect(phone.getByText('behöver något mer')).toBeVisible();
	await phone.getByRole('link', { name: /Ljungvänner/ }).click();
	await phone.getByRole('button', { name: 'Skicka in igen' }).click();
	await desk.goto('/granska');
	await desk.getByRole('link', { name: /Ljungvänner/ }).click();
	await expect(desk.getByText('Storgatan 3').first()).toBeVisible();
	await desk.getByRole('button', { name: 'Godkänn och visa' }).click();
	await phone.goto((await letter(email)).link);
	await expect(heading(phone)).toHaveText(shown);
	await expect(phone.getByRole('link', { name: 'Ändra' })).toBeVisible();
	await expect.poll(found).toBe(1);
	await phone.context().close();
	await desk.context().close();
});

test('without JavaScript, on a desk: a venue with a hidden address, and an activity that is there', async ({
	browser,
}) => {
	test.setTimeout(180_000);
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 1280, height: 900 },
		locale: 'sv-SE',
	});
	const page = await context.newPage();
	const email = 'utan-js@example.org';
	await begin(page, 'lokal', { name: 'Åselestugan', municipality: 'Åsele' });
	await page.getByLabel('Slags lokal').selectOption({ label: 'Bystuga' });
	await next(page);
	await expect(heading(page)).toHaveText('Var det är');
	await page.getByLabel('Gatuadress').fill('Hemliga gatan 7');
	await page.getByLabel('Ort', { exact: true }).fill('Åsele');
	await page.getByLabel('Visa inte adressen').check();
	await next(page);
	await page.getByRole('button', { name: 'Tillbaka' }).click();
	await expect(page.getByLabel('Visa inte adressen')).toBeChecked();
	await expect(page.getByLabel('Gatuadress'), 'what is hidden is nowhere').toHaveValue('');
	await next(page);
	await page.getByLabel('Skriv på ett språk till').selectOption({ label: 'engelska' });
	await page.getByRole('textbox', { name: 'Beskrivning' }).fill('En stuga vid vattnet.');
	await page.getByRole('button', { name: 'Lägg till språket' }).click();
	await expect(page.getByRole('textbox', { name: 'Beskrivning', exact: true })).toHaveValue('En stuga vid vattnet.');
	await page.getByLabel('Beskrivning, engelska').fill('A hut by the water.');
	await page.getByRole('button', { name: 'Spara och fortsätt senare' }).click();
	await expect(heading(page)).toHaveText('Det är sparat');
	await page.goto('/registrera');
	await page.getByRole('link', { name: 'Åselestugan' }).click();
	await through(page, 'venue', 'rooms');
	await expect(heading(page)).toHaveText('Titta igenom och skicka in');
	await page.getByRole('link', { name: 'Logga in och skicka in' }).click();
	await signInHere(page, email);
	await page.getByRole('button', { name: 'Skicka in' }).click();
	await expect(page.getByRole('status')).toContainText('Det ligger hos Åsele kommun');
	const desk = await deskOf(browser, '2463', { javaScriptEnabled: false });
	await desk.goto('/granska?kind=registration');
	await desk.getByRole('link', { name: /Åselestugan/ }).click();
	await desk.getByRole('button', { name: 'Godkänn och visa' }).click();
	const { link } = await letter(email);

	await begin(page, 'aktivitet', { name: 'Stickkafé i stugan', municipality: 'Åsele' });
	await next(page);
	await expect(heading(page)).toHaveText('Arrangör och lokal');
	await expect(page.getByRole('radio', { name: /Åselestugan/ }), 'what one looks after is offered').toBeVisible();
	await page.getByLabel('Sök en lokal').fill('finnsinte');
	await page.getByRole('button', { name: 'Sök' }).nth(1).click();
	await page.getByRole('radio', { name: /Åselestugan/ }).check();
	await through(page, 'activity', 'host');
	await expect(heading(page)).toHaveText('Titta igenom och skicka in');
	await expect(page.getByText('Åselestugan')).toBeVisible();

	await page.goto(link);
	await expect(heading(page)).toHaveText('Åselestugan');
	expect(await page.content()).not.toContain('Hemliga');
	await context.close();
	await desk.context().close();
});

test('"is it one of these?": who says yes is led to looking after the one that is here', async ({ page }) => {
	const { items } = await (
		await page.request.get('/api/v1/listings?kind=organisation&municipality=2421&limit=1')
	).json();
	await begin(page, 'forening', { name: items[0].name.toUpperCase(), municipality: 'Storuman' });
	await next(page);
	await expect(heading(page)).toHaveText('Är det någon av dessa?');
	const known = page.getByRole('listitem').filter({ hasText: items[0].name });
	await expect(known).toContainText('Samma namn');
	await clean(page, 'is it one of these');
	await expect(page.getByRole('link', { name: 'Nej, gå vidare' })).toHaveAttribute('href', /\/plats$/);
	await known.getByRole('link', { name: 'Ja, det är den' }).click();
	await expect(page).toHaveURL(/logga-in\?till=.*skota/);
});

test('by keyboard alone, in English: a point is put on the map, and what is left in the middle of a step is kept', async ({
	page,
}) => {
	test.setTimeout(120_000);
	await page.goto('/en/register/new/organisation');
	await page.getByLabel('Name').focus();
	await page.keyboard.type('Lycksele quilters');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Lycksele');
	await aMinuteLater(page);
	await page.keyboard.press('Tab');
	await page.keyboard.press('ArrowDown');
	await page.getByRole('button', { name: 'Save and go on', exact: true }).focus();
	await page.keyboard.press('Enter');
	await expect(heading(page)).toHaveText('Where it is');
	await expect(page).toHaveURL(/\/en\/register\/\d+\/plats$/);
	await page.getByRole('combobox', { name: 'Town or village' }).focus();
	await page.keyboard.type('Lycksele');
	const middle = page.getByRole('button', { name: 'Put the place in the middle of the map' });
	await middle.scrollIntoViewIfNeeded();
	await expect(middle).toBeEnabled({ timeout: 30_000 });
	await page.locator('.maplibregl-canvas').focus();
	await page.keyboard.press('ArrowRight');
	await middle.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText(/The place is put: 64\.\d+, 18\.\d+/)).toBeVisible();
	await clean(page, 'place in English');
	const kept = page.waitForResponse(
		(response) => response.request().method() === 'POST' && response.url().endsWith('/plats'),
	);
	await page.getByRole('link', { name: 'About Samlas' }).click();
	await kept;
	await page.goto('/en/register');
	await page.getByRole('link', { name: 'Lycksele quilters' }).click();
	await expect(page.getByText(/The place is put: 64\.\d+, 18\.\d+/)).toBeVisible();
	await expect(page.getByRole('combobox', { name: 'Town or village' })).toHaveValue('Lycksele');
});

test('a robot, a forged form and somebody else’s draft get nowhere', async ({ page, browser, baseURL }) => {
	const origin = { origin: baseURL!, accept: 'text/html' };
	await page.goto('/registrera/ny/forening');
	const token = await page.locator('input[name=token]').inputValue();
	const form = { name: 'Robotens vänner', municipality: '2481', token };
	const old = await aged(token, 60);
	const post = (path: string, more: Record<string, string>) =>
		page.request.post(path, { headers: origin, form: { ...form, ...more }, maxRedirects: 0 });
	const status = async (more: Record<string, string>) => (await post('/registrera/ny/forening', more)).status();
	expect(await status({ token: await aged(token, 0) }), 'at once').toBe(400);
	form.token = old;
	expect(await status({ website: 'https://spam.example' }), 'what nobody sees').toBe(400);
	expect(await status({ token: `${old.slice(0, -1)}A` }), 'a token that is not ours').toBe(400);
	expect(await status({ token: '' })).toBe(400);
	const elsewhere = await page.request.post('/registrera/ny/forening', {
		headers: { origin: 'https://evil.example' },
		form,
	});
	expect(elsewhere.status()).toBe(403);
	const begun = await post('/registrera/ny/forening', {});
	expect(begun.status()).toBe(303);
	const path = begun.headers().location!.replace(/\/[a-z-]+$/, '');
	expect((await page.request.get(path)).status()).toBe(200);
	const cookies = await page.context().cookies();
	expect(cookies.find(({ name }) => name.endsWith('drafts'))).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
	const stranger = await browser.newContext();
	for (const step of ['', '/namn', '/lika', '/skicka', '/sparat']) {
		const answer = await stranger.request.get(path + step, { maxRedirects: 0 });
		expect(answer.headers().location, step).toMatch(/^\/logga-in/);
	}
	const answer = await page.request.get(`${path}/namn`);
	expect(answer.headers()['cache-control']).toBe('private, no-store');
	await stranger.close();
});
