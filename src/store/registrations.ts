import type { RegistrationState } from '../domain/registration-state.ts';
import type { Kind } from '../domain/taxonomies.ts';
import type { Connection } from './connection.ts';

/** Something that was sent in to be published. Times in unix seconds. */
export interface Registration {
	id: number;
	draft: number | null;
	/** Null when it was erased again. */
	listing: number | null;
	municipality: string;
	/** Null when their account is gone. */
	person: number | null;
	kind: Kind;
	name: string;
	state: RegistrationState;
	/** What the person says of themselves. */
	note: string | null;
	/** What the one who decided said. */
	words: string | null;
	/** How many times it has been sent in. */
	turn: number;
	sentAt: number;
	decidedAt: number | null;
}

const COLUMNS = `id, draft, listing, municipality, person, kind, name, state, note, words, turn,
	sent_at AS sentAt, decided_at AS decidedAt`;

/** What was sent in, and what became of it. */
export function registrationQueries({ sqlite }: Connection) {
	const byId = sqlite.prepare<[number], Registration>(`SELECT ${COLUMNS} FROM registrations WHERE id = ?`);
	const byDraft = sqlite.prepare<[number], Registration>(`SELECT ${COLUMNS} FROM registrations WHERE draft = ?`);
	const of = sqlite.prepare<[number], Registration>(
		`SELECT ${COLUMNS} FROM registrations WHERE person = ? ORDER BY id DESC`,
	);
	const waiting = sqlite.prepare<[string, Kind], Registration>(
		`SELECT ${COLUMNS} FROM registrations WHERE municipality = ? AND state = 'waiting' AND kind = ? ORDER BY sent_at, id LIMIT 200`,
	);
	const count = sqlite
		.prepare<[number, number], number>('SELECT count(*) FROM registrations WHERE person = ? AND sent_at > ?')
		.pluck();
	const add = sqlite.prepare(
		`INSERT INTO registrations (draft, listing, municipality, person, kind, name, state, note, sent_at)
		VALUES (@draft, @listing, @municipality, @person, @kind, @name, 'waiting', @note, @now)`,
	);
	const again = sqlite.prepare(
		`UPDATE registrations SET state = 'waiting', municipality = @municipality, name = @name, note = @note, words = NULL,
			turn = turn + 1, sent_at = @now, decided_at = NULL, decided_by = NULL WHERE id = @id`,
	);
	const decide = sqlite.prepare(
		`UPDATE registrations SET state = @state, words = @words, decided_at = @now, decided_by = @by
		WHERE id = @id AND state IN ('waiting', 'returned')`,
	);
	return {
		get: async (id: number): Promise<Registration | undefined> => byId.get(id),
		/** What was sent in from a draft. */
		byDraft: async (draft: number): Promise<Registration | undefined> => byDraft.get(draft),
		/** All of a person's, the newest first. */
		of: async (person: number): Promise<Registration[]> => of.all(person),
		/** What waits of a kind in a municipality, the oldest first; at most 200. */
		waiting: async (municipality: string, kind: Kind): Promise<Registration[]> => waiting.all(municipality, kind),
		/** How many a person has sent in since a time. */
		countSince: async (person: number, time: number): Promise<number> => count.get(person, time)!,
		add: async (
			registration: Pick<Registration, 'municipality' | 'kind' | 'name' | 'note'> & {
				draft: number;
				listing: number;
				person: number;
			},
			now: number,
		): Promise<number> => Number(add.run({ ...registration, now }).lastInsertRowid),
		/** It is sent in once more. */
		again: async (
			id: number,
			{ municipality, name, note }: Pick<Registration, 'municipality' | 'name' | 'note'>,
			now: number,
		): Promise<void> => void again.run({ id, municipality, name, note, now }),
		/** `by` null: it came to nothing by itself. */
		decide: async (
			id: number,
			decision: { state: Exclude<RegistrationState, 'waiting'>; words: string | null; by: number | null; now: number },
		): Promise<void> => void decide.run({ id, ...decision }),
	};
}
