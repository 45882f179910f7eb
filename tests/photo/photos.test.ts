import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { heldAbout } from '../../src/domain/account.ts';
import { fieldsOf } from '../../src/domain/change.ts';
import { Invalid, Refusal } from '../../src/domain/errors.ts';
import type { RoleHeld } from '../../src/domain/permission.ts';
import type { Actor } from '../../src/domain/person.ts';
import { addPhoto, forgetUnusedPhotos, photoFor, photosPart } from '../../src/domain/photos.ts';
import { decideRevision, editListing, formFor } from '../../src/domain/revision.ts';
import { createPlaces } from '../../src/finder/places.ts';
import { preparePhoto } from '../../src/photo/prepare.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { NOW, publish, testFolder, testStore, venue } from '../store.ts';

const DAY = 86_400;
const places = createPlaces();

async function scene() {
	const store = await testStore();
	const [id, other] = await publish(store, venue(), venue({ name: 'Annan lokal', municipality: '2283' }));
	const make = async (name: string, role?: RoleHeld): Promise<Actor> => {
		const person = await store.transaction(async (tx) => {
			const known = await tx.people.known(`${name}@example.org`, 'sv', NOW);
			if (role) await tx.people.give(known, role, null, NOW);
			return known;
		});
		return (await store.people.actor(person))!;
	};
	return {
		...{ store, id: id!, other: other! },
		owner: await make('owner', { role: 'owner', listing: id!, municipality: null }),
		otherOwner: await make('other', { role: 'owner', listing: other!, municipality: null }),
		reviewer: await make('reviewer', { role: 'reviewer', listing: null, municipality: '1380' }),
		nobody: await make('nobody'),
	};
}

const at = async (store: Store, id: number) => (await store.listings.get(id))!;
const picture = async (green = 90) =>
	preparePhoto(
		await sharp({ create: { width: 400, height: 300, channels: 3, background: { r: 9, g: green, b: 60 } } })
			.png()
			.toBuffer(),
	);
const said = { alt: 'Salen med långbord', altEn: 'The hall', consent: 'yes' };
const add = async (
	store: Store,
	by: Actor,
	id: number,
	photo = picture(),
	typed: Record<string, string> = said,
	now = NOW,
) => addPhoto(store, by, await at(store, id), { file: () => photo, typed }, { now, places });
const letter = () => ({
	kind: 'decision',
	recipient: 'a@example.org',
	subject: '',
	text: '',
	html: '',
	usefulFor: 3600,
});
const decide = async (store: Store, by: Actor, decision: string, words = 'ord') => {
	const [waiting] = await store.revisions.waiting('1380');
	await decideRevision(store, by, waiting!.id, { decision, words }, { now: NOW + 5, letter });
};
const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(reason: unknown) =>
			reason instanceof Invalid ? reason.fields : reason instanceof Refusal ? reason.key : Promise.reject(reason),
	);
const save = async (store: Store, by: Actor, id: number, over: Record<string, string[]>) => {
	const { typed, seen } = await formFor(store, by, await at(store, id), photosPart);
	return editListing(store, by, id, { part: photosPart, typed: { ...typed, ...over }, seen }, { now: NOW, places });
};

test('a picture waits with the change that it is a part of: until it is published nobody else sees it', async () => {
	const { store, id, owner, otherOwner, reviewer, nobody } = await scene();
	const photo = await picture();
	expect(await add(store, owner, id, Promise.resolve(photo))).toEqual({ done: 'proposed' });
	expect((await at(store, id)).photos).toEqual([]);
	const seenBy = async (by: Actor | null) => photoFor(store, by, photo.id);
	expect([await seenBy(null), await seenBy(nobody), await seenBy(otherOwner)]).toEqual([null, null, null]);
	expect([await seenBy(owner), await seenBy(reviewer)]).toEqual(['theirs', 'theirs']);
	await decide(store, reviewer, 'published');
	expect((await at(store, id)).photos).toEqual([
		{ id: photo.id, width: 400, height: 300, alt: 'Salen med långbord', altEn: 'The hall' },
	]);
	expect(await seenBy(null)).toBe('public');
	expect(await store.photos.bytes(photo.id, 'large')).toEqual(photo.large);
	await store.transaction((tx) => tx.listings.archive(id, 'stängd', NOW));
	expect(await seenBy(null), 'an entry that is gone shows nothing').toBeNull();
});

test('what is to be seen and consent are asked for; the file is not unpacked before they are there', async () => {
	const { store, id, owner, nobody } = await scene();
	const never = () => Promise.reject(new Error('unpacked'));
	const attempt = async (by: Actor, typed: Record<string, string>) =>
		refusal(addPhoto(store, by, await at(store, id), { file: never, typed }, { now: NOW, places }));
	expect(await attempt(owner, { alt: ' ', consent: 'yes' })).toEqual({ alt: 'missing' });
	expect(await attempt(owner, { alt: 'Salen' })).toEqual({ consent: 'missing' });
	expect(await attempt(owner, { alt: 'Anna 19850101-1236', consent: 'yes' })).toEqual({ alt: 'personal_number' });
	expect(await attempt(nobody, said)).toBe('page.unknown');
});

test('a picture of another entry can not be taken, nor one made up', async () => {
	const { store, id, other, owner, otherOwner } = await scene();
	const secret = await picture();
	await add(store, otherOwner, other, Promise.resolve(secret));
	const row = (photo: string) => ({ 'photos.0.id': [photo], 'photos.0.alt': ['Stulen'] });
	expect(await save(store, owner, id, row(secret.id))).toEqual({ done: 'nothing' });
	expect(await save(store, owner, id, row('0'.repeat(32)))).toEqual({ done: 'nothing' });
	expect(await photoFor(store, owner, secret.id)).toBeNull();
});

test('what is taken away is gone from the page at once, and erased when nobody can want it back', async () => {
	const { store, id, owner, reviewer } = await scene();
	await store.transaction((tx) => tx.revisions.letOwnersPublish('1380', true));
	const [one, two] = [await picture(90), await picture(120)];
	expect(await add(store, owner, id, Promise.resolve(one))).toEqual({ done: 'published' });
	await add(store, owner, id, Promise.resolve(two));
	expect(await refusal(add(store, owner, id, Promise.resolve(two)))).toEqual({ file: 'double' });
	await save(store, owner, id, { 'photos.1.first': ['yes'] });
	expect((await at(store, id)).photos.map((photo) => photo.id)).toEqual([two.id, one.id]);
	await save(store, owner, id, { 'photos.0.gone': ['yes'], 'photos.1.alt': ['Köket'] });
	expect((await at(store, id)).photos.map(({ id: photo, alt }) => [photo, alt])).toEqual([[one.id, 'Köket']]);
	expect(await photoFor(store, null, two.id)).toBeNull();
	await forgetUnusedPhotos(store, NOW + 6 * DAY);
	expect(await store.photos.bytes(two.id, 'small')).toBeDefined();
	await forgetUnusedPhotos(store, NOW + 8 * DAY);
	expect(await store.photos.bytes(two.id, 'small')).toBeUndefined();
	expect(await photoFor(store, reviewer, two.id)).toBeNull();
	expect(await photoFor(store, null, one.id)).toBe('public');
});

test('what waits is kept as long as it does, what was sent back for a season; what was declined goes', async () => {
	const { store, id, owner, reviewer } = await scene();
	const photo = await picture();
	await add(store, owner, id, Promise.resolve(photo));
	await forgetUnusedPhotos(store, NOW + 400 * DAY);
	expect(await store.photos.bytes(photo.id, 'large')).toBeDefined();
	await decide(store, reviewer, 'returned');
	await forgetUnusedPhotos(store, NOW + 60 * DAY);
	expect(await store.photos.bytes(photo.id, 'large')).toBeDefined();
	await forgetUnusedPhotos(store, NOW + 100 * DAY);
	expect(await store.photos.bytes(photo.id, 'large')).toBeUndefined();
	const other = await picture(200);
	await add(store, owner, id, Promise.resolve(other));
	await decide(store, reviewer, 'declined');
	await forgetUnusedPhotos(store, NOW + 8 * DAY);
	expect(await store.photos.bytes(other.id, 'large')).toBeUndefined();
});

test('eight an entry, sixty a day', async () => {
	const { store, id, owner } = await scene();
	await store.transaction((tx) => tx.revisions.letOwnersPublish('1380', true));
	for (let n = 0; n < 8; n++) await add(store, owner, id, picture(20 + 25 * n));
	expect(await refusal(add(store, owner, id, picture(200)))).toEqual({ file: 'many' });
	await store.transaction(async (tx) => {
		const made = await picture(30);
		for (let n = 0; n < 60; n++) {
			const name = String(n).padStart(32, 'a');
			await tx.photos.add({ ...made, id: name }, { listing: id, person: owner.id, at: NOW });
		}
	});
	expect(await refusal(add(store, owner, id, picture(201)))).toBe('photo.many_today');
	expect(await refusal(add(store, owner, id, picture(201), said, NOW + 2 * DAY))).toEqual({ file: 'many' });
});

test('a backup holds the pictures, and what is held about somebody tells of those they sent', async () => {
	const { store, id, owner } = await scene();
	await store.transaction((tx) => tx.revisions.letOwnersPublish('1380', true));
	const photo = await picture();
	await add(store, owner, id, Promise.resolve(photo));
	expect((await heldAbout(store, owner, NOW)).photos).toEqual([
		{ photo: photo.id, listing: id, at: new Date(NOW * 1000).toISOString() },
	]);
	const folder = testFolder();
	await store.backup(join(folder, 'copy.db'));
	mkdirSync(join(folder, 'restored'));
	copyFileSync(join(folder, 'copy.db'), join(folder, 'restored', 'samlas.db'));
	const restored = await openStore(join(folder, 'restored'));
	expect(await restored.photos.bytes(photo.id, 'large')).toEqual(photo.large);
	expect((await restored.listings.get(id))!.photos).toHaveLength(1);
	restored.close();
});

test('pictures come back from the form as they are', async () => {
	const { store, id, owner } = await scene();
	await store.transaction((tx) => tx.revisions.letOwnersPublish('1380', true));
	await add(store, owner, id, picture(91));
	await add(store, owner, id, picture(92), { alt: 'Köket <b>"', consent: 'yes' });
	const listing = await at(store, id);
	const typed = photosPart.typed(fieldsOf(listing), 'venue');
	expect(Object.keys(typed).filter((name) => !photosPart.asks(name))).toEqual([]);
	const around = { kind: 'venue' as const, listing, municipality: '1380', now: NOW, store, places };
	expect(await photosPart.read(typed, around)).toEqual({ photos: listing.photos });
});
