import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { eraseSelf, heldAbout } from '../../src/domain/account.ts';
import { Invalid } from '../../src/domain/errors.ts';
import { sessionOf } from '../../src/domain/session.ts';
import { beginWithProvider, finishWithProvider, signOutOf } from '../../src/proof/openid.ts';
import { type Provider, readProviders } from '../../src/proof/provider.ts';
import type { Store } from '../../src/store/open.ts';
import { NOW, testFolder, testStore } from '../store.ts';
import {
	type Account,
	followTo,
	type MunicipalProvider,
	municipalProvider,
	SECRET,
	settingFor,
} from './municipal-provider.ts';

const HERE = 'https://samlas.example/logga-in/kommun/halmstad/svar';
const QUARTER = 900;
const anna: Account = { email: 'Anna@halmstad.example', email_verified: true };
const means = { agent: 'Firefox', locale: 'sv' as const, now: NOW };

async function scene() {
	const store = await testStore();
	const there = await municipalProvider([HERE]);
	onTestFinished(() => there.close());
	return { store, there, setting: settingFor(there.issuer) };
}

/** To the provider and back, as far as the address that the browser is sent to. */
async function away(
	store: Store,
	setting: Provider,
	there: MunicipalProvider,
	id: string,
	account: Account,
	now = NOW,
) {
	there.as(id, account);
	const { device, location } = await beginWithProvider(store, setting, {
		redirectUri: HERE,
		next: '/granska',
		now,
	});
	return { device, location, query: (await followTo(location, HERE)).searchParams };
}

const back = (
	store: Store,
	setting: Provider,
	shown: { device: string | undefined; query: URLSearchParams },
	now = NOW,
) => finishWithProvider(store, setting, { ...shown, redirectUri: HERE }, { ...means, now });

async function signIn(store: Store, setting: Provider, there: MunicipalProvider, id = 'a1', account = anna) {
	const { token, next } = await back(store, setting, await away(store, setting, there, id, account));
	return { next, actor: (await sessionOf(store, token, NOW))!.actor };
}

const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(reason: unknown) => (reason instanceof Invalid ? reason.fields : Promise.reject(reason)),
	);
const REFUSED = { provider: 'refused' };
const SPENT = { provider: 'spent' };

test('staff sign in by their municipality: who has the address here, with the role that was given here, and no more', async () => {
	const { store, there, setting } = await scene();
	const person = await store.transaction(async (tx) => {
		const known = await tx.people.known('anna@halmstad.example', 'sv', NOW);
		await tx.people.give(known, { role: 'reviewer', listing: null, municipality: '1380' }, null, NOW);
		return known;
	});
	const { location } = await away(store, setting, there, 'a1', anna);
	expect(Object.fromEntries(location.searchParams)).toMatchObject({
		...{ response_type: 'code', code_challenge_method: 'S256', redirect_uri: HERE, client_id: 'samlas' },
		...{ state: expect.stringMatching(/^[0-9a-f]{64}$/), nonce: expect.stringMatching(/^[0-9a-f]{64}$/) },
	});
	const { actor, next } = await signIn(store, setting, there);
	expect([actor.id, next]).toEqual([person, '/granska']);
	expect(actor.roles).toEqual([{ role: 'reviewer', listing: null, municipality: '1380' }]);
	const bo = await signIn(store, setting, there, 'b1', { email: 'bo@halmstad.example' });
	expect(bo.actor.roles, 'nobody gets a role by signing in').toEqual([]);
	expect((await heldAbout(store, actor, NOW)).municipalSignIns).toMatchObject([
		{ subject: 'a1', municipality: '1380' },
	]);
	await eraseSelf(store, actor, NOW);
	expect(await store.identities.of(person)).toEqual([]);
});

test('they stay who they are when their address changes; an address that was given to somebody new is not enough', async () => {
	const { store, there, setting } = await scene();
	const first = await signIn(store, setting, there);
	const married = await signIn(store, setting, there, 'a1', { email: 'anna.berg@halmstad.example' });
	expect(married.actor.id).toBe(first.actor.id);
	const other = await away(store, setting, there, 'a2', anna);
	expect(await refusal(back(store, setting, other))).toEqual({ email: 'taken' });
});

test('a group gives a role and takes it away with it; one that was given here stays', async () => {
	const { store, there, setting } = await scene();
	const rolesAs = async (groups: string[]) =>
		(await signIn(store, setting, there, 'a1', { ...anna, groups })).actor.roles.map(({ role }) => role);
	expect(await rolesAs(['samlas-granskare', 'x'])).toEqual(['reviewer']);
	expect(await rolesAs(['samlas-admin', 'samlas-granskare'])).toEqual(['administrator']);
	expect(await rolesAs(['operator', 'owner'])).toEqual([]);
	const id = (await store.people.byEmail('anna@halmstad.example'))!.id;
	await store.transaction((tx) =>
		tx.people.give(id, { role: 'administrator', listing: null, municipality: '1380' }, null, NOW),
	);
	expect(await rolesAs(['samlas-granskare'])).toEqual(['administrator']);
	expect(await rolesAs([])).toEqual(['administrator']);
});

test.each([
	['of another domain', { email: 'anna@evil.example' }],
	['of a domain that only looks so', { email: 'anna@halmstad.example.evil.example' }],
	['of a domain below', { email: 'anna@sub.halmstad.example' }],
	['that nobody has verified', { email: 'anna@halmstad.example', email_verified: false }],
	['that is none', { email: 'anna' }],
	['that is missing', {}],
])('nobody is signed in by an address %s', async (_, account) => {
	const { store, there, setting } = await scene();
	expect(await refusal(back(store, setting, await away(store, setting, there, 'a1', account)))).toEqual({
		email: 'unknown',
	});
	expect(await store.people.byEmail('anna@halmstad.example')).toBeUndefined();
});

test('an answer holds once, for a quarter of an hour, in the browser that went, and for one municipality', async () => {
	const { store, there, setting } = await scene();
	const other = settingFor(there.issuer, '0180');
	const first = await away(store, setting, there, 'a1', anna);
	expect(await refusal(back(store, setting, { ...first, device: undefined }))).toEqual(SPENT);
	expect(await refusal(back(store, setting, { ...first, device: 'x' }))).toEqual(SPENT);
	expect(await refusal(back(store, setting, first))).toBe('done');
	expect(await refusal(back(store, setting, first)), 'replay').toEqual(SPENT);
	const late = await away(store, setting, there, 'a1', anna);
	expect(await refusal(back(store, setting, late, NOW + QUARTER))).toEqual(SPENT);
	const mixed = await away(store, setting, there, 'a1', anna);
	expect(await refusal(back(store, other, mixed)), "another municipality's").toEqual(SPENT);
	const [mine, theirs] = [
		await away(store, setting, there, 'a1', anna),
		await away(store, setting, there, 'evil', { email: 'mallory@halmstad.example' }),
	];
	const swapped = { device: mine.device, query: theirs.query };
	expect(await refusal(back(store, setting, swapped)), "somebody else's answer put into my browser").toEqual(REFUSED);
	const stolen = new URLSearchParams(mine.query);
	stolen.set('code', theirs.query.get('code')!);
	const again = await away(store, setting, there, 'a1', anna);
	stolen.set('state', again.query.get('state')!);
	expect(await refusal(back(store, setting, { device: again.device, query: stolen })), 'code without verifier').toEqual(
		REFUSED,
	);
});

test.each<[string, (query: URLSearchParams) => void]>([
	['another state', (query) => query.set('state', 'x')],
	['no state', (query) => query.delete('state')],
	['another issuer: a provider mixed up with another', (query) => query.set('iss', 'https://evil.example')],
	['no issuer', (query) => query.delete('iss')],
	['another code', (query) => query.set('code', 'x')],
	['an error', (query) => query.set('error', 'access_denied')],
	['two codes', (query) => query.append('code', 'x')],
])('nobody is signed in by an answer with %s', async (_, change) => {
	const { store, there, setting } = await scene();
	const answer = await away(store, setting, there, 'a1', anna);
	change(answer.query);
	expect(await refusal(back(store, setting, answer))).toEqual(REFUSED);
	expect(await store.people.byEmail('anna@halmstad.example')).toBeUndefined();
});

test.each<[string, object, boolean?]>([
	['another nonce: a token of another sign-in', { nonce: 'x' }],
	['no nonce', { nonce: undefined }],
	['another issuer', { iss: 'https://evil.example' }],
	['another audience', { aud: 'somebody-else' }],
	['a time long past', { exp: 1 }],
	['another person, under the old signature', { sub: 'boss', email: 'boss@halmstad.example' }, false],
])('nobody is signed in by a token with %s', async (_, claims, resign = true) => {
	const { store, there, setting } = await scene();
	const forge = (changed: object) =>
		there.lie((path, body) => {
			const told = path.startsWith('/token') ? JSON.parse(body) : {};
			return told.id_token ? JSON.stringify({ ...told, id_token: there.forged(told.id_token, changed, resign) }) : body;
		});
	const answer = await away(store, setting, there, 'a1', anna);
	forge(claims);
	expect(await refusal(back(store, setting, answer))).toEqual(REFUSED);
	// The same forger with nothing to forge is believed: it is the claim that was refused, not the handwriting.
	const honest = await away(store, setting, there, 'a1', anna);
	forge({});
	expect(await refusal(back(store, setting, honest))).toBe('done');
});

test('a provider that does not answer, or says it is another, is told of kindly; signing out goes there too', async () => {
	const { store, there, setting } = await scene();
	expect(await signOutOf(setting, 'https://samlas.example/')).toContain(`${there.issuer}/session/end?`);
	const begin = (one: Provider) => beginWithProvider(store, one, { redirectUri: HERE, next: '/', now: NOW });
	there.lie((path, body) =>
		path.includes('well-known') ? body.replaceAll(there.issuer, 'https://evil.example') : body,
	);
	expect(await refusal(begin({ ...setting }))).toEqual({ provider: 'unavailable' });
	await there.close();
	const gone = { ...setting };
	expect(await refusal(begin(gone))).toEqual({ provider: 'unavailable' });
	expect(await signOutOf(gone, 'https://samlas.example/')).toBeNull();
});

test("a provider's secret is changed as the papers say: a second one there, the file, a restart, the first one gone", async () => {
	const { store, there } = await scene();
	const file = join(testFolder(), 'sign-in.json');
	/** What a process knows that starts when the file says this. */
	const started = (clientSecret: string): Provider => {
		writeFileSync(file, JSON.stringify([{ ...settingFor(there.issuer), clientSecret }]));
		return readProviders(file)[0]!;
	};
	const before = started(SECRET);
	const attempt = await away(store, before, there, 'a1', anna);
	const { token } = await back(store, before, attempt);
	there.takes(SECRET, 'a-second-secret');
	await signIn(store, before, there);
	const under = await away(store, before, there, 'a1', anna);
	const after = started('a-second-secret');
	expect(await refusal(back(store, after, under)), 'who was there while it was started anew comes back').toBe('done');
	there.takes('a-second-secret');
	expect((await signIn(store, after, there)).actor.email).toBe('anna@halmstad.example');
	expect((await sessionOf(store, token, NOW))?.actor.email, 'nobody is signed out').toBe('anna@halmstad.example');
	const late = await away(store, before, there, 'a1', anna);
	expect(await refusal(back(store, before, late)), 'the first opens nothing any more').toEqual(REFUSED);
	const wrong = started('forgotten-to-change');
	expect(await refusal(back(store, wrong, await away(store, wrong, there, 'a1', anna)))).toEqual(REFUSED);
});

const row = { municipality: '1380', issuer: 'https://id.halmstad.example', clientId: 'x', clientSecret: 'hemligt!' };
const whole = { ...row, mailDomains: ['halmstad.example'] };

test.each([
	['no list', whole],
	['no secret', [{ ...whole, clientSecret: '' }]],
	['an issuer in the clear', [{ ...whole, issuer: 'http://id.halmstad.example' }]],
	['no mail domain: any address would do', [{ ...whole, mailDomains: [] }]],
	['a word that is not known', [{ ...whole, tenant: 'x' }]],
	['a municipality twice', [whole, { ...whole, mailDomains: ['b.example'] }]],
	['a mail domain twice', [whole, { ...whole, municipality: '0180' }]],
])('a file of providers with %s is refused, and nothing of it is told', (_, content) => {
	const file = join(testFolder(), 'sign-in.json');
	writeFileSync(file, JSON.stringify([whole]));
	expect(readProviders(file)).toMatchObject([{ ...whole, scope: 'openid email', reviewers: [] }]);
	writeFileSync(file, JSON.stringify(content));
	expect(() => readProviders(file)).toThrow(file);
	expect(() => readProviders(file)).not.toThrow('hemligt');
	expect(() => readProviders(`${file}x`)).toThrow('ENOENT');
});

/** When a session of theirs says that they showed who they are, seconds before now; `told`: what the provider says of it. */
async function provedAgo(told: number | null, over: Partial<Provider> = {}) {
	const { store, there, setting } = await scene();
	const shown = await away(store, { ...setting, ...over }, there, 'a1', anna, seconds());
	there.lie((path, body) => {
		if (!path.startsWith('/token')) return body;
		const answer = JSON.parse(body) as { id_token: string };
		return JSON.stringify({
			...answer,
			id_token: there.forged(answer.id_token, { auth_time: told === null ? undefined : seconds() - told }),
		});
	});
	const token = await back(store, { ...setting, ...over }, shown, seconds()).then(
		(done) => done.token,
		(reason: unknown) => (reason instanceof Invalid ? reason.fields : Promise.reject(reason)),
	);
	if (typeof token !== 'string') return token;
	return seconds() - (await sessionOf(store, token, seconds()))!.provedAt;
}
const seconds = () => Math.floor(Date.now() / 1000);

test('of a provider is demanded that somebody signed in there lately, and when is kept with the session', async () => {
	const { store, there, setting } = await scene();
	const asked = async (over: Partial<Provider>, anew: boolean) => {
		const means = { redirectUri: HERE, next: '/', now: NOW, anew };
		const { location } = await beginWithProvider(store, { ...setting, ...over }, means);
		return location.searchParams.get('max_age');
	};
	expect(await asked({}, false)).toBe(String(12 * 3600));
	expect(await asked({}, true), 'before what is sensitive').toBe(String(15 * 60));
	expect(await asked({ authTime: false }, true)).toBeNull();
	const { token } = await back(store, setting, await away(store, setting, there, 'a1', anna));
	expect((await sessionOf(store, token, NOW))!.provedAt, 'no clock makes it newer than now').toBe(NOW);
	expect(await provedAgo(3 * 3600)).toBeGreaterThanOrEqual(3 * 3600);
	expect(await provedAgo(13 * 3600), 'longer ago than staff stay signed in').toEqual(REFUSED);
	expect(await provedAgo(null), 'what it was asked for and does not tell').toEqual(REFUSED);
	expect(await provedAgo(null, { authTime: false }), 'one that can not').toBeLessThan(60);
});
