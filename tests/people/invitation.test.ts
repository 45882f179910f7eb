import { expect, test } from 'vitest';
import { eraseSelf } from '../../src/domain/account.ts';
import { Invalid, Refusal } from '../../src/domain/errors.ts';
import {
	answerInvitation,
	type Held,
	handOver,
	invite,
	letOwnersPublish,
	peopleIn,
	takeRole,
	withdrawInvitation,
} from '../../src/domain/invitation.ts';
import type { RoleHeld } from '../../src/domain/permission.ts';
import type { Actor } from '../../src/domain/person.ts';
import type { Store } from '../../src/store/open.ts';
import { NOW, organisation, publish, somebody, testStore } from '../store.ts';

const DAY = 86_400;
const STAFF: Held = { listing: null, municipality: '1380' };
const SITE: Held = { listing: null, municipality: null };
const blank = (recipient: string, subject: string) => ({
	...{ kind: 'x', recipient, subject, text: '', html: '', usefulFor: DAY },
});

async function scene() {
	const store = await testStore();
	const [id] = await publish(store, organisation());
	const make = (email: string, ...held: RoleHeld[]) => somebody(store, email, held);
	return {
		...{ store, make, entry: { listing: id!, municipality: null } satisfies Held },
		owner: await make('owner@example.org', { role: 'owner', listing: id!, municipality: null }),
		admin: await make('admin@example.org', { role: 'administrator', ...STAFF }),
		elsewhere: await make('elsewhere@example.org', { role: 'administrator', listing: null, municipality: '0180' }),
		operator: await make('operator@example.org', { role: 'operator', ...SITE }),
		bo: await make('bo@example.org'),
	};
}

const fresh = async (store: Store, { id }: Actor) => (await store.people.actor(id))!;
const ask = (store: Store, by: Actor, held: Held, input: object, now = NOW) =>
	invite(store, by, held, input, { now, letter: ({ recipient, role }) => blank(recipient, role) });
const take = (store: Store, by: Actor, held: Held, { id }: Actor) =>
	takeRole(store, by, held, id, { now: NOW, letter: ({ person, role }) => blank(person.email, `-${role}`) });
const hand = (store: Store, by: Actor, listing: number, { id }: Actor) =>
	handOver(store, by, listing, id, { now: NOW, letter: ({ person }) => blank(person.email, 'yours') });
const open = async (store: Store, email: string, now = NOW) => (await store.invitations.to(email, now))[0]?.id ?? 0;
const rolesIn = async (store: Store, held: Held) =>
	(await store.people.rolesIn(held)).map(({ email, role }) => `${email.split('@')[0]} ${role}`);
const letters = async (store: Store) =>
	(await store.outbox.waiting(99)).map(({ recipient, subject }) => `${recipient.split('@')[0]} ${subject}`);
const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(reason: unknown) =>
			reason instanceof Invalid ? reason.fields : reason instanceof Refusal ? reason.key : Promise.reject(reason),
	);
const HIDDEN = 'page.unknown';

test('an owner invites an editor, who says yes by signing in with the address; nobody else can', async () => {
	const { store, owner, bo, make, entry } = await scene();
	await ask(store, owner, entry, { email: ' Bo@Example.org', role: 'editor' });
	expect(await letters(store)).toEqual(['bo editor']);
	const id = await open(store, 'bo@example.org');
	for (const other of [owner, await make('mallory@example.org')])
		expect(await refusal(answerInvitation(store, other, id, true, NOW))).toBe('invitation.unknown');
	expect(await refusal(answerInvitation(store, bo, id, true, NOW + 14 * DAY))).toBe('invitation.unknown');
	await answerInvitation(store, bo, id, true, NOW);
	expect(await rolesIn(store, entry)).toEqual(['bo editor', 'owner owner']);
	expect(await refusal(answerInvitation(store, bo, id, true, NOW)), 'once').toBe('invitation.unknown');
	expect(await refusal(ask(store, owner, entry, { email: 'bo@example.org', role: 'owner' }))).toEqual({
		email: 'has_role',
	});
	const editor = await fresh(store, bo);
	expect(await refusal(ask(store, editor, entry, { email: 'c@example.org', role: 'owner' })), 'an editor').toBe(HIDDEN);
	expect(await refusal(take(store, editor, entry, owner))).toBe(HIDDEN);
});

test('a no, a second thought and who invites no more make an invitation void', async () => {
	const { store, owner, bo, entry, elsewhere } = await scene();
	const input = { email: 'bo@example.org', role: 'editor' };
	await ask(store, owner, entry, input);
	await answerInvitation(store, bo, await open(store, bo.email), false, NOW);
	await ask(store, owner, entry, input);
	await ask(store, owner, entry, { ...input, role: 'owner' });
	const { invited } = await peopleIn(store, owner, entry, NOW);
	expect(
		invited.map(({ role }) => role),
		'the newer holds',
	).toEqual(['owner']);
	const id = await open(store, bo.email);
	expect(await refusal(withdrawInvitation(store, elsewhere, STAFF, id, NOW))).toBe(HIDDEN);
	expect(await refusal(withdrawInvitation(store, elsewhere, { ...STAFF, municipality: '0180' }, id, NOW))).toBe(
		'invitation.unknown',
	);
	await withdrawInvitation(store, owner, entry, id, NOW);
	expect(await refusal(answerInvitation(store, bo, id, true, NOW))).toBe('invitation.unknown');
	await ask(store, owner, entry, input);
	await store.transaction((tx) => tx.people.take(owner.id, entry));
	expect(await refusal(answerInvitation(store, bo, await open(store, bo.email), true, NOW))).not.toBe('done');
	await eraseSelf(store, owner, NOW);
	expect(await refusal(answerInvitation(store, bo, await open(store, bo.email), true, NOW))).toBe('invitation.lapsed');
	expect(await rolesIn(store, entry)).toEqual([]);
});

test('ownership is handed over to an editor; the last owner does not leave editors behind', async () => {
	const { store, owner, bo, entry, make, admin } = await scene();
	const stranger = await make('stranger@example.org');
	await store.transaction((tx) => tx.people.give(bo.id, { role: 'editor', ...entry }, null, NOW));
	expect(await refusal(take(store, owner, entry, owner))).toBe('role.last');
	expect(await refusal(hand(store, owner, entry.listing, stranger))).toBe('person.unknown');
	expect(await refusal(hand(store, await fresh(store, bo), entry.listing, bo))).toBe('person.unknown');
	expect(await refusal(hand(store, admin, entry.listing, bo)), 'only an owner has it to give').toBe('person.unknown');
	await hand(store, owner, entry.listing, bo);
	expect(await rolesIn(store, entry)).toEqual(['owner editor', 'bo owner']);
	expect(await letters(store)).toEqual(['bo yours']);
	expect(await refusal(take(store, owner, entry, bo)), 'an editor again').toBe(HIDDEN);
	await take(store, await fresh(store, bo), entry, owner);
	expect(await letters(store)).toContain('owner -editor');
	await take(store, await fresh(store, bo), entry, bo);
	expect(await rolesIn(store, entry), 'who is alone may go').toEqual([]);
});

test('an administrator gives and takes the roles of their own municipality; the last one stays', async () => {
	const { store, admin, elsewhere, operator, bo, owner } = await scene();
	const input = { email: 'bo@example.org', role: 'reviewer' };
	for (const by of [elsewhere, owner, bo]) expect(await refusal(ask(store, by, STAFF, input)), by.email).toBe(HIDDEN);
	for (const role of ['operator', 'owner', '', 'x'])
		expect(await refusal(ask(store, admin, STAFF, { ...input, role })), role).toEqual({ role: 'missing' });
	await ask(store, admin, STAFF, input);
	await answerInvitation(store, bo, await open(store, bo.email), true, NOW);
	expect(await rolesIn(store, STAFF)).toEqual(['admin administrator', 'bo reviewer']);
	expect(await refusal(take(store, await fresh(store, bo), STAFF, admin))).toBe(HIDDEN);
	expect(await refusal(take(store, admin, STAFF, admin))).toBe('role.last');
	expect(await refusal(take(store, admin, STAFF, elsewhere)), 'of another municipality').toBe('person.unknown');
	await take(store, admin, STAFF, bo);
	await take(store, operator, STAFF, admin);
	expect(await rolesIn(store, STAFF)).toEqual([]);
	expect(await refusal(ask(store, admin, SITE, { email: 'x@example.org', role: 'operator' }))).toBe(HIDDEN);
	expect(await refusal(take(store, operator, SITE, operator)), 'the last operator').toBe('role.last');
});

test('of two administrators who take each other at once one stays', async () => {
	const { store, admin, make } = await scene();
	const second = await make('second@example.org', { role: 'administrator', ...STAFF });
	const told = await Promise.all([
		refusal(take(store, admin, STAFF, second)),
		refusal(take(store, second, STAFF, admin)),
	]);
	expect(told.sort()).toEqual(['done', HIDDEN]);
	expect(await rolesIn(store, STAFF)).toHaveLength(1);
});

test("whether owners publish at once is the administrator's; nobody has many letters sent", async () => {
	const { store, admin, owner, elsewhere, entry } = await scene();
	for (const by of [owner, elsewhere])
		expect(await refusal(letOwnersPublish(store, by, '1380', true, NOW))).toBe(HIDDEN);
	await letOwnersPublish(store, admin, '1380', true, NOW);
	expect(await store.revisions.ownersPublish('1380')).toBe(true);
	expect(await store.revisions.ownersPublish('0180')).toBe(false);
	for (let n = 0; n < 20; n++) await ask(store, owner, entry, { email: `n${n}@example.org`, role: 'editor' });
	const more = { email: 'more@example.org', role: 'editor' };
	expect(await refusal(ask(store, owner, entry, more))).toEqual({ form: 'too_many' });
	expect(await refusal(ask(store, owner, entry, more, NOW + 2 * DAY))).toBe('done');
});

test.each(['', 'x', 'a@b', 'a@example.org\nBcc: b@example.org', '<a@example.org>'])(
	'%o is nobody to invite',
	async (email) => {
		const { store, owner, entry } = await scene();
		expect(await refusal(ask(store, owner, entry, { email, role: 'editor' }))).toHaveProperty('email');
		expect(await store.outbox.waiting(1)).toEqual([]);
	},
);
