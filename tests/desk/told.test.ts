import { expect, test } from 'vitest';
import { aboutReport, decideReport, reportError } from '../../src/domain/error-report.ts';
import { Invalid, Refusal } from '../../src/domain/errors.ts';
import { followed, forgetTellers, takeReplyBack } from '../../src/domain/follow.ts';
import { makeForm, readForm } from '../../src/domain/form-token.ts';
import type { Letter } from '../../src/domain/letter.ts';
import type { RoleHeld } from '../../src/domain/permission.ts';
import type { Actor } from '../../src/domain/person.ts';
import { tellOwners } from '../../src/domain/report-news.ts';
import { networkOf, type Sender, sendLimits } from '../../src/domain/robot.ts';
import { KEY_SIGNS, signed } from '../../src/domain/signed.ts';
import { signingKeys } from '../../src/domain/signing-keys.ts';
import { ABOUT_SUGGESTION, decideSuggestion, suggestPlace } from '../../src/domain/suggestion.ts';
import type { Store } from '../../src/store/open.ts';
import { NOW, organisation, publish, somebody, testStore } from '../store.ts';

const DAY = 86_400;
const HALMSTAD = '1380';

async function scene() {
	const store = await testStore();
	const [id, other] = await publish(store, organisation(), organisation({ name: 'Annan', municipality: '0180' }));
	const make = (email: string, ...held: RoleHeld[]) => somebody(store, email, held);
	return {
		...{ store, id: id!, other: other!, make },
		desk: await make('desk@example.org', { role: 'reviewer', listing: null, municipality: HALMSTAD }),
		elsewhere: await make('elsewhere@example.org', { role: 'reviewer', listing: null, municipality: '0180' }),
	};
}

const letter = (kind: string, recipient: string, text = ''): Letter => ({
	...{ kind, recipient, subject: kind, text, html: '', usefulFor: DAY },
});

const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(reason: unknown) =>
			reason instanceof Invalid ? reason.fields : reason instanceof Refusal ? reason.key : Promise.reject(reason),
	);

interface Telling {
	input?: object;
	sender?: Partial<Sender>;
	at?: number;
	/** Seconds that filling in the form took. */
	took?: number;
}

let words = 0;
/** Fills in the form as a person does, unless it is told otherwise. */
async function tell(store: Store, listing: number, { input, sender, at = NOW, took = 20 }: Telling = {}) {
	const form = await makeForm(store, aboutReport(listing), at - took);
	const given = { what: 'time', message: `Tiden är fel sedan vecka ${words++}.`, ...input };
	const municipality = (await store.listings.get(listing))!.municipality;
	const from = { form, website: '', address: '192.0.2.1', ...sender };
	return reportError(store, { id: listing, municipality }, given, from, {
		now: at,
		locale: 'sv',
		letter: ({ recipient, secret }) => letter('told.received', recipient, secret),
	});
}

async function suggest(store: Store, input: object = {}, sender: Partial<Sender> = {}, at = NOW) {
	const form = await makeForm(store, ABOUT_SUGGESTION, at - 20);
	const given = { kind: 'venue', name: 'Åsens bygdegård', municipality: HALMSTAD, place: 'Åsen', ...input };
	return suggestPlace(
		store,
		{ message: `Jag dansar där varje vecka ${words++}.`, reply: '', ...given },
		{ form, website: '', address: '192.0.2.1', ...sender },
		{ now: at, locale: 'en', letter: ({ recipient, secret }) => letter('told.received', recipient, secret) },
	);
}

const kept = async (store: Store) =>
	(await store.queue.page({ kind: null, municipalities: [HALMSTAD] }, 1, 'sv')).length;
const waitingLetters = async (store: Store) =>
	(await store.outbox.waiting(50)).map(({ kind, recipient }) => `${kind} ${recipient}`).reverse();

test.each([
	[{ what: 'other', message: 'x'.repeat(2001) }, { message: 'long' }],
	[{ what: 'other', message: 'hej' }, { message: 'missing' }],
	[{ what: 'nonsense', message: 'Fel tid.' }, { what: 'missing' }],
	[{ what: 'other', message: 'Fel tid.', reply: 'anna' }, { reply: 'wrong' }],
	[{ what: 'other', message: 'http://a.example http://b.example www.c.example' }, { message: 'links' }],
	[{ what: 'other', message: 'Fel tid.', reply: 'a@example.org\r\nBcc: b@example.org' }, { reply: 'wrong' }],
])('of a report with %o it is told what is wrong in a word of ours', async (input, fields) => {
	const { store, id } = await scene();
	expect(await refusal(tell(store, id, { input }))).toEqual(fields);
	expect(await kept(store)).toBe(0);
});

test('a report is followed by the secret of its form, without an account', async () => {
	const { store, id } = await scene();
	const secret = await tell(store, id, { input: { message: 'Ring 19850101-1234 i stället.\u202e' } });
	const found = await followed(store, secret);
	expect(found).toMatchObject({ sort: 'report', told: { state: 'open', message: 'Ring *** i stället.' } });
	expect(JSON.stringify(await store.errorReports.get(found!.told.id)), 'only a digest is kept').not.toContain(secret);
	for (const guess of [undefined, '', 'x', secret.slice(1), `${secret.slice(0, -1)}_`, `${secret}'--`])
		expect(await followed(store, guess), String(guess)).toBeNull();
});

test('a form sent twice, also at once, is one report and one letter', async () => {
	const { store, id } = await scene();
	const form = await makeForm(store, aboutReport(id), NOW - 20);
	const twice = () =>
		tell(store, id, { input: { message: 'Dörren är låst.', reply: 'a@example.org' }, sender: { form } });
	const secrets = await Promise.all([twice(), twice()]);
	expect(await twice()).toBe(secrets[0]);
	expect(new Set(secrets).size).toBe(1);
	expect(await kept(store)).toBe(1);
	expect(await waitingLetters(store)).toEqual(['told.received a@example.org']);
});

test('what seems to be a robot gets the form back, and nothing is kept', async () => {
	const { store, id, other } = await scene();
	const good = await makeForm(store, aboutReport(id), NOW - 20);
	const [time, secret, mac] = good.split('.') as [string, string, string];
	const swapped = (text: string) => (text.startsWith('a') ? 'b' : 'a') + text.slice(1);
	const attacks: [string, Telling, string][] = [
		['the field that nobody sees', { sender: { website: 'http://spam.example' } }, 'robot'],
		['no token', { sender: { form: undefined } }, 'old'],
		[
			'a token of its own making',
			{ sender: { form: `${NOW.toString(36)}.${'a'.repeat(43)}.${'b'.repeat(43)}` } },
			'old',
		],
		['another secret', { sender: { form: [time, swapped(secret), mac].join('.') } }, 'old'],
		['an earlier time', { sender: { form: [(NOW - 3600).toString(36), secret, mac].join('.') } }, 'old'],
		['for another entry', { sender: { form: await makeForm(store, aboutReport(other), NOW - 20) } }, 'old'],
		['for another form', { sender: { form: await makeForm(store, ABOUT_SUGGESTION, NOW - 20) } }, 'old'],
		['made tomorrow', { took: -DAY }, 'old'],
		['a day old', { took: DAY }, 'old'],
		['quicker than a person', { took: 2 }, 'quick'],
		['a token that is a file', { sender: { form: new File([], 'x') } }, 'old'],
	];
	for (const [what, telling, form] of attacks) expect(await refusal(tell(store, id, telling)), what).toEqual({ form });
	expect(await kept(store)).toBe(0);
	await tell(store, id, { sender: { form: good } });
	expect(await kept(store), 'the token was good all the time').toBe(1);
});

test('the same words are taken once of the same thing, and of few things in all', async () => {
	const { store, id } = await scene();
	const more = await publish(store, ...Array.from({ length: 4 }, (_, n) => organisation({ name: `Förening ${n}` })));
	const spam = (listing: number, message: string, address: string, at = NOW) =>
		refusal(tell(store, listing, { input: { message }, sender: { address }, at }));
	expect(await spam(id, 'Köp billiga väskor!', '192.0.2.1')).toBe('done');
	expect(await spam(id, 'köp  BILLIGA väskor', '192.0.2.2'), 'the same in other letters').toEqual({ form: 'same' });
	const told = [];
	for (const [n, listing] of more.entries()) told.push(await spam(listing, 'Köp billiga väskor!', `192.0.2.${10 + n}`));
	expect(told).toEqual(['done', 'done', { form: 'too_many' }, { form: 'too_many' }]);
	expect(await spam(id, 'Köp billiga väskor!', '192.0.2.1', NOW + DAY), 'a day later').toBe('done');
});

test.each([
	[
		'one network address',
		sendLimits.address,
		(n: number) => ({ place: n, address: '2001:db8:1:2::1' }),
		'2001:db8:1:2:ffff::9',
	],
	['one entry', sendLimits.about, (n: number) => ({ place: 0, address: `192.0.2.${n}` }), '198.51.100.1'],
] as const)('from %s, so many in a day and no more', async (_, most, of, address) => {
	const { store } = await scene();
	const ids = await publish(
		store,
		...Array.from({ length: most + 1 }, (__, n) => organisation({ name: `Förening ${n}` })),
	);
	for (let n = 0; n < most; n++) {
		const { place, address: from } = of(n);
		await tell(store, ids[place]!, { sender: { address: from } });
	}
	const last = of(most);
	const once = (at: number) => refusal(tell(store, ids[last.place]!, { sender: { address }, at }));
	expect(await once(NOW)).toEqual({ form: 'too_many' });
	expect(await once(NOW + DAY)).toBe('done');
	await forgetTellers(store, NOW + 3 * DAY);
	expect((await store.formSends.like({ address: '', about: '', print: '' }, 0)).all, 'forgotten after a day').toBe(0);
});

test.each([
	['192.0.2.7', '192.0.2.7'],
	['::ffff:192.0.2.7', '192.0.2.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['2001:DB8:0001:2::1', '2001:db8:1:2'],
	['2001:db8::1', '2001:db8:0:0'],
	['::1', '0:0:0:0'],
	['fe80::1%eth0', 'fe80:0:0:0'],
])('%s is counted as %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});

test('a form that lies open while the key changes still counts, for a day; it is of no other use', async () => {
	const { store } = await scene();
	const renewed = NOW + KEY_SIGNS;
	await signingKeys(store, NOW);
	const form = await makeForm(store, 'x', renewed - 60);
	const [first, second] = await signingKeys(store, renewed);
	expect(first.id).not.toBe(second!.id);
	expect(await readForm(store, 'x', form, renewed + 60)).toMatchObject({ made: renewed - 60 });
	expect(await readForm(store, 'x', form, renewed - 61), 'made in the future').toBeNull();
	expect(await readForm(store, 'y', form, renewed + 60), 'for another thing').toBeNull();
	expect(await readForm(store, 'x', form, renewed - 60 + DAY), 'after a day').toBeNull();
	const letter = await signed({ use: 'confirm', person: 1, listings: [1], until: renewed + DAY }, first);
	expect(await readForm(store, 'x', letter, renewed + 60), 'a link of a letter').toBeNull();
});

test('nobody’s mailbox is filled by others: three letters of receipt in a day to one address', async () => {
	const { store, id } = await scene();
	for (let n = 0; n < 6; n++) await tell(store, id, { input: { reply: 'Victim@example.org' } });
	expect(await waitingLetters(store)).toEqual(Array(3).fill('told.received victim@example.org'));
	expect(await kept(store)).toBe(6);
});

test.each([
	['mended', '', 'done'],
	['not_so', '', { words: 'missing' }],
	['not_so', 'Vi har ringt dem.', 'done'],
	['not_ours', 'Skriv till föreningen.', 'done'],
	['open', 'x', { decision: 'missing' }],
	['__proto__', 'x', { decision: 'missing' }],
] as const)('a reviewer answers %s (%s)', async (decision, said, expected) => {
	const { store, id, desk, elsewhere } = await scene();
	const secret = await tell(store, id, { input: { reply: 'a@example.org' } });
	const { told } = (await followed(store, secret))!;
	const decide = (by: Actor) =>
		decideReport(
			store,
			by,
			told.id,
			{ decision, words: said },
			{
				now: NOW + 60,
				letter: ({ report, state, words: w }) => letter(`told.${state}`, report.replyTo, w ?? ''),
			},
		);
	if (expected === 'done') expect(await refusal(decide(elsewhere))).toBe('page.unknown');
	expect(await refusal(decide(desk))).toEqual(expected);
	const after = (await followed(store, secret))!.told;
	if (expected !== 'done') {
		expect(after.state).toBe('open');
		return;
	}
	expect(after).toMatchObject({ state: decision, words: said || null, handledAt: NOW + 60 });
	expect((await waitingLetters(store)).at(-1)).toBe(`told.${decision} a@example.org`);
	expect(await refusal(decide(desk)), 'once').toBe('report.decided');
	expect(await kept(store)).toBe(0);
});

const news = ({ person, reports }: { person: { email: string }; reports: { message: string }[] }) =>
	letter('reports', person.email, reports.map(({ message }) => message).join('|'));

test('who looks after the entry is told of a burst in one letter, and once a day', async () => {
	const { store, id, other, make } = await scene();
	await make('owner@example.org', { role: 'owner', listing: id, municipality: null });
	await make('editor@example.org', { role: 'editor', listing: id, municipality: null });
	await make('other@example.org', { role: 'owner', listing: other, municipality: null });
	const told = async (now: number) => {
		await tellOwners(store, { now, letter: news });
		const letters = (await store.outbox.waiting(50)).filter(({ kind }) => kind === 'reports').reverse();
		await store.transaction(async (tx) => {
			for (const { id: number } of letters) await tx.outbox.sent(number, now);
		});
		return letters.map(({ recipient, text }) => [recipient, text.split('|').length]);
	};
	await tell(store, id);
	await tell(store, id, { at: NOW + 600 });
	expect(await told(NOW + 700), 'gathered first').toEqual([]);
	expect(await told(NOW + 1800)).toEqual([
		['editor@example.org', 2],
		['owner@example.org', 2],
	]);
	await tell(store, id, { at: NOW + 2000 });
	expect(await told(NOW + DAY / 2), 'one letter a day').toEqual([]);
	expect(await told(NOW + 1800 + DAY)).toEqual([
		['editor@example.org', 1],
		['owner@example.org', 1],
	]);
	expect(await told(NOW + 5 * DAY)).toEqual([]);
});

test('what is decided before the letter is written is not told any more', async () => {
	const { store, id, make, desk } = await scene();
	await make('owner@example.org', { role: 'owner', listing: id, municipality: null });
	const { told } = (await followed(store, await tell(store, id)))!;
	await decideReport(
		store,
		desk,
		told.id,
		{ decision: 'mended', words: '' },
		{
			now: NOW,
			letter: () => letter('told.mended', 'nobody@example.org'),
		},
	);
	await tellOwners(store, { now: NOW + DAY, letter: news });
	expect(await waitingLetters(store)).toEqual([]);
});

test('addresses go by themselves, or when who gave them says so; what was told goes two years after the answer', async () => {
	const { store, id, desk } = await scene();
	const reply = { input: { reply: 'a@example.org' } };
	const [mine, decided, open] = [
		await tell(store, id, reply),
		await tell(store, id, reply),
		await tell(store, id, reply),
	];
	const suggested = await suggest(store, { reply: 'b@example.org' });
	const replies = async () =>
		Promise.all([mine, decided, open, suggested].map(async (one) => (await followed(store, one))?.told.replyTo));
	expect(await takeReplyBack(store, 'x'.repeat(43), NOW)).toBe(false);
	expect(await takeReplyBack(store, mine, NOW)).toBe(true);
	expect(await replies()).toEqual([null, 'a@example.org', 'a@example.org', 'b@example.org']);
	const { told } = (await followed(store, decided))!;
	await decideReport(
		store,
		desk,
		told.id,
		{ decision: 'mended', words: '' },
		{
			now: NOW,
			letter: ({ report }) => letter('told.mended', report.replyTo),
		},
	);
	await forgetTellers(store, NOW + 30 * DAY);
	expect((await replies())[1], 'on the day').toBe('a@example.org');
	await forgetTellers(store, NOW + 31 * DAY);
	expect(await replies()).toEqual([null, null, 'a@example.org', 'b@example.org']);
	await forgetTellers(store, NOW + 181 * DAY);
	expect(await replies()).toEqual([null, null, null, null]);
	await forgetTellers(store, NOW + 731 * DAY);
	expect(await replies(), 'only what was decided is forgotten').toEqual([null, undefined, null, null]);
});

test('a place that is missing reaches its desk, and is answered with the entry that it became', async () => {
	const { store, id, desk, elsewhere } = await scene();
	const secret = await suggest(store, { reply: 'b@example.org', name: ' Åsens\u202e \n bygdegård ' });
	const { told } = (await followed(store, secret))!;
	expect(told).toMatchObject({ name: 'Åsens bygdegård', place: 'Åsen', state: 'open', locale: 'en' });
	const [item] = await store.queue.page({ kind: 'suggestion', municipalities: [HALMSTAD] }, 1, 'sv');
	expect(item).toMatchObject({ name: 'Åsens bygdegård', said: 'Åsen', entryKind: null });
	const decide = (by: Actor, input: object) =>
		refusal(
			decideSuggestion(
				store,
				by,
				told.id,
				{ decision: 'known', words: '', listing: '', ...input },
				{
					now: NOW,
					letter: ({ suggestion, listing }) => letter('told.known', suggestion.replyTo, listing?.slug),
				},
			),
		);
	expect(await decide(elsewhere, { listing: String(id) })).toBe('page.unknown');
	expect(await decide(desk, {}), 'which one, or some words').toEqual({ words: 'missing' });
	expect(await decide(desk, { decision: 'declined', listing: String(id) })).toEqual({ words: 'missing' });
	expect(await decide(desk, { listing: String(id) })).toBe('done');
	expect((await followed(store, secret))!.told).toMatchObject({ state: 'known', listing: id });
	expect((await store.outbox.waiting(1))[0]!.text).toBe('ljungasa-schackvanner');
	expect(await decide(desk, { listing: String(id) })).toBe('report.decided');
});

test.each([
	[{ name: '' }, { name: 'missing' }],
	[{ name: 'x'.repeat(201) }, { name: 'long' }],
	[{ kind: 'person' }, { kind: 'missing' }],
	[{ municipality: '9999' }, { municipality: 'missing' }],
	[{ municipality: "1380' OR 1" }, { municipality: 'missing' }],
	[{ place: 'x'.repeat(201) }, { place: 'long' }],
	[{ message: '' }, { message: 'missing' }],
])('of a suggestion with %o it is told what is wrong', async (input, fields) => {
	const { store } = await scene();
	expect(await refusal(suggest(store, input))).toEqual(fields);
	expect(await refusal(suggest(store, {}, { website: 'x' }))).toEqual({ form: 'robot' });
	expect(await kept(store)).toBe(0);
});

test('danger and closed doors come before a comma', async () => {
	const { store, id } = await scene();
	for (const what of ['other', 'time', 'closed', 'danger']) await tell(store, id, { input: { what } });
	await suggest(store);
	const order = await store.queue.page({ kind: null, municipalities: [HALMSTAD] }, 1, 'sv');
	expect(order.map(({ said }) => said)).toEqual(['danger', 'closed', 'time', 'other', 'Åsen']);
});
