import { type APIRequestContext, expect, test } from '@playwright/test';
import type { RoleHeld } from '../../src/domain/permission.ts';
import { digest, randomToken } from '../../src/domain/secret.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { letter } from './people.ts';

/** Attacks on the running site that no other file makes; docs/asvs.md says which of the others does what. */
let store: Store;
const now = Math.floor(Date.now() / 1000);

test.beforeAll(async () => {
	store = await openStore(process.env.SAMLAS_TEST_DATA!);
});
test.afterAll(() => store.close());

/** Somebody signed in: who they are, and their cookie. */
async function somebody(email: string, ...held: RoleHeld[]) {
	const token = randomToken();
	const kept = await digest(token);
	const person = await store.transaction(async (tx) => {
		const known = await tx.people.known(email, 'sv', now);
		for (const one of held) await tx.people.give(known, one, null, now);
		await tx.sessions.add({ person: known, token: kept, agent: '', now });
		return known;
	});
	return { person, cookie: `session=${token}` };
}

const post = (request: APIRequestContext, path: string, cookie: string, form: Record<string, string>, origin: string) =>
	request.post(path, { headers: { cookie, origin, accept: 'text/html' }, form, maxRedirects: 0 });

test('a code can be guessed at five times, also all at once; then the right one is of no use', async ({
	request,

	baseURL,
}) => {
	const asked = await post(request, '/logga-in', '', { email: 'guessed@example.org' }, baseURL!);
	const device = asked.headers()['set-cookie']!.match(/signing-in=[^;]+/)![0];
	const { code } = await letter('guessed@example.org');
	const wrong = String((Number(code.replace(' ', '')) + 1) % 1_000_000).padStart(6, '0');
	const guesses = Array.from({ length: 12 }, () => post(request, '/logga-in/kod', device, { code: wrong }, baseURL!));
	for (const guess of await Promise.all(guesses)) expect(guess.headers()['set-cookie'] ?? '').not.toMatch(/\bsession=/);
	const right = await post(request, '/logga-in/kod', device, { code }, baseURL!);
	expect(right.headers()['set-cookie'] ?? '').not.toMatch(/\bsession=/);
});

test('a secret of before opens nothing: signed out, guessed, set by somebody else', async ({
	request,

	baseURL,
}) => {
	const { cookie } = await somebody('replay@example.org');
	expect((await request.get('/konto', { headers: { cookie }, maxRedirects: 0 })).status()).toBe(200);
	await post(request, '/konto?/out', cookie, {}, baseURL!);
	for (const stale of [cookie, `session=${randomToken()}`, 'session=', "session=' OR 1=1 --", 'session=%00']) {
		const answer = await request.get('/konto', { headers: { cookie: stale }, maxRedirects: 0 });
		expect(answer.status(), stale).toBe(303);
	}
	// Whoever plants a cookie beforehand does not know the one that signing in sets.
	const planted = `session=${randomToken()}`;
	const asked = await post(request, '/logga-in', planted, { email: 'fixed@example.org' }, baseURL!);
	const device = asked.headers()['set-cookie']!.match(/signing-in=[^;]+/)![0];
	const { code } = await letter('fixed@example.org');
	const signedIn = await post(request, '/logga-in/kod', `${planted}; ${device}`, { code }, baseURL!);
	expect(signedIn.headers()['set-cookie']).toMatch(/\bsession=[\w-]{43};/);
	expect((await request.get('/konto', { headers: { cookie: planted }, maxRedirects: 0 })).status()).toBe(303);
});

test('fields that no form asks for change nothing, and numbers of others are not there', async ({
	request,
	baseURL,
}) => {
	const anna = await somebody('assigned@example.org');
	const other = await somebody('other-assigned@example.org');
	const more = {
		name: 'Anna',
		id: String(other.person),
		email: 'boss@example.org',
		role: 'operator',
		roles: 'operator',
		'roles[]': 'operator',
		person: String(other.person),
		__proto__: 'x',
	};
	expect((await post(request, '/konto?/name', anna.cookie, more, baseURL!)).status()).toBe(303);
	expect(await store.people.actor(anna.person)).toMatchObject({
		name: 'Anna',
		email: 'assigned@example.org',
		roles: [],
	});
	expect(await store.people.actor(other.person)).toMatchObject({ name: null, roles: [] });
	const [session] = await store.sessions.of(other.person);
	await post(request, '/konto?/end', anna.cookie, { session: String(session!.id) }, baseURL!);
	expect(await store.sessions.of(other.person)).toHaveLength(1);
	const id = await store.transaction((tx) =>
		tx.invitations.add({
			email: 'other-assigned@example.org',
			role: 'operator',
			listing: null,
			municipality: null,
			by: other.person,
			now,
			expiresAt: now + 60,
		}),
	);
	expect(
		(
			await post(
				request,
				`/inbjudan/${id}`,
				anna.cookie,
				{ answer: 'yes', email: 'other-assigned@example.org' },
				baseURL!,
			)
		).status(),
	).toBe(404);
	expect((await store.people.actor(anna.person))!.roles).toEqual([]);
});

test('script in a name, an address or a parameter is text, wherever it is shown; text keeps its direction', async ({
	page,
	baseURL,
	context,
}) => {
	const script = `<img src=x onerror=alert(1)><script>alert(2)</script>`;
	const { person, cookie } = await somebody('script@example.org', {
		role: 'administrator',
		listing: null,
		municipality: '2403',
	});
	const name = `\u202egpj.exe${script}\u2066`;
	const [, value = ''] = cookie.split('=');
	await context.addCookies([{ name: 'session', value, url: baseURL! }]);
	await post(page.request, '/konto?/name', cookie, { name }, baseURL!);
	expect((await store.people.actor(person))!.name, 'nothing that turns the text around').toBe(`gpj.exe${script}`);
	const ran: string[] = [];
	page.on('dialog', (dialog) => {
		ran.push(dialog.message());
		void dialog.dismiss();
	});
	const invitation = await store.transaction(async (tx) => {
		await tx.people.give(person, { role: 'operator', listing: null, municipality: null }, null, now);
		return tx.invitations.add({
			email: 'script@example.org',
			role: 'reviewer',
			listing: null,
			municipality: '2404',
			by: person,
			now,
			expiresAt: now + 600,
		});
	});
	await page.goto(`/inbjudan/${invitation}`);
	await expect(page.getByText(`gpj.exe${script} vill att du blir granskare`)).toBeVisible();
	await page.goto('/konto');
	await expect(page.getByLabel('Ditt namn')).toHaveValue(`gpj.exe${script}`);
	await context.clearCookies();
	const given = encodeURIComponent(`"><svg onload=alert(3)>${script}`);
	for (const path of [
		`/logga-in?till=${given}`,
		`/logga-in?fel=${given}`,
		`/logga-in?ut=${given}`,
		`/logga-in/lank?nyckel=${given}`,
		`/konto/ta-bort?borta=${given}`,
	]) {
		const response = await page.goto(path);
		expect(response!.status(), path).toBe(200);
		expect(await response!.text(), path).not.toMatch(/<svg onload|<img src=x|<script>alert/);
	}
	expect(ran).toEqual([]);
});

test('no parameter, cookie or header leads a sign-in elsewhere', async ({ request, baseURL }) => {
	const { cookie } = await somebody('led@example.org');
	const evil = [
		'//evil.example',
		'/\\evil.example',
		'https://evil.example',
		'https:evil.example',
		'/\t/evil.example',
		'/%2f/evil.example/..//x',
		'javascript:alert(1)',
		'/konto\r\nSet-Cookie: a=b',
	];
	for (const to of evil) {
		const answer = await request.get(`/logga-in?till=${encodeURIComponent(to)}`, {
			headers: {
				cookie,
				'x-forwarded-host': 'evil.example',
				'x-app-host': 'evil.example',
				forwarded: 'host=evil.example',
			},
			maxRedirects: 0,
		});
		expect(answer.status(), to).toBe(303);
		const { origin } = new URL(answer.headers().location!, baseURL);
		expect(origin, to).toBe(baseURL);
		expect(answer.headers()['set-cookie'] ?? '', to).not.toContain('a=b');
	}
});
