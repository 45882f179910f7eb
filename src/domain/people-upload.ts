import { z } from 'zod';
import type { Queries, Store } from '../store/open.ts';
import type { PeopleUpload, PeopleUploadMove } from '../store/people-uploads.ts';
import { Conflict, Invalid, NotFound } from './errors.ts';
import { parse } from './parse.ts';
import { columnMeanings, MOST_PEOPLE_UPLOADED, UNDO_KEPT_DAYS } from './people-upload-state.ts';
import { mustBeAllowed } from './permission.ts';
import type { Actor } from './person.ts';
import { areaLevels, gridLevels, type PopulationLevel } from './population.ts';
import { withoutUnseen } from './unseen.ts';
import { shownName } from './upload.ts';
import { UPLOAD_KEPT_DAYS, type UploadState } from './upload-state.ts';

/** So many files of one municipality, or of all of Sweden, on their way at once. */
const MOST_LIVE = 5;
const DAY = 86_400;

/** Whose people somebody may change: of a municipality that they work for; of all of Sweden (null) the operator alone. */
const scopeOf = (municipality: string | null) => (municipality === null ? {} : { municipality });

interface Given {
	municipality: string | null;
	name: string;
	bytes: Uint8Array;
}

/**
 * Takes a file of people and areas in; what it holds is read afterwards, away from requests. Gives its number. Throws
 * `NotFound` for another's municipality, `Invalid` (`file`: missing, empty, too_large; `form`: too_many).
 */
export async function receivePeople(store: Store, by: Actor, { municipality, name, bytes }: Given, now: number) {
	mustBeAllowed(by, 'planning.people', scopeOf(municipality));
	if (!bytes.length) throw new Invalid({ file: name ? 'empty' : 'missing' });
	if (bytes.length > MOST_PEOPLE_UPLOADED) throw new Invalid({ file: 'too_large' });
	let token: string | undefined;
	try {
		// The file is kept within the transaction: what sweeps files away sees either both or neither.
		return await store.transaction(async (tx) => {
			if ((await tx.peopleUploads.live(municipality)) >= MOST_LIVE) throw new Invalid({ form: 'too_many' });
			token = store.peopleFiles.keep(bytes);
			const file = { what: 'file', level: null, fileName: shownName(name), size: bytes.length, token } as const;
			return tx.peopleUploads.add({ ...file, municipality, person: by.id, now });
		});
	} catch (reason) {
		if (token) store.peopleFiles.remove(token);
		throw reason;
	}
}

/** One that somebody may look at. Throws `NotFound`. */
export async function peopleUploadSeen(store: Queries, by: Actor, id: number): Promise<PeopleUpload> {
	const upload = await store.peopleUploads.get(id);
	if (!upload) throw new NotFound('upload.unknown');
	mustBeAllowed(by, 'planning.people', scopeOf(upload.municipality));
	return upload;
}

const ReadingSchema = z.object({
	/** What each column holds, by its name. */
	columns: z.record(z.string(), z.enum(columnMeanings)).nullable(),
	/** The layer of a GeoPackage. */
	layer: z.string().nullable(),
	/** All squares are the municipality's, wherever they seem to lie. */
	allOurs: z.boolean(),
});
/** How somebody says that a file is to be read. */
export type Reading = z.infer<typeof ReadingSchema>;
/** As it was kept; by the recogniser alone where nobody has said anything. */
export const readingOf = (kept: unknown): Reading =>
	ReadingSchema.safeParse(kept).data ?? { columns: null, layer: null, allOurs: false };

interface Said {
	/** What each column holds, in the order in which they were shown. */
	meanings: readonly string[];
	layer: string | null;
	allOurs: boolean;
}

const columnNames = (found: unknown): string[] =>
	((found as { columns?: { name: string }[] } | null)?.columns ?? []).map(({ name }) => name);

/** Reads the file again as somebody says. Throws `NotFound`, `Conflict` (`upload.moved`). */
export async function rereadPeople(
	store: Store,
	by: Actor,
	id: number,
	{ meanings, layer, allOurs }: Said,
	now: number,
): Promise<void> {
	const { found, reading, what } = await peopleUploadSeen(store, by, id);
	if (what !== 'file') throw new Conflict('upload.moved');
	const kept = readingOf(reading);
	const isOther = layer !== null && layer !== ((found as { layer?: string | null } | null)?.layer ?? null);
	const said = columnNames(found).flatMap((name, place) => {
		const meaning = columnMeanings.find((one) => one === meanings[place]);
		return meaning ? [[name, meaning] as const] : [];
	});
	// Another layer has columns of its own: they are told by their headings first.
	const columns = isOther ? null : Object.fromEntries(said);
	const next: Reading = { columns, layer: layer ?? kept.layer, allOurs };
	await moved(store, id, ['ready', 'failed'], { state: 'reading', now, reading: next });
}

const line = z
	.string('missing')
	.transform((text) => withoutUnseen(text, ' ').trim())
	.pipe(z.string().min(1, 'missing').max(120, 'long'));
const OriginSchema = z.object({
	source: line,
	date: line.pipe(z.string().regex(/^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'not_a_date')),
	licence: line,
});
/** Who made the data, of when they are ("2025", "2025-12" or "2025-12-31"), and on what terms they may be used. */
export type TypedOrigin = z.infer<typeof OriginSchema>;

/**
 * What was looked at is published, away from requests. Throws `NotFound`, `Conflict` (`upload.moved`), `Invalid`
 * (`source`, `date`, `licence`: missing, long; `date`: not_a_date).
 */
export async function publishPeople(store: Store, by: Actor, id: number, typed: unknown, now: number): Promise<void> {
	const { state } = await peopleUploadSeen(store, by, id);
	if (state !== 'ready') throw new Conflict('upload.moved');
	const origin = parse(OriginSchema, typed);
	await moved(store, id, ['ready'], { state: 'publishing', now, origin });
}

/** Takes back what was published or removed, away from requests. Throws `NotFound`, `Conflict` (`upload.moved`). */
export async function undoPeople(store: Store, by: Actor, id: number, now: number): Promise<void> {
	await peopleUploadSeen(store, by, id);
	await moved(store, id, ['published'], { state: 'undoing', now });
}

/** Nothing is to be done with it: the file goes at once. Throws `NotFound`, `Conflict` (`upload.moved`). */
export async function dropPeople(store: Store, by: Actor, id: number, now: number): Promise<void> {
	await drop(store, await peopleUploadSeen(store, by, id), now);
}

async function drop(store: Store, { id, token }: PeopleUpload, now: number): Promise<void> {
	await moved(store, id, ['ready', 'failed'], { state: 'dropped', now, token: null });
	if (token) store.peopleFiles.remove(token);
}

async function moved(store: Store, id: number, from: readonly UploadState[], to: PeopleUploadMove): Promise<void> {
	const done = await store.transaction(async (tx) => {
		if (to.state === 'dropped') await tx.peopleUploads.dropRows(id);
		return tx.peopleUploads.move(id, from, to);
	});
	if (!done) throw new Conflict('upload.moved');
}

/**
 * Takes a level away, of a municipality or of all of Sweden, away from requests; gives the number under which that is taken
 * back. Throws `NotFound` for another's municipality and for a level that nobody knows.
 */
export async function removePeople(
	store: Store,
	by: Actor,
	{ municipality, level }: { municipality: string | null; level: string },
	now: number,
): Promise<number> {
	mustBeAllowed(by, 'planning.people', scopeOf(municipality));
	const known = [...areaLevels, ...gridLevels].find((one): one is PopulationLevel => one === level);
	if (!known) throw new NotFound('page.unknown');
	const removal = { what: 'removal', level: known, fileName: '', size: 0, token: null } as const;
	return store.transaction((tx) => tx.peopleUploads.add({ ...removal, municipality, person: by.id, now }));
}

/** Drops what nobody has published for a week, removes files that nothing needs, and forgets what is too old to be put back. */
export async function forgetPeopleUploads(store: Store, now: number): Promise<void> {
	const old = await store.peopleUploads.untouched(now - UPLOAD_KEPT_DAYS * DAY);
	for (const upload of old) await drop(store, upload, now);
	// In a transaction, so that no file goes that is just being taken in.
	await store.transaction(async (tx) => {
		store.peopleFiles.sweep(await tx.peopleUploads.tokens());
		await tx.population.forget(now - UNDO_KEPT_DAYS * DAY);
	});
}
