import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openStore } from '../../src/store/open.ts';
import { type MunicipalProvider, municipalProvider, settingFor } from '../people/municipal-provider.ts';
import { violations } from './axe.ts';
import { leftOpen } from './people.ts';

/** A site of its own, in which one municipality has its own sign-in. */
const folder = mkdtempSync(join(tmpdir(), 'samlas-openid-'));
let origin: string;
let there: MunicipalProvider;
let server: ChildProcess;

test.beforeAll(async ({ baseURL, request }) => {
	// As patient as with the other server, which starts at the same time.
	test.setTimeout(180_000);
	const port = Number(new URL(baseURL!).port) + 1000;
	origin = `http://localhost:${port}`;
	there = await municipalProvider([`${origin}/logga-in/kommun/halmstad/svar`]);
	const file = join(folder, 'sign-in.json');
	writeFileSync(file, JSON.stringify([settingFor(there.issuer)]));
	server = spawn('node', ['scripts/start.mjs'], {
		stdio: 'ignore',
		env: {
			...process.env,
			...{
				PORT: String(port),
				ORIGIN: origin,
				SAMLAS_DATA: join(folder, 'data'),
				SAMLAS_DEMO: '0',
				SAMLAS_SIGN_IN: file,
			},
		},
	});
	await expect(async () => {
		expect((await request.get(`${origin}/api/v1/health`)).ok()).toBe(true);
	}).toPass({ timeout: 170_000 });
});
test.afterAll(async () => {
	server.kill();
	await there.close();
	rmSync(folder, { recursive: true, force: true });
});

for (const javaScriptEnabled of [true, false])
	test(`staff sign in via their municipality, and out again (${javaScriptEnabled ? 'with' : 'without'} JavaScript)`, async ({
		browser,
	}) => {
		const id = `anna-${javaScriptEnabled}`;
		there.as(id, { email: `${id}@halmstad.example`, groups: ['samlas-granskare'] });
		const context = await browser.newContext({ javaScriptEnabled });
		const page = await context.newPage();
		await page.goto(`${origin}/granska`);
		await expect(page.getByRole('heading', { name: 'Arbetar du i en kommun?' })).toBeVisible();
		// Axe is a script in the page itself.
		if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
		await page.getByRole('link', { name: 'Logga in via Halmstads kommun' }).click();
		await expect(page, 'where they were going').toHaveURL(`${origin}/granska`);
		await page.goto(`${origin}/konto`);
		await expect(page.getByText(`${id}@halmstad.example`)).toBeVisible();
		await expect(page.getByText('granskare')).toBeVisible();
		await page.getByRole('button', { name: 'Logga ut', exact: true }).click();
		await expect(page.getByRole('status').filter({ hasText: 'Du är utloggad från Samlas.' })).toBeVisible();
		const out = page.getByRole('link', { name: 'Logga ut även från Halmstads kommun' });
		expect(await out.getAttribute('href')).toContain(`${there.issuer}/session/end?`);

		await page.goto(`${origin}/logga-in/kommun/halmstad?till=/konto/ta-bort`);
		const store = await openStore(join(folder, 'data'));
		await leftOpen(`${id}@halmstad.example`, 16, Promise.resolve(store));
		await page.getByRole('button', { name: 'Ta bort mitt konto' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bekräfta att det är du');
		if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
		await page.getByRole('button', { name: 'Fortsätt' }).last().click();
		await expect(page.getByRole('alert'), 'not before they have shown it').toBeVisible();
		const [tab] = await Promise.all([
			context.waitForEvent('page'),
			page.getByRole('link', { name: 'Logga in via Halmstads kommun' }).click(),
		]);
		await expect(tab.getByRole('status'), 'beside what they were about to do').toBeVisible();
		expect(await store.people.byEmail(`${id}@halmstad.example`)).toBeDefined();
		await page.getByRole('button', { name: 'Fortsätt' }).last().click();
		await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Bekräfta att det är du');
		expect(await store.people.byEmail(`${id}@halmstad.example`)).toBeUndefined();
		store.close();
		await context.close();
	});

test('no way leads elsewhere, and what did not come from the sign-in signs nobody in', async ({ page }) => {
	there.as('eva', { email: 'eva@halmstad.example' });
	for (const to of ['//evil.example/', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)']) {
		await page.goto(`${origin}/logga-in/kommun/halmstad?till=${encodeURIComponent(to)}`);
		await expect(page, to).toHaveURL(`${origin}/konto`);
	}
	await page.context().clearCookies();
	const back = `${origin}/logga-in/kommun/halmstad/svar`;
	for (const query of [
		'',
		'?code=x&state=y',
		'?error=access_denied&error_description=<script>',
		'?fel=//evil.example',
	]) {
		await page.goto(back + query);
		await expect(page.getByRole('alert')).toContainText(
			'Det tog för lång tid, eller så började du i en annan webbläsare.',
		);
		expect(await page.content()).not.toContain('evil.example');
	}
	there.as('mallory', { email: 'mallory@evil.example' });
	await page.goto(`${origin}/logga-in/kommun/halmstad`);
	await expect(page.getByRole('alert')).toContainText('ingen e-postadress som hör till kommunen');
	expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('session');
	for (const other of ['hylte', 'nope', '..%2Fkonto'])
		expect((await page.request.get(`${origin}/logga-in/kommun/${other}`)).status(), other).toBe(404);
	const started = await page.request.get(`${origin}/logga-in/kommun/halmstad`, {
		headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
		maxRedirects: 0,
	});
	expect(decodeURIComponent(started.headers().location!), 'the Host header is nobody').toContain(
		`redirect_uri=${back}`,
	);
});
