import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changed, changesBetween, clashesWith, fieldsOf } from '../../src/domain/change.ts';
import { Invalid, Refusal } from '../../src/domain/errors.ts';
import type { Stored } from '../../src/domain/listing.ts';
import { parts, whole } from '../../src/domain/parts/index.ts';
import { many, one, type Typed } from '../../src/domain/parts/part.ts';
import type { RoleHeld } from '../../src/domain/permission.ts';
import type { Actor } from '../../src/domain/person.ts';
import { decideRevision, editListing, formFor } from '../../src/domain/revision.ts';
import { createPlaces } from '../../src/finder/places.ts';
import type { Store } from '../../src/store/open.ts';
import { everythingIn, NOW, organisation, publish, somebody, testStore, venue } from '../store.ts';

const entry = () =>
	organisation({
		email: 'info@ljungasa.example',
		phone: '035-10 00 00',
		texts: { sv: { description: 'Vi spelar schack.' }, ar: { name: 'شطرنج' } },
	});

/** A store with one entry in Halmstad, and people by name with what they may do. */
async function scene() {
	const store = await testStore();
	const [id, other] = await publish(store, entry(), organisation({ name: 'Annan förening', municipality: '2283' }));
	const make = (email: string, ...held: RoleHeld[]) => somebody(store, `${email}@example.org`, held);
	return {
		store,
		id: id!,
		other: other!,
		owner: await make('owner', { role: 'owner', listing: id!, municipality: null }),
		editor: await make('editor', { role: 'editor', listing: id!, municipality: null }),
		reviewer: await make('reviewer', { role: 'reviewer', listing: null, municipality: '1380' }),
		make,
		elsewhere: await make('elsewhere', { role: 'reviewer', listing: null, municipality: '2283' }),
		nobody: await make('nobody'),
	};
}

const part = whole('organisation');
const around = { now: NOW, places: createPlaces() };

/** What is typed over what stands in the form of all parts. */
async function edit(store: Store, by: Actor, id: number, over: Record<string, string>, seen?: Record<string, unknown>) {
	const form = await formFor(store, by, await at(store, id), part);
	return editListing(
		store,
		by,
		id,
		{ part, typed: typedOver(part.typed(fieldsOf(entry()), 'organisation'), over), seen: seen ?? form.seen },
		around,
	);
}
const typedOver = (typed: Typed, over: Record<string, string>): Typed => ({
	...typed,
	...Object.fromEntries(Object.entries(over).map(([name, value]) => [name, [value]])),
});
const at = async (store: Store, id: number) => (await store.listings.get(id))!;
const letter = ({
	person,
	decision,
	words,
}: {
	person: { email: string };
	decision: string;
	words: string | null;
}) => ({
	kind: 'decision',
	recipient: person.email,
	subject: decision,
	text: words ?? '',
	html: '',
	usefulFor: 3600,
});
const decide = (store: Store, by: Actor, id: number, input: object) =>
	decideRevision(store, by, id, input, { now: NOW + 10, letter });
const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(reason: unknown) =>
			reason instanceof Invalid ? reason.fields : reason instanceof Refusal ? reason.key : Promise.reject(reason),
	);

test('what an owner writes waits; the public sees the version before until a reviewer publishes it', async () => {
	const { store, id, owner, reviewer } = await scene();
	expect(await edit(store, owner, id, { phone: '035-20 00 00', homepage: 'ljungasa.example' })).toEqual({
		done: 'proposed',
	});
	expect((await at(store, id)).phone).toBe('035-10 00 00');
	const [waiting] = await store.revisions.waiting('1380');
	expect(waiting!.changes).toEqual([
		{ field: 'homepage', before: null, after: 'https://ljungasa.example' },
		{ field: 'phone', before: '035-10 00 00', after: '035-20 00 00' },
	]);
	const { typed } = await formFor(store, owner, await at(store, id), part);
	expect(one(typed, 'phone'), 'the form goes on from it').toBe('035-20 00 00');
	await decide(store, reviewer, waiting!.id, { decision: 'published' });
	expect(await at(store, id)).toMatchObject({
		phone: '035-20 00 00',
		homepage: 'https://ljungasa.example',
		email: 'info@ljungasa.example',
		texts: { ar: { name: 'شطرنج' } },
		confirmedAt: NOW + 10,
	});
	expect(await store.batches.keptFields(id)).toEqual(expect.arrayContaining(['homepage', 'phone']));
	expect(await store.revisions.waiting('1380')).toEqual([]);
	expect((await store.outbox.waiting(9)).map(({ recipient, subject }) => [recipient, subject])).toEqual([
		['owner@example.org', 'published'],
	]);
	expect(await refusal(decide(store, reviewer, waiting!.id, { decision: 'published' }))).toBe('revision.decided');
});

test('where the municipality lets them, owners publish at once; editors wait', async () => {
	const { store, id, owner, editor, reviewer } = await scene();
	await store.transaction((tx) => tx.revisions.letOwnersPublish('1380', true));
	expect(await edit(store, owner, id, { phone: '035-20 00 00' })).toEqual({ done: 'published' });
	expect(await at(store, id)).toMatchObject({ phone: '035-20 00 00', confirmedBy: 'owner' });
	expect(await edit(store, editor, id, { phone: '035-30 00 00' })).toEqual({ done: 'proposed' });
	expect(await edit(store, reviewer, id, { phone: '035-40 00 00' })).toEqual({ done: 'published' });
	expect(await at(store, id)).toMatchObject({ phone: '035-40 00 00', confirmedBy: 'officer' });
});

test('of two who change the same, the second is told and decides; what only one changed is kept', async () => {
	const { store, id, owner, reviewer } = await scene();
	await store.transaction((tx) => tx.revisions.letOwnersPublish('1380', true));
	const { seen } = await formFor(store, owner, await at(store, id), part);
	await edit(store, reviewer, id, { phone: '035-20 00 00', 'texts.sv.description': 'Vi spelar schack på tisdagar.' });
	const second = await edit(store, owner, id, { phone: '035-30 00 00', email: 'nya@ljungasa.example' }, seen);
	expect(second).toEqual({
		clashes: [{ field: 'phone', before: '035-10 00 00', after: '035-30 00 00', now: '035-20 00 00' }],
	});
	expect((await at(store, id)).email, 'nothing is kept yet').toBe('info@ljungasa.example');
	const knowing = { ...seen, phone: '035-20 00 00' };
	expect(await edit(store, owner, id, { phone: '035-30 00 00', email: 'nya@ljungasa.example' }, knowing)).toEqual({
		done: 'published',
	});
	expect(await at(store, id)).toMatchObject({
		phone: '035-30 00 00',
		email: 'nya@ljungasa.example',
		texts: { sv: { description: 'Vi spelar schack på tisdagar.' } },
	});
});

test('what waits while the entry changes under it is not published over it', async () => {
	const { store, id, editor, reviewer } = await scene();
	await edit(store, editor, id, { phone: '035-20 00 00' });
	const [waiting] = await store.revisions.waiting('1380');
	await edit(store, reviewer, id, { phone: '035-40 00 00' });
	expect(await refusal(decide(store, reviewer, waiting!.id, { decision: 'published' }))).toBe('revision.clash');
	expect((await at(store, id)).phone).toBe('035-40 00 00');
	await decide(store, reviewer, waiting!.id, { decision: 'returned', words: 'Vilket nummer är rätt?' });
	expect((await store.revisions.last(id, editor.id))!).toMatchObject({
		state: 'returned',
		words: 'Vilket nummer är rätt?',
	});
});

test('thinking better of it: what waits is rewritten, and taken back when nothing is left of it', async () => {
	const { store, id, editor } = await scene();
	await edit(store, editor, id, { phone: '035-20 00 00' });
	await edit(store, editor, id, { phone: '035-30 00 00' });
	expect(await store.revisions.waiting('1380')).toHaveLength(1);
	expect(await edit(store, editor, id, {})).toEqual({ done: 'nothing' });
	expect(await store.revisions.waiting('1380')).toEqual([]);
	expect((await store.revisions.last(id, editor.id))!.state).toBe('withdrawn');
});

test('who may not is told that it is not there', async () => {
	const { store, id, other, owner, nobody, elsewhere, editor } = await scene();
	const phone = '035-20 00 00';
	const wanted = { part: parts.contact, typed: { phone: [phone] }, seen: {} };
	for (const by of [nobody, elsewhere])
		expect(await refusal(editListing(store, by, id, wanted, around))).toBe('page.unknown');
	expect(await refusal(editListing(store, owner, other, wanted, around))).toBe('page.unknown');
	expect(await refusal(editListing(store, owner, 999, wanted, around))).toBe('listing.unknown');
	await edit(store, editor, id, { phone });
	const [waiting] = await store.revisions.waiting('1380');
	for (const by of [nobody, elsewhere, owner, editor])
		expect(await refusal(decide(store, by, waiting!.id, { decision: 'published' }))).toBe('page.unknown');
	expect((await at(store, id)).phone).toBe('035-10 00 00');
});

test.each([
	[{ name: ' ' }, { name: 'missing' }],
	[{ name: 'x'.repeat(201) }, { name: 'long' }],
	[{ homepage: 'inte en adress' }, { homepage: 'wrong' }],
	[{ homepage: 'javascript:alert(1)' }, { homepage: 'wrong' }],
	[{ email: 'anna' }, { email: 'wrong' }],
	[{ phone: 'ring mig' }, { phone: 'wrong' }],
	[{ organisationNumber: '811218-9876' }, { organisationNumber: 'personal_number' }],
	[{ organisationNumber: '802000-1111' }, { organisationNumber: 'wrong' }],
	[{ postcode: '1234' }, { postcode: 'wrong' }],
	[{ lon: '200', lat: '57' }, { lon: 'far' }],
	[{ lon: 'x', lat: '57' }, { lon: 'wrong' }],
	[{ ageMin: '20', ageMax: '10' }, { ageMax: 'order' }],
	[{ themes: 'no_such' }, { 'themes.0': 'wrong' }],
	[{ form: 'no_such' }, { form: 'missing' }],
	[{ 'texts.sv.description': 'Ring Anna, 811218-9876' }, { 'texts.sv.description': 'personal_number' }],
	[{ 'texts.sv.description': 'x'.repeat(8001) }, { 'texts.sv.description': 'long' }],
])('%o is refused by field', async (over, fields) => {
	const { store, id, owner } = await scene();
	expect(await refusal(edit(store, owner, id, over as Record<string, string>))).toEqual(fields);
});

test('fields that the form does not ask for are not changed by it (mass assignment)', async () => {
	const { store, id, reviewer } = await scene();
	await edit(store, reviewer, id, {
		phone: '035-20 00 00',
		municipality: '0180',
		mergedInto: '2',
		dormant: 'true',
		slug: 'kapad',
		numberNote: '1',
		confirmedBy: 'demo',
	});
	expect(await at(store, id)).toMatchObject({
		...{ municipality: '1380', mergedInto: null, dormant: false, numberNote: null, slug: 'ljungasa-schackvanner' },
		...{ phone: '035-20 00 00', confirmedBy: 'officer' },
	});
});

test('a part changes its own fields alone, whatever else was sent', async () => {
	const { store, id, reviewer } = await scene();
	const { seen } = await formFor(store, reviewer, await at(store, id), parts.contact);
	const typed = { phone: ['035-20 00 00'], name: ['Kapad'], masked: ['yes'], 'texts.sv.description': ['Kapad'] };
	const forged = { ...seen, name: 'x', masked: true };
	await editListing(store, reviewer, id, { part: parts.contact, typed, seen: forged }, around);
	const now = await at(store, id);
	expect(now).toMatchObject({ phone: '035-20 00 00', email: null, name: 'Ljungåsa Schackvänner', masked: false });
	expect(now.texts).toEqual(entry().texts);
});

test('what waits of one part is kept when another is changed, and taken back by itself', async () => {
	const { store, id, editor } = await scene();
	const change = async (key: 'contact' | 'subject', typed: Typed) => {
		const form = await formFor(store, editor, await at(store, id), parts[key]);
		return editListing(
			store,
			editor,
			id,
			{ part: parts[key], typed: { ...form.typed, ...typed }, seen: form.seen },
			around,
		);
	};
	await change('contact', { phone: ['035-20 00 00'] });
	expect(await change('subject', { themes: ['chess', 'games', 'chess'] })).toEqual({ done: 'proposed' });
	const waiting = async () =>
		(await store.revisions.waiting('1380')).flatMap(({ changes }) => changes.map(({ field }) => field));
	expect(await waiting()).toEqual(['phone', 'themes']);
	const { typed } = await formFor(store, editor, await at(store, id), parts.subject);
	expect(many(typed, 'themes')).toEqual(['chess', 'games']);
	expect(await change('contact', { phone: ['035-10 00 00'] })).toEqual({ done: 'proposed' });
	expect(await waiting()).toEqual(['themes']);
	expect(await change('subject', { themes: [] })).toEqual({ done: 'nothing' });
	expect(await waiting()).toEqual([]);
});

test('an address that becomes hidden is told by nothing any more: entry, revision or trail', async () => {
	const { store, reviewer, make } = await scene();
	const [id] = await publish(
		store,
		organisation({ name: 'Kvinnojouren', locality: 'Halmstad', street: 'Hemliga gatan 7', postcode: '30230' }),
	);
	const owner = await make('jour', { role: 'owner', listing: id!, municipality: null });
	const form = await formFor(store, owner, await at(store, id!), parts.place);
	const typed = { ...form.typed, masked: ['yes'] };
	await editListing(store, owner, id!, { part: parts.place, typed, seen: form.seen }, around);
	const [waiting] = await store.revisions.waiting('1380');
	await decide(store, reviewer, waiting!.id, { decision: 'published' });
	expect(await at(store, id!)).toMatchObject({ masked: true, street: null, postcode: null, locality: 'Halmstad' });
	const kept = everythingIn(store);
	expect(kept).toContain('Kvinnojouren');
	expect(kept).not.toMatch(/Hemliga|30230/);
});

test('a decision needs to be one, and words when it is no', async () => {
	const { store, id, editor, reviewer } = await scene();
	await edit(store, editor, id, { phone: '035-20 00 00' });
	const [waiting] = await store.revisions.waiting('1380');
	expect(await refusal(decide(store, reviewer, waiting!.id, { decision: 'maybe' }))).toEqual({ decision: 'missing' });
	expect(await refusal(decide(store, reviewer, waiting!.id, { decision: 'declined' }))).toEqual({ words: 'missing' });
	expect(await store.revisions.waiting('1380')).toHaveLength(1);
});

const texts = fc.option(
	fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim().length > 0),
	{ nil: null },
);
const entries = fc
	.record({
		email: fc.constantFrom(null, 'a@example.org', 'b@example.org'),
		locality: texts,
		phone: texts,
		description: texts,
	})
	.map(
		({ description, ...rest }) =>
			venue({ ...rest, ...(description ? { texts: { sv: { description } } } : {}) }) as Stored,
	);

test('changes lead from one state of an entry to the other, and nowhere when made twice', () => {
	fc.assert(
		fc.property(entries, entries, (before, after) => {
			const changes = changesBetween(fieldsOf(before), fieldsOf(after));
			const made = changed(before, changes);
			expect(changesBetween(fieldsOf(made), fieldsOf(after))).toEqual([]);
			expect(changed(made, changes)).toEqual(made);
			expect(clashesWith(before, changes)).toEqual([]);
			expect(clashesWith(made, changes)).toEqual([]);
		}),
	);
});

test('two who begin with the same: every field of either is kept, or is told as a clash', () => {
	fc.assert(
		fc.property(entries, entries, entries, (base, one, two) => {
			const first = changesBetween(fieldsOf(base), fieldsOf(one));
			const second = changesBetween(fieldsOf(base), fieldsOf(two));
			const published = changed(base, first) as Stored;
			const clashes = clashesWith(published, second).map(({ field }) => field);
			const both = fieldsOf(
				changed(
					published,
					second.filter(({ field }) => !clashes.includes(field)),
				),
			);
			for (const { field, after } of first) expect(both[field] ?? null).toEqual(after);
			for (const { field, after } of second) if (!clashes.includes(field)) expect(both[field] ?? null).toEqual(after);
		}),
	);
});
