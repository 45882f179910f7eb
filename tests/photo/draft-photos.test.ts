import sharp from 'sharp';
import { expect, test } from 'vitest';
import { beginDraft, dropDraft, openDraft, saveStep } from '../../src/domain/draft.ts';
import { addDraftPhoto, draftPhotos, saveDraftPhotos } from '../../src/domain/draft-photos.ts';
import { Invalid, Refusal } from '../../src/domain/errors.ts';
import type { Actor } from '../../src/domain/person.ts';
import { forgetUnusedPhotos, photoFor } from '../../src/domain/photos.ts';
import { decideRegistration, sendIn } from '../../src/domain/registration.ts';
import { createPlaces } from '../../src/finder/places.ts';
import { preparePhoto } from '../../src/photo/prepare.ts';
import { isTooLarge } from '../../src/server/body-limit.ts';
import { reviewer, somebody } from '../merge/scene.ts';
import { NOW, testStore } from '../store.ts';

const places = createPlaces();
const DAY = 86_400;
const said = { alt: 'Salen med långbord', altEn: 'The hall', consent: 'yes' };
const letter = () => ({ kind: 'x', recipient: 'a@example.org', subject: '', text: '', html: '', usefulFor: 9 });

/** A picture as a camera makes it: with where it was taken. */
const taken = async (green: number) => {
	const background = { r: 9, g: green, b: 60 };
	return sharp({ create: { width: 400, height: 300, channels: 3, background } })
		.withExif({ IFD0: { Make: 'Kamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 20/1 0/1' } })
		.jpeg()
		.toBuffer();
};

async function scene() {
	const store = await testStore();
	const typed = { name: ['Nya kören'], municipality: ['1380'], form: ['association'] };
	const { id, device } = await beginDraft(
		store,
		{ actor: null, device: undefined },
		{ kind: 'organisation', typed, done: ['basics'] },
		NOW,
	);
	const mine = { actor: null as Actor | null, device };
	const add = async (
		green = 90,
		over: { typed?: object; address?: string; holder?: typeof mine; now?: number } = {},
	) => {
		const file = async () => preparePhoto(await taken(green));
		const photo = { file, typed: { ...said, ...over.typed } };
		const from = { address: over.address ?? '192.0.2.1', now: over.now ?? NOW };
		await addDraftPhoto(store, over.holder ?? mine, id, photo, from);
	};
	const photos = async () => draftPhotos(store, (await store.drafts.get(id))!.typed);
	return { store, id, mine, device: device!, add, photos };
}
const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(reason: unknown) =>
			reason instanceof Invalid ? reason.fields : reason instanceof Refusal ? reason.key : Promise.reject(reason),
	);

test('a picture is kept with what is being registered, seen by its holder alone, without what the camera wrote', async () => {
	const { store, id, mine, device, add, photos } = await scene();
	await add();
	const [photo] = await photos();
	expect(photo).toMatchObject({ width: 400, height: 300, alt: said.alt, altEn: said.altEn });
	expect((await sharp(await taken(90)).metadata()).exif, 'the camera did write').toBeDefined();
	expect((await sharp((await store.photos.bytes(photo!.id, 'large'))!).metadata()).exif).toBeUndefined();
	expect(await photoFor(store, null, photo!.id, device)).toBe('theirs');
	const other = await somebody(store, 'other@example.org');
	for (const by of [null, other, await reviewer(store)]) expect(await photoFor(store, by, photo!.id)).toBeNull();
	expect(await photoFor(store, null, photo!.id, 'another browser')).toBeNull();
	await saveStep(store, mine, id, { key: 'contact', typed: { phone: ['08-465 00 01'] }, done: true }, NOW);
	expect(await photos(), 'other steps leave it alone').toHaveLength(1);
	const anna = await somebody(store, 'anna@example.org');
	await openDraft(store, { actor: anna, device }, id, NOW);
	expect(await photoFor(store, anna, photo!.id), 'it is theirs when they have signed in').toBe('theirs');
	expect(await photoFor(store, null, photo!.id, device)).toBeNull();
});

test('it is sent in, seen by the reviewer, and public when it is published', async () => {
	const { store, id, device, add, photos } = await scene();
	await add(90);
	await add(140);
	const [first, second] = await photos();
	const anna = await somebody(store, 'anna@example.org');
	await openDraft(store, { actor: anna, device }, id, NOW);
	const rows = { 'photos.0.id': [first!.id], 'photos.0.alt': ['Scenen'], 'photos.1.id': [second!.id] };
	const words = { ...rows, 'photos.1.alt': ['Utsidan'], 'photos.1.first': ['yes'] };
	await saveDraftPhotos(store, { actor: anna, device: undefined }, id, words, NOW);
	await sendIn(store, anna, id, {}, { now: NOW, places });
	const desk = await reviewer(store);
	const [sent] = await store.registrations.waiting('1380', 'organisation');
	expect(await photoFor(store, desk, second!.id)).toBe('theirs');
	expect(await photoFor(store, await reviewer(store, '0180'), second!.id)).toBeNull();
	expect(await photoFor(store, null, second!.id)).toBeNull();
	await decideRegistration(store, desk, sent!.id, { decision: 'published', turn: '1' }, { now: NOW, letter });
	const listing = (await store.listings.get(sent!.listing!))!;
	expect(listing.photos.map(({ alt }) => alt)).toEqual(['Utsidan', 'Scenen']);
	expect(await photoFor(store, null, second!.id)).toBe('public');
	await forgetUnusedPhotos(store, NOW + 900 * DAY);
	expect((await store.listings.get(listing.id))!.photos).toHaveLength(2);
});

test.each([
	['thrown away', 'drop'],
	['declined', 'decline'],
])('pictures of what is %s are gone with it', async (_what, how) => {
	const { store, id, mine, device, add, photos } = await scene();
	await add();
	const [photo] = await photos();
	await forgetUnusedPhotos(store, NOW + 29 * DAY);
	expect(await store.photos.bytes(photo!.id, 'small'), 'as long as it is there').toBeDefined();
	if (how === 'drop') await dropDraft(store, mine, id, NOW);
	else {
		const anna = await somebody(store, 'anna@example.org');
		await openDraft(store, { actor: anna, device }, id, NOW);
		await sendIn(store, anna, id, {}, { now: NOW, places });
		const [sent] = await store.registrations.waiting('1380', 'organisation');
		const decision = { decision: 'declined', words: 'Nej', turn: '1' };
		await decideRegistration(store, await reviewer(store), sent!.id, decision, { now: NOW, letter });
	}
	await forgetUnusedPhotos(store, NOW);
	expect(await store.photos.bytes(photo!.id, 'small')).toBeUndefined();
});

test('so many a draft, so many a day from one network, and nothing that is not whole', async () => {
	const { store, id, mine, add, photos } = await scene();
	expect(await refusal(add(90, { typed: { alt: '' } }))).toEqual({ alt: 'missing' });
	expect(await refusal(add(90, { typed: { consent: '' } }))).toEqual({ consent: 'missing' });
	expect(await refusal(add(90, { typed: { alt: 'Bo 121212-1212' } }))).toEqual({ alt: 'personal_number' });
	expect(await refusal(add(90, { holder: { actor: null, device: 'x' } }))).toBe('draft.unknown');
	for (const green of [10, 60, 110, 160]) await add(green);
	expect(await refusal(add(200))).toEqual({ file: 'many' });
	const [one] = await photos();
	const stranger = await preparePhoto(await taken(250));
	await store.transaction((tx) => tx.photos.keep(stranger, NOW));
	const form = { 'photos.0.id': [one!.id], 'photos.0.alt': ['Scenen'], 'photos.1.id': [stranger.id] };
	await saveDraftPhotos(store, mine, id, { ...form, 'photos.1.alt': ['En annans'] }, NOW);
	expect(
		(await photos()).map(({ alt }) => alt),
		"another's picture is not taken by its name",
	).toEqual(['Scenen']);
	expect(await refusal(add(10))).toEqual({ file: 'double' });
	for (let n = 0; n < 16; n++) {
		await add(60 + n * 4, { typed: { alt: `Bild ${n}` } });
		await saveDraftPhotos(store, mine, id, {}, NOW);
	}
	expect(await refusal(add(230))).toBe('photo.many_today');
	expect(await refusal(add(230, { address: '198.51.100.7' })), 'from another network').toBe('done');
	expect(await refusal(add(240, { now: NOW + DAY + 1 })), 'on another day').toBe('done');
});

test.each([
	['/registrera/7/bilder?/add', false],
	['/en/register/7/bilder?/add', false],
	['/registrera/7/kontakt', true],
	['/registrera/x/bilder', true],
])('a body as large as a picture at %s is too large: %s', (url, expected) => {
	const request = { url, headers: { 'content-length': String(8 * 1024 * 1024) } };
	expect(isTooLarge(request as never)).toBe(expected);
});
