import { expect, test } from 'vitest';
import { eraseSelf, heldAbout } from '../../src/domain/account.ts';
import {
	beginDraft,
	DRAFT_DAYS,
	dropDraft,
	firstLeft,
	forgetOldDrafts,
	mailDraft,
	openDraft,
	saveStep,
} from '../../src/domain/draft.ts';
import { Invalid, Refusal } from '../../src/domain/errors.ts';
import type { Typed } from '../../src/domain/parts/part.ts';
import type { RoleHeld } from '../../src/domain/permission.ts';
import type { Actor } from '../../src/domain/person.ts';
import { alikeFor, alikeTo, decideRegistration, registrationToReview, sendIn } from '../../src/domain/registration.ts';
import { createPlaces } from '../../src/finder/places.ts';
import type { Store } from '../../src/store/open.ts';
import { everythingIn, NOW, organisation, publish, somebody, testStore } from '../store.ts';

const DAY = 86_400;
const places = createPlaces();
const around = { now: NOW, places };
const basics: Typed = {
	name: ['Ljungåsa Språkkafé'],
	municipality: ['1380'],
	form: ['network'],
	organisationNumber: [''],
};

async function scene() {
	const store = await testStore();
	const make = (email: string, ...held: RoleHeld[]) => somebody(store, `${email}@example.org`, held);
	return {
		...{ store, make },
		anna: await make('anna'),
		bo: await make('bo'),
		reviewer: await make('desk', { role: 'reviewer', listing: null, municipality: '1380' }),
		elsewhere: await make('elsewhere', { role: 'reviewer', listing: null, municipality: '0180' }),
	};
}
const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(reason: unknown) =>
			reason instanceof Invalid ? reason.fields : reason instanceof Refusal ? reason.key : Promise.reject(reason),
	);
const nobody = { actor: null, device: undefined };
const by = (actor: Actor) => ({ actor, device: undefined });
const begin = (store: Store, holder: Parameters<typeof beginDraft>[1], typed: Typed = basics, now = NOW) =>
	beginDraft(store, holder, { kind: 'organisation', typed, done: ['basics'] }, now);
const decide = (store: Store, actor: Actor, id: number, input: object, now = NOW) =>
	decideRegistration(store, actor, id, input, {
		now,
		letter: ({ person, decision, words }) => ({
			...{
				kind: 'registration',
				recipient: person.email,
				subject: decision,
				text: words ?? '',
				html: '',
				usefulFor: DAY,
			},
		}),
	});
const fresh = async (store: Store, { id }: Actor) => (await store.people.actor(id))!;

/** A draft of somebody's that was sent in, and its line at the desk. */
async function sent(store: Store, actor: Actor, more: Typed = {}) {
	const { id } = await begin(store, by(actor), { ...basics, ...more });
	await sendIn(store, actor, id, { note: 'Jag är kassör.' }, around);
	const registration = (await store.registrations.byDraft(id))!;
	return { draft: id, registration, listing: registration.listing! };
}

test('a draft is held by the browser that began it, until somebody signs in there; then it is theirs alone', async () => {
	const { store, anna, bo } = await scene();
	const { id, device } = await begin(store, nobody);
	const here = { actor: null, device };
	expect(everythingIn(store), 'the secret is kept as a digest').not.toContain(device!);
	expect((await openDraft(store, here, id, NOW)).typed.name).toEqual(['Ljungåsa Språkkafé']);
	for (const holder of [nobody, { actor: null, device: 'guessed' }, by(bo)])
		expect(await refusal(openDraft(store, holder, id, NOW))).toBe('draft.unknown');
	expect(await refusal(openDraft(store, here, id + 1, NOW))).toBe('draft.unknown');
	await openDraft(store, { actor: anna, device }, id, NOW);
	expect(await refusal(openDraft(store, here, id, NOW)), 'who signs out leaves nothing').toBe('draft.unknown');
	expect(await refusal(openDraft(store, { actor: bo, device }, id, NOW))).toBe('draft.unknown');
	expect((await openDraft(store, by(anna), id, NOW)).person).toBe(anna.id);
});

test('a step keeps what was typed, right or wrong; what other steps hold stays; what is not asked is dropped', async () => {
	const { store, anna, bo } = await scene();
	const { id } = await begin(store, by(anna));
	const typed = { email: ['inte en adress'], phone: ['12'], masked: ['yes'], mergedInto: ['1'], name: ['Kapad'] };
	await Promise.all([
		saveStep(store, by(anna), id, { key: 'contact', typed, done: false }, NOW),
		saveStep(store, by(anna), id, { key: 'subject', typed: { themes: ['chess', 'games'] }, done: true }, NOW),
	]);
	const draft = await openDraft(store, by(anna), id, NOW);
	expect(draft.typed).toEqual({ ...basics, email: ['inte en adress'], phone: ['12'], themes: ['chess', 'games'] });
	expect(draft.done).toEqual(['basics', 'subject']);
	expect(firstLeft(draft)).toBe('place');
	expect(await refusal(saveStep(store, by(bo), id, { key: 'contact', typed, done: true }, NOW))).toBe('draft.unknown');
	const long = { key: 'words' as const, typed: { 'texts.sv.description': ['x'.repeat(300_000)] }, done: true };
	expect(await refusal(saveStep(store, by(anna), id, long, NOW))).toEqual({ form: 'long' });
});

test('what is only kept on the way out, and comes after the step was sent, takes back nothing that was gone through', async () => {
	const { store, anna } = await scene();
	const { id } = await begin(store, by(anna));
	const kept = (done: boolean | null) =>
		saveStep(store, by(anna), id, { key: 'subject', typed: { themes: ['chess'] }, done }, NOW);
	const done = async () => (await openDraft(store, by(anna), id, NOW)).done;
	await kept(null);
	expect(await done(), 'it is not gone through by being kept').toEqual(['basics']);
	await kept(true);
	await kept(null);
	expect(await done()).toEqual(['basics', 'subject']);
	await kept(false);
	expect(await done(), 'what is wrong now has to be gone through again').toEqual(['basics']);
});

test('a personal identity number is never kept, nor the street of an address that is to be hidden', async () => {
	const { store, anna } = await scene();
	const { id } = await begin(store, by(anna), { ...basics, organisationNumber: ['191212-1212'] });
	await saveStep(
		store,
		by(anna),
		id,
		{ key: 'words', typed: { 'texts.sv.description': ['Ring 19121212-1212'] }, done: true },
		NOW,
	);
	const place = {
		street: ['Hemliga gatan 7'],
		postcode: ['302 30'],
		locality: ['Halmstad'],
		lon: ['12.85'],
		lat: ['56.67'],
	};
	await saveStep(store, by(anna), id, { key: 'place', typed: { ...place, masked: ['yes'] }, done: true }, NOW);
	await sendIn(store, anna, id, {}, around);
	expect(everythingIn(store)).not.toMatch(/191212|Hemliga|302 ?30/);
	expect(await refusal(sendIn(store, anna, id, { note: 'Anna, 191212-1212' }, around))).toEqual({
		note: 'personal_number',
	});
});

test('a button pressed twice makes one draft, and nobody has more than twenty', async () => {
	const { store, anna } = await scene();
	const { id, device } = await begin(store, nobody);
	expect(await begin(store, { actor: null, device })).toEqual({ id, device });
	for (let n = 0; n < 20; n++) await begin(store, by(anna), { ...basics, name: [`Förening ${n}`] });
	expect(await refusal(begin(store, by(anna), { ...basics, name: ['En till'] }))).toEqual({ form: 'too_many' });
});

test('what is wrong keeps it from being sent in, told by name; nothing of it is in the store of entries', async () => {
	const { store, anna, bo } = await scene();
	const { id } = await begin(store, by(anna), { ...basics, name: [' '], organisationNumber: ['802000-1111'] });
	await saveStep(store, by(anna), id, { key: 'contact', typed: { email: ['x'] }, done: false }, NOW);
	expect(await refusal(sendIn(store, anna, id, {}, around))).toEqual({
		...{ name: 'missing', organisationNumber: 'wrong', email: 'wrong' },
	});
	expect(await refusal(sendIn(store, bo, id, {}, around))).toBe('draft.unknown');
	expect(await store.registrations.of(anna.id)).toEqual([]);
	expect(await store.changes.newest()).toBe(0);
});

test('published: everybody sees it, who sent it in looks after it, an import leaves it alone, the draft is gone', async () => {
	const { store, anna, reviewer, elsewhere } = await scene();
	const { draft, registration, listing } = await sent(store, anna, { email: ['hej@ljungasa.example'] });
	expect((await store.listings.get(listing))!).toMatchObject({
		publishedAt: null,
		form: 'network',
		name: 'Ljungåsa Språkkafé',
	});
	expect(await store.indexRows.byIds([listing])).toEqual([]);
	for (const actor of [anna, elsewhere])
		expect(await refusal(decide(store, actor, registration.id, { decision: 'published', turn: 1 }))).toBe(
			'page.unknown',
		);
	expect(await refusal(decide(store, reviewer, registration.id, { decision: 'published' })), 'not what was seen').toBe(
		'registration.changed',
	);
	await decide(store, reviewer, registration.id, { decision: 'published', turn: '1' }, NOW + 5);
	expect((await store.listings.get(listing))!).toMatchObject({
		publishedAt: NOW + 5,
		confirmedAt: NOW + 5,
		confirmedBy: 'owner',
	});
	expect(await store.indexRows.byIds([listing])).toHaveLength(1);
	expect((await store.people.rolesFor(listing)).map(({ email, role }) => [email, role])).toEqual([
		['anna@example.org', 'owner'],
	]);
	expect(await store.batches.keptFields(listing)).toEqual(expect.arrayContaining(['name', 'email', 'form']));
	expect(await refusal(openDraft(store, by(anna), draft, NOW))).toBe('draft.unknown');
	expect((await store.outbox.waiting(9)).map(({ recipient, subject }) => [recipient, subject])).toEqual([
		['anna@example.org', 'published'],
	]);
	expect(await refusal(decide(store, reviewer, registration.id, { decision: 'published', turn: '1' }))).toBe(
		'revision.decided',
	);
	expect((await heldAbout(store, await fresh(store, anna), NOW)).registrations).toMatchObject([
		{ state: 'published', note: 'Jag är kassör.' },
	]);
});

test('sent back with words: the draft goes on, is sent in once more as the same entry, and a decision on what was before is refused', async () => {
	const { store, anna, reviewer } = await scene();
	const { draft, registration, listing } = await sent(store, anna);
	expect(await refusal(decide(store, reviewer, registration.id, { decision: 'returned', turn: 1 }))).toEqual({
		words: 'missing',
	});
	await decide(store, reviewer, registration.id, { decision: 'returned', words: 'Var ses ni?', turn: 1 });
	expect((await store.registrations.get(registration.id))!).toMatchObject({ state: 'returned', words: 'Var ses ni?' });
	await saveStep(store, by(anna), draft, { key: 'place', typed: { locality: ['Oskarström'] }, done: true }, NOW);
	await sendIn(store, anna, draft, {}, around);
	expect((await store.registrations.byDraft(draft))!).toMatchObject({
		...{ listing, turn: 2 },
		state: 'waiting',
		words: null,
	});
	expect((await store.listings.get(listing))!).toMatchObject({
		locality: 'Oskarström',
		publishedAt: null,
		position: { precision: 'locality' },
	});
	expect(await refusal(decide(store, reviewer, registration.id, { decision: 'published', turn: 1 }))).toBe(
		'registration.changed',
	);
	await decide(store, reviewer, registration.id, { decision: 'published', turn: 2 });
});

test('declined: the entry that was never public is erased, and so is the draft; the words went by letter', async () => {
	const { store, anna, reviewer } = await scene();
	const { draft, registration, listing } = await sent(store, anna);
	await decide(store, reviewer, registration.id, { decision: 'declined', words: 'Det är ett företag.', turn: 1 });
	expect(await store.listings.get(listing)).toBeUndefined();
	expect(await store.drafts.get(draft)).toBeUndefined();
	expect((await store.registrations.get(registration.id))!).toMatchObject({
		state: 'declined',
		listing: null,
		name: 'Ljungåsa Språkkafé',
	});
	expect((await store.outbox.waiting(9)).map(({ text }) => text)).toEqual(['Det är ett företag.']);
	expect((await registrationToReview(store, reviewer, registration.id)).listing).toBeNull();
});

test('nobody sends in more than ten a day, or has more than three links mailed', async () => {
	const { store, anna, bo } = await scene();
	for (let n = 0; n < 10; n++) await sent(store, anna, { name: [`Förening ${n}`] });
	expect(await refusal(sent(store, anna))).toEqual({ form: 'too_many' });
	const { id } = await begin(store, by(bo));
	const mail = (actor: Actor, now = NOW) =>
		mailDraft(store, actor, id, {
			now,
			letter: () => ({ kind: 'draft', recipient: actor.email, subject: '', text: '', html: '', usefulFor: DAY }),
		});
	for (let n = 0; n < 3; n++) await mail(bo);
	expect(await refusal(mail(bo))).toEqual({ form: 'too_many' });
	expect(await refusal(mail(bo, NOW + 2 * DAY))).toBe('done');
	expect(await refusal(mail(anna)), "another's draft").toBe('draft.unknown');
});

test('a draft lapses when nobody has touched it for thirty days; what waits at a desk does not', async () => {
	const { store, anna, reviewer } = await scene();
	const { id, device } = await begin(store, nobody);
	const waiting = await sent(store, anna);
	const back = await sent(store, anna, { name: ['Skickas tillbaka'] });
	await decide(store, reviewer, back.registration.id, { decision: 'returned', words: 'Mer?', turn: 1 });
	await forgetOldDrafts(store, NOW + DRAFT_DAYS * DAY);
	expect((await openDraft(store, { actor: null, device }, id, NOW)).id, 'to the day').toBe(id);
	await forgetOldDrafts(store, NOW + DRAFT_DAYS * DAY + 1);
	expect(await store.drafts.get(id)).toBeUndefined();
	expect(await store.drafts.get(back.draft)).toBeUndefined();
	expect(await store.listings.get(back.listing), 'never public, never sent in again').toBeUndefined();
	expect((await store.registrations.get(back.registration.id))!.state).toBe('withdrawn');
	expect((await store.registrations.get(waiting.registration.id))!.state).toBe('waiting');
	expect(await store.listings.get(waiting.listing)).toBeDefined();
});

test('thrown away, or with the account: nothing of it is left', async () => {
	const { store, anna, bo } = await scene();
	const one = await sent(store, anna);
	expect(await refusal(dropDraft(store, by(bo), one.draft, NOW))).toBe('draft.unknown');
	await dropDraft(store, by(anna), one.draft, NOW);
	const two = await sent(store, bo);
	await begin(store, by(bo), { ...basics, name: ['Påbörjad'] });
	await eraseSelf(store, bo, NOW);
	for (const { listing, draft } of [one, two]) {
		expect(await store.listings.get(listing)).toBeUndefined();
		expect(await store.drafts.get(draft)).toBeUndefined();
	}
	expect(await store.registrations.waiting('1380', 'organisation')).toEqual([]);
	expect(everythingIn(store)).not.toMatch(/Påbörjad|bo@example/);
});

test('"is it one of these?": by name, by number; a reviewer is shown what waits of the same name too, and nobody else is', async () => {
	const { store, anna, bo } = await scene();
	const [known] = await publish(
		store,
		organisation({ name: 'Ljungåsa språkcafé', organisationNumber: '8020001130' }),
		organisation({ name: 'Halmstads Roddklubb' }),
	);
	const alike = (typed: Typed) =>
		alikeFor(store, { kind: 'organisation', typed }, places).then((found) => found.map(({ id }) => id));
	expect(await alike({ ...basics, name: ['Ljungåsa Språkcafe'] })).toEqual([known]);
	expect(await alike({ ...basics, name: ['Syföreningen'] })).toEqual([]);
	expect(await alike({ ...basics, name: [''] })).toEqual([]);
	expect(await alike({ ...basics, name: ['Ljungåsa språkcafé'], municipality: ['9999'] })).toEqual([]);
	const first = await sent(store, anna, { name: ['Syföreningen'] });
	expect(await alike({ ...basics, name: ['Syföreningen'] }), 'what waits is nobody else to see').toEqual([]);
	const second = await sent(store, bo, { name: ['Syföreningen'] });
	const listing = (await store.listings.get(second.listing))!;
	const { waiting, standing } = await alikeTo(store, listing, second.registration);
	expect(waiting.map(({ id }) => id)).toEqual([first.registration.id]);
	expect(standing).toEqual([]);
});
