import { expect, type Page, test } from '@playwright/test';
import { enter, give, remindOf, theStore } from './people.ts';

// What a keeper of an entry can write, attacking everybody who reads it: through the form, onto every surface there is.

const HIT = 'globalThis.hit = true';
const NAME = `"><img src=x onerror="${HIT}"> Träffen`;
const TURNED = 'Klubben \u202egnp.exe\u202c \u2066x\u2069';
const TEXT = [
	`<script>${HIT}</script>`,
	`<svg onload="${HIT}">`,
	`</script><script>${HIT}</script>`,
	`{@html '<img src=x onerror="${HIT}">'}`,
	`[x](javascript:${HIT})`,
	'\u202eturned\u202c',
].join('\n');

async function attackedEntry(page: Page, kind: string, municipality: string): Promise<{ path: string; id: number }> {
	const found = await page.request.get(`/api/v1/listings?kind=${kind}&municipality=${municipality}&limit=1&sort=name`);
	const [{ url, id }] = (await found.json()).items;
	return { path: new URL(url).pathname, id };
}

const wasHit = (page: Page) => page.evaluate('Boolean(globalThis.hit)');

test('script and turned text in what a keeper writes stay text: page, search, map, desk, letter, calendar, feeds', async ({
	page,
	browser,
}) => {
	test.setTimeout(120_000);
	const { path, id } = await attackedEntry(page, 'activity', '2409');
	await give('nasty-owner@example.org', { role: 'owner', entry: path });
	const store = await theStore();
	await store.transaction((tx) => tx.revisions.letOwnersPublish('2409', true));
	const mine = await (await browser.newContext()).newPage();
	await enter(mine, 'nasty-owner@example.org');
	const save = async () => {
		await mine.getByRole('button', { name: 'Spara' }).click();
		await expect(mine.getByRole('status')).toContainText('Ändringen syns nu');
		expect(await wasHit(mine), 'in the form').toBe(false);
	};
	await mine.goto(`${path}/andra/kontakt`);
	for (const address of [`javascript:${HIT}`, 'http://127.0.0.1/', 'http://localhost/', 'file:///etc/passwd']) {
		await mine.getByLabel('Webbplats').fill(address);
		await mine.getByRole('button', { name: 'Spara' }).click();
		await expect(mine.getByText('Det ser inte ut som en webbadress'), address).toBeVisible();
	}
	await mine.getByLabel('Webbplats').fill(`https://a.example/"><script>${HIT}</script>`);
	await save();
	await mine.goto(`${path}/andra/beskrivning`);
	const inEnglish = mine.getByLabel('Namn, engelska');
	await inEnglish.fill(TURNED);
	await mine.getByLabel('Beskrivning', { exact: true }).fill(TEXT);
	await save();
	await mine.goto(`${path}/andra/namn`);
	await mine.getByLabel('Namn', { exact: true }).fill(NAME);
	await save();

	const { url } = await (await page.request.get(`/api/v1/listings/${id}`)).json();
	const now = new URL(url).pathname;
	const pages = [
		now,
		now.replace('/aktivitet', '/en/activity'),
		'/kommun/norsjo',
		'/sok?municipality=2409&kind=activity&sort=name',
	];
	for (const at of [...pages, '/sok?q=Tr%C3%A4ffen&municipality=2409', '/konto', '/integritet']) {
		await mine.goto(at);
		await mine.waitForLoadState('networkidle');
		expect(await wasHit(mine), at).toBe(false);
		expect(await mine.locator('img[src="x"], svg[onload]').count(), at).toBe(0);
	}
	await mine.goto(now);
	await expect(mine.getByRole('heading', { level: 1 })).toHaveText(NAME);
	await expect(mine.getByText(`<svg onload="${HIT}">`)).toBeVisible();
	expect(await mine.content()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
	const structured = await mine.locator('script[type="application/ld+json"]').allTextContents();
	for (const one of structured) expect(JSON.parse(one)).toBeTruthy();

	// What programs read: never HTML, and the text whole.
	const data: [string, RegExp][] = [
		[`/api/v1/listings/${id}`, /^application\/json/],
		['/api/v1/listings?municipality=2409&kind=activity&sort=name', /^application\/(geo\+)?json/],
		['/api/v1/suggest?q=Tr%C3%A4ffen', /^application\/json/],
		['/api/v1/map?municipality=2409&zoom=9', /^application\/(geo\+)?json/],
		['/api/v1/map.svg?municipality=2409', /^image\/svg\+xml/],
		[`/api/v1/listings/${id}/calendar.ics`, /^text\/calendar/],
		['/sitemap.xml', /^(application|text)\/xml/],
	];
	for (const [at, type] of data) {
		const answer = await page.request.get(at);
		expect(answer.status(), at).toBe(200);
		expect(answer.headers()['content-type'], at).toMatch(type);
		expect(answer.headers()['x-content-type-options'], at).toBe('nosniff');
		const text = await answer.text();
		expect(text, at).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
		if (/xml/.test(String(type))) expect(text, at).not.toContain('<img src=x');
	}
	const calendar = await (await page.request.get(`/api/v1/listings/${id}/calendar.ics`)).text();
	expect(calendar.match(/^BEGIN:VCALENDAR/gm)).toHaveLength(1);
	expect(calendar.match(/^[^A-Z \r\n][^\r\n]*/gm) ?? [], 'no line but properties and their continuations').toEqual([]);

	// A letter, opened as a mail program without any protection of its own would.
	await remindOf('nasty-owner@example.org', [now]);
	const again = await theStore();
	const [letter] = (await again.outbox.waiting(50)).filter(
		({ recipient, kind }) => kind === 'reminder' && recipient === 'nasty-owner@example.org',
	);
	const reader = await (await browser.newContext()).newPage();
	await reader.setContent(letter!.html);
	expect(await wasHit(reader), 'in the letter').toBe(false);
	await expect(reader.getByRole('heading', { level: 2 })).toHaveText(NAME);
	expect(await reader.locator('img, script, svg').count()).toBe(0);
	for (const context of [mine.context(), reader.context()]) await context.close();
});
