import type { Queries, Store } from '../store/open.ts';
import type { Upload, UploadMove } from '../store/uploads.ts';
import { Conflict, Invalid, NotFound } from './errors.ts';
import { mustBeAllowed } from './permission.ts';
import type { Actor } from './person.ts';
import { rememberRead } from './read-before.ts';
import { type Field, fields } from './register-field.ts';
import { withoutUnseen } from './unseen.ts';
import { MOST_UPLOADED, UPLOAD_KEPT_DAYS, type UploadState } from './upload-state.ts';

/** So many registers of one municipality on their way at once. */
const MOST_LIVE = 5;
const DAY = 86_400;

/** A register that somebody hands in. */
interface Given {
	municipality: string;
	name: string;
	bytes: Uint8Array;
}

/** A file's name as it may be shown: its last part, without what could turn a line. */
export function shownName(name: string): string {
	const last = name.split(/[/\\]/).at(-1)!;
	return withoutUnseen(last).trim().slice(-120) || 'register';
}

/**
 * Takes a register in; what it holds is read afterwards, away from requests. Gives its number. Throws `NotFound` for
 * another's municipality, `Invalid` (`file`: missing, empty, too_large; `form`: too_many).
 */
export async function receiveUpload(store: Store, by: Actor, { municipality, name, bytes }: Given, now: number) {
	mustBeAllowed(by, 'municipality.review', { municipality });
	if (!bytes.length) throw new Invalid({ file: name ? 'empty' : 'missing' });
	if (bytes.length > MOST_UPLOADED) throw new Invalid({ file: 'too_large' });
	let token: string | undefined;
	try {
		// The file is kept within the transaction: what sweeps files away sees either both or neither.
		return await store.transaction(async (tx) => {
			if ((await tx.uploads.live(municipality)) >= MOST_LIVE) throw new Invalid({ form: 'too_many' });
			token = store.files.keep(bytes);
			const upload = { municipality, person: by.id, fileName: shownName(name), size: bytes.length, token, now };
			return tx.uploads.add(upload);
		});
	} catch (reason) {
		if (token) store.files.remove(token);
		throw reason;
	}
}

/** One that somebody may look at. Throws `NotFound`. */
export async function uploadSeen(store: Queries, by: Actor, id: number): Promise<Upload> {
	const upload = await store.uploads.get(id);
	if (!upload) throw new NotFound('upload.unknown');
	mustBeAllowed(by, 'municipality.review', { municipality: upload.municipality });
	return upload;
}

/** What each column means, by its place in the file: one of our fields, a contact person's, or nothing. */
export type Meanings = readonly (Field | 'contacts' | 'ignored')[];

const isMeaning = (text: string): text is Meanings[number] =>
	text === 'contacts' || text === 'ignored' || (fields as readonly string[]).includes(text);

const columnNames = (found: unknown): string[] =>
	((found as { columns?: { name: string }[] } | null)?.columns ?? []).map(({ name }) => name);

/** Reads the file again with other meanings of its columns. Throws `NotFound`, `Conflict` (`upload.moved`), `Invalid` (`name: missing`). */
export async function remapUpload(store: Store, by: Actor, id: number, meanings: readonly string[], now: number) {
	const { found } = await uploadSeen(store, by, id);
	const names = columnNames(found);
	const named = (wanted: Meanings[number]) =>
		names.filter((_, place) => {
			const meaning = meanings[place] ?? '';
			return (isMeaning(meaning) ? meaning : 'ignored') === wanted;
		});
	if (!named('name').length) throw new Invalid({ name: 'missing' });
	const chosen = fields.map((field) => [field, named(field)] as const).filter(([, columns]) => columns.length);
	const mapping = {
		version: 1,
		fields: Object.fromEntries(chosen),
		contacts: named('contacts'),
		ignored: named('ignored'),
	};
	await moved(store, id, ['ready', 'failed'], { state: 'reading', now, mapping });
}

/** What was looked at is published, away from requests. Throws `NotFound`, `Conflict` (`upload.moved`). */
export async function publishUpload(store: Store, by: Actor, id: number, now: number): Promise<void> {
	const { municipality, mapping, found } = await uploadSeen(store, by, id);
	await moved(store, id, ['ready'], { state: 'publishing', now });
	// What somebody looked at and stands by is how the next file of the sort is read.
	if (mapping) await store.transaction((tx) => rememberRead(tx, municipality, columnNames(found), mapping));
}

/** Takes back what was published, away from requests. Throws `NotFound`, `Conflict` (`upload.moved`). */
export async function undoUpload(store: Store, by: Actor, id: number, now: number): Promise<void> {
	await uploadSeen(store, by, id);
	await moved(store, id, ['published'], { state: 'undoing', now });
}

/** Nothing is to be done with it: the file goes at once. Throws `NotFound`, `Conflict` (`upload.moved`). */
export async function dropUpload(store: Store, by: Actor, id: number, now: number): Promise<void> {
	const upload = await uploadSeen(store, by, id);
	await drop(store, upload, now);
}

async function drop(store: Store, { id, token }: Upload, now: number): Promise<void> {
	await moved(store, id, ['ready', 'failed'], { state: 'dropped', now, token: null, found: null });
	if (token) store.files.remove(token);
}

async function moved(store: Store, id: number, from: readonly UploadState[], to: UploadMove): Promise<void> {
	const done = await store.transaction(async (tx) => {
		if (to.state === 'dropped') await tx.uploads.dropRows(id);
		return tx.uploads.move(id, from, to);
	});
	if (!done) throw new Conflict('upload.moved');
}

/** Drops what nobody has published for a week, and removes files that nothing needs any more. */
export async function forgetUploads(store: Store, now: number): Promise<void> {
	for (const upload of await store.uploads.untouched(now - UPLOAD_KEPT_DAYS * DAY)) await drop(store, upload, now);
	// In a transaction, so that no file goes that is just being taken in.
	await store.transaction(async (tx) => store.files.sweep(await tx.uploads.tokens()));
}
