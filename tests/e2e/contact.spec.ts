import { expect, test } from '@playwright/test';
import { violations } from './axe.ts';
import { enter, give, letter } from './people.ts';

test('a person is asked by letter, shown when they say yes, and gone when they take it back: on the page, in print, data and structured data', async ({
	page,
	browser,
}) => {
	const { items } = await (
		await page.request.get('/api/v1/listings?kind=organisation&municipality=2404&limit=1')
	).json();
	const [{ id, url }] = items;
	const entry = new URL(url).pathname;
	await give('asks@example.org', { role: 'owner', entry });
	await enter(page, 'asks@example.org');
	await page.goto(`${entry}/andra`);
	await page.getByRole('link', { name: 'Kontaktpersoner' }).click();
	await page.getByLabel('Personens namn').fill('<img src=x onerror=alert(1)> Kim');
	await page.getByLabel('Telefon').fill('ring');
	await page.getByLabel('Personens e-postadress').fill('kim@example.org');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Det ser inte ut som ett telefonnummer.')).toBeVisible();
	await expect(page.getByLabel('Vad frågar man personen om?')).toBeFocused();
	expect(await violations(page)).toEqual([]);
	await page.getByLabel('Vad frågar man personen om?').fill('Kontakt för språkkaféet');
	await page.getByLabel('Telefon').fill('08-465 00 01');
	await page.getByRole('button', { name: 'Skicka frågan' }).click();
	await expect(page.getByRole('status')).toHaveText('Frågan är skickad.');
	await expect(page.getByText('Inget syns förrän svaret är ja.')).toBeVisible();

	/** What every door says of the entry. */
	const told = async () => {
		const html = await (await page.request.get(entry)).text();
		const api = await (await page.request.get(`/api/v1/listings/${id}`)).json();
		const english = await (await page.request.get(`/en/organisation/${entry.split('/')[2]}`)).text();
		return { html: html.includes('08-465 00 01'), english: english.includes('08-465 00 01'), api: api.contacts };
	};
	expect(await told()).toEqual({ html: false, english: false, api: [] });

	const { link } = await letter('kim@example.org');
	const kim = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	for (const method of ['GET', 'HEAD']) await kim.request.fetch(link, { method });
	const answer = (await kim.goto(link))!;
	expect(answer.headers()['cache-control']).toBe('private, no-store');
	expect(answer.headers()['referrer-policy']).toBe('same-origin');
	await expect(kim.getByRole('heading', { level: 1 })).toHaveText('Får vi visa dig som kontaktperson?');
	await expect(kim.getByText('Någon som sköter sidan')).toBeVisible();
	expect(await told(), 'opening it answers nothing').toEqual({ html: false, english: false, api: [] });
	await kim.getByRole('button', { name: 'Ja, visa mig' }).click();
	await expect(kim.getByRole('status')).toHaveText('Tack! Du visas nu som kontaktperson.');
	const contact = { name: '<img src=x onerror=alert(1)> Kim', role: 'Kontakt för språkkaféet', phone: '08-465 00 01' };
	expect(await told()).toEqual({ html: true, english: true, api: [{ ...contact, email: null }] });

	await page.goto(entry);
	const people = page.getByRole('complementary').getByRole('list').filter({ hasText: 'språkkaféet' });
	await expect(people).toContainText('<img src=x onerror=alert(1)> Kim');
	await page.emulateMedia({ media: 'print' });
	await expect(people).toBeVisible();
	const data = await page.locator('script[type="application/ld+json"]').first().textContent();
	expect(JSON.parse(data!).contactPoint).toMatchObject([{ name: contact.name, telephone: contact.phone }]);

	await kim.goto(link);
	await kim.getByRole('button', { name: 'Sluta visa mig' }).click();
	await expect(kim.getByRole('status')).toHaveText('Klart. Allt om dig är raderat här.');
	expect(await told()).toEqual({ html: false, english: false, api: [] });
	await kim.goto(link);
	await expect(kim.getByRole('heading', { level: 1 })).toHaveText('Inget om dig visas');
	await kim.context().close();
});
