import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type Listing, type ListingInput, ListingSchema } from '../src/domain/listing.ts';
import type { RoleHeld } from '../src/domain/permission.ts';
import type { Actor } from '../src/domain/person.ts';
import { openStore, type Store } from '../src/store/open.ts';

/** Noon on Wednesday 4 March 2026 in Stockholm, unix seconds: when most tests take place. */
export const NOW = Date.UTC(2026, 2, 4, 11) / 1000;

/** Has something done when what it was made for is over: the test, if nothing else is said. */
export type AtEnd = (end: () => void) => void;

/** What the tests of a file that only read have together: made before the first, gone after the last. */
export function shared<T>(make: (atEnd: AtEnd) => Promise<T>): () => T {
	const ends: (() => void)[] = [];
	let made: T;
	beforeAll(async () => {
		made = await make((end) => ends.unshift(end));
	});
	afterAll(async () => {
		for (const end of ends) await end();
	});
	return () => made;
}

/** An empty folder that is gone when the test is over. */
export function testFolder(atEnd: AtEnd = onTestFinished): string {
	const folder = mkdtempSync(join(tmpdir(), 'samlas-store-'));
	atEnd(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** Puts a fresh store into a folder, to be opened: a copy of the one that `template.ts` made. */
export const beginWith = (folder: string) => cpSync(process.env.SAMLAS_TEST_TEMPLATE!, folder, { recursive: true });

/** A fresh store on disk with its window of occurrences around NOW. */
export async function testStore(options?: { patience?: number }, atEnd: AtEnd = onTestFinished): Promise<Store> {
	const folder = testFolder(atEnd);
	beginWith(folder);
	const store = await openStore(folder, options);
	atEnd(() => store.close());
	await store.transaction((tx) => tx.occurrences.roll(NOW));
	return store;
}

type Without<T> = T extends unknown ? Omit<T, 'kind'> : never;
type Input<K extends Listing['kind']> = Partial<Without<Extract<ListingInput, { kind: K }>>>;

/** Invented entries with as little as they need. */
export const organisation = (over: Input<'organisation'> = {}): Listing =>
	ListingSchema.parse({ kind: 'organisation', name: 'Ljungåsa Schackvänner', municipality: '1380', ...over });
export const venue = (over: Input<'venue'> = {}): Listing =>
	ListingSchema.parse({
		kind: 'venue',
		name: 'Ljungåsa bygdegård',
		municipality: '1380',
		venueKind: 'bygdegard',
		...over,
	});
export const activity = (over: Input<'activity'> = {}): Listing =>
	ListingSchema.parse({ kind: 'activity', name: 'Språkkafé', municipality: '1380', ...over });

/** Publishes entries, in order, and gives their ids. */
export const publish = (store: Store, ...listings: Listing[]): Promise<number[]> =>
	store.transaction(async (tx) => {
		const ids: number[] = [];
		for (const listing of listings) ids.push(await tx.listings.create(listing, { at: NOW, publish: true }));
		return ids;
	});

/** All that a store holds beside the facts of geography, as one text. */
export function everythingIn(store: Store): string {
	const db = new Database(join(store.folder, 'samlas.db'), { readonly: true });
	const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
	const own = tables.filter((name) => !['localities', 'municipalities', 'counties'].includes(name));
	const rows = own.map((name) => db.prepare(`SELECT * FROM "${name}"`).all());
	db.close();
	return JSON.stringify(rows);
}

/** Somebody with an account and some roles, given at a time, as they are when they have signed in. */
export async function somebody(
	store: Store,
	email: string,
	held: readonly RoleHeld[] = [],
	given = NOW,
): Promise<Actor> {
	const person = await store.transaction(async (tx) => {
		const known = await tx.people.known(email, 'sv', NOW);
		for (const role of held) await tx.people.give(known, role, null, given);
		return known;
	});
	return (await store.people.actor(person))!;
}
