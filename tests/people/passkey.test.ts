import { expect, test } from 'vitest';
import { eraseSelf, heldAbout } from '../../src/domain/account.ts';
import { Invalid, Refusal } from '../../src/domain/errors.ts';
import type { Actor } from '../../src/domain/person.ts';
import { forgetWhatIsOld } from '../../src/domain/retention.ts';
import { sessionOf } from '../../src/domain/session.ts';
import { beginAdding, finishAdding, namePasskey, removePasskey } from '../../src/proof/own-passkeys.ts';
import { beginWithPasskey, finishWithPasskey } from '../../src/proof/passkey.ts';
import type { Store } from '../../src/store/open.ts';
import { NOW, testStore } from '../store.ts';
import { Authenticator } from './authenticator.ts';

const party = { origin: 'https://samlas.example', name: 'Samlas' };
const TEN_MINUTES = 600;
const letter = (name: string) => ({
	...{ kind: 'passkey', recipient: 'anna@example.org', subject: name, text: '', html: '', usefulFor: 900 },
});
const phone = () => new Authenticator(party.origin, 'samlas.example');

async function known(store: Store, email: string): Promise<Actor> {
	const id = await store.transaction((tx) => tx.people.known(email, 'sv', NOW));
	return (await store.people.actor(id))!;
}

async function add(store: Store, by: Actor, key: Authenticator, lie = {}, name: unknown = 'Min telefon') {
	const { device, options } = await beginAdding(store, by, party, NOW);
	await finishAdding(store, by, { device, response: key.create(options, lie), name }, { party, now: NOW, letter });
}

async function signIn(store: Store, key: Authenticator, lie = {}, now = NOW) {
	const { device, options } = await beginWithPasskey(store, party, NOW);
	return finishWithPasskey(store, { device, response: key.get(options, lie) }, { party, agent: 'Firefox', now });
}

const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(reason: unknown) =>
			reason instanceof Invalid ? reason.fields : reason instanceof Refusal ? reason.key : Promise.reject(reason),
	);
const WRONG = { passkey: 'wrong' };
const SPENT = { passkey: 'spent' };

async function scene() {
	const store = await testStore();
	const anna = await known(store, 'anna@example.org');
	const key = phone();
	await add(store, anna, key);
	return { store, anna, key };
}

test('a key signs in whose it is, without anybody saying who they are; they were told of it by letter', async () => {
	const { store, anna, key } = await scene();
	const token = await signIn(store, key);
	expect((await sessionOf(store, token, NOW))!.actor.id).toBe(anna.id);
	expect((await store.outbox.waiting(9)).map(({ subject }) => subject)).toEqual(['Min telefon']);
	expect((await heldAbout(store, anna, NOW)).passkeys).toMatchObject([{ name: 'Min telefon' }]);
	const { options } = await beginAdding(store, anna, party, NOW);
	expect(options.excludeCredentials, 'the same device is not asked twice').toHaveLength(1);
	expect(options.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' });
	expect(JSON.stringify((await beginWithPasskey(store, party, NOW)).options), 'no list of keys').not.toContain('allow');
});

test('a key is named by its owner, and of no more use once removed; nobody else can do either', async () => {
	const { store, anna, key } = await scene();
	const bo = await known(store, 'bo@example.org');
	const [{ id } = { id: 0 }] = await store.passkeys.of(anna.id);
	const means = { now: NOW, letter };
	expect(await refusal(namePasskey(store, bo, id, { name: 'min' }))).toBe('passkey.unknown');
	expect(await refusal(removePasskey(store, bo, id, means))).toBe('passkey.unknown');
	expect(await refusal(namePasskey(store, anna, id, { name: ' ' }))).toEqual({ name: 'missing' });
	expect(await refusal(namePasskey(store, anna, id, { name: 'x'.repeat(61) }))).toEqual({ name: 'long' });
	await namePasskey(store, anna, id, { name: ' Jobbet\u202e ' });
	expect((await store.passkeys.of(anna.id))[0]!.name).toBe('Jobbet');
	await removePasskey(store, anna, id, means);
	expect(await refusal(signIn(store, key))).toEqual({ passkey: 'unknown' });
	expect((await store.outbox.waiting(9)).map(({ subject }) => subject)).toEqual(['Jobbet', 'Min telefon']);
});

test.each([
	['another site', { origin: 'https://samlas.example.evil.example' }],
	['the same site without encryption', { origin: 'http://samlas.example' }],
	['a key of another site', { rpID: 'evil.example' }],
	['nobody showed who they are', { unverified: true }],
	['another ceremony', { type: 'webauthn.get' }],
])('no key is added: %s', async (_, lie) => {
	const store = await testStore();
	const anna = await known(store, 'anna@example.org');
	expect(await refusal(add(store, anna, phone(), lie))).toEqual(WRONG);
	expect(await store.passkeys.of(anna.id)).toEqual([]);
	expect(await store.outbox.waiting(1)).toEqual([]);
});

test.each([
	['another site', { origin: 'https://samlas.example.evil.example' }],
	['a key of another site', { rpID: 'evil.example' }],
	['nobody showed who they are', { unverified: true }],
	['a counter that does not rise: the key was copied', { counter: 1 }],
	["somebody else's account", { userHandle: 'x'.repeat(43) }],
	['another ceremony', { type: 'webauthn.create' }],
])('nobody is signed in: %s', async (_, lie) => {
	const { store, key } = await scene();
	await signIn(store, key);
	await signIn(store, key);
	expect(await refusal(signIn(store, key, lie))).toEqual(WRONG);
});

test('what was signed once is signed for one browser, once, for ten minutes, and for one purpose', async () => {
	const { store, anna, key } = await scene();
	const bo = await known(store, 'bo@example.org');
	const means = { party, agent: '', now: NOW };
	const { device, options } = await beginWithPasskey(store, party, NOW);
	const response = key.get(options);
	for (const other of [undefined, '', 'x', (await beginWithPasskey(store, party, NOW)).device])
		expect(await refusal(finishWithPasskey(store, { device: other, response }, means)), String(other)).not.toBe('done');
	expect(await refusal(finishWithPasskey(store, { device, response }, means))).toBe('done');
	expect(await refusal(finishWithPasskey(store, { device, response }, means)), 'replay').toEqual(SPENT);
	expect(await refusal(signIn(store, key, {}, NOW + TEN_MINUTES))).toEqual(SPENT);
	const adding = await beginAdding(store, anna, party, NOW);
	const made = phone().create(adding.options);
	const shown = { device: adding.device, response: made, name: 'x' };
	expect(await refusal(finishAdding(store, bo, shown, { party, now: NOW, letter })), "another's").toEqual(SPENT);
	expect(await refusal(finishAdding(store, anna, shown, { party, now: NOW, letter })), 'spent by it').toEqual(SPENT);
	const again = await beginAdding(store, anna, party, NOW);
	expect(await refusal(finishWithPasskey(store, { device: again.device, response }, means))).toEqual(SPENT);
});

test('of two answers at once with one counter one is taken', async () => {
	const { store, key } = await scene();
	const asked = [await beginWithPasskey(store, party, NOW), await beginWithPasskey(store, party, NOW)];
	const answers = asked.map(({ device, options }) => ({ device, response: key.get(options, { counter: 5 }) }));
	const means = { party, agent: '', now: NOW };
	const told = await Promise.all(answers.map((one) => refusal(finishWithPasskey(store, one, means))));
	expect(told).toContain('done');
	expect(told).toContainEqual(WRONG);
});

test.each([null, undefined, 1, 'x', [], {}, { id: 1 }, { id: 'x' }, { id: 'x', response: null }])(
	'%o is no answer of a device, and no fault of ours',
	async (response) => {
		const { store, anna } = await scene();
		const { device } = await beginWithPasskey(store, party, NOW);
		const means = { party, agent: '', now: NOW };
		expect(await refusal(finishWithPasskey(store, { device, response }, means))).toEqual({ passkey: 'unknown' });
		const adding = await beginAdding(store, anna, party, NOW);
		const shown = { device: adding.device, response, name: 'x' };
		expect(await refusal(finishAdding(store, anna, shown, { party, now: NOW, letter }))).toEqual(WRONG);
	},
);

test("a key that is somebody else's already is not taken over; ten are enough; what nobody answers is forgotten", async () => {
	const { store, anna, key } = await scene();
	const bo = await known(store, 'bo@example.org');
	expect(await refusal(add(store, bo, key))).toEqual({ passkey: 'known' });
	expect((await store.passkeys.of(anna.id)).length).toBe(1);
	for (let n = 1; n < 10; n++) await add(store, anna, phone());
	expect(await refusal(add(store, anna, phone()))).toEqual({ passkey: 'too_many' });
	const { device, options } = await beginWithPasskey(store, party, NOW);
	await forgetWhatIsOld(store, NOW + TEN_MINUTES + 3601);
	expect(
		await refusal(finishWithPasskey(store, { device, response: key.get(options) }, { party, agent: '', now: NOW })),
	).toEqual(SPENT);
	await eraseSelf(store, anna, NOW);
	expect(await refusal(signIn(store, key)), 'erased with the account').toEqual({ passkey: 'unknown' });
});
