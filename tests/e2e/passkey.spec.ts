import { type Browser, type CDPSession, expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { enter, leftOpen, letter } from './people.ts';

/** A device that holds passkeys and says yes by itself: Chromium's own, by its protocol for developers. */
async function deviceOf(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('WebAuthn.enable', { enableUI: false });
	const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	return { cdp, authenticatorId };
}

/** `offers`: the browser offers keys to fill the field with; this device then takes the offer at once. */
async function withKey(browser: Browser, email: string, { offers = false } = {}) {
	const page = await (await browser.newContext()).newPage();
	if (!offers)
		await page.addInitScript(() => {
			PublicKeyCredential.isConditionalMediationAvailable = async () => false;
		});
	const device = await deviceOf(page);
	await enter(page, email);
	await page.goto('/konto');
	await page.getByLabel('Vad ska nyckeln heta?').fill('Min telefon');
	await page.getByRole('button', { name: 'Lägg till en lösennyckel' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Nyckeln är tillagd.' })).toBeVisible();
	return { page, ...device };
}

const signOut = (page: Page) => page.getByRole('button', { name: 'Logga ut', exact: true }).click();
const key = (page: Page) => page.getByRole('button', { name: 'Logga in med lösennyckel' });

test('a passkey is added, signs in, is named, and is of no more use when it is removed', async ({ browser }) => {
	const email = 'passkey@example.org';
	const { page, cdp, authenticatorId } = await withKey(browser, email);
	expect((await letter(email)).text).toContain('”Min telefon”');
	await page.getByRole('button', { name: 'Lägg till en lösennyckel' }).click();
	await expect(page.getByText('Skriv vad nyckeln ska heta.')).toBeVisible();
	const confirm = page.getByRole('button', { name: 'Bekräfta med lösennyckel' });
	await leftOpen(email, 16);
	await page.getByLabel('Vad ska nyckeln heta?').fill('Samma & igen');
	await page.getByRole('button', { name: 'Lägg till en lösennyckel' }).click();
	await page.getByRole('link', { name: 'Bekräfta att det är du' }).click();
	await confirm.click();
	await expect(page.getByLabel('Vad ska nyckeln heta?'), 'what they had typed').toHaveValue('Samma & igen');
	await expect(page.getByLabel('Vad ska nyckeln heta?')).toBeFocused();
	await page.getByRole('button', { name: 'Lägg till en lösennyckel' }).click();
	await expect(page.getByText('har redan en nyckel')).toBeVisible();
	await signOut(page);
	await page.goto('/logga-in?till=/integritet');
	await key(page).click();
	await expect(page, 'on to where they were going').toHaveURL(/:\d+\/integritet$/);
	await page.goto('/konto');
	await expect(page.getByText(`Du är inloggad som ${email}.`)).toBeVisible();
	await expect(page.getByText(/Tillagd .*, använd /)).toBeVisible();
	await page.getByText('Byt namn').click();
	await page.getByLabel('Nytt namn på Min telefon').fill('Jobbets <b>telefon</b>');
	await page.getByRole('button', { name: 'Spara' }).last().click();
	await expect(page.getByText('Jobbets <b>telefon</b>', { exact: true })).toBeVisible();
	const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
	expect(credentials, 'the device holds one that names its person').toMatchObject([{ isResidentCredential: true }]);
	await leftOpen(email, 16);
	await page.getByRole('button', { name: 'Ta bort Jobbets' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bekräfta att det är du');
	await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
	await confirm.click();
	await expect(
		page.getByText('Ingen nyckel användes.'),
		'a device whose owner is not there signs nothing',
	).toBeVisible();
	await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
	await confirm.click();
	await expect(page, 'shown by the key, what was asked for is done').toHaveURL(/\/konto/);
	await expect(page.getByText('Du har ingen lösennyckel än.')).toBeVisible();
	await signOut(page);
	await page.goto('/logga-in');
	await key(page).click();
	await expect(page.getByText('Den nyckeln gäller inte längre här.')).toBeVisible();
	await page.context().close();
});

test('where the browser offers a key to fill the field with, taking it signs in', async ({ browser }) => {
	const { page } = await withKey(browser, 'offered@example.org', { offers: true });
	await signOut(page);
	await page.goto('/logga-in');
	await expect(page).toHaveURL(/\/konto$/);
	await expect(page.getByText('Du är inloggad som offered@example.org.')).toBeVisible();
	await page.context().close();
});

test('where the browser cannot offer keys after all, nothing is said to who has asked for none', async ({ page }) => {
	await page.addInitScript(() => {
		PublicKeyCredential.isConditionalMediationAvailable = async () => true;
		navigator.credentials.get = async () => {
			document.documentElement.dataset.asked = 'yes';
			throw new DOMException('not here', 'NotSupportedError');
		};
	});
	await page.goto('/logga-in');
	await expect(page.locator('html')).toHaveAttribute('data-asked', 'yes');
	await key(page).click();
	await expect(page.getByRole('alert'), 'who presses is told').toHaveText(/Det gick inte just nu/);
	await page.reload();
	await expect(page.locator('html')).toHaveAttribute('data-asked', 'yes');
	await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
	await expect(page.getByRole('alert')).toHaveCount(0);
});

test('what a device has signed is refused a second time, to another browser, and where nobody showed who they are', async ({
	browser,
}) => {
	const { page, cdp, authenticatorId } = await withKey(browser, 'replayed@example.org');
	await signOut(page);
	const sent: string[] = [];
	page.on('request', (request) => {
		if (request.method() === 'PUT') sent.push(request.postData()!);
	});
	await page.goto('/logga-in');
	await key(page).click();
	await expect(page).toHaveURL(/\/konto$/);
	expect(sent).toHaveLength(1);
	const headers = { 'content-type': 'application/json', origin: new URL(page.url()).origin };
	const elsewhere = await browser.newContext();
	for (const context of [page.context(), elsewhere]) {
		await context.request.post('/logga-in/nyckel', { headers, data: '{}' });
		const again = await context.request.put('/logga-in/nyckel', { headers, data: sent[0]! });
		expect(again.status()).toBe(400);
		expect(await again.json()).toEqual({ fields: { passkey: 'wrong' } });
		const spent = await context.request.put('/logga-in/nyckel', { headers, data: sent[0]! });
		expect(await spent.json()).toEqual({ fields: { passkey: 'spent' } });
	}
	expect(
		(await elsewhere.cookies()).map(({ name }) => name),
		'nobody is signed in',
	).not.toContain('session');
	for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
		const forged = await elsewhere.request.put('/logga-in/nyckel', {
			headers: { origin: 'https://evil.example', 'content-type': type },
			data: sent[0]!,
		});
		expect([403, 415], type).toContain(forged.status());
	}
	await signOut(page);
	await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
	await page.goto('/logga-in');
	await key(page).click();
	await expect(page.getByText('Ingen nyckel användes.')).toBeVisible();
	await elsewhere.close();
	await page.context().close();
});

test('a page of another origin gets nothing signed, and nothing from here', async ({ browser, baseURL }) => {
	const { page } = await withKey(browser, 'foreign@example.org');
	const foreign = baseURL!.replace('localhost', 'sub.localhost');
	await page.route(`${foreign}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '<p>evil</p>' }));
	await page.goto(`${foreign}/evil`);
	const told = await page.evaluate(async (here) => {
		const options = { challenge: new Uint8Array(32), rpId: 'evil.example', userVerification: 'required' as const };
		const signed = await navigator.credentials.get({ publicKey: options }).then(String, (reason) => reason.name);
		const asked = await fetch(`${here}/logga-in/nyckel`, {
			method: 'POST',
			credentials: 'include',
			headers: { 'content-type': 'application/json' },
			body: '{}',
		}).then(String, (reason) => reason.name);
		return [signed, asked];
	}, baseURL!);
	expect(told).toEqual(['SecurityError', 'TypeError']);
	await page.context().close();
});

test('without JavaScript keys are seen and removed, and the page says what they need; axe finds nothing', async ({
	browser,
}) => {
	const { page } = await withKey(browser, 'noscript-key@example.org');
	for (const path of ['/konto', '/en/account']) {
		await page.goto(path);
		await expect(page.getByRole('button', { name: /lösennyckel|passkey/ })).toBeVisible();
		expect(await violations(page), path).toEqual([]);
	}
	const plain = await browser.newContext({
		javaScriptEnabled: false,
		storageState: await page.context().storageState(),
	});
	const mine = await plain.newPage();
	await mine.goto('/konto');
	await expect(mine.getByText('behövs JavaScript')).toBeVisible();
	await mine.getByRole('button', { name: 'Ta bort Min telefon' }).click();
	await expect(mine.getByText('Du har ingen lösennyckel än.')).toBeVisible();
	await page.context().clearCookies();
	await page.goto('/logga-in');
	await expect(key(page)).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await plain.close();
	await page.context().close();
});
