import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Refusal } from '../../src/domain/errors.ts';
import { Invalid } from '../../src/domain/errors.ts';
import { mergeListings, twoToReview } from '../../src/domain/merge.ts';
import type { RoleHeld } from '../../src/domain/permission.ts';
import type { Actor } from '../../src/domain/person.ts';
import type { Store } from '../../src/store/open.ts';
import { NOW } from '../store.ts';

/** Somebody who has signed in, with a role or none. */
export async function somebody(store: Store, email: string, ...held: RoleHeld[]): Promise<Actor> {
	const person = await store.transaction(async (tx) => {
		const known = await tx.people.known(email, 'sv', NOW);
		for (const role of held) await tx.people.give(known, role, null, NOW);
		return known;
	});
	return (await store.people.actor(person))!;
}

/** A reviewer of a municipality. */
export const reviewer = (store: Store, municipality = '1380'): Promise<Actor> =>
	somebody(store, `desk-${municipality}@example.org`, { role: 'reviewer', listing: null, municipality });

/** Makes two one, as they stand now. */
export async function merge(
	store: Store,
	by: Actor,
	kept: number,
	gone: number,
	choices: Record<string, string> = {},
	now = NOW + 10,
): Promise<number> {
	const { seen } = await twoToReview(store, by, { kept, gone });
	return mergeListings(store, by, { kept, gone }, { choices, seen }, now);
}

/** How work is refused: by field, or by key; `done` when it is not. */
export const refusal = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(reason: unknown) => (reason instanceof Invalid ? reason.fields : (reason as Refusal).key),
	);

const TABLES = [
	'SELECT * FROM roles ORDER BY id',
	'SELECT * FROM claims ORDER BY id',
	'SELECT * FROM revisions ORDER BY id',
	'SELECT * FROM error_reports ORDER BY id',
	'SELECT * FROM kept_fields ORDER BY listing, field',
	'SELECT * FROM register_rows ORDER BY register, key',
	'SELECT * FROM not_same ORDER BY one, other',
	'SELECT * FROM activities ORDER BY id',
	'SELECT * FROM venues ORDER BY id',
	'SELECT activity, start, minutes FROM schedules ORDER BY activity, place',
	'SELECT * FROM occurrences ORDER BY activity, start',
	'SELECT id, slug, published_at, archived_at, archived_why, merged_into, demo FROM listings ORDER BY id',
];

/** Everything that belongs to entries, field for field, but for when they were last written and addresses they have had. */
export async function everythingIn(store: Store): Promise<unknown[]> {
	const file = new Database(join(store.folder, 'samlas.db'), { readonly: true });
	const rows: unknown[] = TABLES.map((sql) => file.prepare(sql).all());
	const ids = file.prepare<[], number>('SELECT id FROM listings ORDER BY id').pluck().all();
	file.close();
	for (const id of ids) {
		const { updatedAt: _updated, ...value } = (await store.listings.get(id))!;
		rows.push(value);
	}
	return rows;
}
