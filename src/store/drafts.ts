import type { PartKey } from '../domain/parts/keys.ts';
import type { Typed } from '../domain/parts/part.ts';
import type { Kind } from '../domain/taxonomies.ts';
import type { Connection } from './connection.ts';

/** Something that is being registered. Times in unix seconds, the browser's secret as a digest. */
export interface Draft {
	id: number;
	kind: Kind;
	device: string | null;
	person: number | null;
	typed: Typed;
	/** Steps that have been gone through. */
	done: PartKey[];
	begunAt: number;
	changedAt: number;
}

type Row = Omit<Draft, 'typed' | 'done'> & { typed: string; done: string };
const COLUMNS = 'id, kind, device, person, typed, done, begun_at AS begunAt, changed_at AS changedAt';
const read = (row: Row): Draft => ({
	...row,
	typed: JSON.parse(row.typed) as Typed,
	done: JSON.parse(row.done) as PartKey[],
});

/** What is being registered. */
export function draftQueries({ sqlite }: Connection) {
	const byId = sqlite.prepare<[number], Row>(`SELECT ${COLUMNS} FROM drafts WHERE id = ?`);
	const of = sqlite.prepare<[number], Row>(
		`SELECT ${COLUMNS} FROM drafts WHERE person = ? ORDER BY changed_at DESC, id`,
	);
	const on = sqlite.prepare<[string], Row>(
		`SELECT ${COLUMNS} FROM drafts WHERE device = ? ORDER BY changed_at DESC, id`,
	);
	const add = sqlite.prepare(
		`INSERT INTO drafts (kind, device, person, typed, done, begun_at, changed_at)
		VALUES (@kind, @device, @person, @typed, @done, @now, @now)`,
	);
	const write = sqlite.prepare('UPDATE drafts SET typed = @typed, done = @done, changed_at = @now WHERE id = @id');
	const own = sqlite.prepare('UPDATE drafts SET person = @person, device = NULL, changed_at = @now WHERE id = @id');
	const remove = sqlite.prepare('DELETE FROM drafts WHERE id = ?');
	const lapsed = sqlite
		.prepare<[number], number>(
			`SELECT id FROM drafts WHERE changed_at < ?
			AND NOT EXISTS (SELECT 1 FROM registrations WHERE draft = drafts.id AND state = 'waiting') LIMIT 500`,
		)
		.pluck();
	return {
		get: async (id: number): Promise<Draft | undefined> => {
			const row = byId.get(id);
			return row && read(row);
		},
		/** A person's, the last changed first. */
		of: async (person: number): Promise<Draft[]> => of.all(person).map(read),
		/** Those begun in a browser (its secret's digest) by nobody who has signed in, the last changed first. */
		on: async (device: string): Promise<Draft[]> => on.all(device).map(read),
		add: async (
			{ typed, done, ...draft }: Pick<Draft, 'kind' | 'device' | 'person' | 'typed' | 'done'>,
			now: number,
		): Promise<number> =>
			Number(add.run({ ...draft, typed: JSON.stringify(typed), done: JSON.stringify(done), now }).lastInsertRowid),
		write: async (id: number, { typed, done }: Pick<Draft, 'typed' | 'done'>, now: number): Promise<void> =>
			void write.run({ id, typed: JSON.stringify(typed), done: JSON.stringify(done), now }),
		/** From now on it is a person's, and their browser's secret opens it no more. */
		own: async (id: number, person: number, now: number): Promise<void> => void own.run({ id, person, now }),
		remove: async (id: number): Promise<void> => void remove.run(id),
		/** Those that nobody has touched since a time, and that nobody is asked to decide about; some hundred at once. */
		lapsed: async (since: number): Promise<number[]> => lapsed.all(since),
	};
}
