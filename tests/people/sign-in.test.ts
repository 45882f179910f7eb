import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eraseSelf, heldAbout } from '../../src/domain/account.ts';
import { Invalid } from '../../src/domain/errors.ts';
import { localPath } from '../../src/domain/local-path.ts';
import { forgetWhatIsOld } from '../../src/domain/retention.ts';
import { randomCode, randomToken } from '../../src/domain/secret.ts';
import { agentOf, limits, sessionOf } from '../../src/domain/session.ts';
import { beginSignIn, finishSignIn } from '../../src/domain/sign-in.ts';
import type { Store } from '../../src/store/open.ts';
import { NOW, organisation, publish, testStore } from '../store.ts';

const DAY = 86_400;

/** Asks for a code, and what the letter would say. */
async function ask(store: Store, email: unknown = 'Anna@Example.org', now = NOW, next?: string) {
	let said: { recipient: string; code: string; link: string } | undefined;
	const { device } = await beginSignIn(
		store,
		{ email, locale: 'sv', next },
		{
			now,
			letter: (secret) => {
				said = secret;
				return { kind: 'sign-in', recipient: secret.recipient, subject: '', text: '', html: '', usefulFor: 900 };
			},
		},
	);
	return { device, said };
}

async function signIn(store: Store, email = 'anna@example.org', now = NOW): Promise<string> {
	const { device, said } = await ask(store, email, now);
	return (await finishSignIn(store, { device, code: said!.code }, 'Firefox, Linux', now)).token;
}

const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(reason: unknown) => (reason instanceof Invalid ? Object.values(reason.fields)[0] : String(reason)),
	);
const otherCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('the code of the letter, typed in the browser that asked, signs in; letters and spaces do not matter', async () => {
	const store = await testStore();
	const { device, said } = await ask(store, ' Anna@Example.ORG ', NOW, '/forening/schack');
	expect(said!.recipient).toBe('anna@example.org');
	const typed = ` ${said!.code.slice(0, 3)} ${said!.code.slice(3)} `;
	const { token, next } = await finishSignIn(store, { device, code: typed }, 'Firefox, Linux', NOW + 60);
	expect(next).toBe('/forening/schack');
	const found = await sessionOf(store, token, NOW + 61);
	expect(found!.actor).toMatchObject({ email: 'anna@example.org', name: null, roles: [] });
	const again = await signIn(store, 'ANNA@example.org', NOW + 100);
	expect((await sessionOf(store, again, NOW + 101))!.actor.id, 'one person').toBe(found!.actor.id);
});

test('a code and a link hold once, for a quarter of an hour, and five guesses', async () => {
	const store = await testStore();
	const { device, said } = await ask(store);
	const { code, link } = said!;
	expect(await refusal(finishSignIn(store, { device, code: '12' }, '', NOW))).toBe('missing');
	expect(await refusal(finishSignIn(store, { device, code: otherCode(code) }, '', NOW))).toBe('wrong');
	expect(await refusal(finishSignIn(store, { device, code }, '', NOW + 900))).toBe('spent');
	expect(await refusal(finishSignIn(store, { device, link }, '', NOW))).toBe('done');
	expect(await refusal(finishSignIn(store, { device, link }, '', NOW))).toBe('spent');
	expect(await refusal(finishSignIn(store, { device, code }, '', NOW))).toBe('spent');

	const guessed = await ask(store);
	const wrong = otherCode(guessed.said!.code);
	const guesses = await Promise.all(
		Array.from({ length: 12 }, () => refusal(finishSignIn(store, { device: guessed.device, code: wrong }, '', NOW))),
	);
	expect(guesses.filter((told) => told === 'wrong')).toHaveLength(5);
	expect(
		await refusal(finishSignIn(store, { device: guessed.device, code: guessed.said!.code }, '', NOW)),
		'the right code comes too late',
	).toBe('spent');
});

test('what the letter said is of no use in another browser', async () => {
	const store = await testStore();
	const { said } = await ask(store, 'anna@example.org');
	const other = await ask(store, 'mallory@example.org');
	expect(await refusal(finishSignIn(store, { device: undefined, link: said!.link }, '', NOW))).toBe('other_device');
	expect(await refusal(finishSignIn(store, { device: other.device, link: said!.link }, '', NOW))).toBe('other_device');
	expect(await refusal(finishSignIn(store, { device: randomToken(), code: said!.code }, '', NOW))).toBe('spent');
	if (said!.code !== other.said!.code)
		expect(await refusal(finishSignIn(store, { device: other.device, code: said!.code }, '', NOW))).toBe('wrong');
});

test('past five an hour no more letters go to an address, and nobody is told', async () => {
	const store = await testStore();
	const asked = [];
	for (let n = 0; n < 7; n++) asked.push(await ask(store, 'anna@example.org', NOW + n));
	expect(asked.filter(({ said }) => said)).toHaveLength(5);
	expect(asked.every(({ device }) => device.length === 43)).toBe(true);
	expect((await ask(store, 'bo@example.org', NOW + 8)).said, 'another address').toBeDefined();
	expect((await ask(store, 'anna@example.org', NOW + 3700)).said, 'an hour later').toBeDefined();
});

test.each([
	'',
	'anna',
	'anna@',
	'a b@example.org',
	`${'x'.repeat(200)}@example.org`,
	'a@example.org\nBcc: b@example.org',
	null,
	{},
])('%o is no address', async (email) => {
	const store = await testStore();
	expect(['missing', 'wrong', 'invalid_type']).toContain(await refusal(ask(store, email)));
	expect(await store.outbox.waiting(1)).toEqual([]);
});

test('nothing in the store opens a session: secrets are kept as digests', async () => {
	const store = await testStore();
	const { device, said } = await ask(store);
	const { token } = await finishSignIn(store, { device, code: said!.code }, '', NOW);
	const kept = JSON.stringify([await store.sessions.of(1), await store.outbox.waiting(9)]);
	expect(kept).not.toContain(token);
	expect(await sessionOf(store, (await store.sessions.of(1))[0]!.token, NOW)).toBeNull();
});

test('a session gets a new secret each day; the one before is good until the new one arrived', async () => {
	const store = await testStore();
	const first = await signIn(store);
	expect((await sessionOf(store, first, NOW + DAY - 1))!.rotated).toBeUndefined();
	const { rotated: second } = (await sessionOf(store, first, NOW + DAY))!;
	expect(second).toBeDefined();
	expect((await sessionOf(store, first, NOW + DAY + 5))!.rotated, 'under way at the same time').toBeUndefined();
	const { rotated: third } = (await sessionOf(store, first, NOW + DAY + 120))!;
	expect(third, 'the second never arrived').toBeDefined();
	expect(await sessionOf(store, second!, NOW + DAY + 121), 'and is of no more use').toBeNull();
	expect(await sessionOf(store, third!, NOW + DAY + 122)).not.toBeNull();
	expect(await sessionOf(store, first, NOW + DAY + 123), 'replayed').toBeNull();
});

test('requests at once, on the day that the secret changes, sign nobody out', async () => {
	const store = await testStore();
	const first = await signIn(store);
	const answers = await Promise.all(Array.from({ length: 8 }, () => sessionOf(store, first, NOW + DAY)));
	expect(answers.every((answer) => answer !== null)).toBe(true);
	const given = answers.flatMap((answer) => answer!.rotated ?? []);
	expect(given).toHaveLength(1);
	expect(await sessionOf(store, given[0]!, NOW + DAY + 2)).not.toBeNull();
});

test.each([
	['person', null],
	['staff', { role: 'reviewer', listing: null, municipality: '1380' }],
] as const)('a session of %s ends unused, and at the latest', async (kind, role) => {
	const store = await testStore();
	const token = await signIn(store);
	const { actor } = (await sessionOf(store, token, NOW))!;
	if (role) await store.transaction((tx) => tx.people.give(actor.id, role, null, NOW));
	const { idle, most } = limits[kind];
	expect(await sessionOf(store, token, NOW + idle)).toBeNull();
	expect(await store.sessions.of(actor.id)).toEqual([]);
	let shown = await signIn(store, 'anna@example.org', NOW);
	let at = NOW;
	while (at + idle / 2 < NOW + most) {
		at += idle / 2;
		const found = await sessionOf(store, shown, at);
		expect(found).not.toBeNull();
		shown = found!.rotated ?? shown;
	}
	expect(await sessionOf(store, shown, NOW + most)).toBeNull();
});

test('a made-up secret opens nothing', async () => {
	const store = await testStore();
	await signIn(store);
	for (const token of ['', 'x', randomToken(), `${randomToken()}\n`])
		expect(await sessionOf(store, token, NOW)).toBeNull();
});

test('an account that is taken away leaves nothing: sessions, roles, letters, attempts', async () => {
	const store = await testStore();
	const [entry] = await publish(store, organisation());
	const token = await signIn(store);
	await signIn(store, 'bo@example.org');
	const { actor } = (await sessionOf(store, token, NOW))!;
	const held = { role: 'owner', listing: entry!, municipality: null } as const;
	await store.transaction((tx) => tx.people.give(actor.id, held, null, NOW));
	const told = JSON.stringify(await heldAbout(store, (await store.people.actor(actor.id))!, NOW));
	for (const word of ['anna@example.org', '"owner"', 'Firefox, Linux', 'sign-in']) expect(told).toContain(word);
	expect(told).not.toContain('bo@example.org');
	await eraseSelf(store, actor, NOW);
	expect(await sessionOf(store, token, NOW)).toBeNull();
	expect(await store.people.byEmail('anna@example.org')).toBeUndefined();
	expect(await store.outbox.to('anna@example.org')).toEqual([]);
	expect(await store.signIns.of('anna@example.org')).toEqual([]);
	expect((await store.people.roles()).map(({ email }) => email)).toEqual([]);
	expect(await store.people.byEmail('bo@example.org'), 'and nobody else').toBeDefined();
});

test('what has run out is forgotten', async () => {
	const store = await testStore();
	await signIn(store);
	await forgetWhatIsOld(store, NOW + limits.person.idle + 1);
	expect(await store.sessions.of(1)).toEqual([]);
	expect(await store.signIns.of('anna@example.org')).toEqual([]);
});

test.each([
	['/konto', '/konto'],
	['/forening/schack?x=1#y', '/forening/schack?x=1'],
	['//evil.example', '/'],
	['/\\evil.example', '/'],
	['/\t/evil.example', '/'],
	['https://evil.example', '/'],
	['javascript:alert(1)', '/'],
	['/.//evil.example', '/'],
	['/a/..//evil.example', '/'],
	['', '/'],
	[null, '/'],
	['/å', '/'],
	[`/${'x'.repeat(2000)}`, '/'],
])('after signing in %o leads to %s', (given, expected) => {
	expect(localPath(given, '/')).toBe(expected);
});

test('no path leads to another site', () => {
	const part = fc.constantFrom('/', '\\', '.', '..', '@', ':', '%2f', '\t', '\n', ' ', 'evil.example', 'a', '?', '#');
	fc.assert(
		fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
			const led = new URL(localPath(`/${parts.join('')}`, '/konto'), 'https://samlas.example');
			expect(led.origin).toBe('https://samlas.example');
		}),
	);
});

test('codes are six digits, evenly spread; secrets never repeat', () => {
	const codes = Array.from({ length: 20_000 }, randomCode);
	expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
	const firsts = new Map<string, number>();
	for (const code of codes) firsts.set(code[0]!, (firsts.get(code[0]!) ?? 0) + 1);
	// Each of ten first digits 2 000 times, give or take seven standard deviations (42).
	for (const count of firsts.values()) expect(Math.abs(count - 2000)).toBeLessThan(300);
	expect(new Set(Array.from({ length: 1000 }, randomToken)).size).toBe(1000);
});

test.each([
	['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
	[
		'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile/15E148 Safari/604.1',
		'Safari, iOS',
	],
	[
		'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36',
		'Samsung Internet, Android',
	],
	[
		'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0',
		'Edge, macOS',
	],
	['curl/8.0', ''],
	[null, ''],
])('%s is told as "%s"', (header, told) => {
	expect(agentOf(header)).toBe(told);
});
