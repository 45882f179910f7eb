import type { ClaimState, ClaimWay } from '../domain/claim-way.ts';
import type { Connection } from './connection.ts';

/** Somebody who asks to look after an entry. Times in unix seconds, the code as a digest. */
export interface Claim {
	id: number;
	listing: number;
	municipality: string;
	person: number;
	way: ClaimWay;
	state: ClaimState;
	note: string | null;
	words: string | null;
	code: string | null;
	tries: number;
	expiresAt: number | null;
	madeAt: number;
}

const COLUMNS =
	'id, listing, municipality, person, way, state, note, words, code, tries, expires_at AS expiresAt, made_at AS madeAt';
const OPEN = "state IN ('begun', 'waiting')";

/** Claims on entries. */
export function claimQueries({ sqlite }: Connection) {
	const byId = sqlite.prepare<[number], Claim>(`SELECT ${COLUMNS} FROM claims WHERE id = ?`);
	const open = sqlite.prepare<[number, number], Claim>(
		`SELECT ${COLUMNS} FROM claims WHERE listing = ? AND person = ? AND ${OPEN}`,
	);
	const waiting = sqlite.prepare<[string], Claim>(
		`SELECT ${COLUMNS} FROM claims WHERE municipality = ? AND state = 'waiting' ORDER BY made_at, id LIMIT 200`,
	);
	const of = sqlite.prepare<[number], Claim>(`SELECT ${COLUMNS} FROM claims WHERE person = ? ORDER BY id DESC`);
	const add = sqlite.prepare(
		`INSERT INTO claims (listing, municipality, person, way, state, note, code, expires_at, made_at)
		VALUES (@listing, @municipality, @person, @way, @state, @note, @code, @expiresAt, @now)`,
	);
	const count = sqlite
		.prepare<[number, number], number>(
			"SELECT count(*) FROM claims WHERE person = ? AND made_at > ? AND way <> 'reviewer'",
		)
		.pluck();
	const onPaper = sqlite.prepare(
		`UPDATE claims SET state = 'begun', code = @code, expires_at = @expiresAt, tries = 0 WHERE id = @id AND ${OPEN}`,
	);
	const failed = sqlite.prepare('UPDATE claims SET tries = tries + 1 WHERE id = ?');
	const end = `code = NULL, expires_at = NULL, decided_at = @now`;
	const decide = sqlite.prepare(
		`UPDATE claims SET state = @state, words = @words, decided_by = @by, ${end} WHERE id = @id AND ${OPEN}`,
	);
	const withdraw = sqlite.prepare(
		`UPDATE claims SET state = 'withdrawn', ${end} WHERE listing = @listing AND person = @person AND ${OPEN}`,
	);
	const wipe = sqlite.prepare(
		'UPDATE claims SET note = NULL, words = NULL WHERE decided_at < ? AND (note IS NOT NULL OR words IS NOT NULL)',
	);
	return {
		get: async (id: number): Promise<Claim | undefined> => byId.get(id),
		/** What a person has open for an entry. */
		open: async (listing: number, person: number): Promise<Claim | undefined> => open.get(listing, person),
		/** What waits for a municipality's reviewers, the oldest first; at most 200. */
		waiting: async (municipality: string): Promise<Claim[]> => waiting.all(municipality),
		/** All of a person's. */
		of: async (person: number): Promise<Claim[]> => of.all(person),
		add: async (claim: Omit<Claim, 'id' | 'words' | 'tries' | 'madeAt'> & { now: number }): Promise<void> =>
			void add.run(claim),
		/** How many a person has begun by letter since a time. */
		countSince: async (person: number, time: number): Promise<number> => count.get(person, time)!,
		/** It waits for a code that goes by post. */
		onPaper: async (id: number, code: string, expiresAt: number): Promise<void> =>
			void onPaper.run({ id, code, expiresAt }),
		failed: async (id: number): Promise<void> => void failed.run(id),
		/** Wipes what was said in those decided before a time. */
		wipeBefore: async (time: number): Promise<void> => void wipe.run(time),
		decide: async (
			id: number,
			decision: { state: 'given' | 'declined'; words: string | null; by: number; now: number },
		): Promise<void> => void decide.run({ id, ...decision }),
		/** Whoever asks anew has thought better of what they asked before. */
		withdrawOpen: async (listing: number, person: number, now: number): Promise<void> =>
			void withdraw.run({ listing, person, now }),
	};
}
