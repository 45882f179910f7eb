import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { enter, give, leftOpen, letter, theStore } from './people.ts';

async function anEntry(page: Page): Promise<string> {
	const found = await page.request.get('/api/v1/listings?kind=organisation&municipality=2418&limit=1');
	return new URL((await found.json()).items[0].url).pathname;
}
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('who finds a browser that was left open erases nothing, adds no key and gives no role', async ({ page }, {
	project,
}) => {
	const email = `open-${project.name}@example.org`;
	const entry = await anEntry(page);
	await give(email, { role: 'owner', entry });
	await enter(page, email);
	await leftOpen(email, 16);
	const origin = project.use.baseURL!;
	const send = async (path: string, form: Record<string, string>) => {
		const answer = await page.request.post(path, { form, headers: { origin, accept: 'text/html' }, maxRedirects: 0 });
		return [answer.status(), answer.headers().location?.split('?')[0]];
	};
	const first = [307, '/logga-in/bekrafta'];
	expect(await send('/konto/ta-bort', {})).toEqual(first);
	expect(await send('/konto?/key_remove', { passkey: '1' })).toEqual(first);
	expect(await send(`${entry}/personer?/invite`, { email: 'thief@example.org', role: 'owner' })).toEqual(first);
	expect(await send(`${entry}/personer?/take`, { person: '1' })).toEqual(first);
	expect(await send(`${entry}/personer?/hand_over`, { person: '1' })).toEqual(first);
	for (const method of ['post', 'put'] as const) {
		const answer = await page.request[method]('/konto/nyckel', { data: {}, headers: { origin } });
		expect([answer.status(), (await answer.json()).fields]).toEqual([400, { passkey: 'confirm' }]);
	}
	// A code that was sent to somebody else, asked for in this browser, is no proof of its owner.
	await page.goto('/konto/ta-bort');
	await page.getByRole('button', { name: 'Ta bort mitt konto' }).click();
	await expect(heading(page)).toHaveText('Bekräfta att det är du');
	await letter(email);
	await page.goto('/konto');
	await page.request.post('/logga-in', { form: { email: 'thief@example.org' }, headers: { origin }, maxRedirects: 0 });
	const { code } = await letter('thief@example.org');
	const told = await page.request.post('/logga-in/bekrafta?till=%2Fkonto%2Fta-bort', {
		...{ form: { 'confirm-code': code }, headers: { origin, accept: 'text/html' }, maxRedirects: 0 },
	});
	expect(told.status()).toBe(200);
	expect(await told.text()).toContain('Koden går inte längre att använda');
	expect((await (await theStore()).people.byEmail(email))?.email).toBe(email);
	expect(await (await theStore()).people.byEmail('thief@example.org')).toBeUndefined();
});

test('its owner shows who they are by a code, and what they had typed is done', async ({ page }, { project }) => {
	const [email, helper] = [`owner-${project.name}@example.org`, `helper-${project.name}@example.org`];
	const entry = await anEntry(page);
	await give(email, { role: 'owner', entry });
	await enter(page, email);
	await leftOpen(email, 16);
	await page.goto(`${entry}/personer`);
	await page.getByLabel('Personens e-postadress').fill(helper);
	await page.getByRole('button', { name: 'Skicka inbjudan' }).click();
	await expect(heading(page)).toHaveText('Bekräfta att det är du');
	expect(await violations(page)).toEqual([]);
	await page.getByLabel('Koden i brevet').fill('000 000');
	await page.getByRole('button', { name: 'Fortsätt' }).click();
	await expect(page.getByLabel('Koden i brevet')).toHaveAttribute('aria-invalid', 'true');
	await page.getByLabel('Koden i brevet').fill((await letter(email)).code);
	await page.getByRole('button', { name: 'Fortsätt' }).click();
	await expect(page).toHaveURL(/personer\?klart=inbjuden/);
	await expect(page.getByText(helper)).toBeVisible();
	// For a while it is enough, and the browser is signed in once.
	const { people, sessions } = await theStore();
	expect(await sessions.of((await people.byEmail(email))!.id)).toHaveLength(1);
});
