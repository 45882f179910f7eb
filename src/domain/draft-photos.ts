import type { Draft } from '../store/drafts.ts';
import type { Queries, Store } from '../store/open.ts';
import { type Holder, openDraft } from './draft.ts';
import { Conflict, Invalid } from './errors.ts';
import { keyed } from './form-token.ts';
import type { Photo } from './listing.ts';
import { parse } from './parse.ts';
import { one, type Typed } from './parts/part.ts';
import { rowsOf, typedRows } from './parts/rows.ts';
import { MOST_DRAFT_PHOTOS } from './photo-limits.ts';
import { NewPhotoSchema, type PreparedPhoto, readPhotos } from './photos.ts';
import { networkOf } from './robot.ts';

/** Pictures of what is being registered. They lie with the draft, go with it, and are sent in with it. */

/** So many may come from one network in a day: who sends them in is not known. */
const NETWORK_A_DAY = 20;
const DAY = 86_400;

const rowsIn = (typed: Typed) => rowsOf(typed, 'photos').map((row) => row.typed);
const others = (typed: Typed): Typed =>
	Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('photos.')));
const rowOf = ({ id, alt, altEn }: Photo): Typed => ({ id: [id], alt: [alt], altEn: [altEn ?? ''] });

/** The pictures of a draft, in their order. Only what was added to it by `addDraftPhoto` is there. */
export async function draftPhotos(store: Queries, typed: Typed): Promise<Photo[]> {
	const ids = rowsIn(typed).map((row) => one(row, 'id'));
	if (!ids.length) return [];
	const known = new Map((await store.photos.known(ids)).map((photo) => [photo.id, photo]));
	return readPhotos(typed, known, MOST_DRAFT_PHOTOS);
}

/** Throws unless a picture may be added to a draft now: `NotFound`, `Invalid` (`file: many`), `Conflict` when many came from there. */
export async function mayAddDraftPhoto(
	store: Store,
	holder: Holder,
	id: number,
	{ address, now }: { address: string; now: number },
): Promise<{ draft: Draft; from: string }> {
	const draft = await openDraft(store, holder, id, now);
	if (rowsIn(draft.typed).length >= MOST_DRAFT_PHOTOS) throw new Invalid({ file: 'many' });
	const from = await keyed(store, `photo ${networkOf(address)}`, now);
	const sent = await store.formSends.like({ address: from, about: 'photo', print: '' }, now - DAY);
	if (sent.address >= NETWORK_A_DAY) throw new Conflict('photo.many_today');
	return { draft, from };
}

/**
 * Adds a picture to what is being registered, with what there is to see and that those who can be recognised agree. `file`
 * makes it ready, once all else is right. Throws as `mayAddDraftPhoto`, and `Invalid` (`alt`, `consent`, `file: double`).
 */
export async function addDraftPhoto(
	store: Store,
	holder: Holder,
	id: number,
	{ file, typed }: { file: () => Promise<PreparedPhoto>; typed: Record<string, string> },
	{ address, now }: { address: string; now: number },
): Promise<void> {
	await mayAddDraftPhoto(store, holder, id, { address, now });
	const { alt, altEn } = parse(NewPhotoSchema, { altEn: '', ...typed });
	const photo = await file();
	// Anew: others may have been added while this one was made ready.
	const { draft, from } = await mayAddDraftPhoto(store, holder, id, { address, now });
	const rows = rowsIn(draft.typed);
	if (rows.some((row) => one(row, 'id') === photo.id)) throw new Invalid({ file: 'double' });
	await store.transaction(async (tx) => {
		await tx.photos.keep(photo, now);
		await tx.formSends.add({ address: from, about: 'photo', print: photo.id }, now);
		await write(tx, id, [...rows, { id: [photo.id], alt: [alt], altEn: [altEn ?? ''] }], now);
	});
}

/** Keeps what is said of the pictures of a draft: their words, their order, and which go. Throws `NotFound`, `Invalid` (`photos.0.alt`). */
export async function saveDraftPhotos(
	store: Store,
	holder: Holder,
	id: number,
	typed: Typed,
	now: number,
): Promise<void> {
	const draft = await openDraft(store, holder, id, now);
	const mine = rowsIn(draft.typed).map((row) => one(row, 'id'));
	const known = new Map((await store.photos.known(mine)).map((photo) => [photo.id, photo]));
	const photos = readPhotos(typed, known, MOST_DRAFT_PHOTOS);
	await store.transaction((tx) => write(tx, id, photos.map(rowOf), now));
}

/** What other steps hold stays, also when one is written meanwhile. */
async function write(tx: Queries, id: number, rows: readonly Typed[], now: number): Promise<void> {
	const draft = await tx.drafts.get(id);
	if (!draft) return;
	const typed = { ...others(draft.typed), ...typedRows('photos', rows.slice(0, MOST_DRAFT_PHOTOS)) };
	await tx.drafts.write(id, { typed, done: draft.done }, now);
}
