import { type Browser, expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { enter, give, theStore } from './people.ts';

/** Lets people ask to look after entries of a municipality, the first the longest ago. Gives the names in that order. */
async function waitIn(municipality: string, count: number): Promise<string[]> {
	const store = await theStore();
	const now = Math.floor(Date.now() / 1000);
	const names = await store.transaction(async (tx) => {
		const faces = await store.faces.newest(municipality, 'sv', count);
		for (const [place, { id }] of faces.entries()) {
			const person = await tx.people.known(`asks-${municipality}-${place}@example.org`, 'sv', now);
			const more = { way: 'reviewer', state: 'waiting', note: 'Jag är kassör.', code: null, expiresAt: null } as const;
			await tx.claims.add({ listing: id, municipality, person, ...more, now: now - 3600 * (count - place) });
		}
		return faces.map(({ name }) => name);
	});
	expect(names).toHaveLength(count);
	return names;
}

async function deskOf(browser: Browser, municipalities: string[], options = {}): Promise<Page> {
	const email = `queue-${municipalities.join('-')}@example.org`;
	for (const municipality of municipalities) await give(email, { role: 'reviewer', municipality });
	const page = await (await browser.newContext(options)).newPage();
	await enter(page, email);
	return page;
}

const rows = (page: Page) => page.locator('ol.queue > li');

test('the queue by keyboard alone: into the list, along it, open, decide, on to the next', async ({ browser }) => {
	const names = await waitIn('1272', 3);
	const desk = await deskOf(browser, ['1272']);
	await desk.goto('/granska');
	await expect(desk.getByText('flytta med j och k')).toBeVisible();
	await expect(rows(desk).getByRole('link')).toHaveText(names);
	const link = (place: number) => rows(desk).nth(place).getByRole('link');
	await desk.keyboard.press('j');
	await expect(link(0), 'outside the list letters do nothing').not.toBeFocused();
	for (let n = 0; n < 40 && !(await link(0).evaluate((a) => a === document.activeElement)); n++)
		await desk.keyboard.press('Tab');
	await desk.keyboard.press('j');
	await expect(link(1)).toBeFocused();
	await desk.keyboard.press('ArrowDown');
	await desk.keyboard.press('ArrowDown');
	await expect(link(2)).toBeFocused();
	await desk.keyboard.press('k');
	await desk.keyboard.press('Enter');
	const heading = desk.getByRole('heading', { level: 1 });
	await expect(heading).toHaveText(`Vem ska sköta sidan om ${names[1]}?`);
	await desk.getByRole('button', { name: 'Låt personen sköta sidan' }).focus();
	await desk.keyboard.press('Enter');
	await expect(desk.getByRole('status')).toHaveText('Avgjort. Här är nästa.');
	await expect(heading, 'the one after it').toHaveText(`Vem ska sköta sidan om ${names[2]}?`);
	await desk.getByRole('button', { name: 'Låt personen sköta sidan' }).focus();
	await desk.keyboard.press('Enter');
	await expect(heading, 'after the last the first').toHaveText(`Vem ska sköta sidan om ${names[0]}?`);
	await expect(desk.getByRole('link', { name: 'Hoppa över' })).toHaveCount(0);
	await desk.getByRole('button', { name: 'Låt personen sköta sidan' }).focus();
	await desk.keyboard.press('Enter');
	await expect(desk.getByText('Inget väntar.')).toBeVisible();
	await expect(desk.getByRole('status')).toHaveText('Avgjort.');
	await desk.context().close();
});

test('without JavaScript: one municipality of two, and the choice is kept through a decision', async ({ browser }) => {
	const [mine = ''] = await waitIn('1273', 1);
	await waitIn('1275', 2);
	const desk = await deskOf(browser, ['1273', '1275'], {
		javaScriptEnabled: false,
		viewport: { width: 1280, height: 800 },
	});
	await desk.goto('/granska');
	await expect(rows(desk)).toHaveCount(3);
	await expect(desk.getByText('flytta med j och k'), 'what does not work is not offered').toHaveCount(0);
	await desk.getByLabel('Kommun').selectOption({ value: '1275' });
	await desk.getByRole('button', { name: 'Visa' }).click();
	await expect(desk).toHaveURL(/municipality=1275/);
	await expect(rows(desk)).toHaveCount(2);
	await rows(desk).first().getByRole('link').click();
	await desk.getByRole('button', { name: 'Låt personen sköta sidan' }).click();
	await desk.getByRole('button', { name: 'Låt personen sköta sidan' }).click();
	await expect(desk.getByText('Inget väntar av det du har valt.')).toBeVisible();
	await desk.getByRole('link', { name: 'Visa allt som väntar' }).click();
	await expect(rows(desk).getByRole('link')).toHaveText([mine]);
	await desk.context().close();
});

test('axe finds nothing in the queue, filled and empty, on a phone and wide, in English too', async ({ browser }) => {
	await waitIn('1276', 2);
	for (const width of [360, 1280]) {
		const desk = await deskOf(browser, ['1276', '1277'], { viewport: { width, height: 800 } });
		for (const at of ['/granska', '/en/review', '/granska?municipality=1277', '/granska?kind=revision']) {
			await desk.goto(at);
			expect(await violations(desk), `${at} at ${width}`).toEqual([]);
		}
		await desk.context().close();
	}
});
