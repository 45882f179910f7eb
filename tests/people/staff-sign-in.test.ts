import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { Refusal } from '../../src/domain/errors.ts';
import type { RoleHeld } from '../../src/domain/permission.ts';
import { digest, randomToken } from '../../src/domain/secret.ts';
import type { SignInWay } from '../../src/domain/session.ts';
import { demandStrong, isDemanded, setDemand, strongerWays } from '../../src/domain/staff-sign-in.ts';
import type { Provider } from '../../src/proof/provider.ts';
import { signInAs } from '../../src/proof/vouched.ts';
import { askToSignIn } from '../../src/routes/personal.ts';
import { signedIn } from '../../src/session-cookie.ts';
import type { Site } from '../../src/site.ts';
import type { Store } from '../../src/store/open.ts';
import { somebody } from '../merge/scene.ts';
import { NOW, organisation, publish, testStore } from '../store.ts';

const DESK: RoleHeld = { role: 'reviewer', listing: null, municipality: '1380' };
const OPERATOR: RoleHeld = { role: 'operator', listing: null, municipality: null };

async function begin(store: Store, person: number, way: SignInWay): Promise<string> {
	const token = randomToken();
	const session = { person, token: await digest(token), agent: '', way, now: NOW };
	await store.transaction((tx) => tx.sessions.add(session));
	return token;
}

/** What every page is told of a browser with this cookie. */
async function seen(store: Store, token: string, now = NOW) {
	const locals = { site: { store, now: () => now } as unknown as Site } as App.Locals;
	const cookies = { get: () => token, set: () => undefined, delete: () => undefined };
	const event = { cookies, url: new URL('http://localhost/granska'), locals } as unknown as RequestEvent;
	await signedIn({ event, resolve: async () => new Response() });
	return { actor: locals.actor?.email ?? null, heldBack: locals.heldBack?.email ?? null };
}
const demand = (store: Store, yes: boolean) =>
	store.transaction((tx) => setDemand(tx, yes, { by: 'operator', now: NOW }));
const key = (person: number, name = 'k') => ({
	...{ person, credential: `${name}-${person}`, publicKey: new Uint8Array(1), handle: `h-${person}`, counter: 0 },
	...{ transports: [], name, now: NOW },
});
const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(reason: unknown) => (reason instanceof Refusal ? reason.key : Promise.reject(reason)),
	);

test.each<[string, RoleHeld[], SignInWay, boolean]>([
	['a reviewer who came by a letter', [DESK], 'letter', true],
	['an operator who came by a letter', [OPERATOR], 'letter', true],
	['a reviewer with a key', [DESK], 'passkey', false],
	['a reviewer whose municipality vouches for them', [DESK], 'municipality', false],
	['an owner who came by a letter', [{ role: 'owner', listing: 1, municipality: null }], 'letter', false],
	['somebody without a role', [], 'letter', false],
])('where more is demanded, %s', async (_who, roles, way, held) => {
	const store = await testStore();
	await publish(store, organisation());
	const one = await somebody(store, 'one@example.org', ...roles);
	const token = await begin(store, one.id, way);
	expect(await seen(store, token), 'before').toEqual({ actor: one.email, heldBack: null });
	await demand(store, true);
	const nobody = { actor: null, heldBack: one.email };
	expect(await seen(store, token)).toEqual(held ? nobody : { actor: one.email, heldBack: null });
	await demand(store, false);
	expect(await seen(store, token), 'afterwards').toEqual({ actor: one.email, heldBack: null });
});

test('who is given a role while they are signed in by a letter is held back from then on', async () => {
	const store = await testStore();
	await demand(store, true);
	const one = await somebody(store, 'one@example.org');
	const token = await begin(store, one.id, 'letter');
	expect((await seen(store, token)).actor).toBe(one.email);
	await store.transaction((tx) => tx.people.give(one.id, DESK, null, NOW));
	expect((await seen(store, token)).actor).toBeNull();
});

test('an operator demands it who came by more than a letter, and nobody else does', async () => {
	const store = await testStore();
	const operator = await somebody(store, 'operator@example.org', OPERATOR);
	const administrator = await somebody(store, 'admin@example.org', { ...DESK, role: 'administrator' });
	const by = (id: number, way: SignInWay, yes = true) => refusal(demandStrong(store, { id }, yes, { way, now: NOW }));
	expect(await by(administrator.id, 'passkey')).toBe('page.unknown');
	expect(await by(operator.id, 'letter')).toBe('staff.came_by_letter');
	expect(await isDemanded(store)).toBe(false);
	expect(await by(operator.id, 'passkey')).toBe('done');
	expect(await by(operator.id, 'passkey'), 'again').toBe('done');
	expect(await isDemanded(store)).toBe(true);
	expect(await by(operator.id, 'passkey', false)).toBe('done');
	expect(await isDemanded(store)).toBe(false);
	const steps = (await store.audit.by(operator.id)).map(({ action, after }) => [action, after.yes]);
	expect(steps).toEqual([
		['instance.staff_sign_in', true],
		['instance.staff_sign_in', false],
	]);
});

test('how many can sign in by more than a letter, and by what', async () => {
	const store = await testStore();
	const anna = await somebody(store, 'anna@example.org', DESK);
	const bo = await somebody(store, 'bo@halmstad.example', { ...DESK, role: 'administrator' });
	await somebody(store, 'cia@example.org', OPERATOR);
	await publish(store, organisation());
	await somebody(store, 'owner@example.org', { role: 'owner', listing: 1, municipality: null });
	expect(await store.people.staff()).toEqual({ all: 3, strong: 0 });
	expect(await strongerWays(store, anna, ['1380', '0180'])).toEqual({
		...{ keys: 0, vouched: false, municipalities: ['1380'] },
	});
	await store.transaction((tx) => tx.passkeys.add(key(anna.id)));
	const provider = {
		...{ municipality: '1380', issuer: 'https://login.example', clientId: 'x', clientSecret: 'x'.repeat(8) },
		...{ mailDomains: ['halmstad.example'], groupsClaim: 'groups', reviewers: [], administrators: [], scope: '' },
		authTime: true,
	} satisfies Provider;
	const vouched = { subject: 's', provedAt: NOW, email: bo.email, verified: true, groups: [] };
	const token = await signInAs(store, provider, vouched, { agent: '', locale: 'sv', now: NOW });
	await demand(store, true);
	expect((await seen(store, token)).actor, 'the way is kept with the session').toBe(bo.email);
	expect(await store.people.staff()).toEqual({ all: 3, strong: 2 });
	expect(await strongerWays(store, anna, [])).toMatchObject({ keys: 1, vouched: false });
	expect(await strongerWays(store, bo, [])).toMatchObject({ keys: 0, vouched: true });
});

test('after half an hour unused who works for others signs in anew; others do not', async () => {
	const store = await testStore();
	const desk = await somebody(store, 'desk@example.org', DESK);
	const anna = await somebody(store, 'anna@example.org');
	const [one, other] = [await begin(store, desk.id, 'passkey'), await begin(store, anna.id, 'letter')];
	const later = NOW + 30 * 60;
	expect((await seen(store, one, later - 1)).actor).toBe(desk.email);
	expect((await seen(store, other, later)).actor).toBe(anna.email);
	expect((await seen(store, one, later - 1 + 30 * 60)).actor).toBeNull();
	expect((await seen(store, one, later)).actor, 'ended, and not only hidden').toBeNull();
});

test('used every few minutes it lasts twelve hours at most, however short of half an hour each rest is', async () => {
	const store = await testStore();
	const desk = await somebody(store, 'desk@example.org', DESK);
	const token = await begin(store, desk.id, 'passkey');
	let at = NOW;
	for (let uses = 0; at + 28 * 60 < NOW + 12 * 3600; uses++) {
		// A short rest, which is not noted, before each long one: together they are not yet half an hour.
		at += uses % 2 ? 28 * 60 : 59;
		expect((await seen(store, token, at)).actor, `after ${(at - NOW) / 60} minutes`).toBe(desk.email);
	}
	expect(at).toBeGreaterThan(NOW + 11 * 3600);
	expect((await seen(store, token, NOW + 12 * 3600)).actor).toBeNull();
});

test.each([
	['application/x-www-form-urlencoded', 307, '/logga-in/igen?till=%2Fgranska%2F7%3F%2Fsend'],
	['multipart/form-data; boundary=x', 303, '/logga-in?till=%2Fgranska%2F7%3F%2Fsend'],
	['application/json', 303, '/logga-in?till=%2Fgranska%2F7%3F%2Fsend'],
])('what was typed goes along to where one signs in again: %s', (type, status, location) => {
	const url = new URL('http://localhost/granska/7?/send');
	const request = new Request(url, { method: 'POST', headers: { 'content-type': type }, body: 'words=x' });
	let told: unknown;
	try {
		askToSignIn({ url, request });
	} catch (reason) {
		told = reason;
	}
	expect(told).toMatchObject({ status, location });
});
