import { z } from 'zod';
import type { Store } from '../store/open.ts';
import { Conflict, Invalid } from './errors.ts';
import type { Photo, Stored } from './listing.ts';
import { parse } from './parse.ts';
import { line } from './parts/fields.ts';
import { type Located, one, type Part, type Typed } from './parts/part.ts';
import { isOfRow, rowsOf, typedRows } from './parts/rows.ts';
import { may, mustBeAllowed, scopeOf } from './permission.ts';
import type { Actor } from './person.ts';
import { MOST_PHOTOS } from './photo-limits.ts';
import { type EditResult, editListing, formFor } from './revision.ts';
import { digest } from './secret.ts';

/** A picture made ready to be kept: WebP in two sizes, named by the content of the large one, whose pixels these are. */
export interface PreparedPhoto {
	id: string;
	width: number;
	height: number;
	large: Buffer;
	small: Buffer;
}

/** So many pictures somebody may send in within a day. */
const MOST_A_DAY = 60;
const DAY = 86_400;
/** A picture that nobody shows any more is erased after this long. */
const UNUSED = 7 * DAY;
/** One that was sent back with words can be sent in again for this long. */
const RETURNED = 90 * DAY;

const names = ['id', 'alt', 'altEn', 'gone', 'first'];
const Alt = line(300).pipe(z.string('missing'));
const AltEn = line(300);

/** The pictures of an entry, as a part of it that is changed like any other: what is new waits until it is seen to. */
export const photosPart: Part = {
	asks: (name) => isOfRow('photos', names, name),
	owns: (field) => field === 'photos',
	typed: (fields) =>
		typedRows(
			'photos',
			((fields.photos as Photo[] | null) ?? []).map(({ id, alt, altEn }) => ({
				id: [id],
				alt: [alt],
				altEn: [altEn ?? ''],
			})),
		),
	read: async (typed, { listing, store }) => {
		const known = new Map(listing ? (await store.photos.of(listing.id)).map((photo) => [photo.id, photo]) : []);
		return { photos: readPhotos(typed, known, MOST_PHOTOS) };
	},
};

/** A picture as it is known by its content; sizes in pixels. */
export type KnownPhoto = Pick<Photo, 'id' | 'width' | 'height'>;

/**
 * The pictures that a form says are to be shown, of those that are known, in their order. Throws `Invalid`
 * (`photos.0.alt: missing | long …`, `file: many`).
 */
export function readPhotos(typed: Typed, known: ReadonlyMap<string, KnownPhoto>, most: number): Photo[] {
	const wrong: Record<string, string> = {};
	const photos: (Photo & { first: boolean })[] = [];
	for (const { at, typed: row } of rowsOf(typed, 'photos')) {
		const photo = known.get(one(row, 'id'));
		if (!photo || one(row, 'gone') || photos.some(({ id }) => id === photo.id)) continue;
		const alt = Alt.safeParse(one(row, 'alt'));
		const altEn = AltEn.safeParse(one(row, 'altEn'));
		if (!alt.success) wrong[`photos.${at}.alt`] = alt.error.issues[0]!.message;
		if (!altEn.success) wrong[`photos.${at}.altEn`] = altEn.error.issues[0]!.message;
		const { id, width, height } = photo;
		photos.push({
			id,
			width,
			height,
			alt: alt.data ?? '',
			altEn: altEn.data ?? null,
			first: Boolean(one(row, 'first')),
		});
	}
	if (Object.keys(wrong).length) throw new Invalid(wrong);
	if (photos.length > most) throw new Invalid({ file: 'many' });
	const inOrder = photos.toSorted((a, b) => Number(b.first) - Number(a.first));
	return inOrder.map(({ first: _first, ...photo }) => photo);
}

export const NewPhotoSchema = z.object({ alt: Alt, altEn: AltEn, consent: z.literal('yes', 'missing') });

/** Throws unless somebody may send in a picture for an entry now: `NotFound`, `Conflict` when they have sent many. */
export async function mayAddPhoto(store: Store, by: Actor, listing: Stored, now: number): Promise<void> {
	mustBeAllowed(by, 'listing.edit', scopeOf(listing));
	if ((await store.photos.countBy(by.id, now - DAY)) >= MOST_A_DAY) throw new Conflict('photo.many_today');
}

/**
 * Somebody who looks after an entry adds a picture to it, with what there is to see and that those who can be recognised
 * agree. It is kept at once, and public when the change is. `file` makes it ready, once all else is right. Throws
 * `Invalid` (`alt`, `consent`, `file: many | double`).
 */
export async function addPhoto(
	store: Store,
	by: Actor,
	listing: Stored,
	{ file, typed }: { file: () => Promise<PreparedPhoto>; typed: Record<string, string> },
	{ now, places }: { now: number; places: Located },
): Promise<EditResult> {
	await mayAddPhoto(store, by, listing, now);
	const { alt, altEn } = parse(NewPhotoSchema, { altEn: '', ...typed });
	const form = await formFor(store, by, listing, photosPart);
	const rows = rowsOf(form.typed, 'photos').map((row) => row.typed);
	if (rows.length >= MOST_PHOTOS) throw new Invalid({ file: 'many' });
	const photo = await file();
	if (rows.some((row) => one(row, 'id') === photo.id)) throw new Invalid({ file: 'double' });
	await store.transaction((tx) => tx.photos.add(photo, { listing: listing.id, person: by.id, at: now }));
	const wanted: Typed = typedRows('photos', [...rows, { id: [photo.id], alt: [alt], altEn: [altEn ?? ''] }]);
	return editListing(store, by, listing.id, { part: photosPart, typed: wanted, seen: form.seen }, { now, places });
}

/**
 * Whether somebody (null: who has not signed in) may see a picture, and whether everybody may. `device`: the secret by which
 * their browser holds what is being registered.
 */
export async function photoFor(
	store: Store,
	by: Actor | null,
	id: string,
	device?: string,
): Promise<'public' | 'theirs' | null> {
	if (await store.photos.isShown(id)) return 'public';
	const places = await store.photos.places(id);
	if (places.some((scope) => may(by, 'listing.edit', scope))) return 'theirs';
	const mine = [
		...(by ? await store.drafts.of(by.id) : []),
		...(device ? await store.drafts.on(await digest(device)) : []),
	];
	return mine.some(({ typed }) => rowsOf(typed, 'photos').some((row) => one(row.typed, 'id') === id)) ? 'theirs' : null;
}

/** Erases pictures that nobody shows, has waiting, or has sent in lately. */
export async function forgetUnusedPhotos(store: Store, now: number): Promise<void> {
	await store.transaction((tx) => tx.photos.forgetUnused(now - UNUSED, now - RETURNED));
}
