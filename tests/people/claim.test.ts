import { expect, test } from 'vitest';
import { beginClaim, claimToReview, decideClaim, finishClaim, openWays } from '../../src/domain/claim.ts';
import { ownDomain, veiled } from '../../src/domain/claim-way.ts';
import { Invalid, Refusal } from '../../src/domain/errors.ts';
import type { RoleHeld } from '../../src/domain/permission.ts';
import type { Actor } from '../../src/domain/person.ts';
import type { Store } from '../../src/store/open.ts';
import { NOW, organisation, publish, somebody, testStore } from '../store.ts';

const DAY = 86_400;

async function scene(over: Parameters<typeof organisation>[0] = {}) {
	const store = await testStore();
	const [id] = await publish(
		store,
		organisation({ email: 'Info@ljungasa.example', homepage: 'https://www.ljungasa.example/', ...over }),
	);
	const make = (email: string, ...held: RoleHeld[]) => somebody(store, email, held);
	return {
		store,
		id: id!,
		make,
		anna: await make('anna@example.org'),
		bo: await make('bo@example.org'),
		reviewer: await make('desk@example.org', { role: 'reviewer', listing: null, municipality: '1380' }),
		elsewhere: await make('elsewhere@example.org', { role: 'reviewer', listing: null, municipality: '0180' }),
	};
}

/** Asks, and what the letter would say. */
async function ask(store: Store, by: Actor, id: number, input: object, now = NOW) {
	let said: { recipient: string; code: string } | undefined;
	const result = await beginClaim(store, by, id, input, {
		now,
		letter: (secret) => {
			said = secret;
			return { kind: 'claim', recipient: secret.recipient, subject: '', text: '', html: '', usefulFor: DAY };
		},
	});
	return { result, said };
}
const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(reason: unknown) =>
			reason instanceof Invalid ? reason.fields : reason instanceof Refusal ? reason.key : Promise.reject(reason),
	);
const fresh = async (store: Store, { id }: Actor) => (await store.people.actor(id))!;
const owners = async (store: Store, id: number) =>
	(await store.people.rolesFor(id)).map(({ email, role }) => [email, role]);
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('a code goes to the address that the entry shows; with it the entry is theirs', async () => {
	const { store, id, anna } = await scene();
	const { result, said } = await ask(store, anna, id, { way: 'own_mail' });
	expect(result).toBe('begun');
	expect(said!.recipient).toBe('info@ljungasa.example');
	expect(await refusal(finishClaim(store, anna, id, { code: '1' }, NOW))).toEqual({ code: 'missing' });
	expect(await refusal(finishClaim(store, anna, id, { code: other(said!.code) }, NOW))).toEqual({ code: 'wrong' });
	expect(await owners(store, id)).toEqual([]);
	await finishClaim(store, anna, id, { code: said!.code }, NOW);
	expect(await owners(store, id)).toEqual([['anna@example.org', 'owner']]);
	expect(await refusal(ask(store, await fresh(store, anna), id, { way: 'own_mail' }))).toBe('claim.has_role');
});

test('who has signed in with its very address gets it at once; so does who signed in at its domain', async () => {
	const { store, id, make } = await scene();
	expect((await ask(store, await make('info@ljungasa.example'), id, { way: 'own_mail' })).result).toBe('given');
	const second = await scene();
	const chair = await second.make('ordf@ljungasa.example');
	expect((await ask(second.store, chair, second.id, { way: 'domain_mail', mailbox: 'Ordf' })).result).toBe('given');
	expect(await owners(second.store, second.id)).toEqual([['ordf@ljungasa.example', 'owner']]);
});

test('a code holds for a day, five guesses, and for who asked', async () => {
	const { store, id, anna, bo } = await scene();
	const { said } = await ask(store, anna, id, { way: 'own_mail' });
	expect(await refusal(finishClaim(store, bo, id, { code: said!.code }, NOW)), 'another person').toEqual({
		code: 'spent',
	});
	expect(await refusal(finishClaim(store, anna, id, { code: said!.code }, NOW + DAY))).toEqual({ code: 'spent' });
	const again = await ask(store, anna, id, { way: 'own_mail' });
	const told = await Promise.all(
		Array.from({ length: 9 }, () => refusal(finishClaim(store, anna, id, { code: other(again.said!.code) }, NOW))),
	);
	expect(told.filter((fields) => (fields as { code: string }).code === 'wrong')).toHaveLength(5);
	expect(await refusal(finishClaim(store, anna, id, { code: again.said!.code }, NOW))).toEqual({ code: 'spent' });
	expect(await owners(store, id)).toEqual([]);
});

test('where somebody looks after it already, only a reviewer gives it; of two who ask at once the first has it', async () => {
	const { store, id, anna, bo, reviewer } = await scene();
	const [first, second] = [
		await ask(store, anna, id, { way: 'own_mail' }),
		await ask(store, bo, id, { way: 'own_mail' }),
	];
	await finishClaim(store, anna, id, { code: first.said!.code }, NOW);
	expect(await refusal(finishClaim(store, bo, id, { code: second.said!.code }, NOW))).toEqual({ code: 'spent' });
	expect(await openWays(store, (await store.listings.get(id))!)).toEqual({ taken: true, ownMail: null, domain: null });
	expect(await refusal(ask(store, bo, id, { way: 'own_mail' }))).toEqual({ way: 'closed' });
	expect((await ask(store, bo, id, { way: 'reviewer', note: 'Jag är ny sekreterare.' })).result).toBe('waiting');
	const [claim] = await store.claims.waiting('1380');
	expect((await claimToReview(store, reviewer, claim!.id)).others.map(({ email }) => email)).toEqual([
		'anna@example.org',
	]);
});

test.each([
	['given', '', [['anna@example.org', 'owner']]],
	['declined', 'Vi känner inte igen dig.', []],
] as const)('a reviewer decides: %s; the person gets a letter, once', async (decision, words, expected) => {
	const { store, id, anna, reviewer, elsewhere } = await scene({ email: null, homepage: null });
	expect(await refusal(ask(store, anna, id, { way: 'own_mail' }))).toEqual({ way: 'closed' });
	expect(await refusal(ask(store, anna, id, { way: 'domain_mail', mailbox: 'info' }))).toEqual({ way: 'closed' });
	expect(await refusal(ask(store, anna, id, { way: 'reviewer' }))).toEqual({ note: 'missing' });
	await ask(store, anna, id, { way: 'reviewer', note: 'Jag är kassör.' });
	const [claim] = await store.claims.waiting('1380');
	const decide = (by: Actor, input: object) =>
		decideClaim(store, by, claim!.id, input, {
			now: NOW,
			letter: ({ person, given }) => ({
				...{ kind: 'claim', recipient: person.email, subject: String(given), text: '', html: '', usefulFor: DAY },
			}),
		});
	for (const by of [anna, elsewhere]) expect(await refusal(decide(by, { decision: 'given' }))).toBe('page.unknown');
	expect(await refusal(decide(reviewer, { decision: 'declined' }))).toEqual({ words: 'missing' });
	await decide(reviewer, { decision, words });
	expect(await owners(store, id)).toEqual(expected);
	expect((await store.outbox.waiting(9)).map(({ subject }) => subject)).toEqual([String(decision === 'given')]);
	expect(await refusal(decide(reviewer, { decision: 'given' }))).toBe('revision.decided');
});

test('the address at the domain may be written whole; one at another domain is refused', async () => {
	const { store, id, anna, bo } = await scene();
	const mailbox = ' Kassor@Ljungasa.example ';
	expect((await ask(store, anna, id, { way: 'domain_mail', mailbox })).said!.recipient).toBe('kassor@ljungasa.example');
	for (const foreign of ['kassor@evil.example', 'a@evil.example@ljungasa.example', '@ljungasa.example'])
		expect(await refusal(ask(store, bo, id, { way: 'domain_mail', mailbox: foreign }))).toEqual({ mailbox: 'wrong' });
});

test('a reviewer sees who else waits for the same page', async () => {
	const { store, id, anna, bo, reviewer } = await scene();
	const [elsewhere] = await publish(store, organisation({ name: 'En annan' }));
	for (const [by, to] of [
		[anna, id],
		[bo, id],
		[bo, elsewhere!],
	] as const)
		await ask(store, by, to, { way: 'reviewer', note: 'Jag är kassör.' });
	const [first, second, third] = await store.claims.waiting('1380');
	const besides = async (claim: number) =>
		(await claimToReview(store, reviewer, claim)).besides.map(({ email }) => email);
	expect(await besides(first!.id)).toEqual(['bo@example.org']);
	expect(await besides(second!.id)).toEqual(['anna@example.org']);
	expect(await besides(third!.id)).toEqual([]);
});

test('nobody can have many letters sent to others', async () => {
	const { store, id, anna } = await scene();
	for (let n = 0; n < 5; n++) await ask(store, anna, id, { way: 'own_mail' });
	expect(await refusal(ask(store, anna, id, { way: 'own_mail' }))).toEqual({ form: 'too_many' });
	expect((await ask(store, anna, id, { way: 'own_mail' }, NOW + 2 * DAY)).result).toBe('begun');
});

test.each(['a@evil.example', 'a b', '', 'x'.repeat(300), 'a"><script>'])(
	'%o is no mailbox at the domain',
	async (mailbox) => {
		const { store, id, anna } = await scene();
		expect(await refusal(ask(store, anna, id, { way: 'domain_mail', mailbox }))).toEqual({ mailbox: 'wrong' });
		expect(await store.outbox.waiting(1)).toEqual([]);
	},
);

test('what is not public is not to be had', async () => {
	const { store, id, anna } = await scene();
	await store.transaction((tx) => tx.listings.archive(id, 'gone', NOW));
	expect(await refusal(ask(store, anna, id, { way: 'own_mail' }))).toBe('listing.unknown');
	expect(await refusal(ask(store, anna, 999, { way: 'own_mail' }))).toBe('listing.unknown');
});

test.each([
	['https://www.ljungasa.example/', 'ljungasa.example'],
	['https://ljungasa.example', 'ljungasa.example'],
	['https://ljungasa.example/om-oss', null],
	['https://klubb.ljungasa.example/', null],
	['https://www.facebook.com/', null],
	['https://www.laget.se/', null],
	['https://gmail.com/', null],
	['http://192.0.2.1/', null],
	['http://localhost/', null],
	['inte en adress', null],
	[null, null],
])('of a homepage %s the domain whose mailboxes count is %s', (homepage, domain) => {
	expect(ownDomain({ homepage })).toBe(domain);
});

test('an address is veiled so that its owner knows it', () => {
	expect(veiled('info@ljungasa.example')).toBe('in…@ljungasa.example');
});
