import type { Change, RevisionState } from '../domain/change.ts';
import type { Connection } from './connection.ts';

/** What somebody wants changed, and what became of it. Times in unix seconds. */
export interface Revision {
	id: number;
	listing: number;
	municipality: string;
	/** Null when their account is gone. */
	person: number | null;
	state: RevisionState;
	changes: Change[];
	/** What the one who decided said. */
	words: string | null;
	madeAt: number;
	decidedAt: number | null;
	decidedBy: number | null;
}

const COLUMNS = `id, listing, municipality, person, state, changes, words, made_at AS madeAt, decided_at AS decidedAt, decided_by AS decidedBy`;
type Row = Omit<Revision, 'changes'> & { changes: string };
const read = (row: Row): Revision => ({ ...row, changes: JSON.parse(row.changes) as Change[] });

/** Changes that wait for somebody to look at them, and those that have been decided. */
export function revisionQueries({ sqlite }: Connection) {
	const byId = sqlite.prepare<[number], Row>(`SELECT ${COLUMNS} FROM revisions WHERE id = ?`);
	const open = sqlite.prepare<[number, number], Row>(
		`SELECT ${COLUMNS} FROM revisions WHERE listing = ? AND person = ? AND state = 'proposed'`,
	);
	const last = sqlite.prepare<[number, number], Row>(
		`SELECT ${COLUMNS} FROM revisions WHERE listing = ? AND person = ? ORDER BY id DESC LIMIT 1`,
	);
	const waiting = sqlite.prepare<[string], Row>(
		`SELECT ${COLUMNS} FROM revisions WHERE municipality = ? AND state = 'proposed' ORDER BY made_at, id LIMIT 200`,
	);
	const by = sqlite.prepare<[number], Row>(`SELECT ${COLUMNS} FROM revisions WHERE person = ? ORDER BY id DESC`);
	const add = sqlite.prepare(
		`INSERT INTO revisions (listing, municipality, person, state, changes, made_at, decided_at, decided_by)
		VALUES (@listing, @municipality, @person, @state, @changes, @now, @decidedAt, @decidedBy)`,
	);
	const rewrite = sqlite.prepare('UPDATE revisions SET changes = ?, made_at = ? WHERE id = ?');
	const decide = sqlite.prepare(
		`UPDATE revisions SET state = @state, words = @words, decided_at = @now, decided_by = @by WHERE id = @id AND state = 'proposed'`,
	);
	const publishes = sqlite
		.prepare<[string], number>('SELECT owners_publish FROM municipality_settings WHERE municipality = ?')
		.pluck();
	const allow = sqlite.prepare(
		'INSERT INTO municipality_settings (municipality, owners_publish) VALUES (?, ?) ON CONFLICT DO UPDATE SET owners_publish = excluded.owners_publish',
	);
	const maybe = (row: Row | undefined) => row && read(row);
	return {
		get: async (id: number): Promise<Revision | undefined> => maybe(byId.get(id)),
		/** What a person has waiting for an entry. */
		open: async (listing: number, person: number): Promise<Revision | undefined> => maybe(open.get(listing, person)),
		/** The newest of a person for an entry, whatever became of it. */
		last: async (listing: number, person: number): Promise<Revision | undefined> => maybe(last.get(listing, person)),
		/** What waits in a municipality, the oldest first; at most 200. */
		waiting: async (municipality: string): Promise<Revision[]> => waiting.all(municipality).map(read),
		/** All of a person's, newest first. */
		by: async (person: number): Promise<Revision[]> => by.all(person).map(read),
		/** Keeps changes that wait, or that are published as they are made. */
		add: async (
			revision: { listing: number; municipality: string; person: number; changes: Change[]; published: boolean },
			now: number,
		): Promise<number> => {
			const { changes, published, ...rest } = revision;
			const decided = published
				? { state: 'published', decidedAt: now, decidedBy: revision.person }
				: { state: 'proposed', decidedAt: null, decidedBy: null };
			return Number(add.run({ ...rest, ...decided, changes: JSON.stringify(changes), now }).lastInsertRowid);
		},
		/** The same person thought better of what waits. */
		rewrite: async (id: number, changes: Change[], now: number): Promise<void> =>
			void rewrite.run(JSON.stringify(changes), now, id),
		/** False when somebody else was first. */
		decide: async (
			id: number,
			decision: { state: Exclude<RevisionState, 'proposed'>; words: string | null; by: number; now: number },
		): Promise<boolean> => decide.run({ id, ...decision }).changes > 0,
		/** Whether owners' changes are published at once in a municipality. */
		ownersPublish: async (municipality: string): Promise<boolean> => publishes.get(municipality) === 1,
		letOwnersPublish: async (municipality: string, yes: boolean): Promise<void> =>
			void allow.run(municipality, yes ? 1 : 0),
	};
}
