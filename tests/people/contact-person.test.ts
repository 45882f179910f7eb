import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { eraseSelf, heldAbout } from '../../src/domain/account.ts';
import { askToGoOn, CONSENT_DAYS, consent, contactBy, keepAsShown, takeBack } from '../../src/domain/consent.ts';
import {
	ANSWER_DAYS,
	askContact,
	contactPersons,
	REFUSED_DAYS,
	removeContact,
} from '../../src/domain/contact-person.ts';
import { Invalid, Refusal } from '../../src/domain/errors.ts';
import { undoMerge } from '../../src/domain/merge.ts';
import type { RoleHeld } from '../../src/domain/permission.ts';
import { forgetWhatIsOld } from '../../src/domain/retention.ts';
import { contactAgainLetter, contactLetter } from '../../src/mail/contact-letters.ts';
import { takeOneClick } from '../../src/server/one-click.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { merge, reviewer } from '../merge/scene.ts';
import { testSite } from '../site.ts';
import { everythingIn, NOW, organisation, publish, somebody, testFolder, testStore } from '../store.ts';

const DAY = 86_400;
const BO = { name: 'Bosse Exempelsson', role: 'Kontakt för schacket', phone: '08-465 00 01', email: 'bo@example.org' };
const SHOWN = { name: BO.name, role: BO.role, phone: BO.phone, email: null };
const at = (path: string) => `https://samlas.example${path}`;

/** An entry with an owner, and a way to be asked and to read what the letter's link says. */
async function scene(store?: Store) {
	const kept = store ?? (await testStore());
	const [id, other] = await publish(kept, organisation(), organisation({ name: 'Ljungåsa schack' }));
	const make = (email: string, ...held: RoleHeld[]) => somebody(kept, email, held);
	const owner = await make('anna@example.org', { role: 'owner', listing: id!, municipality: null });
	const ask = (input: object = {}, { by = owner, now = NOW, listing = id! } = {}) =>
		askContact(
			kept,
			by,
			listing,
			{ ...BO, ...input },
			{ now, locale: 'sv', letter: (to) => contactLetter(to, 'Anna', at) },
		);
	const key = async (email = BO.email) => {
		const [letter] = (await kept.outbox.waiting(99)).filter(({ recipient }) => recipient === email);
		return decodeURIComponent(/nyckel=(\S+)/.exec(letter!.text)![1]!);
	};
	const shown = (now = NOW, listing = id!) => kept.contactPersons.shown(listing, now);
	const yes = async (now = NOW) => {
		const token = await key();
		await consent(kept, token, (await contactBy(kept, token, now)).contact.turn, now);
		return token;
	};
	return { store: kept, id: id!, other: other!, make, owner, ask, key, shown, yes };
}
const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(reason: unknown) =>
			reason instanceof Invalid ? reason.fields : reason instanceof Refusal ? reason.key : Promise.reject(reason),
	);
const steps = async (store: Store, id: number) =>
	(await store.audit.history(id, 0, 50)).map(({ action, by }) => `${action} ${by}`).reverse();
/** What the store holds of them, letters aside: these are wiped when they have arrived. */
async function traces(store: Store): Promise<string[]> {
	await store.transaction((tx) => tx.outbox.forgetTo(BO.email));
	return [BO.name, BO.role, BO.phone, BO.email].filter((said) => everythingIn(store).includes(said));
}

test('nobody is shown before they say yes, then exactly what they read, and not an hour longer than it holds', async () => {
	const { store, id, ask, key, shown, owner } = await scene();
	await ask();
	expect(await shown()).toEqual([]);
	const [letter] = await store.outbox.waiting(1);
	for (const said of ['Anna vill', BO.name, BO.role, BO.phone]) expect(letter!.text).toContain(said);
	const token = await key();
	for (let n = 0; n < 3; n++) await contactBy(store, token, NOW);
	expect(await shown(), 'looking is no answer').toEqual([]);
	await consent(store, token, 1, NOW);
	expect(await shown()).toEqual([SHOWN]);
	const end = NOW + CONSENT_DAYS * DAY;
	expect(await shown(end - 1)).toHaveLength(1);
	expect(await shown(end), 'also before anything sweeps').toEqual([]);
	await forgetWhatIsOld(store, end);
	expect(await contactPersons(store, owner, (await store.listings.get(id))!, end)).toEqual([]);
	expect(await steps(store, id)).toEqual([
		`contact.asked person:${owner.id}`,
		'contact.consented contact',
		'contact.lapsed samlas',
	]);
	expect(await traces(store)).toEqual([]);
});

test.each<[string, (all: Awaited<ReturnType<typeof scene>>) => Promise<unknown>]>([
	['they say no', async ({ store, key }) => takeBack(store, await key(), NOW)],
	['they take their yes back', async ({ store, yes }) => takeBack(store, await yes(), NOW)],
	[
		'who looks after the entry takes them away',
		async ({ store, owner, id }) => removeContact(store, owner, id, (await store.contactPersons.of(id))[0]!.id, NOW),
	],
	['they do not answer', async ({ store }) => forgetWhatIsOld(store, NOW + 1 + ANSWER_DAYS * DAY)],
	[
		'they erase their account',
		async ({ store, make, yes }) => {
			await yes();
			await eraseSelf(store, await make(BO.email), NOW);
		},
	],
])('what is said of them is erased when %s', async (_when, end) => {
	const all = await scene();
	const { store, ask, key, shown } = all;
	await ask();
	expect(await traces(store), 'it was there').toHaveLength(4);
	await store.transaction((tx) => tx.contactPersons.erase(1));
	await ask({}, { now: NOW + 1 });
	const token = await key();
	await end(all);
	expect(await shown()).toEqual([]);
	expect(await traces(store)).toEqual([]);
	for (const work of [
		() => consent(store, token, 1, NOW),
		() => takeBack(store, token, NOW),
		() => keepAsShown(store, token, NOW),
	])
		expect(await refusal(work()), 'the link opens nothing').toBe('contact.gone');
});

test('a change is shown when they say yes to it, and what was read before is no yes to it', async () => {
	const { store, ask, key, shown, yes } = await scene();
	await ask();
	const first = await yes();
	await ask({ name: 'Bo Annorlunda', showEmail: 'yes' }, { now: NOW + DAY });
	expect(await shown()).toEqual([SHOWN]);
	expect(await refusal(consent(store, first, 1, NOW + DAY)), 'a page opened before').toBe('contact.stale');
	await keepAsShown(store, await key(), NOW + DAY);
	expect(await shown()).toEqual([SHOWN]);
	await ask({ name: 'Bo Annorlunda', showEmail: 'yes' }, { now: NOW + 2 * DAY });
	await consent(store, first, 3, NOW + 2 * DAY);
	expect(await shown(), 'any of the letters opens it').toEqual([{ ...SHOWN, name: 'Bo Annorlunda', email: BO.email }]);
	await ask({ name: 'Bo Igen' }, { now: NOW + 3 * DAY });
	await forgetWhatIsOld(store, NOW + 40 * DAY);
	expect(await store.contactPersons.of(1)).toMatchObject([{ asked: null, shown: { name: 'Bo Annorlunda' } }]);
});

test('a month before it lapses they are asked once whether to go on; a yes holds for two more years', async () => {
	const { store, ask, key, shown, yes } = await scene();
	await ask();
	await yes();
	const again = (now: number) => askToGoOn(store, now, (to) => contactAgainLetter(to, at));
	const letters = async () => (await store.outbox.to(BO.email)).map(({ kind }) => kind);
	const soon = NOW + (CONSENT_DAYS - 30) * DAY;
	await again(soon - 1);
	expect(await letters()).toEqual(['contact.ask']);
	for (const now of [soon, soon + 1, soon + DAY]) await again(now);
	expect(await letters()).toEqual(['contact.ask', 'contact.again']);
	await consent(store, await key(), 1, soon + DAY);
	expect(await shown(soon + CONSENT_DAYS * DAY)).toEqual([SHOWN]);
	const next = soon + DAY + (CONSENT_DAYS - 30) * DAY;
	await again(next);
	expect(await letters()).toEqual(['contact.ask', 'contact.again', 'contact.again']);
	await store.transaction((tx) => tx.listings.archive(1, 'closed', next));
	expect((await store.contactPersons.ending(next, next + 99 * DAY)).length, 'nobody is asked for what is gone').toBe(0);
});

test('who said no is not asked again of the same entry for a year, also when it was merged', async () => {
	const { store, id, other, ask, key, make } = await scene();
	await ask();
	await takeBack(store, await key(), NOW);
	const later = NOW + 2 * DAY;
	expect(await refusal(ask({ email: ' BO@example.org' }, { now: later }))).toEqual({ email: 'said_no' });
	expect(await refusal(ask({}, { now: NOW + REFUSED_DAYS * DAY + 1 }))).toBe('done');
	const desk = await reviewer(store);
	await removeContact(store, desk, id, (await store.contactPersons.of(id))[0]!.id, later);
	await merge(store, desk, other, id);
	const carer = await make('carer@example.org', { role: 'owner', listing: other, municipality: null });
	expect(await refusal(ask({}, { by: carer, listing: other, now: later }))).toEqual({ email: 'said_no' });
});

test('consent follows the entry into a merge and back; one that was taken back meanwhile does not come back', async () => {
	const { store, id, other, ask, yes, shown, key } = await scene();
	const desk = await reviewer(store);
	await ask();
	await yes();
	await ask({ email: 'cia@example.org', name: 'Cia' });
	const cia = await key('cia@example.org');
	await consent(store, cia, 1, NOW);
	const undo = await merge(store, desk, other, id);
	expect(await shown(NOW, other)).toHaveLength(2);
	expect(JSON.stringify(await store.merges.get(undo)), 'the merge keeps nothing of them').not.toContain('Cia');
	await takeBack(store, cia, NOW);
	await undoMerge(store, desk, undo, NOW);
	expect(await shown(NOW, other)).toEqual([]);
	expect(await shown()).toEqual([SHOWN]);
});

test('asked for both of two that become one, they are asked for the one kept', async () => {
	const { store, id, other, ask, yes, shown, make } = await scene();
	const desk = await reviewer(store);
	const carer = await make('carer@example.org', { role: 'owner', listing: other, municipality: null });
	await ask();
	await yes();
	await ask({ name: 'Bo hos de andra' }, { by: carer, listing: other });
	const undo = await merge(store, desk, other, id);
	expect(await store.contactPersons.to(BO.email)).toMatchObject([{ listing: other, shown: null }]);
	await undoMerge(store, desk, undo, NOW);
	expect(await shown(), 'less is shown rather than more').toEqual([]);
});

test('a backup that is put back shows nobody who has taken their yes back since', async () => {
	const { store, ask, yes, id } = await scene();
	await ask();
	const token = await yes();
	const backup = join(testFolder(), 'backup.db');
	await store.backup(backup);
	await takeBack(store, token, NOW);
	store.close();
	for (const name of ['samlas.db-wal', 'samlas.db-shm']) cpSync('/dev/null', join(store.folder, name));
	cpSync(backup, join(store.folder, 'samlas.db'));
	const again = await openStore(store.folder);
	expect(await again.contactPersons.of(id)).toEqual([]);
	again.close();
	const elsewhere = testFolder();
	cpSync(backup, join(elsewhere, 'samlas.db'));
	const copy = await openStore(elsewhere);
	expect(await copy.contactPersons.of(id), 'it was in the backup').toHaveLength(1);
	copy.close();
});

test.each<[string, object, unknown]>([
	['no name', { name: ' ' }, { name: 'missing' }],
	['no role', { role: '' }, { role: 'missing' }],
	['a long role', { role: 'x'.repeat(81) }, { role: 'long' }],
	['an address of a site', { role: 'se https://casino.example' }, { role: 'wrong' }],
	['a site without https', { name: 'casino.com' }, { name: 'wrong' }],
	['a personal identity number', { name: 'Bo 121212-1212' }, { name: 'personal_number' }],
	['no telephone number', { phone: 'ring mig' }, { phone: 'wrong' }],
	['no address', { email: '' }, { email: 'missing' }],
	['two addresses', { email: 'a@example.org,b@example.org' }, { email: 'wrong' }],
	['a line break', { email: 'a@example.org\nBcc: b@example.org' }, { email: 'wrong' }],
])('%s is refused, and no letter is sent', async (_what, input, expected) => {
	const { store, ask } = await scene();
	expect(await refusal(ask(input))).toEqual(expected);
	expect(await store.outbox.waiting(1)).toEqual([]);
});

test("what is not one's own is not found; nobody has many letters sent", async () => {
	const { store, id, ask, make, owner } = await scene();
	const stranger = await make('mallory@example.org', { role: 'reviewer', listing: null, municipality: '0180' });
	const listing = (await store.listings.get(id))!;
	expect(await refusal(ask({}, { by: stranger }))).toBe('page.unknown');
	await ask();
	const contact = (await store.contactPersons.of(id))[0]!.id;
	expect(await refusal(contactPersons(store, stranger, listing, NOW))).toBe('page.unknown');
	expect(await refusal(removeContact(store, stranger, id, contact, NOW))).toBe('page.unknown');
	expect(await refusal(removeContact(store, owner, id, 99, NOW))).toBe('contact.unknown');
	await ask();
	expect(await refusal(ask()), 'to one address').toEqual({ form: 'too_many' });
	for (let n = 0; n < 4; n++) await ask({ email: `n${n}@example.org` });
	expect(await refusal(ask({ email: 'n9@example.org' }))).toEqual({ form: 'full' });
	for (const one of await store.contactPersons.of(id)) await removeContact(store, owner, id, one.id, NOW);
	for (let n = 0; n < 4; n++) await ask({ email: `m${n}@example.org` });
	expect(await refusal(ask({ email: 'm9@example.org' })), 'by one person').toEqual({ form: 'too_many' });
});

test('who reads what is not public of them is noted, for them to see; all of it is in what they take along', async () => {
	const { store, id, ask, owner, make } = await scene();
	const desk = await reviewer(store);
	await ask();
	const listing = (await store.listings.get(id))!;
	for (const now of [NOW, NOW + 60]) for (const by of [owner, desk]) await contactPersons(store, by, listing, now);
	const bo = await make(BO.email);
	await contactPersons(store, { ...owner, email: BO.email }, listing, NOW + DAY);
	const held = (await heldAbout(store, bo, NOW)).contactPerson;
	expect(held).toMatchObject([{ listing: id, asked: SHOWN, shown: null }]);
	expect(held[0]!.readBy.map(({ municipality }) => municipality).sort()).toEqual(['1380', null]);
	await forgetWhatIsOld(store, NOW + 3 * 365 * DAY);
	expect(await store.contactPersons.to(BO.email)).toEqual([]);
});

test("one click in a mail program takes a yes back; a browser's form goes to the page", async () => {
	const site = await testSite();
	const { ask, yes, shown } = await scene(site.store);
	await ask();
	const key = encodeURIComponent(await yes());
	const web = Fastify();
	takeOneClick(web, site);
	web.post('/*', async () => 'page');
	const post = (path: string, headers = {}) => web.inject({ method: 'POST', url: `${path}?nyckel=${key}`, headers });
	expect((await post('/kontaktperson', { origin: 'https://samlas.example' })).body).toBe('page');
	expect(await shown()).toHaveLength(1);
	expect((await post('/en/contact-person')).statusCode).toBe(200);
	expect(await shown()).toEqual([]);
	expect((await post('/kontaktperson')).statusCode).toBe(404);
	await web.close();
});
