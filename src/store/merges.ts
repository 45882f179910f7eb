import type { Change } from '../domain/change.ts';
import type { Connection } from './connection.ts';
import { followers, type Moved } from './followers.ts';
import { standingOf } from './standing.ts';

/** Two entries made one. Times in unix seconds. */
export interface Merge {
	id: number;
	kept: number;
	gone: number;
	by: number | null;
	at: number;
	undoneBy: number | null;
	undoneAt: number | null;
	/** What was changed in the one kept. */
	changes: Change[];
	slugBefore: string;
	moved: Moved;
}

type Row = Omit<Merge, 'changes' | 'moved'> & { changes: string; moved: string };
const read = (row: Row): Merge => ({
	...row,
	changes: JSON.parse(row.changes) as Change[],
	moved: JSON.parse(row.moved) as Moved,
});

const COLUMNS =
	'id, kept, gone, by, at, undone_by AS undoneBy, undone_at AS undoneAt, changes, slug_before AS slugBefore, moved';

/** Entries that were made one. Writes inside `transaction`. */
export function mergeQueries(connection: Connection) {
	const { sqlite } = connection;
	const { follow, restore } = followers(connection);
	const standing = standingOf(connection);
	const byId = sqlite.prepare<[number], Row>(`SELECT ${COLUMNS} FROM merges WHERE id = ?`);
	const newest = sqlite.prepare<[number], Row>(
		`SELECT ${COLUMNS} FROM merges WHERE kept = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1`,
	);
	const standingOfGone = sqlite.prepare<[number], Row>(
		`SELECT ${COLUMNS} FROM merges WHERE gone = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1`,
	);
	const lately = sqlite.prepare<[string], Row>(
		`SELECT ${COLUMNS} FROM merges WHERE undone_at IS NULL AND kept IN (SELECT id FROM listings WHERE municipality = ?)
		ORDER BY id DESC LIMIT 50`,
	);
	const lead = sqlite.prepare('UPDATE listings SET merged_into = @into, updated_at = @at WHERE id = @id');
	const add = sqlite.prepare(
		'INSERT INTO merges (kept, gone, by, at, changes, slug_before, moved) VALUES (@kept, @gone, @by, @at, @changes, @slugBefore, @moved)',
	);
	const undone = sqlite.prepare('UPDATE merges SET undone_by = @by, undone_at = @at WHERE id = @id');
	const slugOf = sqlite.prepare<[number], { kind: string; slug: string }>(
		'SELECT kind, slug FROM listings WHERE id = ?',
	);
	const setSlug = sqlite.prepare('UPDATE listings SET slug = @slug WHERE id = @id');
	const dropOld = sqlite.prepare('DELETE FROM old_slugs WHERE kind = ? AND slug = ?');
	const addOld = sqlite.prepare('INSERT OR REPLACE INTO old_slugs (kind, slug, listing) VALUES (?, ?, ?)');

	function readdress(id: number, slug: string): void {
		const { kind, slug: now } = slugOf.get(id)!;
		if (now === slug) return;
		dropOld.run(kind, slug);
		setSlug.run({ id, slug });
		addOld.run(kind, now, id);
	}

	return {
		/** The entry that one leads to, however often it was merged: itself when it stands. */
		standing: async (id: number): Promise<number> => standing(id),
		get: async (id: number): Promise<Merge | undefined> => {
			const row = byId.get(id);
			return row && read(row);
		},
		/** The last standing merge into an entry. */
		newest: async (kept: number): Promise<Merge | undefined> => {
			const row = newest.get(kept);
			return row && read(row);
		},
		/** The merge by which an entry leads to another. */
		ofGone: async (gone: number): Promise<Merge | undefined> => {
			const row = standingOfGone.get(gone);
			return row && read(row);
		},
		/** The standing merges of a municipality, the last first; at most 50. */
		lately: async (municipality: string): Promise<Merge[]> => lately.all(municipality).map(read),
		/**
		 * From now on `gone` leads to `kept`, and what belonged to it belongs to that: activities, places kept, roles, claims,
		 * revisions, reports. Gives the merge's id. The fields of the one kept are the caller's to change.
		 */
		join: async (merge: {
			kept: number;
			gone: number;
			by: number;
			at: number;
			changes: Change[];
			slugBefore: string;
			/** Fields that an import leaves alone from now on. */
			keeps: string[];
		}): Promise<number> => {
			const { keeps, ...rest } = merge;
			const moved = follow(merge, keeps);
			lead.run({ id: merge.gone, into: merge.kept, at: merge.at });
			const values = { ...rest, changes: JSON.stringify(merge.changes), moved: JSON.stringify(moved) };
			return Number(add.run(values).lastInsertRowid);
		},
		/** `gone` stands again, with what followed and is still where it went. */
		part: async ({ id, kept, gone, at, moved }: Merge, by: number, now: number): Promise<void> => {
			lead.run({ id: gone, into: null, at: now });
			restore({ kept, gone, at }, moved);
			undone.run({ id, by, at: now });
		},
		/** Gives an entry back the address that it had; the one it has leads there from now on. */
		readdress: async (id: number, slug: string): Promise<void> => readdress(id, slug),
	};
}
